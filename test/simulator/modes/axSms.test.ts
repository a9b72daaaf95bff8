import { call, closeAll, openReceiver, part } from '../helpers';
import { a, b, bind, openAx, path, x } from './axBindings';

afterEach(closeAll);

describe('an AX SMS', () => {
	const sender = { from: a, to: x };

	it('of A goes to the number after @, which is cut off', async () => {
		const simulator = await openAx();
		await bind(simulator);
		const sms = await simulator.sendSms({ ...sender, text: 'Hello@13800000021' });
		expect(sms).toMatchObject({ to: '+8613800000021', deliveredText: 'Hello', sendResult: 0 });
	});

	it('of somebody else goes to A with the sender’s number', async () => {
		const simulator = await openAx();
		await bind(simulator);
		const sms = await simulator.sendSms({ from: b, to: x, text: 'Hello' });
		expect(sms).toMatchObject({ to: a, deliveredText: 'Hello[From13800000022]', direction: 0 });
	});

	it('of A without @ is a Block question in the documented form, and the answer is obeyed', async () => {
		const simulator = await openAx({ agreedFields: [] });
		const receiver = await openReceiver();
		simulator.setPushUrls({ all: receiver.url });
		await bind(simulator);
		const called = '+8613800000002';
		receiver.answerWith(({ json }) => {
			const isBlock = part(json, 'smsEvent').notificationMode === 'Block';
			const message = { called, calling: a };
			const actions = [{ operation: 'vNumberRoute', message, userData: 'case-3' }];
			return { status: 200, body: isBlock ? JSON.stringify({ actions }) : '' };
		});
		const sms = await simulator.sendSms({ ...sender, text: '好'.repeat(71) });
		expect(sms).toMatchObject({ to: called, sendResult: 0, userData: 'case-3' });
		await simulator.waitForIdle();
		expect(receiver.received.map(({ json }) => json)).toEqual([
			{
				appKey: 'axbKey',
				smsEvent: {
					smsIdentifier: sms.smsIdentifier,
					notificationMode: 'Block',
					calling: a,
					virtualNumber: x,
					event: 'TextSMS',
					timeStamp: expect.any(String) as string,
					subscriptionId: sms.subscriptionId,
					extInfo: {
						extParas: [
							{ key: 'splitNum', value: '2' },
							{ key: 'direction', value: '1' },
						],
					},
					sendResult: 0,
				},
			},
			{
				appKey: 'axbKey',
				smsEvent: expect.objectContaining({
					notificationMode: 'Notify',
					called,
					sendResult: 0,
					userData: 'case-3',
				}) as object,
			},
		]);
	});

	it.each([
		['discard', 6, { status: 200, body: '{"actions":[{"operation":"DiscardMessage"}]}' }],
		['nothing', 7, { status: 200, body: '' }],
		['no list of actions', 7, { status: 200, body: '{"actions":{"operation":"DiscardMessage"}}' }],
		[
			'discard, with HTTP 500',
			7,
			{ status: 500, body: '{"actions":[{"operation":"DiscardMessage"}]}' },
		],
		[
			'a sender that is not the one who asks',
			7,
			{
				status: 200,
				body: `{"actions":[{"operation":"vNumberRoute","message":{"called":"${b}","calling":"${b}"}}]}`,
			},
		],
		['silence', 7, 'hang' as const],
	])('answered with %s has the result %i', async (_what, sendResult, answer) => {
		const timings = answer === 'hang' ? { blockTimeoutMs: 60 } : {};
		const simulator = await openAx({}, { timings });
		const receiver = await openReceiver();
		simulator.setPushUrls({ smsControl: receiver.url });
		receiver.answerWith(() => answer);
		await bind(simulator);
		const sms = await simulator.sendSms({ ...sender, text: 'Hello' });
		expect(sms.sendResult).toBe(sendResult);
		expect(sms.deliveredText).toBeUndefined();
	});

	it('is dropped without a control address (7), a binding (2) or SMS (11)', async () => {
		const simulator = await openAx();
		expect((await simulator.sendSms({ ...sender, text: 'Hi' })).sendResult).toBe(2);
		await bind(simulator, { privateSms: 'false' });
		expect((await simulator.sendSms({ ...sender, text: 'Hi' })).sendResult).toBe(11);
		await call(simulator, 'PUT', path, { privateNum: x, privateSms: 'true' });
		expect((await simulator.sendSms({ ...sender, text: 'Hi' })).sendResult).toBe(7);
	});
});
