import type { Socket } from 'node:net';

import { openStore } from '../state/store';
import { isHangUp } from './failures';
import { createHabits, keepAliveMs, LOOK_AFTER_MS, type Habits } from './habits';
import { socketOpener, type SocketSettings } from './sockets';
import { createSpares, type Spares } from './spares';
import { Client, request, type RequestOptions, type ResponseData } from './undici';

/** Connections to the hosts that an application speaks to. */
export interface Connections {
	/**
	 * A connection for one request: a new one, or one that is certain to be open.
	 *
	 * @throws what kept the connection from being opened; nothing was sent
	 */
	take(url: URL): Promise<Connection>;
}

/** An open connection, for one request. */
export interface Connection {
	/** @param onSend told when the request is written: before, nobody can have acted on it */
	request(options: Omit<RequestOptions, 'origin'>, onSend: () => void): Promise<ResponseData>;
	/** Gives the connection back unused. */
	putBack(): void;
}

/** What is known of one host, and the connections that are open to it. */
interface Lane extends Connections {
	close(): void;
}

/** Hosts are forgotten when nothing was sent to them for this long, in milliseconds. */
const LANE_LIFE_MS = 10 * 60_000;
/** How long after the first look at an idle connection the second one comes, in milliseconds. */
const LOOK_AGAIN_MS = 10;
/** Idle connections that are only looked at, to learn whether the host keeps them. */
const MOST_OBSERVED = 3;
/** Idle connections of one host that may be used again. */
const MOST_IDLE = 100;

const lanes = openStore<Lane>({
	most: 200,
	lifeMs: LANE_LIFE_MS,
	onGone: (lane) => {
		lane.close();
	},
});

/** Opens connections; those with the same key are shared, host by host. */
export function connectionsOf(key: string, settings: SocketSettings): Connections {
	return {
		take: async (url) =>
			await lanes.open(`${key} ${url.origin}`, () => openLane(url.origin, settings)).take(url),
	};
}

/** An idle connection and the time until which it may be used. */
interface Idle {
	client: Client;
	until: number;
	/** What is to happen while it is idle. */
	timers: NodeJS.Timeout[];
}

function openLane(origin: string, settings: SocketSettings): Lane {
	const habits: Habits = createHabits();
	const open = socketOpener(settings);
	const spares: Spares = createSpares(async () => await open(new URL(origin)));
	let idle: Idle[] = [];

	/** Takes a connection out of the idle ones. */
	function take(entry: Idle): Client {
		idle = idle.filter((other) => other !== entry);
		entry.timers.forEach(clearTimeout);
		return entry.client;
	}

	function drop(client: Client): void {
		const entry = idle.find((candidate) => candidate.client === client);
		if (entry) take(entry);
		void client.destroy();
	}

	function dropAll(): void {
		for (const entry of idle) void take(entry).destroy();
	}

	function clientOn(socket: Socket): Client {
		let unused: Socket | undefined = socket;
		const client = new Client(origin, {
			pipelining: 1,
			keepAliveTimeout: LANE_LIFE_MS,
			// A connection that is gone is not opened again in silence: the request goes to another one.
			connect: (_, callback) => {
				const given = unused;
				unused = undefined;
				// A client does not go on when it is told while it asks.
				queueMicrotask(() => {
					if (given) callback(null, given);
					else callback(new Error('The connection is closed.'), null);
				});
			},
		});
		client.on('disconnect', (_url, _targets, error) => {
			// Closed by ourselves: undici gives a connection up before its host may close it.
			const isOwn = !isHangUp(error);
			const entry = idle.find((candidate) => candidate.client === client);
			if (entry && !isOwn && performance.now() < entry.until) {
				habits.hungUp();
				dropAll();
			}
			drop(client);
		});
		return client;
	}

	/** Keeps an idle connection, to be used again where the host is known to keep it. */
	function keep(client: Client, lifeMs: number): void {
		if (lifeMs === 0) habits.saidNothing();
		const most = habits.keeps ? MOST_IDLE : MOST_OBSERVED;
		if (lifeMs <= LOOK_AFTER_MS || idle.length >= most) {
			drop(client);
			return;
		}
		const look = (): void => {
			habits.stayedOpen();
		};
		const end = (): void => {
			drop(client);
		};
		const timers = [
			// After this process has stood still, timers come before what arrived meanwhile, the end of this
			// connection too: a second look comes after it.
			setTimeout(() => timers.push(setTimeout(look, LOOK_AGAIN_MS).unref()), LOOK_AFTER_MS).unref(),
			setTimeout(end, lifeMs).unref(),
		];
		idle.push({ client, until: performance.now() + lifeMs, timers });
	}

	function reusable(): Client | undefined {
		if (!habits.keeps) return undefined;
		const now = performance.now();
		// The one that was used last has the longest time left.
		const entry = [...idle].reverse().find(({ until }) => until > now);
		return entry && take(entry);
	}

	/** @param fresh the client's socket, when it is its first request */
	function connectionOn(client: Client, fresh?: Socket): Connection {
		const end = (): void => {
			drop(client);
			// A client takes hold of its socket with the first request: before, it cannot close it.
			fresh?.destroy();
		};
		return {
			async request(options, onSend) {
				const done = spares.begin(habits.keeps);
				try {
					const answer = await request(client, { ...options, origin }, onSend);
					const { body, headers } = answer;
					body.once('close', () => {
						done();
						if (body.readableEnded) keep(client, keepAliveMs(headers));
						else drop(client);
					});
					return answer;
				} catch (error) {
					done();
					if (!fresh && isHangUp(error)) habits.hungUp();
					end();
					throw error;
				}
			},
			putBack: end,
		};
	}

	return {
		async take() {
			const known = reusable();
			if (known) return connectionOn(known);
			const socket = await spares.take();
			return connectionOn(clientOn(socket), socket);
		},
		close() {
			spares.close();
			dropAll();
		},
	};
}
