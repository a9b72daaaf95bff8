import type { Response } from 'express';

import { JSON_TYPE } from '../../platform/application/headers';
import { LONGEST_TIMER_MS } from '../../platform/transport/timer';
import type { JsonObject } from '../../platform/wire/json';
import { waits } from './load';

/** Answers with an empty 200: "taken", in the platform's words. */
export function acknowledge(response: Response): void {
	response.status(200).end();
}

/** Answers a Block request at once. */
export function reply(response: Response, body: JsonObject): void {
	response.status(200).setHeader('Content-Type', JSON_TYPE);
	response.end(JSON.stringify(body));
}

/**
 * Refuses a push, with a reason that a person at the console can read; unless it was answered.
 *
 * @returns whether it was not
 */
export function refusePush(response: Response, status: number, message: string): boolean {
	if (response.headersSent) return false;
	response.status(status).json({ message });
	return true;
}

/** How a waiting request is answered. */
export interface WaitingAnswer {
	/** When the fallback goes out, in milliseconds. */
	deadlineMs: number;
	fallback: JsonObject;
	/** Last change to the workflow's answer on its way out. */
	edit?: (reply: string) => string;
	/** Told of an answer of the workflow that came so many milliseconds after the fallback. */
	onLate?: (lateMs: number) => void;
}

/**
 * Lets the workflow answer a Block request, but not for ever: at the deadline, or when the workflow
 * ends without an answer, the fallback goes out. What comes later is dropped, and told of.
 */
export function replyWithin(
	response: Response,
	{ deadlineMs, fallback, edit = (reply) => reply, onLate }: WaitingAnswer,
): void {
	response.setHeader('Content-Type', JSON_TYPE);
	const end = response.end.bind(response) as (body: string) => Response;
	const done = waits();
	let isInTime = true;
	let answeredAt: number | undefined;
	const answer = (body: string): Response => {
		answeredAt = Date.now();
		done(isInTime);
		const sent = end(body);
		silence(response, wrapped);
		return sent;
	};
	const wrapped = ((chunk?: unknown) => {
		const isReply = Buffer.isBuffer(chunk) || typeof chunk === 'string';
		if (answeredAt !== undefined) {
			if (isReply) onLate?.(Date.now() - answeredAt);
			return response;
		}
		if (isReply) return answer(edit(chunk.toString()));
		// In queue mode a run that failed or gave no answer ends here without a body.
		response.statusCode = 200;
		return answer(JSON.stringify(fallback));
	}) as Response['end'];
	response.end = wrapped;
	response.once('close', () => {
		done(false);
	});
	atDeadline(response, deadlineMs, () => {
		isInTime = false;
		response.end();
	});
}

/**
 * Lets the workflow's end answer, but not for ever: at the deadline the platform is told to send
 * again. What comes later is dropped in silence.
 */
export function acknowledgeWithin(response: Response, deadlineMs: number): void {
	atDeadline(response, deadlineMs, () => {
		if (refusePush(response, 500, 'The workflow has not finished in time')) silence(response);
	});
}

/** Does something at the deadline, unless the answer has gone out by then. */
function atDeadline(response: Response, deadlineMs: number, act: () => void): void {
	const timer = setTimeout(act, Math.min(deadlineMs, LONGEST_TIMER_MS));
	response.once('close', () => {
		clearTimeout(timer);
	});
}

/**
 * Makes later writes harmless: n8n does not know that the answer has gone out.
 *
 * @param end takes what n8n sends to end the answer
 */
function silence(response: Response, end?: Response['end']): void {
	const ignore = (): Response => response;
	Object.assign(response, {
		end: end ?? ignore,
		json: ignore,
		send: ignore,
		setHeader: ignore,
		removeHeader: () => undefined,
		write: () => true,
		writeHead: ignore,
	});
}
