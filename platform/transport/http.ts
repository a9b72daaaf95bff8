import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

import { localError, PlatformError } from '../codes/errors';
import { cancelled, LONGEST_TIMER_MS } from './timer';
import { request, type Dispatcher } from './undici';

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

/** A whole answer, read as text. */
export interface HttpAnswer {
	status: number;
	headers: Readonly<Record<string, string | string[] | undefined>>;
	text: string;
}

/** An answer whose body is still to be read. */
export interface HttpStream extends Omit<HttpAnswer, 'text'> {
	body: Readable;
}

/** No answer of the platform comes near this size; a larger one is not read to its end. */
const LONGEST_ANSWER = 8 * 1024 * 1024;

/**
 * Sends one request and reads the whole answer.
 *
 * @throws PlatformError `unreachable`, `untrustedCertificate`, `timeout`, `invalidAnswer` or
 * `cancelled`; its `outcome` tells whether the request may have been acted on
 */
export async function fetchText(pool: Dispatcher, wanted: HttpRequest): Promise<HttpAnswer> {
	const limit = limitTime(wanted);
	try {
		const answer = await send(pool, wanted, limit.signal);
		const text = await readText(answer.body);
		// A connection is free for the next request one turn after the end of its answer; the pool
		// would open a new one for a request that comes at once.
		await setImmediate();
		return { status: answer.status, headers: answer.headers, text };
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
export async function fetchStream(pool: Dispatcher, wanted: HttpRequest): Promise<HttpStream> {
	const limit = limitTime(wanted);
	try {
		const answer = await send(pool, wanted, limit.signal);
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
	pool: Dispatcher,
	wanted: HttpRequest,
	signal?: AbortSignal,
): Promise<HttpStream> {
	const { method, url, headers, body } = wanted;
	const options = {
		origin: url.origin,
		path: url.pathname + url.search,
		method,
		headers,
		body,
		headersTimeout: timerMs(wanted),
		bodyTimeout: timerMs(wanted),
		signal,
	};
	// While it connects, undici does not hear the signal.
	let giveUp = (): void => undefined;
	const givenUp = new Promise<never>((_, reject) => {
		giveUp = () => {
			reject(new NeverSent());
		};
	});
	const stopListening = (): void => {
		signal?.removeEventListener('abort', giveUp);
	};
	const way = { hasBegun: false };
	const begin = (): void => {
		way.hasBegun = true;
		stopListening();
	};
	if (signal?.aborted) throw new NeverSent();
	signal?.addEventListener('abort', giveUp, { once: true });
	try {
		const answer = await Promise.race([request(pool, options, begin), givenUp]);
		return { status: answer.statusCode, headers: answer.headers, body: answer.body };
	} catch (error) {
		throw way.hasBegun || error instanceof NeverSent ? error : new NeverSent(error);
	} finally {
		stopListening();
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
		if (size > LONGEST_ANSWER) throw localError('tooLarge', 'The answer has no end.', 'lost');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

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
		const text = `${url.host}: no connection within ${timeoutMs / 1000} seconds.`;
		return localError('unreachable', text, outcome);
	}
	const { code, message } = describe(reason);
	if (isAborted || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') {
		return localError('timeout', `No answer within ${timeoutMs / 1000} seconds.`, outcome);
	}
	const kind = isCertificateRefusal(code) ? 'untrustedCertificate' : 'unreachable';
	return localError(kind, `${url.host}: ${message}`, outcome);
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
