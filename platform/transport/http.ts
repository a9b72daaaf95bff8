import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { detail } from '../codes/details';
import { localError, PlatformError } from '../codes/errors';
import { cancelled, LONGEST_TIMER_MS } from './timer';
import type { Connection, Connections } from './connections';

/** One HTTP request; redirects are never followed. */
export interface HttpRequest {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	url: URL;
	headers: Readonly<Record<string, string>>;
	body?: string;
	/**
	 * Longest wait for the whole answer, in milliseconds; for streams, for all of its headers, then for
	 * each part of its body.
	 */
	timeoutMs: number;
	signal?: AbortSignal;
}

/** What an answer begins with. */
interface HttpHead {
	status: number;
	headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A whole answer, read as text. */
export interface HttpAnswer extends HttpHead {
	text: string;
	/** Headers of the request: what of them an answer repeats is not to be shown. */
	asked?: HttpRequest['headers'];
}

/** An answer whose body is still to be read. */
export interface HttpStream extends HttpHead {
	body: Readable;
}

/** No answer of the platform comes near this size; a larger one is not read to its end. */
const LONGEST_ANSWER = 8 * 1024 * 1024;
const MOST_CODINGS = 2;

const unzip = promisify(gunzip);

/**
 * Sends one request and reads the whole answer.
 *
 * @throws PlatformError `unreachable`, `untrustedCertificate`, `timeout`, `invalidAnswer` or
 * `cancelled`; its `outcome` tells whether the request may have been acted on
 */
export async function fetchText(
	connections: Connections,
	wanted: HttpRequest,
): Promise<HttpAnswer> {
	const limit = limitTime(wanted);
	try {
		const answer = await send(connections, wanted, limit.signal);
		const { status, headers } = answer;
		const text = await readText(answer.body);
		return { status, headers, text, asked: wanted.headers };
	} catch (error) {
		throw explain(error, wanted, limit.signal.aborted);
	} finally {
		limit.lift();
		limit.release();
	}
}

/**
 * Sends one request and hands over the answer's body unread. The caller must read or destroy it.
 *
 * @throws PlatformError as {@link fetchText}
 */
export async function fetchStream(
	connections: Connections,
	wanted: HttpRequest,
): Promise<HttpStream> {
	const limit = limitTime(wanted);
	try {
		const answer = await send(connections, wanted, limit.signal);
		answer.body.once('close', limit.release);
		return answer;
	} catch (error) {
		limit.release();
		throw explain(error, wanted, limit.signal.aborted);
	} finally {
		limit.lift();
	}
}

/** A signal that fires when the time is over, or with the request's own. */
function limitTime(wanted: HttpRequest) {
	const control = new AbortController();
	const fire = (): void => {
		control.abort();
	};
	const timer = setTimeout(fire, timerMs(wanted));
	wanted.signal?.addEventListener('abort', fire, { once: true });
	return {
		signal: control.signal,
		/** The time may go on. */
		lift: (): void => {
			clearTimeout(timer);
		},
		/** Hears the request's own signal no more. */
		release: (): void => {
			wanted.signal?.removeEventListener('abort', fire);
		},
	};
}

/** A request failed before it was written to a connection: nobody can have acted on it. */
class NeverSent extends Error {
	/** @param reason what failed; absent when the wait for a connection was given up */
	constructor(readonly reason?: unknown) {
		super();
	}
}

async function send(
	connections: Connections,
	wanted: HttpRequest,
	signal?: AbortSignal,
): Promise<HttpStream> {
	const { method, url, headers, body } = wanted;
	const connection = await takeUnless(connections, url, signal);
	const way = { wasSent: false };
	const begin = (): void => {
		way.wasSent = true;
	};
	try {
		const options = {
			path: url.pathname + url.search,
			method,
			headers,
			body,
			headersTimeout: timerMs(wanted),
			bodyTimeout: timerMs(wanted),
			signal,
		};
		const answer = await connection.request(options, begin);
		return { status: answer.statusCode, headers: answer.headers, body: answer.body };
	} catch (error) {
		throw way.wasSent ? error : new NeverSent(error);
	}
}

/** Waits for a connection, unless the signal fires first. */
async function takeUnless(
	connections: Connections,
	url: URL,
	signal?: AbortSignal,
): Promise<Connection> {
	if (signal?.aborted) throw new NeverSent();
	let giveUp = (): void => undefined;
	const givenUp = new Promise<never>((_, reject) => {
		giveUp = () => {
			reject(new NeverSent());
		};
	});
	signal?.addEventListener('abort', giveUp, { once: true });
	const taken = connections.take(url);
	try {
		return await Promise.race([taken, givenUp]);
	} catch (error) {
		if (!(error instanceof NeverSent)) throw new NeverSent(error);
		taken.then(
			(connection) => {
				connection.putBack();
			},
			() => undefined,
		);
		throw error;
	} finally {
		signal?.removeEventListener('abort', giveUp);
	}
}

function timerMs({ timeoutMs }: HttpRequest): number {
	return Math.min(timeoutMs, LONGEST_TIMER_MS);
}

async function readText(body: Readable): Promise<string> {
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

function explain(
	error: unknown,
	{ url, signal, timeoutMs }: HttpRequest,
	isAborted: boolean,
): Error {
	if (error instanceof PlatformError) return error;
	if (error instanceof NeverSent && error.reason instanceof PlatformError) return error.reason;
	const isUnsent = error instanceof NeverSent;
	const outcome = isUnsent ? 'unsent' : 'lost';
	if (signal?.aborted) return cancelled(outcome);
	const reason = isUnsent ? error.reason : error;
	if (reason === undefined) {
		const waited = detail('connectionTime', { host: url.host, seconds: timeoutMs / 1000 });
		return localError('unreachable', waited, outcome);
	}
	const { code, message } = describe(reason);
	if (isAborted || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') {
		return localError('timeout', detail('time', { seconds: timeoutMs / 1000 }), outcome);
	}
	const kind = isCertificateRefusal(code) ? 'untrustedCertificate' : 'unreachable';
	return localError(kind, detail('saidByHost', { host: url.host, text: message }), outcome);
}

function isCertificateRefusal(code: string): boolean {
	return /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code);
}

/** Goes by shape: errors of Node's own modules need not be instances of this realm's Error. */
function describe(error: unknown): { code: string; message: string } {
	const { code, message = '', cause, errors } = (error ?? {}) as Failure;
	// Connection attempts to several addresses fail together, with the reasons inside.
	const inner = errors?.[0] ?? cause;
	if (code === undefined && inner !== undefined) return describe(inner);
	return {
		code: code ?? '',
		message: message || describeInner(inner) || (code ?? 'no reason given'),
	};
}

function describeInner(inner: unknown): string {
	return inner === undefined ? '' : describe(inner).message;
}

interface Failure {
	code?: string;
	message?: string;
	cause?: unknown;
	errors?: unknown[];
}
