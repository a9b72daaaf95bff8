import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Listens for a moment: answers the port, or undefined when somebody else has it. */
async function tryPort(port: number): Promise<number | undefined> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE') resolve(undefined);
			else reject(error);
		});
		server.listen(port, '127.0.0.1', () => {
			const { port: used } = server.address() as AddressInfo;
			server.close(() => {
				resolve(used);
			});
		});
	});
}

/** Whether nobody listens on a port of this machine. */
export async function isFree(port: number): Promise<boolean> {
	return (await tryPort(port)) !== undefined;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
	const port = await tryPort(0);
	if (port === undefined) throw new Error('This machine has no free port.');
	return port;
}
