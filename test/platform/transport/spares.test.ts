import type { Socket } from 'node:net';
import { PassThrough } from 'node:stream';

import { createSpares, type Spares } from '../../../platform/transport/spares';

beforeEach(() => {
	jest.useFakeTimers();
});
afterEach(() => {
	jest.useRealTimers();
});

/** Spare sockets to a host that answers when the test says so; each socket that was opened, in order. */
function spareSockets() {
	const opened: PassThrough[] = [];
	const state = { isDown: false };
	const spares = createSpares(async () => {
		const socket = new PassThrough();
		opened.push(socket);
		await Promise.resolve();
		if (state.isDown) throw new Error('connect ECONNREFUSED');
		return socket as unknown as Socket;
	});
	return { spares, opened, state };
}

/** Lets what was opened arrive. */
const arrive = async (): Promise<void> => {
	await jest.advanceTimersByTimeAsync(0);
};

/** Sends so many requests that follow each other at once. */
function begin(spares: Spares, count: number): Array<() => void> {
	return Array.from({ length: count }, () => spares.begin(false));
}

describe('sockets opened ahead of need', () => {
	test('are none for a single request', async () => {
		const { spares, opened } = spareSockets();
		spares.begin(false);
		await arrive();
		expect(opened).toHaveLength(0);
	});

	test('are two for each request on its way in a run', async () => {
		const { spares, opened } = spareSockets();
		const [first] = begin(spares, 2);
		await arrive();
		expect(opened).toHaveLength(4);
		first?.();
		spares.begin(false);
		await arrive();
		expect(opened).toHaveLength(4);
		spares.begin(false);
		await arrive();
		expect(opened).toHaveLength(6);
	});

	test('are sixty-four at most', async () => {
		const { spares, opened } = spareSockets();
		begin(spares, 50);
		await arrive();
		expect(opened).toHaveLength(64);
	});

	test('are none for requests that follow each other slowly', async () => {
		const { spares, opened } = spareSockets();
		for (let count = 0; count < 5; count += 1) {
			spares.begin(false)();
			jest.advanceTimersByTime(1000);
		}
		await arrive();
		expect(opened).toHaveLength(0);
		spares.begin(false);
		jest.advanceTimersByTime(999);
		spares.begin(false);
		expect(opened).not.toHaveLength(0);
	});

	test('are none where connections are used again', async () => {
		const { spares, opened } = spareSockets();
		for (let count = 0; count < 5; count += 1) spares.begin(true);
		await arrive();
		expect(opened).toHaveLength(0);
	});

	test('are opened anew when the host was down for a moment', async () => {
		const { spares, opened, state } = spareSockets();
		state.isDown = true;
		begin(spares, 2);
		await arrive();
		expect(opened).toHaveLength(4);
		state.isDown = false;
		spares.begin(false);
		await arrive();
		expect(opened).toHaveLength(10);
		expect(await spares.take()).toBe(opened[4]);
	});
});

describe('a request takes', () => {
	test('a socket that is open already, each once', async () => {
		const { spares, opened } = spareSockets();
		begin(spares, 2);
		await arrive();
		const taken = [];
		for (let count = 0; count < 5; count += 1) taken.push(await spares.take());
		expect(taken).toEqual(opened);
		expect(new Set(taken).size).toBe(5);
	});

	test.each<[string, (socket: PassThrough) => void]>([
		['was closed', (socket) => socket.destroy()],
		['was ended', (socket) => socket.end()],
		['has something to read', (socket) => socket.write('HTTP/1.1 408')],
		['broke', (socket) => socket.emit('error', new Error('read ECONNRESET'))],
	])('no socket that %s meanwhile', async (_, happen) => {
		const { spares, opened } = spareSockets();
		begin(spares, 2);
		await arrive();
		const [first, second] = opened;
		if (first) happen(first);
		await arrive();
		expect(await spares.take()).toBe(second);
	});

	test('no socket that is open for more than a second: it is closed', async () => {
		const { spares, opened } = spareSockets();
		begin(spares, 2);
		await arrive();
		jest.advanceTimersByTime(900);
		const early = await spares.take();
		jest.advanceTimersByTime(200);
		expect(opened.filter(({ destroyed }) => !destroyed)).toEqual([early]);
		expect(await spares.take()).toBe(opened[4]);
	});

	test('a socket that is then its own: what it reads is not looked at any more', async () => {
		const { spares, opened } = spareSockets();
		begin(spares, 2);
		await arrive();
		await spares.take();
		opened[0]?.write('HTTP/1.1 200');
		await arrive();
		expect(opened[0]?.destroyed).toBe(false);
	});

	test('a new socket where there is none, and is told why that cannot be', async () => {
		const { spares, state } = spareSockets();
		state.isDown = true;
		await expect(spares.take()).rejects.toThrow('connect ECONNREFUSED');
	});
});

test('what nobody has taken is closed at the end, also what arrives later', async () => {
	const { spares, opened } = spareSockets();
	begin(spares, 2);
	await arrive();
	const taken = await spares.take();
	begin(spares, 1);
	spares.close();
	await arrive();
	expect(opened.length).toBeGreaterThan(4);
	expect(opened.filter(({ destroyed }) => !destroyed)).toEqual([taken]);
	expect(await spares.take()).toMatchObject({ destroyed: false });
});
