import { Transform, type Readable, type TransformCallback } from 'node:stream';

import { connectionKey } from '../client/exchange';
import { DEFAULT_TIMEOUT_MS } from '../client/exchange';
import { mayRepeat } from '../client/request';
import { type Platform } from '../client/run';
import { checkEgress } from '../transport/egress';
import { detail } from '../codes/details';
import { localError, type PlatformError } from '../codes/errors';
import { connectionsOf } from '../transport/connections';
import { fetchStream, type HttpStream } from '../transport/http';
import { retry } from '../client/retry';

/** A recording on its way. */
export interface Download {
	body: Readable;
	/** MIME type that the storage host tells. */
	contentType?: string;
	/** How many bytes of the body were read so far. */
	bytesRead: () => number;
}

/** 4 GiB: more than 24 hours of both directions, the longest call there is. */
const DEFAULT_MAX_BYTES = 4 * 1024 ** 3;

/**
 * Asks a storage host for a file. Where no answer comes, or only that of a host in trouble, it is
 * asked again: nothing was read yet.
 *
 * @throws PlatformError, `refusedHost`, `forbiddenHost` and `notServed` among them
 */
export async function ask(platform: Platform, url: URL): Promise<HttpStream> {
	const { application, options } = platform;
	const plainAllowed = application.baseUrl.toLowerCase().startsWith('http:');
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && plainAllowed)) {
		throw localError(
			'refusedHost',
			detail('notHttps', { address: `${url.protocol}//${url.host}` }),
			'unsent',
		);
	}
	const attempt = async (): Promise<HttpStream> => {
		await checkEgress(url, options.egress);
		const answer = await fetchStream(connectionsOf(...connectionKey(application, options.egress)), {
			method: 'GET',
			url,
			headers: { Accept: '*/*' },
			timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
			signal: options.signal,
		});
		if (answer.status < 500) return answer;
		drop(answer.body);
		throw notServed(answer.status);
	};
	return await retry(
		attempt,
		(failure) => (failure.httpStatus ?? 0) >= 500 || mayRepeat(failure, 'read'),
		options.signal,
	);
}

/**
 * Takes the file out of the answer of a storage host.
 *
 * @throws PlatformError `notServed`, `tooLarge`
 */
export function receive(answer: HttpStream, maxBytes = DEFAULT_MAX_BYTES): Download {
	const { status, headers, body } = answer;
	if (status !== 200) {
		drop(body);
		throw notServed(status);
	}
	const announced = Number(headers['content-length']);
	if (announced > maxBytes) {
		drop(body);
		throw tooLarge(maxBytes);
	}
	const contentType = headers['content-type'];
	return {
		...limited(body, maxBytes),
		...(typeof contentType === 'string' && { contentType }),
	};
}

/** Passes a body on and stops it once it grows beyond what is accepted. */
function limited(body: Readable, maxBytes: number): Pick<Download, 'body' | 'bytesRead'> {
	let size = 0;
	const limit = new Transform({
		transform(chunk: Buffer, _encoding, done: TransformCallback) {
			size += chunk.length;
			if (size > maxBytes) done(tooLarge(maxBytes));
			else done(null, chunk);
		},
	});
	body.on('error', ({ message }) => {
		limit.destroy(localError('notServed', detail('cutOff', { reason: message }), 'lost'));
	});
	limit.on('close', () => body.destroy());
	// The reader may come a moment later than the end of a cut connection.
	limit.on('error', () => undefined);
	return { body: body.pipe(limit), bytesRead: () => size };
}

function notServed(status: number): PlatformError {
	return localError('notServed', detail('storageStatus', { status }), 'refused', status);
}

/** Leaves a body unread. It tells of its early end, and untold, that would end the whole process. */
export function drop(body: Readable): void {
	body.on('error', () => undefined);
	body.destroy();
}

function tooLarge(maxBytes: number): PlatformError {
	return localError('tooLarge', detail('largerThan', { bytes: maxBytes }), 'refused');
}
