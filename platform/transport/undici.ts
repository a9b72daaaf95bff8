import type * as Undici from 'undici';
import api from 'undici/lib/api';
// The index of undici installs its dispatcher as the global one, for Node's own fetch too.
// These inner modules leave the globals alone; the build writes them into this one file.
import agent from 'undici/lib/dispatcher/agent';
import dispatcher from 'undici/lib/dispatcher/dispatcher';
import proxyAgent from 'undici/lib/dispatcher/proxy-agent';

// The index does this too: an agent for proxies opens its tunnels by its inner dispatcher's `connect`.
Object.assign(dispatcher.prototype, api);

/** What sends requests; the base of every kind of connection. */
export const Dispatcher: typeof Undici.Dispatcher = dispatcher;
export type Dispatcher = Undici.Dispatcher;
export type RequestOptions = Undici.Dispatcher.RequestOptions;
export type ResponseData = Undici.Dispatcher.ResponseData;

/** Keeps connections open between requests, as many for each host as are in use at once. */
export const Agent: typeof Undici.Agent = agent;

/** The same through tunnels that a proxy opens. */
export const ProxyAgent: typeof Undici.ProxyAgent = proxyAgent;

/**
 * Sends one request through a dispatcher; the answer's body is a stream.
 *
 * @param onSend told when the request is written to a connection: before, nobody can have acted on it
 */
export async function request(
	dispatcher: Dispatcher,
	options: RequestOptions,
	onSend?: () => void,
): Promise<ResponseData> {
	return await (onSend ? watched(dispatcher, onSend) : dispatcher).request(options);
}

/** A dispatcher that tells when the request that it is given begins. */
function watched(dispatcher: Dispatcher, onSend: () => void): Dispatcher {
	return dispatcher.compose((dispatch) => (options, handler) => {
		const begin = handler.onRequestStart?.bind(handler);
		handler.onRequestStart = (controller, context) => {
			onSend();
			begin?.(controller, context);
		};
		return dispatch(options, handler);
	});
}
