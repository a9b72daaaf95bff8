import type { Request } from 'express';
import type { IWebhookFunctions } from 'n8n-workflow';

import { parseExactly } from '../../platform/wire/exactJson';
import { isObject, type JsonObject } from '../../platform/wire/json';

const OBJECT = '{'.charCodeAt(0);
const LIST = '['.charCodeAt(0);
const JSON_TYPE = /^application\/json\s*(?:;|$)/i;

/** What n8n adds to a request: its reader keeps to n8n's limit, unpacks, and sets `rawBody`. */
type N8nRequest = Omit<Request, 'rawBody' | 'readRawBody'> & {
	rawBody?: Buffer;
	readRawBody: () => Promise<void>;
};

/** A body that could not be read; the message tells the sender why. */
export class UnreadableBody extends Error {
	constructor(
		readonly status: 400 | 413 | 422,
		message: string,
	) {
		super(message);
	}
}

/**
 * The bytes of a push. n8n leaves them to the trigger, see its option `binaryData`. Where a saved
 * workflow lacks the option n8n has read them, and kept none of a form with parts.
 *
 * @throws UnreadableBody
 */
export async function readBytes(webhook: IWebhookFunctions): Promise<Buffer | undefined> {
	const request = webhook.getRequestObject() as N8nRequest;
	if (request.rawBody === undefined && request.body === undefined) await read(request);
	return request.rawBody;
}

async function read(request: N8nRequest): Promise<void> {
	await Promise.race([request.readRawBody(), brokenOff(request)]).catch((error: unknown) => {
		// What nobody reads would hold up the connection.
		request.unpipe();
		request.resume();
		throw unreadable(request, error);
	});
}

/** Fails when a body ends before it is complete: n8n waits for ever for a packed one. */
async function brokenOff(request: N8nRequest): Promise<never> {
	return await new Promise((_, reject) => {
		const look = (): void => {
			if (!request.complete) reject(new Error());
		};
		if (request.destroyed) look();
		else request.once('close', look);
	});
}

function unreadable({ complete, destroyed }: N8nRequest, error: unknown): UnreadableBody {
	if (destroyed && !complete) return new UnreadableBody(400, 'The body broke off');
	return isObject(error) && error.status === 413
		? new UnreadableBody(413, 'The body is larger than n8n takes')
		: new UnreadableBody(400, 'The body could not be read');
}

/**
 * Whether a body holds so many objects and lists that to read it, or only to walk through it, would
 * cost seconds and gigabytes. Told by its bytes, before anything is built from them; signs within texts
 * count too.
 */
export function holdsMoreThan(bytes: Buffer, most: number): boolean {
	let count = 0;
	for (let at = 0; at < bytes.length && count <= most; at += 1) {
		if (bytes[at] === OBJECT || bytes[at] === LIST) count += 1;
	}
	return count > most;
}

/**
 * What a push says, with every digit of its IDs: JSON is JSON under whatever content type it comes.
 *
 * @returns `undefined` for an empty body and for one that is no object
 * @throws UnreadableBody where what is called JSON is none
 */
export function parseBody(
	webhook: IWebhookFunctions,
	bytes: Buffer | undefined,
): JsonObject | undefined {
	if (bytes?.length === 0) return undefined;
	const read: unknown = webhook.getBodyData();
	const body = bytes ? jsonIn(bytes) : read;
	if (isObject(body)) return body;
	if (body !== undefined) return undefined;
	// A form, where n8n has read it.
	if (isObject(read)) return read;
	const { headers } = webhook.getRequestObject();
	if (!JSON_TYPE.test(headers['content-type'] ?? '')) return undefined;
	throw new UnreadableBody(422, 'The body is no JSON');
}

/** @returns `undefined` where it is no JSON */
function jsonIn(bytes: Buffer): unknown {
	try {
		return parseExactly(bytes.toString('utf8').replace(/^\ufeff/, ''));
	} catch {
		return undefined;
	}
}
