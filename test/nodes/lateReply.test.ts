import type { WorkflowExecuteMode } from 'n8n-workflow';

import { PrivateNumberTrigger } from '../../nodes/PrivateNumberTrigger/PrivateNumberTrigger.node';
import { PrivateNumberX } from '../../nodes/PrivateNumberX/PrivateNumberX.node';
import { runWorkflow } from './engine';
import { KEYS } from './fixture';

const CALLER = '+8613800000021';
const X = '+8617000000001';

/** Replies to a call that came so many seconds ago. */
async function reply(
	age: number,
	parameters: object = {},
	options: object = {},
	mode: WorkflowExecuteMode = 'webhook',
) {
	const sent: unknown[] = [];
	const event = {
		eventType: 'callin',
		callerNumber: CALLER,
		calledNumber: X,
		privateNumber: X,
		time: new Date(Date.now() - age * 1000).toISOString(),
		needsReply: true,
	};
	const node = {
		name: 'Reply',
		type: new PrivateNumberX(),
		parameters: {
			resource: 'call',
			operation: 'connect',
			calleeNum: '139 0000 0002',
			...parameters,
		},
	};
	const result = await runWorkflow([node], {
		credential: { ...KEYS, baseUrl: 'http://127.0.0.1' },
		mode,
		startType: new PrivateNumberTrigger(),
		startParameters: { respond: 'workflow', options: { replyDeadline: 6, ...options } },
		startItems: [{ json: event }],
		onResponse: ({ body }: { body?: unknown }) => {
			sent.push(JSON.parse((body as Buffer).toString()));
		},
	});
	return { ...result, sent };
}

describe('a reply after the deadline', () => {
	test('says that it was late', async () => {
		const { hints, error } = await reply(60);
		expect(error).toBeUndefined();
		expect(hints).toEqual([expect.stringMatching(/came too late.*60 seconds.*after 6/)]);
	});

	test('is no late one within the deadline that the trigger has', async () => {
		expect((await reply(3)).hints).toEqual([]);
		expect((await reply(60, {}, { replyDeadline: 120 })).hints).toEqual([]);
	});

	test('is no late one in a manual run, where the call may be of yesterday', async () => {
		const { hints } = await reply(86_400, {}, {}, 'manual');
		expect(hints).toHaveLength(1);
		expect(hints[0]).not.toContain('too late');
	});
});

describe('a call that would reach itself', () => {
	test.each([
		['the caller', '138-0000-0021'],
		['the dialled number', '170 0000 0001'],
	])('is not connected to %s', async (_, calleeNum) => {
		const { sent, error } = await reply(0, { calleeNum });
		expect(sent).toEqual([]);
		expect(error?.message).toContain("'calleeNum'");
	});
});
