import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server of this machine that is as long as one through the internet. */
export interface Line {
	/** Port that stands for the server's. */
	port: number;
	/** Sets how long a trip there and back takes on connections opened from now on, in milliseconds. */
	setTrip(tripMs: number): void;
}

/**
 * Opens a proxy that hands everything on, in both directions, half a trip later. The kernel opens its
 * connections at once, so the trip that TCP takes to open one is added to what comes first on it: for a
 * client whose first bytes are TLS's that is the same.
 */
export async function openLine(serverPort: number): Promise<Line> {
	let tripMs = 0;
	const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
		const ends = { port: serverPort, host: '127.0.0.1', allowHalfOpen: true, noDelay: true };
		const upstream = connect(ends);
		handOn(client, upstream, tripMs / 2, performance.now() + tripMs);
		handOn(upstream, client, tripMs / 2);
	});
	await new Promise<void>((resolve) => {
		server.listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, resolve);
	});
	return {
		port: (server.address() as AddressInfo).port,
		setTrip(ms) {
			tripMs = ms;
		},
	};
}

/** @param openAt when the connection counts as open: nothing leaves before */
function handOn(from: Socket, to: Socket, delayMs: number, openAt = 0): void {
	const waiting: Array<{ at: number; act: () => void }> = [];
	const serve = (): void => {
		for (let next = waiting[0]; next; next = waiting[0]) {
			const left = next.at - performance.now();
			if (left > 0) {
				setTimeout(serve, left);
				return;
			}
			waiting.shift();
			next.act();
		}
	};
	const later = (act: () => void): void => {
		waiting.push({ at: Math.max(performance.now(), openAt) + delayMs, act });
		if (waiting.length === 1) serve();
	};
	from.on('data', (bytes: Buffer) => {
		later(() => to.write(bytes));
	});
	from.once('end', () => {
		later(() => to.end());
	});
	from.on('error', () => {
		later(() => to.destroy());
	});
}
