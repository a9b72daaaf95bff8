import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Agent, fetch } from 'undici';
import type { Headers } from 'undici';

import { startSimulator } from '../../simulator';
import type { Simulator, SimulatorApplication, SimulatorOptions } from '../../simulator';

/** An AXB application with two numbers in Shenzhen and one in Beijing. */
export const axbApplication: SimulatorApplication = {
	appKey: 'axbKey',
	appSecret: 'axbSecret',
	mode: 'AXB',
	numbers: [
		{ number: '+8613800006666', areaCode: '0755' },
		{ number: '+8613800006667', areaCode: '0755' },
		{ number: '+8613800006668', areaCode: '010' },
	],
};

/** What a test changes of a signed request. */
export interface Signing {
	appKey?: string;
	appSecret?: string;
	scheme?: 'AKSK' | 'WSSE';
	nonce?: string;
	created?: string;
	/** Headers that replace the right ones; undefined leaves one out. */
	headers?: Record<string, string | undefined>;
}

/** Headers as the documents tell a client to send them. */
export function signedHeaders(signing: Signing = {}): Record<string, string> {
	const { appKey = 'axbKey', appSecret = 'axbSecret', scheme = 'AKSK' } = signing;
	const nonce = signing.nonce ?? randomBytes(8).toString('hex');
	// The clock that a test may have stopped.
	const now = new Date(Date.now());
	const created = signing.created ?? now.toISOString().replace(/\.\d+Z$/, 'Z');
	const digest =
		scheme === 'AKSK'
			? createHmac('sha256', appSecret)
					.update(nonce + created)
					.digest('base64')
			: createHash('sha256')
					.update(nonce + created + appSecret)
					.digest('base64');
	const headers: Record<string, string | undefined> = {
		'Content-Type': 'application/json;charset=UTF-8',
		Authorization: `${scheme} realm="SDP",profile="UsernameToken",type="Appkey"`,
		[`X-${scheme}`]: `UsernameToken Username="${appKey}",PasswordDigest="${digest}",Nonce="${nonce}",Created="${created}"`,
		...signing.headers,
	};
	return Object.fromEntries(
		Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
	);
}

/** The answer to a request. */
export interface ApiAnswer {
	status: number;
	json: Record<string, unknown>;
	text: string;
	headers: Headers;
}

/** The platform hangs up after each answer, so every request has a connection of its own. */
const dispatcher = new Agent({ pipelining: 0 });

/** Sends one signed request. */
export async function call(
	simulator: Simulator,
	method: string,
	pathAndQuery: string,
	body?: unknown,
	signing?: Signing,
): Promise<ApiAnswer> {
	const answer = await fetch(simulator.url + pathAndQuery, {
		method,
		headers: signedHeaders(signing),
		body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
		redirect: 'manual',
		dispatcher,
	});
	const text = await answer.text();
	let json: Record<string, unknown> = {};
	try {
		json = JSON.parse(text) as Record<string, unknown>;
	} catch {
		// Some answers are no JSON.
	}
	return { status: answer.status, json, text, headers: answer.headers };
}

/** `403 1012010` and the like, to compare refusals in one line. */
export const outcome = ({ status, json }: ApiAnswer): string =>
	`${status} ${String(json.resultcode)}`;

/** A push as it reached the customer. */
export interface Received {
	headers: IncomingHttpHeaders;
	body: string;
	json: Record<string, unknown>;
	at: number;
}

/** A customer's server that answers pushes. */
export interface Receiver {
	url: string;
	received: Received[];
	/** Changes the answers: status and body, or nothing at all (`hang`). */
	answerWith(answer: (push: Received) => { status: number; body?: string } | 'hang'): void;
	close(): Promise<void>;
}

/** Starts a server that answers 200 with an empty body. */
export async function startReceiver(): Promise<Receiver> {
	const received: Received[] = [];
	let decide: Parameters<Receiver['answerWith']>[0] = () => ({ status: 200 });
	const server: Server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks).toString();
			const push: Received = {
				headers: request.headers,
				body,
				json: JSON.parse(body) as Record<string, unknown>,
				at: Date.now(),
			};
			received.push(push);
			const answer = decide(push);
			if (answer === 'hang') return;
			response.writeHead(answer.status).end(answer.body ?? '');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/push`,
		received,
		answerWith(answer) {
			decide = answer;
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Things to close after each test. */
const opened: { close(): Promise<void> }[] = [];

/** Closes what `open` and `openReceiver` started, and lets a stopped clock go again. */
export async function closeAll(): Promise<void> {
	jest.restoreAllMocks();
	await Promise.all(opened.splice(0).map((thing) => thing.close()));
}

/** Stops the clock until the test is over, while timers go on. The function returned lets so many seconds pass. */
export function stopClock(): (seconds: number) => void {
	let now = Date.now();
	jest.spyOn(Date, 'now').mockImplementation(() => now);
	return (seconds) => {
		now += seconds * 1000;
	};
}

/**
 * Starts a simulator that is closed after the test; a thousand times as fast unless told otherwise.
 * It waits longer for an answer to a Block request than the platform, so that a busy machine is no
 * silent customer.
 */
export async function open(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
	const simulator = await startSimulator({
		applications: [axbApplication],
		speed: 1000,
		...options,
		timings: { blockTimeoutMs: 60_000, ...options.timings },
	});
	opened.push(simulator);
	return simulator;
}

/** Starts a receiver that is closed after the test. */
export async function openReceiver(): Promise<Receiver> {
	const receiver = await startReceiver();
	opened.push(receiver);
	return receiver;
}

/** Bodies of the pushes that the simulator made, parsed. */
export const bodies = (simulator: Simulator, event?: string): Record<string, unknown>[] =>
	simulator.pushes
		.filter((push) => event === undefined || push.event === event)
		.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

/** A part of a body as an object. */
export const part = (body: unknown, name: string): Record<string, unknown> =>
	(body as Record<string, Record<string, unknown>>)[name] ?? {};

/** The first call record of a push. */
export const fee = (body: unknown): Record<string, unknown> =>
	(body as { feeLst: Record<string, unknown>[] }).feeLst[0] ?? {};

/** An application of a mode with numbers `+8613800006666`, …67 in Shenzhen and …68 in Beijing. */
export const applicationOf = (
	mode: SimulatorApplication['mode'],
	more: Partial<SimulatorApplication> = {},
): SimulatorApplication => ({ ...axbApplication, mode, ...more });
