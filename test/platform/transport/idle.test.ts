import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { closeStores } from '../../../platform/state/store';
import { connectionsOf } from '../../../platform/transport/connections';
import { fetchStream, fetchText } from '../../../platform/transport/http';

/** By which connection each request came, and the connections themselves. */
let arrived: number[];
let sockets: Socket[];
/** What the host says of how long it keeps connections; empty: nothing but that it keeps them. */
let keepAlive: string;
const server = createServer((request, response) => {
	if (!sockets.includes(request.socket)) sockets.push(request.socket);
	arrived.push(sockets.indexOf(request.socket));
	response.shouldKeepAlive = true;
	if (keepAlive !== '') response.setHeader('keep-alive', keepAlive);
	request.resume().on('end', () => {
		if (request.url === '/cut') request.socket.destroy();
		else if (request.url !== '/hold') response.end('{"resultcode":"0"}');
	});
});
server.keepAliveTimeout = 0;

beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
	[arrived, sockets, keepAlive] = [[], [], 'timeout=60'];
	// Whether a connection stays open for seconds is known at once.
	jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
	jest.advanceTimersByTime(1);
});
afterEach(async () => {
	jest.runOnlyPendingTimers();
	jest.useRealTimers();
	await closeStores();
});
afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

/** @param path `/cut`: the host hangs up in the place of an answer; `/hold`: it gives none */
const wanted = (path = '/x') => ({
	method: 'GET' as const,
	url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`),
	headers: {},
	timeoutMs: 10_000,
});
const connections = (key = 'idle') => connectionsOf(key, { rejectUnauthorized: true });

async function ask(key?: string): Promise<void> {
	await fetchText(connections(key), wanted());
	await settle();
}

/** Lets the network have its say. */
async function settle(): Promise<void> {
	for (let turns = 0; turns < 50; turns += 1) await new Promise(setImmediate);
}

async function pass(ms: number): Promise<void> {
	await jest.advanceTimersByTimeAsync(ms);
	await settle();
}

const open = (): number => sockets.filter(({ destroyed }) => !destroyed).length;

describe('an idle connection', () => {
	test('is used again once it has stayed open for a second, by one request at a time', async () => {
		await ask();
		await ask();
		expect(arrived).toEqual([0, 1]);
		await pass(1100);
		await ask();
		await ask();
		expect(arrived.slice(2)).toEqual([1, 1]);
		await Promise.all([ask(), ask()]);
		expect(new Set(arrived.slice(4))).toEqual(new Set([0, 1]));
	});

	test('is not used again before that', async () => {
		await ask();
		await pass(900);
		await ask();
		expect(arrived).toEqual([0, 1]);
	});

	test('is given up before the host may close it', async () => {
		keepAlive = 'timeout=4';
		await ask();
		await pass(1900);
		await ask();
		expect(arrived).toEqual([0, 0]);
		await pass(3100);
		expect(open()).toBe(0);
		await ask();
		expect(arrived).toEqual([0, 0, 1]);
	});

	test('is given up where the host does not say for how long it keeps it', async () => {
		keepAlive = '';
		await ask();
		await pass(1900);
		await ask();
		expect(arrived).toEqual([0, 0]);
		await pass(2900);
		expect(open()).toBe(1);
		await pass(200);
		expect(open()).toBe(0);
	});

	test.each([3000, 5000])(
		'is not used when its time was over while this process stood still for %d ms',
		async (ms) => {
			keepAlive = '';
			await ask();
			await pass(1100);
			await ask();
			const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + ms);
			await ask();
			clock.mockRestore();
			expect(arrived).toEqual([0, 0, 1]);
		},
	);

	test('is closed at once where the host keeps it too short to be of use', async () => {
		keepAlive = 'timeout=2';
		await ask();
		expect(open()).toBe(0);
	});

	test('is no longer used when the host has hung up on one, and again ten minutes later', async () => {
		await ask();
		await ask();
		await pass(1100);
		sockets[0]?.destroy();
		await settle();
		expect(open()).toBe(0);
		await ask();
		await pass(1100);
		await ask();
		expect(arrived).toEqual([0, 1, 2, 3]);
		for (let minutes = 0; minutes < 10; minutes += 5) {
			await pass(5 * 60_000);
			await ask();
		}
		await pass(1100);
		await ask();
		expect(arrived.at(-1)).toBe(arrived.at(-2));
	});

	test('is no longer used when the host has hung up on a request that came by one', async () => {
		await ask();
		await ask();
		await pass(1100);
		await expect(fetchText(connections(), wanted('/cut'))).rejects.toMatchObject({
			...{ code: 'unreachable', outcome: 'lost' },
			text: expect.stringContaining('other side closed') as string,
		});
		await ask();
		expect(arrived).toEqual([0, 1, 1, 2]);
	});

	test('is used again also after its host has hung up on a new connection', async () => {
		const fresh = await connections().take(wanted().url);
		await ask();
		await pass(1100);
		const sent = fresh.request({ path: '/cut', method: 'GET' }, () => undefined);
		await expect(sent).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
		await settle();
		await ask();
		expect(arrived).toEqual([0, 1, 0]);
	});

	test('is used again also after a request by another one was cancelled', async () => {
		await ask();
		await ask();
		await pass(1100);
		const cancel = new AbortController();
		const held = fetchText(connections(), { ...wanted('/hold'), signal: cancel.signal });
		held.catch(() => undefined);
		await settle();
		cancel.abort();
		await expect(held).rejects.toMatchObject({ code: 'cancelled', outcome: 'lost' });
		await ask();
		expect(arrived).toEqual([0, 1, 1, 0]);
	});

	test('is used again also after its host has kept others too short to be of use', async () => {
		await ask();
		await pass(1100);
		keepAlive = 'timeout=2';
		await Promise.all([ask(), ask()]);
		keepAlive = 'timeout=60';
		await ask();
		await ask();
		expect(arrived.at(-1)).toBe(arrived.at(-2));
	});

	test('is not used for another application', async () => {
		await ask();
		await pass(1100);
		await ask('another');
		expect(arrived).toEqual([0, 1]);
	});

	test('is looked at, not more than three of them, until its host is known', async () => {
		await Promise.all(
			Array.from({ length: 8 }, async () => {
				await ask();
			}),
		);
		await settle();
		expect(open()).toBe(3);
	});

	test('is closed at the end', async () => {
		await ask();
		expect(open()).toBe(1);
		await closeStores();
		await settle();
		expect(open()).toBe(0);
	});
});

describe('a connection is closed', () => {
	test('when its answer was not read to the end', async () => {
		const { body } = await fetchStream(connections(), wanted());
		body.on('error', () => undefined).destroy();
		await settle();
		expect(open()).toBe(0);
		await ask();
		expect(arrived).toEqual([0, 1]);
	});

	test('when its request is given back', async () => {
		const connected = new Promise<Socket>((resolve) => server.once('connection', resolve));
		(await connections().take(wanted().url)).putBack();
		const socket = await connected;
		await settle();
		expect(socket.destroyed).toBe(true);
	});
});

test('a request on a connection that ended unseen is not sent on another in silence', async () => {
	const connected = new Promise<Socket>((resolve) => server.once('connection', resolve));
	const connection = await connections().take(wanted().url);
	(await connected).destroy();
	await settle();
	const onSend = jest.fn();
	const sent = connection.request({ path: '/x', method: 'GET' }, onSend);
	await expect(sent).rejects.toBeInstanceOf(Error);
	expect(arrived).toEqual([]);
});
