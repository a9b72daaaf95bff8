import { A, B, reply, run, waitingCall, waitingText } from './waitingRequests';

describe('when nothing waits', () => {
	test('a reply says so', async () => {
		const { error, sent } = await run({ ...waitingCall, needsReply: false }, [
			reply('call', 'reject'),
		]);
		expect(error?.message).toBe('Nobody is waiting for an answer');
		expect(sent).toEqual([]);
	});

	test.each([
		['call', 'connect', { calleeNum: B }, { statusInfo: { notifyMode: 'Block', sessionId: 's1' } }],
		['sms', 'discard', {}, { smsEvent: { notificationMode: 'Block', calling: A } }],
	])(
		'a reply to the raw body of a %s says so, where the trigger answers by itself',
		async (resource, operation, parameters, raw) => {
			const { error, sent } = await run(raw, [reply(resource, operation, parameters)], {
				startParameters: { respond: 'immediately', simplify: false },
			});
			expect(error?.message).toBe('Nobody is waiting for an answer');
			expect(sent).toEqual([]);
		},
	);

	test('a reply to the raw body of a call that no trigger of this package has brought says so', async () => {
		const raw = { eventType: 'callin', statusInfo: { notifyMode: 'Block', sessionId: 's1' } };
		const { error, sent } = await run(raw, [reply('call', 'reject')], { startType: undefined });
		expect(error?.message).toBe('Nobody is waiting for an answer');
		expect(sent).toEqual([]);
	});

	test.each([
		['call', 'connect', { calleeNum: B }, waitingText, 'SMS'],
		['call', 'reject', {}, waitingText, 'SMS'],
		['sms', 'forward', { called: B }, waitingCall, 'Call'],
		['sms', 'discard', {}, waitingCall, 'Call'],
	])(
		'for it, %s: %s names what waits in its place',
		async (resource, operation, parameters, event, wanted) => {
			const { error, sent } = await run(event, [reply(resource, operation, parameters)]);
			expect(error?.message).toBe('Nobody is waiting for an answer');
			expect(error?.description).toContain(`of the resource ${wanted}`);
			expect(sent).toEqual([]);
		},
	);

	test('a reply in an execution that is retried from the list says so', async () => {
		const { error, sent } = await run(waitingCall, [reply('call', 'connect', { calleeNum: B })], {
			mode: 'retry',
		});
		expect(error?.message).toBe('Nobody is waiting for an answer');
		expect(error?.description).toContain('too late');
		expect(sent).toEqual([]);
	});

	test('a reply in a sub-workflow has a hint that it cannot reach the caller', async () => {
		const { hints } = await run(waitingCall, [reply('call', 'connect', { calleeNum: B })], {
			mode: 'integrated',
		});
		expect(hints).toEqual([expect.stringContaining('sub-workflow')]);
	});

	test('so has one in a sub-workflow that got the waiting request as its input, and knows no trigger', async () => {
		const { hints, sent, json, error } = await run(
			waitingCall,
			[reply('call', 'connect', { calleeNum: B })],
			{ mode: 'integrated', startType: undefined },
		);
		expect(error).toBeUndefined();
		expect(sent).toHaveLength(1);
		expect(hints).toEqual([expect.stringContaining('sub-workflow')]);
		expect(json).toEqual([waitingCall]);
	});

	test('in a manual run with pinned data, the answer is shown as a hint and the flow goes on', async () => {
		const { hints, json, error } = await run(
			waitingCall,
			[reply('call', 'connect', { calleeNum: B })],
			{ mode: 'manual' },
		);
		expect(error).toBeUndefined();
		expect(hints).toEqual([
			expect.stringContaining(`{"operation":"connect","connectInfo":{"calleeNum":"${B}"}}`),
		]);
		expect(json).toEqual([waitingCall]);
	});
});
