import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** Spreads connections over several servers of this machine, as a load balancer does. */
export interface Balancer {
	/** Base address that stands for all of them. */
	readonly url: string;
	/** Stops listening and ends every connection. */
	close(): Promise<void>;
}

/**
 * Listens in front of servers. Each new connection goes to the next one in turn that takes it, so a
 * server that has died is passed over, and comes back when it listens again.
 */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
	const sockets = new Set<Socket>();
	let turn = 0;
	const server = createServer((client) => {
		keep(sockets, client);
		const first = turn++;
		const order = ports.map((_, index) => ports[(first + index) % ports.length] ?? 0);
		void reach(order, client).then((upstream) => {
			if (!upstream) {
				client.destroy();
				return;
			}
			keep(sockets, upstream);
			client.pipe(upstream).pipe(client);
			client.once('close', () => upstream.destroy());
			upstream.once('close', () => client.destroy());
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		async close() {
			const closed = new Promise((resolve) => server.close(resolve));
			for (const socket of sockets) socket.destroy();
			await closed;
		},
	};
}

/** Remembers a socket while it lives; one that breaks is no news here. */
function keep(sockets: Set<Socket>, socket: Socket): void {
	sockets.add(socket);
	socket.on('error', () => socket.destroy());
	socket.once('close', () => sockets.delete(socket));
}

/** The first server that takes a connection, while the client still waits. */
async function reach(ports: readonly number[], client: Socket): Promise<Socket | undefined> {
	for (const port of ports) {
		if (client.destroyed) return undefined;
		const upstream = connect(port, '127.0.0.1');
		const isOpen = await new Promise<boolean>((resolve) => {
			upstream.once('connect', () => {
				resolve(true);
			});
			upstream.once('error', () => {
				resolve(false);
			});
		});
		if (isOpen) return upstream;
	}
	return undefined;
}
