import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

import { cert, key } from './certificate';
import { serve } from './childProcess';
import { openLine } from './line';

/** What the server is asked by the measuring process. */
export type ServerTask = { task: 'begin'; behaviour: ServerBehaviour } | { task: 'end' };

/** How the server answers. */
export interface ServerBehaviour {
	/** It waits so long before it answers, in milliseconds. */
	delayMs?: number;
	/** It is so far away, there and back, in milliseconds. */
	tripMs?: number;
	/** It closes each connection a moment after its answer, without saying so, as the platform does. */
	hangsUp?: boolean;
}

/** What came in between a `begin` and its `end`. */
export interface ServerCounts {
	url: string;
	/** TLS connections opened. */
	connections: number;
	requests: number;
}

/** The platform's side, as fast as it can be: binds after a delay, and hands out a recording. */
const server = createServer({ key, cert }, handle);
const chunk = Buffer.alloc(64 * 1024, 'speech');
/** Shortest and longest time from an answer to the end of its connection, in milliseconds. */
const HANG_UP_MS = [7, 60] as const;
const answered = new WeakSet<Socket>();
let behaviour: ServerBehaviour = {};
let connections = 0;
let requests = 0;

server.on('secureConnection', () => {
	connections += 1;
});
server.keepAliveTimeout = 60_000;

const listening = new Promise<number>((resolve) => {
	server.listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, () => {
		resolve((server.address() as AddressInfo).port);
	});
});
const lineOpened = listening.then(openLine);

serve<ServerTask, ServerCounts>(async (task) => {
	const [nearPort, line] = await Promise.all([listening, lineOpened]);
	if (task.task === 'begin') {
		({ behaviour } = task);
		line.setTrip(behaviour.tripMs ?? 0);
		connections = 0;
		requests = 0;
	}
	const port = behaviour.tripMs ? line.port : nearPort;
	return { url: `https://127.0.0.1:${port}`, connections, requests };
});

function handle(request: IncomingMessage, response: ServerResponse): void {
	const { delayMs = 0, hangsUp = false } = behaviour;
	// What comes on a connection that is about to be closed is never read.
	if (answered.has(request.socket)) return;
	requests += 1;
	if (hangsUp) hangUpAfter(response, request.socket);
	if (request.url?.startsWith('/recording/')) {
		sendRecording(Number(request.url.split('/')[2]), response);
		return;
	}
	const parts: Buffer[] = [];
	request.on('data', (part: Buffer) => parts.push(part));
	request.on('end', () => {
		const answer = (): void => {
			bind(request, Buffer.concat(parts).toString(), response);
		};
		if (delayMs === 0) answer();
		else setTimeout(answer, delayMs);
	});
}

function hangUpAfter(response: ServerResponse, socket: Socket): void {
	const [shortest, longest] = HANG_UP_MS;
	// Neither Connection nor Keep-Alive.
	response.removeHeader('connection');
	response.once('finish', () => {
		answered.add(socket);
		setTimeout(
			() => {
				socket.destroySoon();
			},
			shortest + ((requests * 17) % (longest - shortest)),
		);
	});
}

/** Binds whom it is asked to bind; a request without a signature did not do the work. */
function bind({ headers }: IncomingMessage, text: string, response: ServerResponse): void {
	const { callerNum, calleeNum, relationNum } = JSON.parse(text) as Record<string, string>;
	const isSigned = headers.authorization?.startsWith('AKSK ') && headers['x-aksk'];
	const isWhole = [callerNum, calleeNum, relationNum].every((number) => number?.startsWith('+86'));
	const body = {
		resultcode: isSigned && isWhole ? '0' : '1010004',
		resultdesc: isSigned && isWhole ? 'Success' : 'Invalid request.',
		relationNum,
		subscriptionId: `sub-${requests}`,
		callDirection: 0,
		duration: 86400,
		maxDuration: 0,
	};
	response.writeHead(isSigned && isWhole ? 200 : 400, { 'Content-Type': 'application/json' });
	response.end(JSON.stringify(body));
}

function sendRecording(megabytes: number, response: ServerResponse): void {
	let left = megabytes * 16;
	response.writeHead(200, {
		'Content-Type': 'audio/wav',
		'Content-Length': left * chunk.length,
	});
	const fill = (): void => {
		while (left > 0) {
			left -= 1;
			if (!response.write(chunk)) return;
		}
		response.end();
	};
	response.on('drain', fill);
	fill();
}
