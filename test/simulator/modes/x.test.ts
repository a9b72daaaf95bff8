import type { Simulator, SimulatorApplication } from '../../../simulator';
import {
	applicationOf,
	bodies,
	call,
	closeAll,
	fee,
	open,
	openReceiver,
	outcome,
	part,
} from '../helpers';
import type { Receiver } from '../helpers';

const caller = '+8613800000001';
const callee = '+8613800000002';
const x = '+8613800006666';

afterEach(closeAll);

async function openX(
	answer: object | string,
	more: Partial<SimulatorApplication> = {},
	options = {},
): Promise<[Simulator, Receiver]> {
	const simulator = await open({
		applications: [applicationOf('X', more)],
		timings: answer === 'hang' ? { blockTimeoutMs: 80 } : {},
		...options,
	});
	const receiver = await openReceiver();
	simulator.setPushUrls({ all: receiver.url });
	receiver.answerWith(({ json }) => {
		const info = part(json, 'statusInfo');
		const event = part(json, 'smsEvent');
		const isBlock = info.notifyMode === 'Block' || event.notificationMode === 'Block';
		if (!isBlock) return { status: 200 };
		if (answer === 'hang') return 'hang';
		if (typeof answer === 'object' && 'status' in answer) return answer as { status: number };
		return { status: 200, body: typeof answer === 'string' ? answer : JSON.stringify(answer) };
	});
	return [simulator, receiver];
}

async function place(simulator: Simulator): Promise<Record<string, unknown>> {
	simulator.startCall({ caller, called: x });
	await simulator.waitForIdle();
	return fee(bodies(simulator, 'fee')[0]);
}

const connect = (more: object = {}) => ({
	operation: 'connect',
	connectInfo: { calleeNum: callee, ...more },
});

describe('an X call', () => {
	it('asks at callin and is connected as the answer says', async () => {
		const [simulator, receiver] = await openX(
			connect({
				userData: 'route-7',
				recordFlag: 'true',
				recordHintTone: 'n.wav',
				maxDuration: 10,
			}),
		);
		const record = await place(simulator);
		expect(receiver.received.map(({ json }) => json.eventType)).toEqual([
			'callin',
			'callout',
			'alerting',
			'answer',
			'disconnect',
			'fee',
		]);
		expect(receiver.received[0]?.json).toEqual({
			eventType: 'callin',
			statusInfo: {
				sessionId: expect.stringMatching(/^1200_/) as string,
				timestamp: expect.any(String) as string,
				caller,
				called: x,
				notifyMode: 'Block',
			},
		});
		const callout = part(receiver.received[1]?.json, 'statusInfo');
		expect(callout).toMatchObject({ caller: x, called: callee, userData: 'route-7' });
		for (const { json } of receiver.received) {
			expect(part(json, 'statusInfo')).not.toHaveProperty('subscriptionId');
		}
		expect(record).toMatchObject({
			direction: 1,
			callerNum: caller,
			fwdDstNum: callee,
			serviceType: '004',
			notifyMode: 'Block',
			userData: 'route-7',
			recordFlag: 1,
			ulFailReason: 0,
		});
		expect(record).not.toHaveProperty('subscriptionId');
	});

	it('understands connectInfo as an array, too', async () => {
		const [simulator] = await openX({ operation: 'connect', connectInfo: [{ calleeNum: callee }] });
		expect(await place(simulator)).toMatchObject({ fwdDstNum: callee, ulFailReason: 0 });
	});

	it.each<[string, object | string, number]>([
		['close', { operation: 'close', closeInfo: { closeHintTone: 'closed.wav' } }, 8017],
		['close as an array', { operation: 'close', closeInfo: [{ userData: 'no' }] }, 8017],
		['nothing in time', 'hang', 8020],
		['an empty body', '', 8020],
		['no JSON', 'connect', 8020],
		['no operation', {}, 8020],
		['500', { status: 500, body: JSON.stringify(connect()) }, 8020],
		['connect without a callee', connect({ calleeNum: undefined }), 8014],
		['connect without connectInfo', { operation: 'connect' }, 8014],
		['a callee without +86', connect({ calleeNum: '13800000002' }), 8014],
		['maxDuration in seconds', connect({ maxDuration: 7200 }), 8014],
		['maxDuration as a text', connect({ maxDuration: '10' }), 8014],
		['recordFlag as a boolean', connect({ recordFlag: true }), 8014],
		['userData in Chinese', connect({ userData: '订单' }), 8014],
		['a tone that does not exist', connect({ waitVoice: 'other.wav' }), 8006],
		['another number on the display', connect({ displayCalleeNum: caller }), 8059],
		['a recording without a prompt', connect({ recordFlag: 'true' }), 8059],
	])('answered with %s ends so', async (_what, answer, code) => {
		const [simulator] = await openX(answer, { voiceFiles: ['closed.wav'] });
		const record = await place(simulator);
		expect(record.ulFailReason).toBe(code);
		expect(simulator.calls[0]?.times.answer).toBeUndefined();
	});

	it('passes the userData of a close on', async () => {
		const [simulator] = await openX({ operation: 'close', closeInfo: { userData: 'why' } });
		expect(await place(simulator)).toMatchObject({ userData: 'why' });
	});

	it('obeys maxDuration, tells who hung up when that was agreed, and can be stopped', async () => {
		const [simulator] = await openX(connect({ maxDuration: 1 }), {
			agreedFields: ['callRelDirection', 'areaCode', 'callDuration'],
		});
		simulator.startCall({ caller, called: x, talkSeconds: 600 });
		simulator.startCall({ caller, called: x, hangUpBy: 'callee', talkSeconds: 7 });
		await simulator.waitForIdle();
		const records = bodies(simulator, 'fee').flatMap(({ feeLst }) => feeLst as object[]);
		expect(records).toContainEqual(
			expect.objectContaining({ ulFailReason: 8010, callDuration: 60 }),
		);
		expect(records).toContainEqual(
			expect.objectContaining({ callRelDirection: 2, areaCode: '0755', callDuration: 7 }),
		);
	});

	it('does not repeat a Block callin, unless told so', async () => {
		const [simulator] = await openX({ status: 500, body: '' }, {}, { speed: 60_000 });
		await place(simulator);
		await simulator.waitForIdle({ repeats: true });
		expect(simulator.pushes[0]).toMatchObject({ event: 'callin', isBlock: true, state: 'failed' });
		expect(simulator.pushes[0]?.attempts).toHaveLength(1);
		const [other] = await openX(
			{ status: 500, body: '' },
			{},
			{ speed: 60_000, uncertain: { xRetry: 'onlyBlockCallin' } },
		);
		await place(other);
		await other.waitForIdle({ repeats: true });
		expect(other.pushes[0]?.attempts).toHaveLength(7);
	});

	it('has no interfaces of its own, but the shared ones', async () => {
		const [simulator] = await openX(connect());
		const axb = '/rest/caas/relationnumber/partners/v1.0?subscriptionId=x';
		expect(outcome(await call(simulator, 'GET', axb))).toBe('403 1010040');
		const recording = '/rest/provision/voice/record/v1.0?fileName=x.wav&recordDomain=y';
		expect(outcome(await call(simulator, 'GET', recording))).toBe('403 1012007');
	});
});

describe('an X SMS', () => {
	it('is always a Block question; the answer is obeyed and a Notify follows', async () => {
		const message = { called: callee, calling: caller };
		const [simulator, receiver] = await openX({
			actions: [{ operation: 'vNumberRoute', message }],
		});
		const sms = await simulator.sendSms({ from: caller, to: x, text: 'Hello' });
		await simulator.waitForIdle();
		expect(sms).toMatchObject({ to: callee, deliveredText: 'Hello', sendResult: 0 });
		const [block, notify] = receiver.received.map(({ json }) => part(json, 'smsEvent'));
		expect(block).toEqual({
			smsIdentifier: sms.smsIdentifier,
			notificationMode: 'Block',
			calling: caller,
			virtualNumber: x,
			event: 'TextSMS',
			timeStamp: expect.any(String) as string,
			smsContent: 'Hello',
			extInfo: {
				extParas: [
					{ key: 'splitNum', value: '1' },
					{ key: 'direction', value: '1' },
				],
			},
		});
		expect(notify).toMatchObject({
			notificationMode: 'Notify',
			called: callee,
			sendResult: 0,
			extInfo: {
				extParas: [
					{ key: 'splitNum', value: '1' },
					{ key: 'direction', value: '2' },
				],
			},
		});
	});

	it('is discarded on demand (6) and without an answer (7)', async () => {
		const [simulator] = await openX({ actions: [{ operation: 'DiscardMessage' }] });
		expect((await simulator.sendSms({ from: caller, to: x, text: 'Hi' })).sendResult).toBe(6);
		const [silent] = await openX('hang');
		expect((await silent.sendSms({ from: caller, to: x, text: 'Hi' })).sendResult).toBe(7);
	});
});
