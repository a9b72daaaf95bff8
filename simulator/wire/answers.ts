import type { JsonObject } from './json';
import type { Refusal } from './refusals';

/** An answer of the platform; no body: an empty one. */
export interface Answer {
	status: number;
	body?: JsonObject;
	headers?: Record<string, string>;
}

/** The answer that a refusal becomes. */
export const refusalAnswer = ({ http, code, text }: Refusal): Answer => ({
	status: http,
	body: { resultcode: code, resultdesc: text },
});

/** The customer's answer to a Block push. */
export interface PushAnswer {
	status: number;
	body: string;
}
