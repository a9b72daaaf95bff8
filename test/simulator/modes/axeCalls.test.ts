import type { CallRequest, Simulator } from '../../../simulator';
import { bodies, call, closeAll, fee, openReceiver, part } from '../helpers';
import { a, b, bind, openAxe, path, person, x } from './axeBindings';

afterEach(closeAll);

describe('an AXE call', () => {
	async function place(
		simulator: Simulator,
		request: Partial<CallRequest>,
	): Promise<{ events: string[]; record: Record<string, unknown> }> {
		const receiver = await openReceiver();
		simulator.setPushUrls({ all: receiver.url });
		const before = simulator.pushes.length;
		simulator.startCall({ caller: b, called: x, ...request });
		await simulator.waitForIdle();
		const events = simulator.pushes.slice(before).map(({ event }) => event);
		return { events, record: fee(bodies(simulator, 'fee').at(-1)) };
	}

	it('asks B for the extension, then reaches A', async () => {
		const simulator = await openAxe();
		await bind(simulator, { extendNum: '0012', userData: 'desk' });
		const { events, record } = await place(simulator, { digits: '0012' });
		expect(events).toEqual([
			'callin',
			'collectInfo',
			'callout',
			'alerting',
			'answer',
			'disconnect',
			'fee',
		]);
		const [binding] = simulator.bindings();
		const callin = part(bodies(simulator, 'callin')[0], 'statusInfo');
		expect(Object.keys(callin)).toEqual(['sessionId', 'timestamp', 'caller', 'called']);
		expect(callin.sessionId).toMatch(/^1202_/);
		const collectInfo = part(bodies(simulator, 'collectInfo')[0], 'statusInfo');
		expect(collectInfo).toEqual({
			sessionId: callin.sessionId,
			timestamp: expect.any(String) as string,
			digitInfo: '0012',
		});
		const disconnect = part(bodies(simulator, 'disconnect')[0], 'statusInfo');
		expect(disconnect).toEqual({
			sessionId: callin.sessionId,
			timestamp: expect.any(String) as string,
			caller: x,
			called: a,
			stateCode: 0,
			stateDesc: 'The user releases the call.',
			subscriptionId: binding?.subscriptionId,
		});
		expect(record).toMatchObject({
			direction: 0,
			bindNum: x,
			callerNum: b,
			fwdDstNum: a,
			serviceType: '005',
			extendNumber: '0012',
			userData: 'desk',
		});
	});

	it('understands an extension behind a comma', async () => {
		const simulator = await openAxe();
		await bind(simulator, { extendNum: '0012' });
		const { record } = await place(simulator, { called: '13800006666,0012' });
		expect(record).toMatchObject({ fwdDstNum: a });
	});

	it('asks again after a wrong extension, as often as the application says', async () => {
		const simulator = await openAxe({ extensionRetries: 2 });
		await bind(simulator, { extendNum: '0012' });
		const right = await place(simulator, { digits: ['1', '0013', '0012'] });
		expect(right.events.filter((event) => event === 'collectInfo')).toHaveLength(3);
		expect(right.record).toMatchObject({ ulFailReason: 0 });
		const wrong = await place(simulator, { scenario: 'wrongExtension' });
		expect(wrong.events.filter((event) => event === 'collectInfo')).toHaveLength(3);
		expect(wrong.record).toMatchObject({ ulFailReason: 8022, direction: 2, subscriptionId: '' });
	});

	it('ends with 8033 without digits, and with 7516 when B hangs up before', async () => {
		const simulator = await openAxe({ extensionRetries: 0 });
		await bind(simulator);
		const silent = await place(simulator, { scenario: 'noDigits' });
		expect(silent.events).toEqual(['callin', 'collectInfo', 'disconnect', 'fee']);
		expect(part(bodies(simulator, 'collectInfo')[0], 'statusInfo').digitInfo).toBe('');
		expect(silent.record).toMatchObject({ ulFailReason: 8033 });
		const gone = await place(simulator, { scenario: 'callerHangsUpBeforeDigits' });
		expect(gone.events).toEqual(['callin', 'disconnect', 'fee']);
		expect(gone.record).toMatchObject({ ulFailReason: 7516 });
	});

	it('takes the digits of a person', async () => {
		const simulator = await openAxe({}, { speed: 1 });
		await bind(simulator, { extendNum: '0012' });
		const { sessionId } = simulator.startCall({ caller: b, called: x, interactive: true });
		simulator.setPushUrls({ all: 'http://127.0.0.1:1/' });
		expect(simulator.answer(sessionId)).toBe(false);
		expect(simulator.enterDigits(sessionId, '0012')).toBe(true);
		await simulator.waitForPush(({ event }) => event === 'alerting');
		expect(simulator.enterDigits(sessionId, '1')).toBe(false);
		expect(simulator.answer(sessionId)).toBe(true);
		await simulator.waitForPush(({ event }) => event === 'answer');
		simulator.hangUp(sessionId, 'caller');
		const ended = await simulator.waitForCall(sessionId);
		expect(ended).toMatchObject({ digits: ['0012'], callee: a, releasedBy: 'caller' });
		expect(ended.cause?.stateCode).toBe(0);
	});

	it('of A goes back to the last caller; before that to callbackNum, or ends with 8019', async () => {
		const simulator = await openAxe();
		await bind(simulator, { extendNum: '0012', userData: 'desk' });
		const none = await place(simulator, { caller: a });
		expect(none.events).toEqual(['callin', 'disconnect', 'fee']);
		expect(none.record).toMatchObject({ ulFailReason: 8019, direction: 1 });
		const callin = part(bodies(simulator, 'callin')[0], 'statusInfo');
		expect(callin).toMatchObject({ caller: a, called: x, userData: 'desk' });
		await call(simulator, 'PUT', path, {
			virtualNum: x,
			extendNum: '0012',
			callbackNum: person(9),
		});
		expect((await place(simulator, { caller: a })).record).toMatchObject({ fwdDstNum: person(9) });
		await place(simulator, { digits: '0012' });
		const back = await place(simulator, { caller: a });
		expect(back.events).toEqual(['callin', 'callout', 'alerting', 'answer', 'disconnect', 'fee']);
		expect(back.record).toMatchObject({ direction: 1, callerNum: a, fwdDstNum: b });
	});

	it('is blocked by the carrier when A would see the real caller', async () => {
		const simulator = await openAxe();
		await bind(simulator, { extendNum: '0012', displayNumMode: '1' });
		const { record } = await place(simulator, { digits: '0012' });
		expect(record).toMatchObject({ ulFailReason: 8059 });
	});
});

describe('SMS in AXE', () => {
	it('does not exist: no notification', async () => {
		const simulator = await openAxe();
		simulator.setPushUrls({ all: 'http://127.0.0.1:1/' });
		expect((await simulator.sendSms({ from: b, to: x, text: 'Hi' })).sendResult).toBe(11);
		expect(simulator.pushes).toEqual([]);
	});
});
