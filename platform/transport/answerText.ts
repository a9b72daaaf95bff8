import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { detail } from '../codes/details';
import { localError } from '../codes/errors';

/** No answer of the platform comes near this size; a larger one is not read to its end. */
const LONGEST_ANSWER = 8 * 1024 * 1024;
const MOST_CODINGS = 2;

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
async function uncoded(bytes: Buffer): Promise<Buffer> {
	let plain = bytes;
	for (let layers = 0; layers < MOST_CODINGS && isGzip(plain); layers += 1) {
		try {
			plain = await unzip(plain, { maxOutputLength: LONGEST_ANSWER });
		} catch {
			break;
		}
	}
	return plain;
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
