import { PassThrough, pipeline, Readable, type Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

import { detail, type Detail } from '../codes/details';
import { localError, PlatformError } from '../codes/errors';
import type { HttpStream } from '../transport/http';
import { cancelled } from '../transport/timer';
import { HEAD_BYTES, kindOf } from './content';

/** A recording on its way. */
export interface Download {
	body: Readable;
	/** MIME type that the first bytes tell. */
	sniffed?: string;
	/** MIME type that the storage host tells. */
	contentType?: string;
	/** How many bytes of the body were read so far. */
	bytesRead: () => number;
}

/** Bounds of one download. */
export interface Bounds {
	/** Largest recording accepted, in bytes. */
	maxBytes?: number;
	/** How long the storage may stay below {@link LOWEST_RATE}, in milliseconds. */
	timeoutMs: number;
	signal?: AbortSignal;
}

/** 4 GiB: more than 24 hours of both directions, the longest call there is. */
const DEFAULT_MAX_BYTES = 4 * 1024 ** 3;

/**
 * Lowest average rate that goes on, in bytes a second: one eighth of what a telephone line carries.
 * A download has an end by it, after its size divided by this rate at the latest.
 */
export const LOWEST_RATE = 1024;

/** Undoes a content coding that nobody has asked for. */
const DECODERS: ReadonlyMap<string, () => Duplex> = new Map<string, () => Duplex>([
	['gzip', () => createGunzip()],
	['x-gzip', () => createGunzip()],
	['deflate', () => createInflate()],
	['br', () => createBrotliDecompress()],
]);

/**
 * Takes the file out of the answer of a storage host, as a stream. Its first bytes are here when this
 * returns, and show that it is a recording.
 *
 * @throws PlatformError `notServed`, `noRecording`, `storageTooSlow`, `tooLarge`, `cancelled`; the
 * body may end with them too
 */
export async function receive(answer: HttpStream, bounds: Bounds): Promise<Download> {
	const { status, headers, body } = answer;
	const { maxBytes = DEFAULT_MAX_BYTES } = bounds;
	try {
		if (status === 204) throw noRecording(detail('gaveNothing'));
		if (status !== 200) throw notServed(status);
		if (Number(headers['content-length']) > maxBytes) throw tooLarge(maxBytes);
		const decoders = decodersFor(headers['content-encoding']);
		body.on('error', () => undefined);
		const counted = { bytes: 0 };
		const parts = limited(decode(steady(body, bounds), decoders), maxBytes, counted);
		const head = await beginning(parts);
		const contentType = headers['content-type'];
		const told = typeof contentType === 'string' ? contentType : undefined;
		const kind = kindOf(head.subarray(0, HEAD_BYTES), told);
		if ('instead' in kind) throw noRecording(kind.instead);
		const stream = new PassThrough({
			// Left by its reader, it would wait for a part that may never come.
			destroy(error, done) {
				body.destroy();
				done(error);
			},
		});
		// The reader may come a moment later than the end of a cut connection.
		pipeline(joined(head, parts), stream, () => undefined);
		return {
			body: stream,
			bytesRead: () => counted.bytes,
			sniffed: kind.mimeType,
			contentType: told,
		};
	} catch (error) {
		drop(body);
		throw error;
	}
}

/** Passes a body on as long as it comes in time; the time that its reader takes does not count. */
async function* steady(body: Readable, { timeoutMs, signal }: Bounds): AsyncGenerator<Buffer> {
	const parts = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
	let waitedMs = 0;
	let bytes = 0;
	try {
		for (;;) {
			const since = performance.now();
			const part = await parts.next();
			if (part.done) return;
			waitedMs += performance.now() - since;
			bytes += part.value.length;
			if (waitedMs >= timeoutMs) {
				if (bytes < (LOWEST_RATE * waitedMs) / 1000) throw tooSlow(bytes, waitedMs);
				[waitedMs, bytes] = [0, 0];
			}
			yield part.value;
		}
	} catch (error) {
		if (error instanceof PlatformError) throw error;
		if (signal?.aborted) throw cancelled('lost');
		const { code, message } = error as NodeJS.ErrnoException;
		if (code === 'UND_ERR_BODY_TIMEOUT') throw tooSlow(bytes, waitedMs + timeoutMs);
		throw localError('notServed', detail('cutOff', { reason: message }), 'lost');
	} finally {
		body.destroy();
	}
}

async function* decode(
	parts: AsyncGenerator<Buffer>,
	decoders: ReadonlyArray<() => Duplex>,
): AsyncGenerator<Buffer> {
	if (decoders.length === 0) {
		yield* parts;
		return;
	}
	const steps = decoders.map((open) => open());
	const last = steps.at(-1) as Duplex;
	pipeline([Readable.from(parts), ...steps], () => undefined);
	try {
		for await (const part of last as AsyncIterable<Buffer>) yield part;
	} catch (error) {
		if (error instanceof PlatformError) throw error;
		throw noRecording(detail('brokenCoding'));
	}
}

/** Counts a body and stops it once it grows beyond what is accepted. */
async function* limited(
	parts: AsyncGenerator<Buffer>,
	maxBytes: number,
	counted: { bytes: number },
): AsyncGenerator<Buffer> {
	for await (const part of parts) {
		counted.bytes += part.length;
		if (counted.bytes > maxBytes) throw tooLarge(maxBytes);
		yield part;
	}
}

async function beginning(parts: AsyncGenerator<Buffer>): Promise<Buffer> {
	const taken: Buffer[] = [];
	let bytes = 0;
	while (bytes < HEAD_BYTES) {
		const part = await parts.next();
		if (part.done) break;
		taken.push(part.value);
		bytes += part.value.length;
	}
	return Buffer.concat(taken);
}

async function* joined(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
	yield head;
	yield* rest;
}

/** What undoes the codings of an answer, the last one first. */
function decodersFor(coding: string | string[] | undefined): Array<() => Duplex> {
	const names = [coding ?? '']
		.flat()
		.flatMap((line) => line.toLowerCase().split(','))
		.map((name) => name.trim())
		.filter((name) => name !== '' && name !== 'identity');
	const decoders = names.map((name) => DECODERS.get(name));
	const known = decoders.filter((decoder) => decoder !== undefined);
	// Whoever packs a file twice has nothing good in mind.
	if (known.length === names.length && names.length <= 1) return known;
	throw noRecording(detail('unknownCoding', { coding: names.join(', ').slice(0, 40) }));
}

/** Leaves a body unread. It tells of its early end, and untold, that would end the whole process. */
export function drop(body: Readable): void {
	body.on('error', () => undefined);
	body.destroy();
}

/** The refusal that a status of a storage host stands for. */
export function notServed(status: number): PlatformError {
	return localError('notServed', detail('storageStatus', { status }), 'refused', status);
}

function noRecording(reason: Detail): PlatformError {
	return localError('noRecording', reason, 'refused');
}

function tooSlow(bytes: number, ms: number): PlatformError {
	const pace = detail('pace', { bytes, seconds: Math.round(ms / 1000) });
	return localError('storageTooSlow', pace, 'lost');
}

function tooLarge(maxBytes: number): PlatformError {
	return localError('tooLarge', detail('largerThan', { bytes: maxBytes }), 'refused');
}
