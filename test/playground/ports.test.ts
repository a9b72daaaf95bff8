import { createServer } from 'node:net';

import { freePort, isFree } from '../../playground/ports';

/** From here on systems take a port for a connection that a program opens: Linux 32768, others later. */
const firstOfConnections = 32_768;

describe('a free port', () => {
	it('stays free until its program listens, whatever connections others open meanwhile', async () => {
		for (let count = 0; count < 50; count += 1) {
			const port = await freePort();
			expect(port).toBeLessThan(firstOfConnections);
			expect(port).toBeGreaterThan(1023);
			expect(await isFree(port)).toBe(true);
		}
	});

	it('is given once', async () => {
		const ports = await Promise.all(Array.from({ length: 50 }, freePort));
		expect(new Set(ports).size).toBe(50);
	});

	it('is none that a program listens on', async () => {
		const next = (await freePort()) + 1;
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(next, '127.0.0.1', resolve));
		expect(await isFree(next)).toBe(false);
		expect(await freePort()).not.toBe(next);
		await new Promise((resolve) => server.close(resolve));
	});
});
