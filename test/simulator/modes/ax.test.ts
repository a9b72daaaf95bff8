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
	stopClock,
} from '../helpers';

const path = '/rest/provision/caas/privatenumber/v1.0';
const temporaryPath = '/rest/caas/privatenumber/calleenumber/v1.0';
const a = '+8613800008888';
const b = '+8613800000022';
const x = '+8613800006666';

afterEach(closeAll);

const openAx = (more: Partial<SimulatorApplication> = {}, options = {}): Promise<Simulator> =>
	open({ applications: [applicationOf('AX', more)], ...options });

async function bind(simulator: Simulator, more: object = {}): Promise<string> {
	const answer = await call(simulator, 'POST', path, { origNum: a, privateNum: x, ...more });
	expect(outcome(answer)).toBe('200 0');
	return String(answer.json.subscriptionId);
}

describe('AX bind', () => {
	it('answers the official example with exactly the documented fields', async () => {
		const simulator = await openAx();
		const { json } = await call(simulator, 'POST', path, {
			origNum: '+8613800008888',
			privateNum: '+8613800006666',
			preVoice: { callerHintTone: 'callerHintTone.wav', calleeHintTone: 'calleeHintTone.wav' },
		});
		expect(json).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
			origNum: '+8613800008888',
			privateNum: '+8613800006666',
			subscriptionId: expect.any(String) as string,
		});
	});

	it.each([
		['no A', { origNum: undefined }, '403 1010002'],
		['neither X nor area', { privateNum: '' }, '403 1010002'],
		['an area without privateNumType', { privateNum: '', areaCode: '0755' }, '403 1010002'],
		['areaMatchMode alone', { privateNum: '', areaMatchMode: '1' }, '403 1010002'],
		['an X that is not owned', { privateNum: '+8613911112222' }, '403 1011001'],
		['an X in a wrong format', { privateNum: '13800006666' }, '403 1011001'],
		['the real caller on the display', { calleeNumDisplay: '1' }, '403 1020178'],
		['calleeNumDisplay as a number', { calleeNumDisplay: 0 }, '403 1010002'],
		['recording that is switched off', { recordFlag: 'true' }, '403 1012012'],
		['privateSms without SMS', { privateSms: 'true' }, '403 1010002'],
		['an unknown power state', { turnFlag: 'standby' }, '403 1010002'],
	])('refuses %s', async (_what, change, expected) => {
		const simulator = await openAx({ recording: false, sms: false });
		const body = { origNum: a, privateNum: x, ...change };
		expect(outcome(await call(simulator, 'POST', path, body))).toBe(expected);
	});

	it('gives an X to one A, and an A at most five X', async () => {
		const numbers = Array.from({ length: 6 }, (_, index) => ({
			number: `+861380000666${index}`,
			areaCode: '0755',
		}));
		const simulator = await openAx({ numbers });
		const chosen = { origNum: a, areaCode: '0755', privateNumType: 'mobile-virtual' };
		for (let index = 0; index < 5; index += 1) {
			const { json } = await call(simulator, 'POST', path, chosen);
			expect(json.privateNum).toBe(`+861380000666${index}`);
		}
		expect(outcome(await call(simulator, 'POST', path, chosen))).toBe('403 1011003');
		const first = '+8613800006660';
		const same = { origNum: a, privateNum: first };
		expect(outcome(await call(simulator, 'POST', path, same))).toBe('403 1016002');
		const other = { origNum: b, privateNum: first };
		expect(outcome(await call(simulator, 'POST', path, other))).toBe('403 1011005');
		await bind(simulator, { origNum: b, privateNum: '+8613800006665' });
		const late = { ...chosen, origNum: '+8613800000099' };
		const none = await call(simulator, 'POST', path, late);
		expect(none.json).toEqual({
			resultcode: '1011002',
			resultdesc: 'Insufficient number of resources.',
		});
	});
});

describe('AX query, modify and unbind', () => {
	it('finds by id, then A, then X', async () => {
		const simulator = await openAx();
		const id = await bind(simulator, {
			userData: 'order-1',
			calleeNumDisplay: '0',
			callDirection: 0,
		});
		await bind(simulator, { privateNum: '+8613800006667' });
		const list = async (query: string): Promise<Record<string, unknown>[]> => {
			const { json } = await call(simulator, 'GET', `${path}?${query}`);
			return json.privateNumList as Record<string, unknown>[];
		};
		expect(await list(`subscriptionId=${id}&origNum=%2B8613911112222`)).toEqual([
			{
				subscriptionId: id,
				origNum: a,
				privateNum: x,
				userData: 'order-1',
				calleeNumDisplay: '0',
				callDirection: 0,
				recordFlag: 'false',
				maxDuration: 0,
				turnFlag: 'on',
			},
		]);
		expect(await list('origNum=%2B8613800008888')).toHaveLength(2);
		expect(await list('privateNum=%2B8613800006667')).toHaveLength(1);
		for (const query of [
			'subscriptionId=x',
			'origNum=%2B8613911112222',
			'privateNum=+8613800006666',
		]) {
			expect(outcome(await call(simulator, 'GET', `${path}?${query}`))).toBe('403 1016001');
		}
		expect(outcome(await call(simulator, 'GET', path))).toBe('403 1010002');
	});

	it('modifies by id or X, a new A included, and leaves the rest', async () => {
		const simulator = await openAx();
		const id = await bind(simulator, { userData: 'order-1' });
		const change = { privateNum: x, privateSms: 'true', origNum: b };
		expect((await call(simulator, 'PUT', path, change)).json).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
		});
		expect(simulator.bindings()).toMatchObject([
			{ subscriptionId: id, a: b, settings: { privateSms: 'true', userData: 'order-1' } },
		]);
		const outcomes = async (body: object): Promise<string> =>
			outcome(await call(simulator, 'PUT', path, body));
		expect(await outcomes({ subscriptionId: 'x', maxDuration: 1 })).toBe('403 1016001');
		expect(await outcomes({ privateNum: '+8613800006667', maxDuration: 1 })).toBe('403 1011004');
		expect(await outcomes({ maxDuration: 1 })).toBe('403 1011004');
		expect(await outcomes({ subscriptionId: id, calleeNumDisplay: '1' })).toBe('403 1020178');
	});

	it('unbinds by id or X; what is not bound is 1016001 or 1011004', async () => {
		const simulator = await openAx();
		const id = await bind(simulator);
		const unbind = async (query: string): Promise<string> =>
			outcome(await call(simulator, 'DELETE', `${path}?${query}`));
		expect(await unbind('privateNum=+8613800006666')).toBe('403 1011004');
		expect(await unbind(`subscriptionId=${id}`)).toBe('200 0');
		expect(await unbind(`subscriptionId=${id}`)).toBe('403 1016001');
		expect(await unbind('privateNum=%2B8613800006666')).toBe('403 1011004');
		await bind(simulator);
		expect(await unbind('origNum=%2B8613800008888&privateNum=%2B8613800006666')).toBe('200 0');
		expect(await unbind('')).toBe('403 1011004');
	});
});

describe('an AX call', () => {
	async function place(simulator: Simulator, caller: string): Promise<Record<string, unknown>> {
		const receiver = await openReceiver();
		simulator.setPushUrls({ all: receiver.url });
		simulator.startCall({ caller, called: x });
		await simulator.waitForIdle();
		return fee(bodies(simulator, 'fee').at(-1));
	}

	it('from anybody reaches A, direction 0, serviceType 003', async () => {
		const simulator = await openAx();
		await bind(simulator, { userData: 'order-1' });
		const record = await place(simulator, b);
		expect(record).toMatchObject({
			direction: 0,
			callerNum: b,
			calleeNum: x,
			fwdDstNum: a,
			fwdDisplayNum: x,
			serviceType: '003',
			ulFailReason: 0,
			userData: 'order-1',
		});
		expect(bodies(simulator, 'callin')).toMatchObject([
			{ statusInfo: { caller: b, called: x, userData: 'order-1' } },
		]);
	});

	it('from A reaches the temporary callee, once', async () => {
		const simulator = await openAx();
		await bind(simulator);
		expect(await place(simulator, a)).toMatchObject({ ulFailReason: 8013, direction: 1 });
		const temporary = { privateNum: x, calleeNum: '+8613800000099', userData: 'task-7' };
		expect((await call(simulator, 'PUT', temporaryPath, temporary)).json.resultcode).toBe('0');
		await call(simulator, 'PUT', temporaryPath, { ...temporary, calleeNum: '+864001234567' });
		const record = await place(simulator, a);
		expect(record).toMatchObject({
			ulFailReason: 0,
			direction: 1,
			fwdDstNum: '+864001234567',
			userData: 'task-7',
		});
		expect(await place(simulator, a)).toMatchObject({ ulFailReason: 8013 });
		// Missing, not empty, when the call was not answered.
		expect(await place(simulator, a)).not.toHaveProperty('fwdAnswerTime');
	});

	it.each([
		[29, 0],
		[30, 8013],
	])('has its temporary callee for 30 seconds: after %i it ends with %i', async (seconds, code) => {
		const pass = stopClock();
		const simulator = await openAx();
		await bind(simulator);
		await call(simulator, 'PUT', temporaryPath, { privateNum: x, calleeNum: b, duration: 30 });
		pass(seconds);
		expect(await place(simulator, a)).toMatchObject({ ulFailReason: code });
	});

	it.each([
		[{ callDirection: 1 }, b, 8016],
		[{ callDirection: 2 }, a, 8016],
		[{ turnFlag: 'off' }, b, 8104],
		[{ recordFlag: 'true' }, b, 8059],
	])('of a binding with %j from %s ends with %i', async (settings, caller, code) => {
		const simulator = await openAx();
		await bind(simulator, settings);
		await call(simulator, 'PUT', temporaryPath, { privateNum: x, calleeNum: b });
		expect((await place(simulator, caller)).ulFailReason).toBe(code);
	});

	it('finds X busy while another is under way', async () => {
		const simulator = await openAx({}, { speed: 100 });
		await bind(simulator);
		const receiver = await openReceiver();
		simulator.setPushUrls({ callRecord: receiver.url });
		const first = simulator.startCall({ caller: b, called: x, talkSeconds: 60 });
		const second = simulator.startCall({ caller: '+8613911112222', called: x });
		expect((await simulator.waitForCall(second.sessionId)).cause?.stateCode).toBe(8102);
		expect((await simulator.waitForCall(first.sessionId)).cause?.stateCode).toBe(0);
	});

	it('ends with 8014 on an X without a binding', async () => {
		const simulator = await openAx();
		expect(await place(simulator, b)).toMatchObject({ ulFailReason: 8014, direction: 2 });
	});

	it.each([
		[{ calleeNum: b }, '403 1011004'],
		[{ subscriptionId: 'x', calleeNum: b }, '403 1011004'],
		[{ privateNum: x }, '403 1010002'],
		[{ privateNum: x, calleeNum: 'B' }, '403 1010002'],
		[{ privateNum: x, calleeNum: b, duration: '60' }, '403 1010002'],
	])('needs a temporary callee that %j does not set', async (body, expected) => {
		const simulator = await openAx();
		await bind(simulator);
		expect(outcome(await call(simulator, 'PUT', temporaryPath, body))).toBe(expected);
	});
});

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
		[{ status: 200, body: '{"actions":[{"operation":"DiscardMessage"}]}' }, 6],
		[{ status: 200, body: '' }, 7],
		[{ status: 200, body: '{"actions":{"operation":"DiscardMessage"}}' }, 7],
		[{ status: 500, body: '{"actions":[{"operation":"DiscardMessage"}]}' }, 7],
		[
			{
				status: 200,
				body: `{"actions":[{"operation":"vNumberRoute","message":{"called":"${b}","calling":"${b}"}}]}`,
			},
			7,
		],
		['hang' as const, 7],
	])('answered with %j has the result %i', async (answer, sendResult) => {
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
