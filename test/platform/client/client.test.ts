import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { lookup } from 'node:dns';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';

import { closeApplications } from '../../../platform/client/application';
import {
	call,
	openRun,
	remove,
	type Effect,
	type RunOptions,
} from '../../../platform/client/client';
import { PlatformError } from '../../../platform/codes/errors';
import { waitUntil } from '../../waitUntil';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const answer =
	(status: number, body: object): Handler =>
	(_, response) => {
		response.writeHead(status).end(JSON.stringify(body));
	};
const GOOD = answer(200, { resultcode: '0', resultdesc: 'Success' });
const CUT: Handler = (request) => request.socket.destroy();

/** How each request is answered, in order; the last way stays. */
let script: Handler[];
let requests: string[];
let baseUrl: string;
const server = createServer((request, response) => {
	requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
	const handler = script.length > 1 ? script.shift() : script[0];
	request.resume().on('end', () => handler?.(request, response));
});

beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
	await closeApplications();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});
beforeEach(async () => {
	await closeApplications();
	requests = [];
	script = [GOOD];
});

const APPLICATION = {
	appKey: 'testAppKey0001',
	appSecret: 'testAppSecret0001',
	authentication: 'aksk',
	allowUnauthorizedCerts: false,
} as const;
const open = (options: RunOptions = {}) =>
	openRun({ ...APPLICATION, baseUrl }, { timeoutMs: 5000, ...options });
const request = (effect: Effect) => ({ method: 'GET', path: '/x', effect }) as const;
/** Leaves a connection to the server open, so that no time of the next request goes into connecting. */
const connect = async (): Promise<void> => {
	await call(open(), request('read'));
};

describe('a request whose answer is lost', () => {
	test.each(['read', 'change'] as const)('is sent again when it is a %s', async (effect) => {
		script = [CUT, GOOD];
		expect(await call(open(), request(effect))).toMatchObject({ resultcode: '0' });
		expect(requests).toHaveLength(2);
	});

	test('is never sent again by itself when it creates', async () => {
		script = [CUT, GOOD];
		await expect(call(open(), request('create'))).rejects.toMatchObject({ outcome: 'lost' });
		expect(requests).toHaveLength(1);
	});

	test('is given up after three tries', async () => {
		script = [CUT];
		await expect(call(open(), request('read'))).rejects.toMatchObject({ code: 'unreachable' });
		expect(requests).toHaveLength(3);
	});

	test('and that then finds nothing to remove has removed it', async () => {
		const gone = answer(403, { resultcode: '1012001', resultdesc: '' });
		script = [CUT, gone];
		expect(await remove(open(), request('change'), false)).toEqual({ alreadyDeleted: false });
		script = [gone];
		expect(await remove(open(), request('change'), true)).toEqual({ alreadyDeleted: true });
		await expect(remove(open(), request('change'), false)).rejects.toMatchObject({
			code: '1012001',
		});
	});
});

describe('a refusal of the application itself', () => {
	test.each([
		[401, '1010010'],
		[403, '1010003'],
		[403, '1010029'],
		[403, '1010040'],
		[403, '1020166'],
		[403, '1020176'],
		[400, '1023033'],
	])('(HTTP %d, %s) is final for the run, and not for the next', async (status, resultcode) => {
		script = [answer(status, { resultcode, resultdesc: '' })];
		const run = open();
		for (let index = 0; index < 5; index += 1) {
			await expect(call(run, request('read'))).rejects.toMatchObject({ code: resultcode });
		}
		expect(requests).toHaveLength(1);
		script = [GOOD];
		await call(open(), request('read'));
		expect(requests).toHaveLength(2);
	});

	test('of one value concerns that request alone', async () => {
		script = [answer(403, { resultcode: '1010002', resultdesc: '' }), GOOD];
		const run = open();
		await expect(call(run, request('read'))).rejects.toBeInstanceOf(PlatformError);
		await call(run, request('read'));
		expect(requests).toHaveLength(2);
	});
});

describe('flow control', () => {
	const SLOWER = answer(403, { resultcode: '1010010', resultdesc: '' });

	test('makes the run wait and go on, and tells about it', async () => {
		script = [SLOWER, GOOD];
		const pauses: number[] = [];
		const run = open({ flowControlWaitMs: 100, onPause: (ms) => pauses.push(ms) });
		const before = Date.now();
		await call(run, request('create'));
		expect(Date.now() - before).toBeGreaterThanOrEqual(95);
		expect(pauses).toHaveLength(1);
		expect(pauses[0]).toBeLessThanOrEqual(100);
	});

	test('tells other runs of the application too that they are held up', async () => {
		script = [SLOWER, GOOD];
		const [first, second]: [number[], number[]] = [[], []];
		const of = (pauses: number[]): RunOptions => ({
			flowControlWaitMs: 2000,
			onPause: (ms) => pauses.push(ms),
		});
		const held = call(open(of(first)), request('read'));
		await waitUntil(() => first.length > 0);
		await Promise.all([held, call(open(of(second)), request('read'))]);
		expect(second).toHaveLength(1);
		expect(requests).toHaveLength(3);
	});

	test('that does not end is passed on after five pauses', async () => {
		script = [SLOWER];
		const run = open({ flowControlWaitMs: 10 });
		await expect(call(run, request('read'))).rejects.toMatchObject({ code: '1010010' });
		expect(requests).toHaveLength(6);
	});
});

describe('time', () => {
	test('that is over is told as such', async () => {
		await connect();
		script = [() => undefined];
		await expect(call(open({ timeoutMs: 100 }), request('create'))).rejects.toMatchObject({
			code: 'timeout',
			outcome: 'lost',
			text: 'No answer within 0.1 seconds.',
		});
	});

	test.each([2 ** 31, 2 ** 45])(
		'of %d milliseconds, which no timer can hold, is not over at once',
		async (timeoutMs) => {
			script = [
				(_, response) =>
					setTimeout(() => {
						GOOD(_, response);
					}, 100),
			];
			await call(open({ timeoutMs }), request('create'));
			expect(requests).toHaveLength(1);
		},
	);
});

describe('an answer without end', () => {
	test('is not read to its end', async () => {
		let sent = 0;
		script = [
			(_, response) => {
				const more = (): void => {
					while (!response.destroyed && sent < 500_000_000) {
						sent += 65_536;
						if (!response.write('x'.repeat(65_536))) {
							response.once('drain', more);
							return;
						}
					}
				};
				more();
			},
		];
		await expect(call(open(), request('create'))).rejects.toMatchObject({ code: 'tooLarge' });
		expect(sent).toBeLessThan(100_000_000);
	});
});

test('a redirect is never followed: the signature stays with the platform', async () => {
	script = [(_, response) => response.writeHead(302, { location: `${baseUrl}/elsewhere` }).end()];
	await expect(call(open(), request('read'))).rejects.toMatchObject({ code: 'redirected' });
	expect(requests).toEqual(['GET /x']);
});

test('a host that the policy for connections forbids gets no request', async () => {
	const egress = {
		validateUrl: () => Promise.resolve({ ok: false as const, error: new Error('forbidden') }),
		createSecureLookup: () => () => undefined,
	};
	await expect(call(open({ egress }), request('read'))).rejects.toMatchObject({
		code: 'forbiddenHost',
		outcome: 'unsent',
	});
	expect(requests).toEqual([]);
});

test('a policy that cannot look a name up for a moment is asked again, for all items', async () => {
	let asked = 0;
	const egress = {
		validateUrl: () =>
			asked++ === 0
				? Promise.reject(new Error('getaddrinfo EAI_AGAIN'))
				: Promise.resolve({ ok: true as const }),
		createSecureLookup: () => lookup,
	};
	const platform = open({ egress });
	const all = [1, 2, 3].map(async () => await call(platform, request('create')));
	expect(await Promise.all(all)).toHaveLength(3);
	expect(asked).toBe(2);
});

test.each([
	['before there is a connection, was not sent', 'create', 'unreachable', 'unsent'],
	[
		'before there is a connection, was not sent, when it is cancelled',
		'read',
		'cancelled',
		'unsent',
	],
] as const)('a request that is given up %s', async (_, effect, code, outcome) => {
	// Takes the connection, and never says a word of TLS.
	const sockets: Socket[] = [];
	const cancel = new AbortController();
	const isCancelled = code === 'cancelled';
	const silent = createTcpServer((socket) => {
		sockets.push(socket.on('error', () => undefined));
		if (isCancelled) cancel.abort();
	});
	await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
	const { port } = silent.address() as AddressInfo;
	const application = { ...APPLICATION, baseUrl: `https://127.0.0.1:${port}` };
	const platform = openRun(application, {
		timeoutMs: isCancelled ? 60_000 : 600,
		signal: cancel.signal,
	});
	await expect(call(platform, request(effect))).rejects.toMatchObject({ code, outcome });
	for (const socket of sockets) socket.destroy();
	silent.close();
});

test('a request that is given up while it waits for its answer may have been acted on', async () => {
	await connect();
	script = [() => undefined];
	await expect(call(open({ timeoutMs: 300 }), request('create'))).rejects.toMatchObject({
		code: 'timeout',
		outcome: 'lost',
	});
});
