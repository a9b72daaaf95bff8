import { A, ALL, blockCall, signed } from '../nodes/triggerDesk';
import { hostileDesk } from './hostilePushes';

const { trigger } = hostileDesk();

describe('settings that cannot be read when a push comes', () => {
	test.each([
		{ defaultDestination: '1380000000' },
		{ privateNumbers: '13800000001x' },
		{ replyDeadline: 'soon' },
		{ replyDeadline: 0 },
		{ maxBlockAge: -1 },
		{ maxSignatureAge: -1 },
		{ signatureCheck: 'perhaps' },
	])('%j make the platform send again, and the log names the field alone', async (options) => {
		trigger.set({ events: ALL, respond: 'workflow', options });
		const { status, text } = await trigger.post(blockCall(), signed());
		expect(status).toBe(500);
		expect(text).not.toMatch(/\d{7,}/);
		expect(trigger.executions).toEqual([]);
		expect(trigger.log).toHaveLength(1);
		expect(trigger.log[0]).toContain(Object.keys(options)[0]);
		expect(trigger.log[0]).not.toMatch(/\d{7,}x?"/);
	});

	test('tell in the log what would be taken', async () => {
		trigger.set({ respond: 'workflow', options: { replyDeadline: 0 } });
		expect((await trigger.post(blockCall(), signed())).status).toBe(500);
		expect(trigger.log).toEqual([expect.stringContaining('a number, 1 or more')]);
	});

	test.each([
		['afterSuccess', { ackDeadline: 4_000_000 }],
		['workflow', { replyDeadline: 4_000_000 }],
	])('deadlines of %s that no timer can hold are not over at once', async (respond, options) => {
		trigger.set({ respond, events: ALL, options });
		trigger.onRun(() => new Promise((resolve) => setTimeout(resolve, 300)));
		trigger.onReply(
			() =>
				new Promise((resolve) =>
					setTimeout(() => {
						resolve({ operation: 'connect', connectInfo: { calleeNum: A } });
					}, 300),
				),
		);
		const isCall = respond === 'workflow';
		const body = isCall ? blockCall() : { eventType: 'answer', statusInfo: {} };
		const { status, text } = await trigger.post(body, signed());
		expect(status).toBe(200);
		if (isCall) expect(text).toContain('connect');
	});
});
