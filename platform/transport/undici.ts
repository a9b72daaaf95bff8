import type * as Undici from 'undici';
import api from 'undici/lib/api';
import connect from 'undici/lib/core/connect';
// The index of undici installs its dispatcher as the global one, for Node's own fetch too.
// These inner modules leave the globals alone; the build writes them into this one file.
import client from 'undici/lib/dispatcher/client';
import dispatcher from 'undici/lib/dispatcher/dispatcher';

// The index does this too: it is what `request` and `connect` stand on.
Object.assign(dispatcher.prototype, api);

export type Dispatcher = Undici.Dispatcher;
export type RequestOptions = Undici.Dispatcher.RequestOptions;
export type ResponseData = Undici.Dispatcher.ResponseData;
export type Client = Undici.Client;

/** One connection to one host, with the rules of HTTP on it. */
export const Client: typeof Undici.Client = client;

/** Makes a function that opens sockets, with TLS where the protocol wants it. */
export const buildConnector: typeof Undici.buildConnector = connect;

/**
 * Sends one request through a dispatcher; the answer's body is a stream.
 *
 * @param onSend told when the request is written to a connection: before, nobody can have acted on it
 */
export async function request(
	through: Dispatcher,
	options: RequestOptions,
	onSend: () => void,
): Promise<ResponseData> {
	return await watched(through, onSend).request(options);
}

/** A dispatcher that tells when the request that it is given begins. */
function watched(through: Dispatcher, onSend: () => void): Dispatcher {
	return through.compose((dispatch) => (options, handler) => {
		const begin = handler.onRequestStart?.bind(handler);
		handler.onRequestStart = (controller, context) => {
			onSend();
			begin?.(controller, context);
		};
		return dispatch(options, handler);
	});
}
