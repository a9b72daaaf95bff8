import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { detail } from '../codes/details';
import { localError } from '../codes/errors';

/** No answer of the platform comes near this size; a larger one is not read to its end. */
const LONGEST_ANSWER = 8 * 1024 * 1024;
const MOST_CODINGS = 2;
/** How gzip begins. */
const GZIP_START = Buffer.from([0x1f, 0x8b]);

const unzip = promisify(gunzip);

/**
 * Reads the body of an answer as text, whatever it was coded in, without its byte order mark.
 *
 * @throws PlatformError `tooLarge` where it does not end
 */
export async function readText(body: Readable): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of body as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > LONGEST_ANSWER) throw localError('tooLarge', detail('endless'), 'lost');
		chunks.push(chunk);
	}
	return (await uncoded(Buffer.concat(chunks))).toString('utf8').replace(/^\ufeff/, '');
}

/**
 * Takes off a content coding that was not asked for. Some gateways code twice, or do not say that they
 * do: what counts is how the bytes begin.
 */
async function uncoded(bytes: Buffer, mostCodings = MOST_CODINGS): Promise<Buffer> {
	if (mostCodings === 0 || !isGzip(bytes)) return bytes;
	const plain = await unzip(bytes, { maxOutputLength: LONGEST_ANSWER }).catch(() => undefined);
	return plain ? await uncoded(plain, mostCodings - 1) : bytes;
}

const isGzip = (bytes: Buffer): boolean => bytes.subarray(0, 2).equals(GZIP_START);
