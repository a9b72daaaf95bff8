import type { JsonObject } from '../wire/json';
import type { Refusal } from '../wire/refusals';

/** An answer of the platform; without body and content an empty one. */
export interface Answer {
	status: number;
	/** Sent as JSON. */
	body?: JsonObject;
	/** Sent as it is, in place of a body. */
	content?: { type: string; data: string | Buffer };
	headers?: Record<string, string>;
}

/** The answer that a refusal becomes. */
export const refusalAnswer = ({ http, code, text }: Refusal): Answer => ({
	status: http,
	body: { resultcode: code, resultdesc: text },
});

/** Retry-After in seconds, or as the date that they lead to. */
export const retryAfter = (seconds: number, as: 'seconds' | 'date' = 'seconds'): string =>
	as === 'seconds' ? String(seconds) : new Date(Date.now() + seconds * 1000).toUTCString();

/** 429 of a gateway: no result code, only when to come again. */
export const tooManyRequests = (seconds = 1, as?: 'seconds' | 'date'): Answer => ({
	status: 429,
	headers: { 'retry-after': retryAfter(seconds, as) },
});

/** Type of every JSON answer. */
const jsonType = 'application/json;charset=UTF-8';

/** Type and content of an answer as they go over the wire; undefined: an empty one. */
export function contentOf({ body, content }: Answer): Answer['content'] {
	if (content) return content;
	return body && { type: jsonType, data: JSON.stringify(body) };
}

/** The customer's answer to a Block push. */
export interface PushAnswer {
	status: number;
	body: string;
}
