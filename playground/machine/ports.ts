import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Whether nobody listens on a port of this machine: listens on it for a moment. */
export async function isFree(port: number): Promise<boolean> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE') resolve(false);
			else reject(error);
		});
		server.listen(port, '127.0.0.1', () => {
			server.close(() => {
				resolve(true);
			});
		});
	});
}

/**
 * Ports below those from which Linux (32768 on), macOS and Windows (49152 on) take one for a
 * connection that a program opens: nobody gets such a port by chance before its program listens.
 */
const first = 20_000;
const count = 12_768;

/** How many ports this process has tried, and where it began: others begin elsewhere. */
let tried = 0;
const start = randomInt(count);

/** A port that nobody listens on, and that this process gets once. */
export async function freePort(): Promise<number> {
	for (let tries = 0; tries < count; tries += 1) {
		const port = first + ((start + tried) % count);
		tried += 1;
		if (await isFree(port)) return port;
	}
	throw new Error('This machine has no free port.');
}
