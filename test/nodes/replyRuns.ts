import type { IDataObject } from 'n8n-workflow';

import { PrivateNumberTrigger } from '../../nodes/PrivateNumberTrigger/PrivateNumberTrigger.node';
import { PrivateNumberX } from '../../nodes/PrivateNumberX/PrivateNumberX.node';
import { runWorkflow, type RunOptions, type TestNode } from './engine';
import { KEYS } from './fixture';

export const A = '+8613800000021';
export const B = '+8613900000002';
export const X = '+8617000000001';

export const waitingCall = {
	eventType: 'callin',
	eventId: 'e1',
	sessionId: 's1',
	caller: A,
	called: X,
	privateNumber: X,
	mode: 'X',
	needsReply: true,
};
export const waitingText = {
	eventType: 'sms',
	eventId: 'e2',
	from: A,
	privateNumber: X,
	needsReply: true,
};

/** A node that puts out other items than it got, as a table look-up does. */
export const between = (items: IDataObject[]): TestNode => ({
	name: 'Between',
	type: {
		description: {
			...new PrivateNumberX().description,
			name: 'between',
			properties: [],
			credentials: [],
		},
		execute: () => Promise.resolve([items.map((json) => ({ json }))]),
	},
});

export const reply = (
	resource: string,
	operation: string,
	parameters: IDataObject = {},
	name = 'Reply',
): TestNode => ({
	name,
	type: new PrivateNumberX(),
	parameters: { resource, operation, ...parameters },
});

/** Runs trigger → … → reply, and gathers what went out on the wire. */
export async function run(event: IDataObject, chain: TestNode[], options: RunOptions = {}) {
	const sent: unknown[] = [];
	const result = await runWorkflow(chain, {
		credential: { ...KEYS, baseUrl: 'http://127.0.0.1' },
		mode: 'webhook',
		startType: new PrivateNumberTrigger(),
		startItems: [{ json: event }],
		onResponse: ({ body, statusCode }: { body?: unknown; statusCode?: number }) => {
			sent.push({ statusCode, body: JSON.parse((body as Buffer).toString()) as unknown });
		},
		...options,
	});
	return { ...result, sent };
}
