import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { cert, key } from './certificate';
import { serve } from './childProcess';

/** What the server is asked by the measuring process. */
export type ServerTask = { task: 'begin'; delayMs: number } | { task: 'end' };

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
let delayMs = 0;
let connections = 0;
let requests = 0;

server.on('secureConnection', () => {
	connections += 1;
});
server.keepAliveTimeout = 60_000;

const listening = new Promise<string>((resolve) => {
	server.listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, () => {
		resolve(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
	});
});

serve<ServerTask, ServerCounts>(async (task) => {
	const url = await listening;
	if (task.task === 'begin') {
		delayMs = task.delayMs;
		connections = 0;
		requests = 0;
	}
	return { url, connections, requests };
});

function handle(request: IncomingMessage, response: ServerResponse): void {
	requests += 1;
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
