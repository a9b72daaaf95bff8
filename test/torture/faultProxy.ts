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
] as const;

/** One of {@link stages}. */
export type Stage = (typeof stages)[number];

/** A TCP proxy that cuts connections as planned. */
export interface FaultProxy {
	readonly url: string;
	/** How often each stage has been met. */
	readonly met: Readonly<Record<Stage, number>>;
	/** The stages at which the next requests are cut, one each; what comes after them passes. */
	plan(next: readonly Stage[]): void;
	/** Resolves when no request is on its way to the platform any more. */
	settled(): Promise<void>;
	close(): Promise<void>;
}

/** How long after its connection was reset a late request arrives, in milliseconds. */
const lateMs = 150;

/** Opens a proxy in front of a server of this machine. Requests must have a known length. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
	const port = Number(new URL(target).port);
	const met = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>;
	const sockets = new Set<Socket>();
	const onTheWay = new Set<Promise<void>>();
	let planned: Stage[] = [];

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
	const deliverLate = (bytes: Buffer): void => {
		const way = pause(lateMs)
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
				deliverLate(request);
				return;
			case 'beforeAnswer':
				await deliver(request);
				client.resetAndDestroy();
				return;
			case 'midAnswer': {
				const answer = await deliver(request);
				client.end(answer.subarray(0, answer.length - 4));
				return;
			}
			case 'none':
				client.write(await deliver(request));
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
			void handle(client, request);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port: own } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${own}`,
		met,
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
