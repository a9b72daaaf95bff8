import { setMaxListeners } from 'node:events';

import { readAnswer } from './answer';
import { type JsonObject } from '../wire/json';
import { gateOf, poolOf, type Application } from './application';
import { checkEgress, type EgressGuard } from '../transport/egress';
import { PlatformError } from '../codes/errors';
import { fetchText, type HttpAnswer, type HttpRequest } from '../transport/http';
import { isNotFound, isThrottled, stopsRun } from '../codes/refusals';
import { repeat } from './retry';
import { sendScouts } from './probation';
import { signedHeaders } from './headers';

/**
 * What a request does to the platform, which decides when it may be sent again:
 * `read` and `change` (updates, deletes) are repeated after a lost answer, `create` never by itself.
 */
export type Effect = 'read' | 'change' | 'create';

/** One request to an interface of the platform. */
export interface PlatformRequest {
	method: HttpRequest['method'];
	/** Path below the base URL. */
	path: string;
	/** Absent values are left out; `+` goes out as `%2B`. */
	query?: Readonly<Record<string, string | number | undefined>>;
	body?: JsonObject;
	effect: Effect;
}

/** How one run of a node, or of any program, deals with the platform. */
export interface RunOptions {
	/** Longest wait for an answer, in milliseconds. */
	timeoutMs?: number;
	/** Pause after a refusal by flow control, in milliseconds. */
	flowControlWaitMs?: number;
	/** Ends the run: nothing more is sent, reads are aborted, the rest gets five seconds. */
	signal?: AbortSignal;
	egress?: EgressGuard;
	/** Told once of each pause of flow control that holds the run up, whoever caused it. */
	onPause?: (waitMs: number) => void;
}

/** An application's interfaces during one run. */
export interface Platform {
	readonly application: Application;
	readonly options: Readonly<RunOptions>;
	/** What is asked for was sent before, by an earlier try, and its answer was lost. */
	readonly wasLost?: boolean;
	/** Sends a request; `read` turns the answer into a result or throws a PlatformError. */
	send<Result>(request: PlatformRequest, read: (answer: HttpAnswer) => Result): Promise<Result>;
}

/** Longest wait for an answer where the run names none, in milliseconds. */
export const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_FLOW_CONTROL_WAIT_MS = 60_000;
/** Flow control may stop one run this many times; then the refusal is passed on. */
const MOST_PAUSES = 5;
/** What changes the platform may still finish when the run is cancelled. */
const GRACE_MS = 5000;

/**
 * Opens a run: every request passes the application's gate, is signed anew, and is repeated where
 * that is safe. After a refusal of the application itself nothing more is sent in this run.
 */
export function openRun(application: Application, options: RunOptions = {}): Platform {
	const gate = gateOf(application);
	const pool = poolOf(application, options.egress);
	const base = application.baseUrl.replace(/\/+$/, '');
	const wait = options.flowControlWaitMs ?? DEFAULT_FLOW_CONTROL_WAIT_MS;
	const graceful = withGrace(options.signal);
	const scouts = sendScouts();
	// Every request on its way listens, and there may be fifty.
	for (const signal of [options.signal, graceful]) if (signal) setMaxListeners(0, signal);
	let pauses = 0;
	let toldPause: number | undefined;
	let broken: PlatformError | undefined;
	let allowed: Promise<void> | undefined;

	/** Asks once for all requests of the run; anew only when the answer was no permission. */
	async function askPermission(): Promise<void> {
		if (!allowed) {
			allowed = checkEgress(base, options.egress);
			allowed.catch(() => {
				allowed = undefined;
			});
		}
		await allowed;
	}

	function tellPause(): void {
		const pause = gate.pause();
		if (!pause || pause.id === toldPause) return;
		toldPause = pause.id;
		options.onPause?.(pause.leftMs);
	}

	async function once(request: PlatformRequest): Promise<HttpAnswer> {
		const { method, path, query, body, effect } = request;
		return await fetchText(pool, {
			method,
			url: new URL(base + path + queryString(query)),
			headers: signedHeaders(application),
			body: body && JSON.stringify(body),
			timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
			signal: effect === 'read' ? options.signal : graceful,
		});
	}

	/** Sends until flow control lets the request through. */
	async function throughGate<Result>(
		request: PlatformRequest,
		read: (answer: HttpAnswer) => Result,
	): Promise<Result> {
		return await scouts.follow(async (taken) => {
			for (;;) {
				tellPause();
				const ticket = await gate.pass(options.signal);
				if (broken) throw broken;
				try {
					const answer = await once(request);
					const result = read(answer);
					taken();
					ticket.accepted();
					return result;
				} catch (error) {
					if (!(error instanceof PlatformError)) throw error;
					if (stopsRun(error)) broken = error;
					else if (error.outcome === 'refused') taken();
					if (!isThrottled(error)) {
						if (error.outcome === 'refused') ticket.accepted();
						throw error;
					}
					if (pauses >= MOST_PAUSES) throw error;
					if (ticket.throttled(wait)) pauses += 1;
				}
			}
		});
	}

	return {
		application,
		options,
		async send(request, read) {
			let lost = false;
			const attempt = async () => {
				if (broken) throw broken;
				await askPermission();
				try {
					return await throughGate(request, read);
				} catch (error) {
					if (!(error instanceof PlatformError)) throw error;
					const told = lost ? afterLost(error) : error;
					lost ||= error.outcome === 'lost';
					throw told;
				}
			};
			return await repeat(attempt, (failure) => mayRepeat(failure, request.effect), options.signal);
		},
	};
}

/** Sends a request whose answer is JSON with a `resultcode`. */
export async function call(platform: Platform, request: PlatformRequest): Promise<JsonObject> {
	return await platform.send(request, readAnswer);
}

/**
 * Sends a request that removes something.
 *
 * @param ignoreNotFound takes "there is nothing to remove" for a success
 * @returns whether there was nothing to remove; what an earlier, lost try removed counts as removed
 */
export async function remove(
	platform: Platform,
	request: PlatformRequest,
	ignoreNotFound: boolean,
): Promise<{ alreadyDeleted: boolean }> {
	try {
		await call(platform, request);
		return { alreadyDeleted: false };
	} catch (error) {
		if (!(error instanceof PlatformError) || !isNotFound(error)) throw error;
		if (error.afterLost || platform.wasLost) return { alreadyDeleted: false };
		if (ignoreNotFound) return { alreadyDeleted: true };
		throw error;
	}
}

/** A query string in which `+` is `%2B` and a blank `%20`, as the platform reads it. */
export function queryString(query: PlatformRequest['query'] = {}): string {
	const pairs = Object.entries(query)
		.filter((pair): pair is [string, string | number] => pair[1] !== undefined)
		// By way of UTF-8: half a character, which text cut elsewhere may end with, cannot be written.
		.map(([name, value]) => `${name}=${encodeURIComponent(Buffer.from(`${value}`).toString())}`);
	return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** What another try cannot change. */
const HOPELESS = new Set(['badProxy', 'cancelled', 'untrustedCertificate', 'forbiddenHost']);

/** Whether a request may be sent again by itself after it got no answer. */
export function mayRepeat({ outcome, code }: PlatformError, effect: Effect): boolean {
	if (HOPELESS.has(code)) return false;
	return outcome === 'unsent' || (outcome === 'lost' && effect !== 'create');
}

/** Marks a refusal that followed a lost answer: an earlier try may have done what was asked. */
function afterLost({ code, text, outcome, httpStatus }: PlatformError): PlatformError {
	return new PlatformError({ code, text, outcome, httpStatus, afterLost: true });
}

/** A signal that fires five seconds after the given one. */
function withGrace(signal?: AbortSignal): AbortSignal | undefined {
	if (!signal) return undefined;
	const late = new AbortController();
	const fire = (): void => {
		late.abort();
	};
	signal.addEventListener('abort', () => setTimeout(fire, GRACE_MS).unref(), { once: true });
	return late.signal;
}
