import type { IWebhookFunctions } from 'n8n-workflow';

import { mayBeRounded, parseExactly } from '../../platform/wire/exactJson';
import { isObject, type JsonObject } from '../../platform/wire/json';

const OBJECT = '{'.charCodeAt(0);
const LIST = '['.charCodeAt(0);
const JSON_TYPE = /^application\/json\s*(?:;|$)/i;

/**
 * What a push says. n8n parses a body by its content type alone; here JSON is JSON under whatever type
 * it comes.
 *
 * @returns `undefined` for an empty body and for one that is no object
 */
export function readBody(webhook: IWebhookFunctions): JsonObject | undefined {
	const { headers } = webhook.getRequestObject();
	const parsed: unknown = webhook.getBodyData();
	const bytes = bytesOf(webhook);
	const isRead = isObject(parsed) && JSON_TYPE.test(headers['content-type'] ?? '');
	const body = isRead ? parsed : jsonIn(bytes, parsed);
	if (!isObject(body)) return undefined;
	// n8n passes on nothing, or in other versions an empty object, for a body without a byte.
	return Object.keys(body).length > 0 || bytes?.length ? body : undefined;
}

/**
 * Whether a body holds so many objects and lists that to read it, or only to walk through it, would
 * cost seconds and gigabytes. Told by its bytes, before anything is built from them; signs within texts
 * count too.
 */
export function holdsMoreThan(webhook: IWebhookFunctions, most: number): boolean {
	const bytes = bytesOf(webhook) ?? Buffer.alloc(0);
	let count = 0;
	for (let at = 0; at < bytes.length && count <= most; at += 1) {
		if (bytes[at] === OBJECT || bytes[at] === LIST) count += 1;
	}
	return count > most;
}

/** A body with every digit of its IDs: n8n rounds those that come as long numbers. */
export function withExactNumbers(webhook: IWebhookFunctions, body: JsonObject): JsonObject {
	const bytes = bytesOf(webhook);
	if (!bytes || !mayBeRounded(bytes.toString('latin1'))) return body;
	const exact = jsonIn(bytes, body);
	return isObject(exact) ? exact : body;
}

function bytesOf(webhook: IWebhookFunctions): Buffer | undefined {
	return webhook.getRequestObject().rawBody as Buffer | undefined;
}

function jsonIn(bytes: Buffer | undefined, otherwise: unknown): unknown {
	try {
		return parseExactly((bytes?.toString('utf8') ?? '').replace(/^\ufeff/, ''));
	} catch {
		return otherwise;
	}
}
