import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

import { freePort, isFree } from '../../../playground/machine/ports';

/** From here on systems take a port for a connection that a program opens: Linux 32768, others later. */
const firstOfConnections = 32_768;

describe('a free port', () => {
	const servers: Server[] = [];

	afterEach(async () => {
		const closed = servers.map((server) => once(server, 'close'));
		for (const server of servers.splice(0)) server.close();
		await Promise.all(closed);
	});

	/** @throws Error when another program has the port. */
	const listen = async (port: number): Promise<void> => {
		const server = createServer().listen(port, '127.0.0.1');
		await once(server, 'listening');
		servers.push(server);
	};

	it('is none that a system takes for a connection before its program listens', async () => {
		for (let count = 0; count < 50; count += 1) {
			const port = await freePort();
			expect(port).toBeLessThan(firstOfConnections);
			expect(port).toBeGreaterThan(1023);
		}
	});

	it('is given once', async () => {
		const ports = await Promise.all(Array.from({ length: 50 }, freePort));
		expect(new Set(ports).size).toBe(50);
	});

	it('is not free any more once a program listens on it', async () => {
		const port = await freePort();
		await listen(port);
		expect(await isFree(port)).toBe(false);
	});

	it('is none that a program listens on', async () => {
		// Ports come in a row: some of these listen on the next ones, if nobody else does.
		const last = await freePort();
		await Promise.allSettled([1, 2, 3, 4, 5].map((step) => listen(last + step)));
		const taken = servers.map((server) => (server.address() as AddressInfo).port);
		expect(taken).not.toEqual([]);
		expect(taken).not.toContain(await freePort());
	});
});
