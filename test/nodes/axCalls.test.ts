import { PrivateNumberAx } from '../../nodes/PrivateNumberAx/PrivateNumberAx.node';
import { endedCall } from './calls';
import { sharedPlatform, startPlatform, X1 } from './fixture';
import { operationsOf, type Parameters } from './operate';
import { answerWith } from './replyDesk';
import { sharedTrigger } from './webhookServer';

const A = '+8613800000021';
const B = '+8613900000002';
const C = '+8613900000003';

const platform = sharedPlatform(() => startPlatform('AX'));
const trigger = sharedTrigger({ events: ['fee', 'sms'] });
beforeEach(() => {
	platform.simulator.setPushUrls({ all: trigger.url });
});

const ax = operationsOf(PrivateNumberAx, () => platform);

const bind = async (options: Parameters = {}) =>
	await ax('binding', 'create', {
		origNum: A,
		chooseNumberBy: 'number',
		privateNum: X1,
		options,
	});

const nameCallee = async (calleeNum: string, options: Parameters = {}) =>
	await ax('binding', 'setTemporaryCallee', {
		identifyBy: 'privateNumber',
		privateNum: X1,
		calleeNum,
		options,
	});

/** A call that has ended, with its record as the trigger gives it. */
const callOf = async (caller: string) =>
	await endedCall(platform, trigger, { caller, called: X1, talkSeconds: 10 });

describe('a call of A', () => {
	test('reaches the temporary callee, once', async () => {
		await bind();
		await nameCallee('139 0000 0002');
		const first = await callOf(A);
		expect(first.call).toMatchObject({ callee: B, shown: X1 });
		expect(first.record).toMatchObject({
			mode: 'AX',
			callerNumber: A,
			calledNumber: B,
			answered: true,
		});
		const second = await callOf(A);
		expect(second.record).toMatchObject({ answered: false, endReason: { code: 8013 } });
	});

	test('reaches the callee that was named last', async () => {
		await bind();
		await nameCallee(B);
		await nameCallee(C);
		expect((await callOf(A)).call.callee).toBe(C);
	});

	test('carries the data of its temporary callee in place of that of the binding', async () => {
		await bind({ userData: '绑定' });
		await nameCallee(B, { userData: '订单 {17}' });
		expect((await callOf(A)).record?.userData).toBe('订单 {17}');
		expect((await callOf(B)).record).toMatchObject({ calledNumber: A, userData: '绑定' });
	});

	test('can be ended', async () => {
		await bind();
		await nameCallee(B);
		const { sessionId } = platform.simulator.startCall({
			caller: A,
			called: X1,
			interactive: true,
		});
		expect((await ax('call', 'end', { sessionId })).json).toEqual([{ ended: true }]);
		expect((await platform.simulator.waitForCall(sessionId)).callee).toBe(B);
	});
});

describe('a text of A that names no receiver waits', () => {
	async function decideBy(operation: string, parameters: Parameters = {}): Promise<void> {
		trigger.set({ events: ['sms'], respond: 'workflow', options: { replyDeadline: 60 } });
		await bind({ userData: '订单' });
		const desk = { Node: PrivateNumberAx, resource: 'sms', operation, parameters };
		answerWith(trigger, platform, desk);
	}

	test('and is sent on to whom the workflow names', async () => {
		await decideBy('forward', { called: '139 0000 0002' });
		const message = await platform.simulator.sendSms({ from: A, to: X1, text: '在路上' });
		expect(message).toMatchObject({ to: B, deliveredText: '在路上', sendResult: 0 });
		await platform.idle();
		expect(trigger.items()).toEqual([
			expect.objectContaining({ needsReply: true, from: A, text: '在路上', userData: '订单' }),
			expect.objectContaining({ needsReply: false, from: A, to: B, userData: '订单' }),
		]);
	});

	test('and is dropped where the workflow says so', async () => {
		await decideBy('discard');
		const message = await platform.simulator.sendSms({ from: A, to: X1, text: '广告' });
		expect(message).toMatchObject({ sendResult: 6 });
		expect(message.to).toBeUndefined();
	});
});
