import type { INodeExecutionData } from 'n8n-workflow';

import { GO_ON } from './operate';
import { A, B, X, between, reply, run, waitingCall, waitingText } from './waitingRequests';

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

	test.each([
		['', undefined, { closeHintTone: 'bye.wav' }],
		[' in the array form', true, [{ closeHintTone: 'bye.wav' }]],
	])('is rejected, with a tone%s', async (_, wrapInArray, closeInfo) => {
		const { sent } = await run(waitingCall, [
			reply('call', 'reject', { options: { closeHintTone: 'bye.wav', wrapInArray } }),
		]);
		expect(sent).toEqual([{ statusCode: 200, body: { operation: 'close', closeInfo } }]);
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

	test('names the reason why not in the error of an item, for a workflow to branch on', async () => {
		const { sent, json } = await run(waitingCall, [
			reply('call', 'connect', { calleeNum: B }, 'First'),
			{ ...reply('call', 'reject', {}, 'Second'), ...GO_ON },
		]);
		expect(sent).toHaveLength(1);
		expect(json).toMatchObject([{ details: { code: 'alreadyAnswered' } }]);
	});

	test('is found behind items of the trigger that do not wait', async () => {
		const { sent } = await run(waitingCall, [reply('call', 'reject')], {
			startItems: [{ json: { ...waitingCall, needsReply: false } }, { json: waitingCall }],
		});
		expect(sent).toHaveLength(1);
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

test('what an item carries beside its JSON is passed on', async () => {
	const file: INodeExecutionData = {
		json: waitingCall,
		binary: { data: { data: 'AA==', mimeType: 'text/plain' } },
	};
	const { outputs } = await run(waitingCall, [reply('call', 'reject')], { startItems: [file] });
	expect(outputs[0]?.[0]?.binary).toEqual(file.binary);
});
