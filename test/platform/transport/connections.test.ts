import { createServer as createHttp, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

import { connectionsOf } from '../../../platform/transport/connections';
import { fetchText } from '../../../platform/transport/http';
import { closeStores } from '../../../platform/state/store';
import { cert, key } from '../../simulator/certificate';

/** How a server treats a connection after an answer. */
interface Manner {
	/** Closes it after so many milliseconds; absent: keeps it. */
	closeAfterMs?: () => number;
	/** What it says in its answers. */
	headers?: Record<string, string>;
}

interface Host {
	url: URL;
	/** Requests that arrived, by the number of their connection. */
	arrived: number[];
	manner: Manner;
	/** How many are open. */
	connections(): Promise<number>;
	close(): Promise<void>;
}

const open: Host[] = [];
afterEach(async () => {
	await closeStores();
	await Promise.all(
		open.splice(0).map(async (host) => {
			await host.close();
		}),
	);
});

/** A server on this machine that answers every request at once, and treats connections as told. */
async function startHost(manner: Manner, isTls = false): Promise<Host> {
	const numbers = new Map<Socket, number>();
	const host = { arrived: [] as number[], manner };
	const server: Server = (isTls ? createHttps({ cert, key }) : createHttp()) as Server;
	server.on('request', (request, response) => {
		const { socket } = request;
		if (!numbers.has(socket)) numbers.set(socket, numbers.size);
		host.arrived.push(numbers.get(socket) ?? -1);
		const { headers = { 'keep-alive': '' }, closeAfterMs } = host.manner;
		response.sendDate = false;
		response.shouldKeepAlive = true;
		for (const [name, value] of Object.entries(headers)) {
			if (value === '') response.removeHeader(name);
			else response.setHeader(name, value);
		}
		request.resume().on('end', () => {
			response.end('{"resultcode":"0"}', () => {
				if (closeAfterMs) setTimeout(() => socket.destroy(), closeAfterMs());
			});
		});
	});
	server.keepAliveTimeout = 60_000;
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const started: Host = Object.assign(host, {
		url: new URL(`${isTls ? 'https' : 'http'}://127.0.0.1:${port}/x`),
		connections: async () =>
			await new Promise<number>((resolve) => {
				server.getConnections((_, count) => {
					resolve(count);
				});
			}),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	});
	open.push(started);
	return started;
}

const ask = async ({ url }: Host): Promise<string> => {
	const connections = connectionsOf('test', { rejectUnauthorized: false });
	const request = { method: 'POST', url, headers: {}, body: '{}', timeoutMs: 10_000 } as const;
	return (await fetchText(connections, request)).text;
};

/** Sends so many requests, some side by side; tells what became of those that got no answer. */
async function askMany(host: Host, count: number, width: number): Promise<unknown[]> {
	const lost: unknown[] = [];
	let left = count;
	const worker = async (): Promise<void> => {
		while (left > 0) {
			left -= 1;
			await ask(host).catch((error: unknown) => lost.push(error));
		}
	};
	await Promise.all(Array.from({ length: width }, worker));
	return lost;
}

const pause = async (ms: number): Promise<void> => {
	await new Promise((resolve) => setTimeout(resolve, ms));
};
const random = (from: number, to: number) => (): number => from + Math.random() * (to - from);

describe('on a host that hangs up after each answer', () => {
	const SAYS: Array<[string, Record<string, string> | undefined]> = [
		['says nothing', undefined],
		['says that it keeps connections', { connection: 'keep-alive', 'keep-alive': 'timeout=5' }],
	];
	const MOMENTS: Array<[string, () => number]> = [
		['at once', () => 0],
		['7 to 60 ms later', random(7, 60)],
		['up to 300 ms later', random(0, 300)],
	];
	const cases = SAYS.flatMap(([says, headers]) =>
		MOMENTS.flatMap(([moment, closeAfterMs]) =>
			[false, true].map((isTls) => ({ says, headers, moment, closeAfterMs, isTls })),
		),
	);

	test.each(cases)('and $says, $moment (TLS: $isTls), no request is lost', async (manner) => {
		const host = await startHost(manner, manner.isTls);
		expect(await askMany(host, 120, 10)).toEqual([]);
		expect(host.arrived).toHaveLength(120);
	});

	test('no request is lost where one follows the other after a while', async () => {
		const host = await startHost({ closeAfterMs: random(7, 60) });
		const lost: unknown[] = [];
		for (let count = 0; count < 15; count += 1) {
			lost.push(...(await askMany(host, 1, 1)));
			await pause(30);
		}
		expect(lost).toEqual([]);
	});

	test('no request is lost where this process has stood still in the meantime', async () => {
		const headers = { connection: 'keep-alive', 'keep-alive': 'timeout=5' };
		const host = await startHost({ headers, closeAfterMs: () => 100 });
		await askMany(host, 3, 3);
		// All of it is due at once: the end of the connections, the look at them, and these requests.
		const lost = pause(1030).then(async () => await askMany(host, 3, 3));
		const end = performance.now() + 1500;
		while (performance.now() < end);
		expect(await lost).toEqual([]);
	});
});

describe('on a host that keeps connections', () => {
	const KEEPS = { connection: 'keep-alive', 'keep-alive': 'timeout=60' };

	test('and says so, they are used again once it has shown it', async () => {
		const host = await startHost({ headers: KEEPS });
		await askMany(host, 10, 2);
		await pause(1200);
		host.arrived.length = 0;
		expect(await askMany(host, 200, 10)).toEqual([]);
		expect(new Set(host.arrived).size).toBeLessThanOrEqual(10);
	});

	test('they are no longer used again once it has hung up', async () => {
		const host = await startHost({ headers: KEEPS });
		await askMany(host, 10, 2);
		await pause(1200);
		host.manner = { headers: KEEPS, closeAfterMs: () => 5 };
		await askMany(host, 1, 1);
		await pause(100);
		// Where the machine stands still, both times are over at once: what was closed is read after that.
		await pause(1);
		host.arrived.length = 0;
		expect(await askMany(host, 50, 5)).toEqual([]);
		expect(new Set(host.arrived).size).toBe(50);
	});

	test('and no longer says so, the next ones are opened ahead of need', async () => {
		const host = await startHost({ headers: KEEPS });
		await askMany(host, 10, 2);
		await pause(1200);
		host.manner = { headers: { connection: '', 'keep-alive': '' } };
		await askMany(host, 20, 1);
		await pause(200);
		expect(await host.connections()).toBeGreaterThan(0);
	});

	test('and says nothing, each is used once', async () => {
		const host = await startHost({ headers: { connection: '', 'keep-alive': '' } });
		await askMany(host, 5, 1);
		await pause(1200);
		host.arrived.length = 0;
		await askMany(host, 20, 2);
		expect(new Set(host.arrived).size).toBe(20);
	});
});

test('a run leaves no connection open that nobody will use', async () => {
	const headers = { connection: 'keep-alive', 'keep-alive': 'timeout=3' };
	const host = await startHost({ headers });
	await askMany(host, 100, 10);
	expect(await host.connections()).toBeGreaterThan(0);
	await pause(4500);
	expect(await host.connections()).toBe(0);
});
