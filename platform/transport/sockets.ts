import type { LookupFunction, Socket } from 'node:net';
import { createSecureContext } from 'node:tls';

import { percentDecoded } from '../wire/percentEncoding';
import { bareHost } from './addresses';
import { buildConnector, Client } from './undici';

/** How sockets are opened. */
export interface SocketSettings {
	/** Refuses certificates that cannot be verified. */
	rejectUnauthorized: boolean;
	/** Looks names up; the system's resolver where there is none. Behind a proxy, the proxy does it. */
	lookup?: LookupFunction;
	/** The proxy for an address; `undefined` where the way is direct. */
	proxyFor?: (url: URL) => URL | undefined;
}

/** Longest wait for a connection, in milliseconds. */
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Makes a function that opens a socket to the host of an address: past TLS, and through the tunnel of a
 * proxy where there is one, so that a request costs no more than its own trip.
 */
export function socketOpener(settings: SocketSettings): (url: URL) => Promise<Socket> {
	const { rejectUnauthorized, lookup, proxyFor } = settings;
	const timeout = CONNECT_TIMEOUT_MS;
	const connect = buildConnector({
		rejectUnauthorized,
		timeout,
		// Else Node.js makes one for each connection, which costs as much as half of a handshake.
		secureContext: createSecureContext(),
		...(lookup && { lookup }),
	});
	return async (url) => {
		const proxy = proxyFor?.(url);
		const tunnel = proxy && (await openTunnel(proxy, url));
		if (tunnel && url.protocol === 'http:') return tunnel;
		return await new Promise<Socket>((resolve, reject) => {
			const { protocol, host, port } = url;
			const hostname = bareHost(url.hostname);
			const target = { protocol, host, hostname, port, ...(tunnel && { httpSocket: tunnel }) };
			connect(target, (error, socket) => {
				if (error) reject(error);
				else resolve(socket);
			});
		});
	};
}

/** Asks a proxy for a tunnel to the host of an address (HTTP CONNECT). */
async function openTunnel(proxy: URL, url: URL): Promise<Socket> {
	const port = url.port || (url.protocol === 'https:' ? '443' : '80');
	const path = `${url.hostname}:${port}`;
	const authorization = authorizationOf(proxy);
	const client = new Client(proxy.origin, { connect: { timeout: CONNECT_TIMEOUT_MS } });
	try {
		const { statusCode, socket } = await client.connect({
			path,
			headers: { host: path, ...(authorization && { 'proxy-authorization': authorization }) },
		});
		if (statusCode === 200) return socket as Socket;
		socket.destroy();
		throw new Error(`The proxy ${proxy.host} answered HTTP ${statusCode}.`);
	} finally {
		// The tunnel is no longer the client's.
		void client.destroy();
	}
}

function authorizationOf({ username, password }: URL): string | undefined {
	if (username === '' && password === '') return undefined;
	const keys = [username, password].map(percentDecoded).join(':');
	return `Basic ${Buffer.from(keys).toString('base64')}`;
}
