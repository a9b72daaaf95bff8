import { lookup } from 'node:dns';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { call } from '../../../platform/client/calls';
import { type Effect } from '../../../platform/client/request';
import { openRun, type RunOptions } from '../../../platform/client/run';
import { closeStores } from '../../../platform/state/store';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export const answer =
	(status: number, body: object): Handler =>
	(_, response) => {
		response.writeHead(status).end(JSON.stringify(body));
	};
export const GOOD = answer(200, { resultcode: '0', resultdesc: 'Success' });
/** Ends the connection without an answer. */
export const CUT: Handler = (request) => request.socket.destroy();

export const APPLICATION = {
	appKey: 'testAppKey0001',
	appSecret: 'testAppSecret0001',
	authentication: 'aksk',
	allowUnauthorizedCerts: false,
} as const;

export const request = (effect: Effect) => ({ method: 'GET', path: '/x', effect }) as const;

/** A policy for connections that cannot look a name up for a moment. */
export const egressAtSecondTry = () => ({
	validateUrl: jest
		.fn(async () => await Promise.resolve({ ok: true as const }))
		.mockRejectedValueOnce(new Error('getaddrinfo EAI_AGAIN')),
	createSecureLookup: () => lookup,
});

/** A server that answers as its script says. */
export interface ScriptedServer {
	/** How each request is answered, in order; the last way stays. */
	script: Handler[];
	/** Method and path of each request that came. */
	requests: string[];
	/** The body of each request that came. */
	bodies: string[];
	baseUrl: string;
	/** A run of a node against this server. */
	open(options?: RunOptions): ReturnType<typeof openRun>;
	/** Leaves a connection to the server open, so that no time of the next request goes into connecting. */
	connect(): Promise<void>;
}

/** Gives the tests of a file one server, whose script begins anew with each test. */
export function scriptedServer(): ScriptedServer {
	const scripted: ScriptedServer = {
		script: [],
		requests: [],
		bodies: [],
		baseUrl: '',
		open: (options = {}) =>
			openRun({ ...APPLICATION, baseUrl: scripted.baseUrl }, { timeoutMs: 5000, ...options }),
		connect: async () => {
			await call(scripted.open(), request('read'));
		},
	};
	const server = createServer((incoming, response) => {
		scripted.requests.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
		const { script } = scripted;
		const handler = script.length > 1 ? script.shift() : script[0];
		incoming.setEncoding('utf8');
		let body = '';
		incoming.on('data', (part: string) => (body += part));
		incoming.on('end', () => {
			scripted.bodies.push(body);
			handler?.(incoming, response);
		});
	});
	beforeAll(async () => {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		scripted.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterAll(async () => {
		await closeStores();
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	beforeEach(async () => {
		await closeStores();
		scripted.requests = [];
		scripted.bodies = [];
		scripted.script = [GOOD];
	});
	return scripted;
}
