import type { Simulator } from '../../../simulator';
import { bodies, call, closeAll, fee, openReceiver, outcome, stopClock } from '../helpers';
import { a, b, bind, openAx, temporaryPath, x } from './axBindings';

afterEach(closeAll);

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
