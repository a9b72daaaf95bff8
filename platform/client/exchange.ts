import { setMaxListeners } from 'node:events';

import { connectionsOf } from '../transport/connections';
import { checkEgress, type EgressGuard } from '../transport/egress';
import { fetchText, type HttpAnswer } from '../transport/http';
import { proxyFor } from '../transport/proxy';
import { cancelled } from '../transport/timer';
import { identityOf, type Application } from '../application/application';
import { signedHeaders } from '../application/headers';
import { queryString, type PlatformRequest } from './request';

/** Longest wait for an answer where the run names none, in milliseconds. */
export const DEFAULT_TIMEOUT_MS = 30_000;
/** What changes the platform may still finish when the run is cancelled, in milliseconds. */
const GRACE_MS = 5000;

/** How requests of a run go out. */
export interface ExchangeOptions {
	/** Longest wait for an answer, in milliseconds. */
	timeoutMs?: number;
	/** Ends the run: nothing more is sent, reads are aborted, the rest gets five seconds. */
	signal?: AbortSignal;
	egress?: EgressGuard;
}

/** Sends one request once, signed anew; n8n's protection for outgoing connections is asked first. */
export type Exchange = (request: PlatformRequest) => Promise<HttpAnswer>;

/** Opens the way to the platform for a run. */
export function openExchange(application: Application, options: ExchangeOptions): Exchange {
	const { timeoutMs = DEFAULT_TIMEOUT_MS, signal, egress } = options;
	const connections = connectionsOf(...connectionKey(application, egress));
	const base = application.baseUrl.replace(/\/+$/, '');
	const graceful = withGrace(signal);
	// Every request on its way listens, and there may be fifty.
	for (const each of [signal, graceful]) if (each) setMaxListeners(0, each);
	const isAllowed = askOnce(async () => {
		await checkEgress(base, egress);
	});

	return async ({ method, path, query, body, effect }) => {
		await isAllowed();
		if (signal?.aborted) throw cancelled('unsent');
		return await fetchText(connections, {
			method,
			url: new URL(base + path + queryString(query)),
			headers: signedHeaders(application),
			body: body && JSON.stringify(body),
			timeoutMs,
			signal: effect === 'read' ? signal : graceful,
		});
	};
}

/** Which connections an application shares, and how they are opened. */
export function connectionKey(
	application: Application,
	egress?: EgressGuard,
): Parameters<typeof connectionsOf> {
	const { allowUnauthorizedCerts } = application;
	const key = `${identityOf(application)} ${allowUnauthorizedCerts} ${Boolean(egress)}`;
	const lookup = egress?.createSecureLookup();
	const rejectUnauthorized = !allowUnauthorizedCerts;
	return [key, { rejectUnauthorized, proxyFor, ...(lookup && { lookup }) }];
}

/** Asks once for all requests; anew only when the answer was no permission. */
function askOnce(ask: () => Promise<void>): () => Promise<void> {
	let allowed: Promise<void> | undefined;
	return async () => {
		if (!allowed) {
			allowed = ask();
			allowed.catch(() => {
				allowed = undefined;
			});
		}
		await allowed;
	};
}

/** A signal that fires five seconds after the given one. */
function withGrace(signal?: AbortSignal): AbortSignal | undefined {
	if (!signal) return undefined;
	const late = new AbortController();
	const fire = (): void => {
		late.abort();
	};
	signal.addEventListener('abort', () => setTimeout(fire, GRACE_MS).unref());
	return late.signal;
}
