import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Answer } from '../wire/answers';
import type { RecordedRequest } from '../wire/journal';
import { refusals } from '../wire/refusals';
import type { RefusalName } from '../wire/refusals';
import type { Fault } from './faults';

/** Answers as they go over the wire, whole or damaged by a fault. */

/** The record of a request that has just arrived. */
export function recordOf(request: FastifyRequest, id: number): RecordedRequest {
	const { raw } = request;
	const rawUrl = raw.url ?? '/';
	return {
		id,
		time: new Date().toISOString(),
		method: request.method,
		path: rawUrl.split('?', 1)[0] ?? rawUrl,
		rawUrl,
		headers: raw.headers,
		rawHeaders: raw.rawHeaders,
		rawBody: typeof request.body === 'string' ? request.body : '',
		remoteAddress: raw.socket.remoteAddress ?? '',
		remotePort: raw.socket.remotePort ?? 0,
	};
}

/** Sends a whole answer. */
export async function sendAnswer(
	reply: FastifyReply,
	record: RecordedRequest,
	{ status, body, headers }: Answer,
): Promise<void> {
	const text = body === undefined ? '' : JSON.stringify(body);
	record.status = status;
	record.answerBody = text;
	void reply.code(status).headers(headers ?? {});
	if (body !== undefined) void reply.header('content-type', 'application/json;charset=UTF-8');
	await reply.send(text);
}

/** Ends the connection at once, with a reset where the transport has one. */
export function dropConnection(reply: FastifyReply): void {
	reply.hijack();
	const { socket } = reply.raw;
	if (!socket) return;
	if ('encrypted' in socket) socket.destroy();
	else socket.resetAndDestroy();
}

const html = (title: string): string =>
	`<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>`;

const refused: Partial<Record<Fault['kind'], RefusalName>> = {
	internalError: 'internalSystemError',
	flowControl: 'flowControl',
	trafficControl: 'trafficControl',
	ipNotAllowed: 'ipNotAllowed',
};

/** Answers that a fault gives in place of the right one; undefined: the fault works otherwise. */
export function faultAnswer(fault: Fault): Answer | { status: number; html: string } | undefined {
	const name = refused[fault.kind];
	if (name) {
		const [http, code, text] = refusals[name];
		return { status: http, body: { resultcode: code, resultdesc: text } };
	}
	switch (fault.kind) {
		case 'code':
			return {
				status: fault.http ?? 403,
				body: { resultcode: fault.code ?? '1010002', resultdesc: fault.text ?? 'Invalid request.' },
			};
		case 'htmlError':
			return { status: 500, html: html('500 Internal Server Error') };
		case 'badGateway':
			return { status: 502, html: html('502 Bad Gateway') };
		case 'redirect': {
			const { location } = fault;
			return {
				status: fault.http ?? 302,
				headers: location === undefined ? undefined : { location },
			};
		}
		default:
			return undefined;
	}
}

/** Sends an HTML page. */
export async function sendHtml(
	reply: FastifyReply,
	record: RecordedRequest,
	status: number,
	page: string,
): Promise<void> {
	record.status = status;
	record.answerBody = page;
	await reply.code(status).header('content-type', 'text/html').send(page);
}

/** Sends an answer whose JSON ends in the middle; the HTTP message itself is complete. */
export async function sendTruncated(
	reply: FastifyReply,
	record: RecordedRequest,
	{ status, body }: Answer,
): Promise<void> {
	const text = JSON.stringify(body ?? {});
	const half = text.slice(0, Math.max(1, Math.floor(text.length / 2)));
	record.status = status;
	record.answerBody = half;
	await reply.code(status).header('content-type', 'application/json;charset=UTF-8').send(half);
}

/** Sends half of an answer and lets the connection die. */
export function sendCut(reply: FastifyReply, { status, body }: Answer): void {
	const text = JSON.stringify(body ?? {});
	const { raw } = reply;
	reply.hijack();
	raw.writeHead(status, {
		'content-type': 'application/json;charset=UTF-8',
		'content-length': Buffer.byteLength(text),
	});
	raw.write(text.slice(0, Math.floor(text.length / 2)), () => raw.socket?.destroy());
}
