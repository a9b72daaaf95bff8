import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { lookup } from 'node:dns';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';

import { closeStores } from '../../../platform/state/store';
import { call, remove } from '../../../platform/client/calls';
import { type Effect } from '../../../platform/client/request';
import { openRun, type RunOptions } from '../../../platform/client/run';
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
	await closeStores();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});
beforeEach(async () => {
	await closeStores();
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
	])('(HTTP %d, %s) is final for the run', async (status, resultcode) => {
		script = [answer(status, { resultcode, resultdesc: '' })];
		const run = open();
		for (let index = 0; index < 5; index += 1) {
			await expect(call(run, request('read'))).rejects.toMatchObject({ code: resultcode });
		}
		expect(requests).toHaveLength(1);
	});

	test.each([
		['a page', '<html>401</html>', 'invalidAnswer'],
		['nothing', '', 'invalidAnswer'],
		['a code that nobody listed', '{"resultcode":"1999999","resultdesc":""}', '1999999'],
	])('by HTTP 401 with %s costs three refusals at most', async (_, body, code) => {
		script = [(_request, response) => response.writeHead(401).end(body)];
		const run = open();
		const all = Array.from({ length: 50 }, async () => await call(run, request('create')));
		const settled = await Promise.allSettled(all);
		expect(requests.length).toBeLessThanOrEqual(3);
		for (const each of settled) {
			expect(each).toMatchObject({ status: 'rejected', reason: { code, httpStatus: 401 } });
		}
	});

	test('after three lost answers costs few refusals more', async () => {
		script = [CUT, CUT, CUT, answer(401, { resultcode: '1010013', resultdesc: '' })];
		const run = open();
		const all = Array.from({ length: 53 }, async () => await call(run, request('create')));
		await Promise.allSettled(all);
		expect(requests.length).toBeLessThanOrEqual(12);
	});

	test('of the keys holds them back for some seconds, and says for how long', async () => {
		script = [answer(403, { resultcode: '1010003', resultdesc: '' })];
		for (let runs = 0; runs < 20; runs += 1) {
			const refused: unknown = await call(open(), request('read')).catch((error: unknown) => error);
			expect(refused).toMatchObject({ code: '1010003' });
			if (runs > 0) expect((refused as PlatformError).heldForMs).toBeGreaterThan(1000);
		}
		expect(requests).toHaveLength(1);
		script = [GOOD];
		const corrected = { ...APPLICATION, baseUrl, appSecret: 'correctedSecret01' };
		await call(openRun(corrected), request('read'));
		expect(requests).toHaveLength(2);
	});

	test('of its mode does not hold the keys back: another node has the right one', async () => {
		script = [answer(403, { resultcode: '1010029', resultdesc: '' }), GOOD];
		await expect(call(open(), request('read'))).rejects.toMatchObject({ code: '1010029' });
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

	test('makes the run wait and go on, and tells for how long', async () => {
		script = [SLOWER, SLOWER, GOOD];
		const heldUp: number[] = [];
		await call(open({ onHeldUp: (ms) => heldUp.push(ms) }), request('create'));
		expect(requests).toHaveLength(3);
		expect(heldUp).toHaveLength(2);
		expect(Math.min(...heldUp)).toBeGreaterThan(0);
	});

	test('is told of although the next request may leave at once', async () => {
		let takeOther = (): void => undefined;
		script = [
			(_, response) => {
				takeOther = () => response.end(JSON.stringify({ resultcode: '0', resultdesc: '' }));
			},
			(request_, response) => {
				SLOWER(request_, response);
				takeOther();
			},
			GOOD,
		];
		const heldUp: number[] = [];
		const run = open({ onHeldUp: (ms) => heldUp.push(ms) });
		await Promise.all([call(run, request('read')), call(run, request('read'))]);
		expect(heldUp).toHaveLength(1);
		expect(heldUp[0]).toBeGreaterThan(0);
	});

	test('holds other runs of the application up too', async () => {
		script = [SLOWER, SLOWER, SLOWER, SLOWER, GOOD];
		const [first, second]: [number[], number[]] = [[], []];
		const held = call(open({ onHeldUp: (ms) => first.push(ms) }), request('read'));
		await waitUntil(() => first.length > 1);
		await Promise.all([held, call(open({ onHeldUp: (ms) => second.push(ms) }), request('read'))]);
		expect(second.length).toBeGreaterThan(0);
		expect(requests).toHaveLength(6);
	});

	test('that does not end is passed on after several of the longest waits', async () => {
		script = [SLOWER];
		const run = open({ flowControlWaitMs: 100 });
		await expect(call(run, request('read'))).rejects.toMatchObject({ code: '1010010' });
		expect(requests.length).toBeGreaterThan(2);
		expect(requests.length).toBeLessThan(15);
	});

	test.each([
		['as a page', '<html>Too many requests</html>'],
		['empty', ''],
		['with a code', JSON.stringify({ resultcode: '1010010', resultdesc: '' })],
	])('is told by HTTP 429 too (%s), and waits as Retry-After says', async (_, body) => {
		const moments: number[] = [];
		const note: Handler = (_request, response) => {
			moments.push(performance.now());
			response.writeHead(429, { 'retry-after': '1' }).end(body);
		};
		script = [
			note,
			(request_, response) => {
				moments.push(performance.now());
				GOOD(request_, response);
			},
		];
		await call(open(), request('create'));
		expect((moments[1] ?? 0) - (moments[0] ?? 0)).toBeGreaterThan(990);
	});

	test('by HTTP 429 that does not end is told as such', async () => {
		script = [(_, response) => response.writeHead(429).end('<html>slow</html>')];
		const run = open({ flowControlWaitMs: 20 });
		await expect(call(run, request('read'))).rejects.toMatchObject({
			code: 'tooMany',
			httpStatus: 429,
		});
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
