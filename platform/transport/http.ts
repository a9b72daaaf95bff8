import type { Readable } from 'node:stream';

import { readText } from './answerText';
import type { Connection, Connections } from './connections';
import { failureOf, NeverSent } from './failures';
import { LONGEST_TIMER_MS } from './timer';

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
		throw failureOf(error, wanted, limit.signal.aborted);
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
		throw failureOf(error, wanted, limit.signal.aborted);
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
	if (wanted.signal?.aborted) fire();
	wanted.signal?.addEventListener('abort', fire);
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

async function send(
	connections: Connections,
	wanted: HttpRequest,
	signal: AbortSignal,
): Promise<HttpStream> {
	const { method, url, headers, body } = wanted;
	const connection = await takeUnless(connections, url, signal);
	const way: { wasSent?: boolean } = {};
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
	signal: AbortSignal,
): Promise<Connection> {
	if (signal.aborted) throw new NeverSent();
	let giveUp = (): void => undefined;
	const givenUp = new Promise<never>((_, reject) => {
		giveUp = () => {
			reject(new NeverSent());
		};
	});
	signal.addEventListener('abort', giveUp);
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
	}
}

function timerMs({ timeoutMs }: HttpRequest): number {
	return Math.min(timeoutMs, LONGEST_TIMER_MS);
}
