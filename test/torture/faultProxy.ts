import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** Where on its way a request or its answer is cut off. */
export const stages = [
	/** Nothing is cut. */
	'none',
	/** The connection is reset before anything has been passed on. */
	'beforeSend',
	/** The platform gets half of the request. */
	'midRequest',
	/** The platform acts; its answer is dropped and the connection reset. */
	'beforeAnswer',
	/** The platform acts; the client gets half of the answer. */
	'midAnswer',
	/** The connection is reset, and the request still arrives a moment later. */
	'lateArrival',
	/** A gateway answers 504 at once; the platform acts 0.7 to 4 seconds later. */
	'lateEffect',
] as const;

/** One of {@link stages}. */
export type Stage = (typeof stages)[number];

/** What becomes of a connection after an answer. */
export const endings = [
	/** It is closed a moment later, and no header says so, as the platform's documents have it. */
	'short',
	/** The answer says that it stays open, and yet it is closed a moment later. */
	'falselyKept',
	/** It stays open, as the answer says. */
	'kept',
] as const;

/** One of {@link endings}. */
export type Ending = (typeof endings)[number];

/** A TCP proxy that cuts connections as planned. */
export interface FaultProxy {
	readonly url: string;
	/** How often each stage has been met. */
	readonly met: Readonly<Record<Stage, number>>;
	/** Requests that came on a connection that had carried one before. */
	readonly reused: number;
	/** Of these, the ones that came while their connection was being closed: nobody read them. */
	readonly unread: number;
	/** The stages at which the next requests are cut, one each; what comes after them passes. */
	plan(next: readonly Stage[]): void;
	/** Resolves when no request is on its way to the platform any more. */
	settled(): Promise<void>;
	close(): Promise<void>;
}

/** How long after its connection was reset a late request arrives, in milliseconds. */
const lateMs = 150;
/** Shortest and longest time after which a late effect comes, in milliseconds. */
const lateEffectMs = [700, 4000] as const;
/** Longest time from an answer to the end of its connection, in milliseconds. */
const longestEndMs = 60;
/** For how long a connection that is kept may be idle, in seconds. */
const keptSeconds = 5;

const gatewayTimeout = 'HTTP/1.1 504 Gateway Timeout\r\nContent-Length: 0\r\n\r\n';
const staysOpen = `\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${keptSeconds}\r\n`;

/**
 * Opens a proxy in front of a server of this machine. Requests must have a known length.
 *
 * @param random numbers from 0 to 1: when connections end and effects come
 */
export async function startFaultProxy(
	target: string,
	ending: Ending,
	random: () => number,
): Promise<FaultProxy> {
	const port = Number(new URL(target).port);
	const met = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>;
	const sockets = new Set<Socket>();
	const onTheWay = new Set<Promise<void>>();
	/** The last answer on each connection that has given one. */
	const lastOn = new WeakMap<Socket, Buffer>();
	let planned: Stage[] = [];
	let reused = 0;
	let unread = 0;

	const open = (): Socket => keep(connect(port, '127.0.0.1'));
	function keep(socket: Socket): Socket {
		sockets.add(socket);
		socket.on('error', () => socket.destroy());
		socket.once('close', () => sockets.delete(socket));
		return socket;
	}

	/** Sends bytes on a connection of their own; resolves with the whole answer's first part. */
	const deliver = (bytes: Buffer): Promise<Buffer> => {
		const arrived = new Promise<Buffer>((resolve) => {
			const upstream = open();
			upstream.once('data', (answer: Buffer) => {
				resolve(answer);
				upstream.destroy();
			});
			upstream.once('close', () => {
				resolve(Buffer.alloc(0));
			});
			upstream.write(bytes);
		});
		const way = arrived.then(() => undefined);
		onTheWay.add(way);
		void way.finally(() => onTheWay.delete(way));
		return arrived;
	};
	const deliverLate = (bytes: Buffer, ms: number): void => {
		const way = pause(ms)
			.then(() => deliver(bytes))
			.then(() => undefined);
		onTheWay.add(way);
		void way.finally(() => onTheWay.delete(way));
	};
	/** Gives the platform a part of a request, and hangs up once it has left. */
	const deliverPart = (bytes: Buffer): void => {
		const upstream = open();
		upstream.end(bytes);
		upstream.resume();
	};

	/** Gives a whole answer, after which the connection ends or not. */
	const answer = (client: Socket, bytes: Buffer): void => {
		if (ending === 'short') client.write(bytes);
		else client.write(bytes.toString('latin1').replace('\r\n', staysOpen), 'latin1');
		const ms = ending === 'kept' ? keptSeconds * 1000 : random() * longestEndMs;
		setTimeout(() => {
			if (ending !== 'kept' || lastOn.get(client) === bytes) client.destroySoon();
		}, ms).unref();
		lastOn.set(client, bytes);
	};

	async function handle(client: Socket, request: Buffer): Promise<void> {
		const stage = planned.shift() ?? 'none';
		met[stage] += 1;
		switch (stage) {
			case 'beforeSend':
				client.resetAndDestroy();
				return;
			case 'midRequest':
				deliverPart(request.subarray(0, Math.floor(request.length / 2)));
				client.destroy();
				return;
			case 'lateArrival':
				client.resetAndDestroy();
				deliverLate(request, lateMs);
				return;
			case 'beforeAnswer':
				await deliver(request);
				client.resetAndDestroy();
				return;
			case 'midAnswer': {
				const whole = await deliver(request);
				client.end(whole.subarray(0, whole.length - 4));
				return;
			}
			case 'lateEffect': {
				const [shortest, longest] = lateEffectMs;
				deliverLate(request, shortest + random() * (longest - shortest));
				answer(client, Buffer.from(gatewayTimeout));
				return;
			}
			case 'none':
				answer(client, await deliver(request));
		}
	}

	const server = createServer((client) => {
		keep(client);
		let pending = Buffer.alloc(0);
		client.on('data', (chunk: Buffer) => {
			pending = Buffer.concat([pending, chunk]);
			const length = requestLength(pending);
			if (length === undefined || pending.length < length) return;
			const request = pending.subarray(0, length);
			pending = pending.subarray(length);
			if (lastOn.has(client)) {
				reused += 1;
				if (ending !== 'kept') {
					unread += 1;
					return;
				}
			}
			void handle(client, request);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port: own } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${own}`,
		met,
		get reused() {
			return reused;
		},
		get unread() {
			return unread;
		},
		plan(next) {
			planned = [...next];
		},
		async settled() {
			while (onTheWay.size > 0) await Promise.all(onTheWay);
		},
		async close() {
			const closed = new Promise((resolve) => server.close(resolve));
			for (const socket of sockets) socket.destroy();
			await closed;
		},
	};
}

/** Length of the request that these bytes begin with; undefined while its head is not complete. */
function requestLength(bytes: Buffer): number | undefined {
	const end = bytes.indexOf('\r\n\r\n');
	if (end < 0) return undefined;
	const [, length = '0'] =
		/^content-length: *(\d+)\r?$/im.exec(bytes.toString('latin1', 0, end)) ?? [];
	return end + 4 + Number(length);
}

async function pause(ms: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, ms));
}
