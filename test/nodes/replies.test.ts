import type { INodeExecutionData } from 'n8n-workflow';

import { A, B, X, waitingCall, waitingText, between, reply, run } from './replyRuns';

describe('a waiting call', () => {
	test('is connected with the exact answer of the documents', async () => {
		const { sent, json } = await run(waitingCall, [
			reply('call', 'connect', { calleeNum: '139 0000 0002' }),
		]);
		expect(sent).toEqual([
			{ statusCode: 200, body: { operation: 'connect', connectInfo: { calleeNum: B } } },
		]);
		expect(json).toEqual([waitingCall]);
	});

	test('is connected with every option in the wire type of the documents', async () => {
		const options = {
			displayCalleeNum: X,
			maxDuration: 60,
			waitVoice: 'wait.wav',
			calleeHintVoice: 'hint.wav',
			recordFlag: true,
			recordHintTone: 'notice.wav',
			lastMinVoice: 'last.wav',
			userData: '订单 17',
		};
		const { sent } = await run(waitingCall, [reply('call', 'connect', { calleeNum: B, options })]);
		expect(sent).toEqual([
			{
				statusCode: 200,
				body: {
					operation: 'connect',
					connectInfo: {
						...options,
						calleeNum: B,
						recordFlag: 'true',
						userData: expect.stringMatching(/^b64\.[\w-]+$/) as string,
					},
				},
			},
		]);
	});

	test('is connected in the array form where the user wants it', async () => {
		const { sent } = await run(waitingCall, [
			reply('call', 'connect', { calleeNum: B, options: { wrapInArray: true } }),
		]);
		expect(sent).toEqual([
			{ statusCode: 200, body: { operation: 'connect', connectInfo: [{ calleeNum: B }] } },
		]);
	});

	test('is rejected, with a tone', async () => {
		const { sent } = await run(waitingCall, [
			reply('call', 'reject', { options: { closeHintTone: 'bye.wav' } }),
		]);
		expect(sent).toEqual([
			{ statusCode: 200, body: { operation: 'close', closeInfo: { closeHintTone: 'bye.wav' } } },
		]);
	});

	test('is answered from behind a table look-up whose items say nothing of the call', async () => {
		const { sent, json } = await run(waitingCall, [
			between([{ agent: '139 0000 0002' }]),
			reply('call', 'connect', { calleeNum: '={{ $json.agent }}' }),
		]);
		expect(sent).toHaveLength(1);
		expect(json).toEqual([{ agent: '139 0000 0002' }]);
	});

	test('is answered once though the look-up found several: the first answers, a hint says so', async () => {
		const { sent, json, hints } = await run(waitingCall, [
			between([{ agent: B }, { agent: A }, { agent: X }]),
			reply('call', 'connect', { calleeNum: '={{ $json.agent }}' }),
		]);
		expect(sent).toEqual([
			{ statusCode: 200, body: { operation: 'connect', connectInfo: { calleeNum: B } } },
		]);
		expect(json).toHaveLength(3);
		expect(hints).toEqual([expect.stringContaining('first item')]);
	});

	test('cannot be answered a second time in one execution', async () => {
		const { sent, error } = await run(waitingCall, [
			reply('call', 'connect', { calleeNum: B }, 'First'),
			reply('call', 'reject', {}, 'Second'),
		]);
		expect(sent).toHaveLength(1);
		expect(error?.message).toContain('answer already');
	});

	test.each([
		['a number that is none', { calleeNum: '12' }, 'calleeNum'],
		[
			'recording without a notice',
			{ calleeNum: B, options: { recordFlag: true } },
			'recordHintTone',
		],
		[
			'a last-minute tone without a longest call',
			{ calleeNum: B, options: { lastMinVoice: 'l.wav' } },
			'lastMinVoice',
		],
		['a call of five days', { calleeNum: B, options: { maxDuration: 7200 } }, 'maxDuration'],
	])('is not answered with %s, which would end it', async (_, parameters, field) => {
		const { sent, error } = await run(waitingCall, [reply('call', 'connect', parameters)]);
		expect(sent).toEqual([]);
		expect(error?.message).toContain(field);
	});
});

describe('a waiting text', () => {
	test('is sent on with its own sender', async () => {
		const { sent } = await run(waitingText, [
			between([{}]),
			reply('sms', 'forward', { called: '0086 139 0000 0002' }),
		]);
		expect(sent).toEqual([
			{
				statusCode: 200,
				body: { actions: [{ operation: 'vNumberRoute', message: { called: B, calling: A } }] },
			},
		]);
	});

	test('is not sent on to a landline, which cannot receive it', async () => {
		const { sent, error } = await run(waitingText, [
			reply('sms', 'forward', { called: '0755-28000001' }),
		]);
		expect(sent).toEqual([]);
		expect(error?.message).toContain("'called'");
	});

	test('is discarded', async () => {
		const { sent } = await run(waitingText, [reply('sms', 'discard')]);
		expect(sent).toEqual([
			{ statusCode: 200, body: { actions: [{ operation: 'DiscardMessage' }] } },
		]);
	});

	test.each(['Block', 'block'])('is found in the raw body too, as %s', async (notificationMode) => {
		const raw = {
			appKey: 'k',
			smsEvent: { notificationMode, calling: A, virtualNumber: X },
		};
		const { sent } = await run(raw, [reply('sms', 'forward', { called: B })], {
			startParameters: { respond: 'workflow', simplify: false },
		});
		expect(sent).toHaveLength(1);
	});
});

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

test('what an item carries beside its JSON is passed on', async () => {
	const file: INodeExecutionData = {
		json: waitingCall,
		binary: { data: { data: 'AA==', mimeType: 'text/plain' } },
	};
	const { outputs } = await run(waitingCall, [reply('call', 'reject')], { startItems: [file] });
	expect(outputs[0]?.[0]?.binary).toEqual(file.binary);
});
