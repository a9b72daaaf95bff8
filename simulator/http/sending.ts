import type { FastifyReply, FastifyRequest } from 'fastify';

import { contentOf } from './answers';
import type { Answer } from './answers';
import type { Clock } from '../wire/clock';
import type { RecordedRequest } from '../wire/journal';

/** Requests and answers as they go over the wire. */

/** The record of a request that has just arrived. */
export function recordOf(request: FastifyRequest, id: number): RecordedRequest {
	const { raw } = request;
	const rawUrl = request.url;
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
	answer: Answer,
): Promise<void> {
	const content = contentOf(answer);
	record.status = answer.status;
	record.answerBody = content?.data.toString() ?? '';
	void reply.code(answer.status);
	if (content) void reply.header('content-type', content.type);
	await reply.headers(answer.headers ?? {}).send(content?.data);
}

/** Ends a connection at once, with a reset where the transport has one. */
function resetSocket({ socket }: FastifyRequest['raw']): void {
	if ('encrypted' in socket) socket.destroy();
	else socket.resetAndDestroy();
}

/** Sends nothing: the connection is reset. */
export function dropConnection(reply: FastifyReply): void {
	reply.hijack();
	resetSocket(reply.request.raw);
}

/** Sends the head of an answer and this part of its content (0 to 1), then ends the connection. */
export function sendPart(reply: FastifyReply, answer: Answer, part: number): void {
	const content = contentOf(answer);
	const bytes = Buffer.from(content?.data ?? '');
	const { raw } = reply;
	reply.hijack();
	raw.writeHead(answer.status, {
		...answer.headers,
		...(content && { 'content-type': content.type }),
		'content-length': bytes.length,
	});
	raw.flushHeaders();
	const sent = bytes.subarray(0, Math.floor(bytes.length * part));
	if (sent.length > 0) raw.write(sent);
	// Not a reset: that could overtake what was sent.
	reply.request.raw.socket.destroySoon();
}

/** Sends the beginning of a 200, then one blank every `gapMs` real milliseconds, for ever. */
export function sendDrip(
	reply: FastifyReply,
	clock: Clock,
	{ type, begin }: { type: string; begin: string | Buffer },
	gapMs = 100,
): void {
	const { raw } = reply;
	reply.hijack();
	raw.writeHead(200, { 'content-type': type });
	raw.write(begin);
	const drip = (): void => {
		if (raw.destroyed) return;
		raw.write(' ');
		clock.afterReal(gapMs, drip);
	};
	drip();
}
