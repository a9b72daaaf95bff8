import type { CallRequest, Simulator, SimulatorApplication } from '../../../simulator';
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

const path = '/rest/caas/extendnumber/v1.0';
const listPath = '/rest/caas/extendnumber/v2.0';
const countPath = '/rest/caas/virtualnumber/v1.0';
const a = '+8613900008888';
const b = '+8613800000022';
const x = '+8613800006666';
const wireX = '%2B8613800006666';

afterEach(closeAll);

const openAxe = (more: Partial<SimulatorApplication> = {}, options = {}): Promise<Simulator> =>
	open({ applications: [applicationOf('AXE', more)], ...options });

async function bind(simulator: Simulator, more: object = {}): Promise<Record<string, unknown>> {
	const answer = await call(simulator, 'POST', path, { virtualNum: x, bindNum: a, ...more });
	expect(outcome(answer)).toBe('200 0');
	return answer.json;
}

const person = (index: number): string => `+861390000${String(1000 + index)}`;

describe('AXE bind', () => {
	it('answers the official example with exactly the documented fields', async () => {
		const simulator = await openAxe();
		const json = await bind(simulator, {
			extendNum: '1234',
			callbackTone: 'callbackTone.wav',
			bindExpiredTime: 0,
			callbackExpiredTime: 0,
		});
		expect(json).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
			subscriptionId: expect.any(String) as string,
			virtualNum: x,
			extendNum: '1234',
			bindExpiredTime: 0,
			callbackExpiredTime: 0,
		});
	});

	it('assigns the lowest free extension with its leading zeros, and lives 168 hours by default', async () => {
		const simulator = await openAxe();
		await bind(simulator, { extendNum: '0001' });
		const json = await bind(simulator, { bindNum: person(1), userData: 'desk' });
		expect(json).toMatchObject({ extendNum: '0002', bindExpiredTime: 168, userData: 'desk' });
	});

	it.each([
		['no A', { bindNum: undefined }, '403 1010002'],
		['neither X nor area', { virtualNum: undefined }, '403 1010002'],
		['an X of somebody else', { virtualNum: '+8613911112222' }, '403 1012001'],
		['an area without numbers', { virtualNum: undefined, areaCode: '021' }, '403 1012008'],
		['callbackTone with callbackNum', { callbackTone: 't.wav', callbackNum: b }, '403 1010002'],
		['an extension of another length', { extendNum: '12' }, '403 1010002'],
		['the extension 0000', { extendNum: '0000' }, '403 1010002'],
		['an unknown timeUnit', { timeUnit: '2' }, '403 1010002'],
		['over 720 hours', { bindExpiredTime: 721 }, '403 1010002'],
		['over 43200 minutes', { timeUnit: '1', bindExpiredTime: 43_201 }, '403 1010002'],
		[
			'a call-back beyond the binding',
			{ bindExpiredTime: 1, callbackExpiredTime: 2 },
			'403 1010002',
		],
		['a taken extension', { extendNum: '0007', bindNum: person(2) }, '403 1020167'],
		['a second extension of A', { bindNum: person(1) }, '403 1012010'],
	])('refuses %s', async (_what, change, expected) => {
		const simulator = await openAxe();
		await bind(simulator, { bindNum: person(1), extendNum: '0007' });
		const body = { virtualNum: x, bindNum: a, ...change };
		expect(outcome(await call(simulator, 'POST', path, body))).toBe(expected);
	});

	it('holds as many A as its extensions have digits for', async () => {
		const simulator = await openAxe({ extensionLength: 1 });
		for (let index = 1; index <= 9; index += 1) await bind(simulator, { bindNum: person(index) });
		const body = { virtualNum: x, bindNum: a };
		expect(outcome(await call(simulator, 'POST', path, body))).toBe('403 1012008');
		const elsewhere = { bindNum: a, areaCode: '0755' };
		expect((await call(simulator, 'POST', path, elsewhere)).json.virtualNum).toBe('+8613800006667');
	});
});

describe('AXE query, list, count, modify and unbind', () => {
	it('queries by X and E, or by id', async () => {
		const simulator = await openAxe();
		const { subscriptionId } = await bind(simulator, {
			extendNum: '1234',
			callbackTone: 'callbackTone.wav',
			bindExpiredTime: 0,
			callbackExpiredTime: 0,
		});
		const expected = {
			resultcode: '0',
			resultdesc: 'Success',
			subscriptionId,
			virtualNum: x,
			extendNum: '1234',
			bindNum: a,
			displayNumMode: '0',
			callbackTone: 'callbackTone.wav',
			bindExpiredTime: 0,
			callbackExpiredTime: 0,
		};
		for (const query of [
			`virtualNum=${wireX}&extendNum=1234`,
			`subscriptionId=${String(subscriptionId)}&virtualNum=${wireX}`,
		]) {
			expect((await call(simulator, 'GET', `${path}?${query}`)).json).toEqual(expected);
		}
		const refused = async (query: string): Promise<string> =>
			outcome(await call(simulator, 'GET', `${path}?${query}`));
		expect(await refused(`virtualNum=${wireX}`)).toBe('403 1010002');
		expect(await refused(`virtualNum=${wireX}&extendNum=9999`)).toBe('403 1016001');
		expect(await refused('virtualNum=+8613800006666&extendNum=1234')).toBe('403 1012001');
		expect(await refused('virtualNum=%2B8613911112222&extendNum=1234')).toBe('403 1012001');
	});

	it('lists the bindings of an X by cursor', async () => {
		const simulator = await openAxe();
		for (let index = 1; index <= 5; index += 1) await bind(simulator, { bindNum: person(index) });
		const names: unknown[] = [];
		let cursor = '0000000000000_0';
		for (let pages = 0; cursor && pages < 9; pages += 1) {
			const query = `${listPath}?virtualNum=${wireX}&limit=2&cursor=${cursor}`;
			const { json } = await call(simulator, 'GET', query);
			names.push(...(json.bindingList as { bindNum: string }[]).map(({ bindNum }) => bindNum));
			cursor = typeof json.nextCursor === 'string' ? json.nextCursor : '';
			if (cursor) expect(cursor).toMatch(/^\d{13}_\d{1,20}$/);
		}
		expect(names).toEqual([1, 2, 3, 4, 5].map(person));
		const wrong = await call(simulator, 'GET', `${listPath}?virtualNum=${wireX}&cursor=1`);
		expect(outcome(wrong)).toBe('403 1010002');
		const one = await call(simulator, 'GET', `${listPath}?virtualNum=${wireX}&extendNum=0002`);
		expect(one.json.bindingList).toMatchObject([{ bindNum: person(2) }]);
	});

	it('counts the bindings of one X, or of all by cursor', async () => {
		const simulator = await openAxe();
		await bind(simulator);
		await bind(simulator, { bindNum: b });
		const one = await call(simulator, 'GET', `${countPath}?number=${wireX}`);
		expect(one.json.virtualNumList).toEqual([{ virtualNum: x, bindCount: 2 }]);
		const all = await call(simulator, 'GET', `${countPath}?limit=2`);
		expect(all.json).toMatchObject({
			virtualNumList: [{ bindCount: 2 }, { bindCount: 0 }],
			nextCursor: '2',
		});
		const rest = await call(simulator, 'GET', `${countPath}?limit=2&cursor=2`);
		expect(rest.json.virtualNumList).toHaveLength(1);
		expect(rest.json).not.toHaveProperty('nextCursor');
	});

	it('modifies; a query goes on showing the times of the bind', async () => {
		const simulator = await openAxe();
		const { subscriptionId } = await bind(simulator, {
			timeUnit: '1',
			bindExpiredTime: 60,
			callbackTone: 't.wav',
		});
		const modify = async (body: object): Promise<string> =>
			outcome(await call(simulator, 'PUT', path, { subscriptionId, ...body }));
		// Both together are refused by bind; here callbackNum wins.
		expect(await modify({ callbackTone: 'u.wav', callbackNum: b, bindExpiredTime: 700 })).toBe(
			'200 0',
		);
		const { json } = await call(
			simulator,
			'GET',
			`${path}?subscriptionId=${String(subscriptionId)}`,
		);
		expect(json).toMatchObject({ callbackNum: b, timeUnit: '1', bindExpiredTime: 60 });
		expect(json).not.toHaveProperty('callbackTone');
		const days = (Date.parse(simulator.bindings()[0]?.expiresAt ?? '') - Date.now()) / 86_400_000;
		expect(Math.round(days)).toBe(29);
		expect(await modify({ bindExpiredTime: 1, callbackExpiredTime: 2 })).toBe('403 1010002');
		expect(await modify({ subscriptionId: 'x' })).toBe('403 1016001');
		expect(await modify({ subscriptionId: '', virtualNum: x })).toBe('403 1010002');
	});

	it('unbinds by X and E or by id, once', async () => {
		const simulator = await openAxe();
		const { extendNum } = await bind(simulator);
		const query = `${path}?virtualNum=${wireX}&extendNum=${String(extendNum)}`;
		expect(outcome(await call(simulator, 'DELETE', query))).toBe('200 0');
		expect(outcome(await call(simulator, 'DELETE', query))).toBe('403 1016001');
		expect(outcome(await call(simulator, 'DELETE', path))).toBe('403 1010002');
	});

	it('forgets a binding when its hours or minutes are over', async () => {
		const pass = stopClock();
		// A minute takes a second, an hour a minute.
		const simulator = await openAxe({}, { expirySpeed: 60 });
		await bind(simulator, { timeUnit: '1', bindExpiredTime: 10 });
		await bind(simulator, { bindNum: b, timeUnit: '0', bindExpiredTime: 10 });
		pass(9);
		expect(simulator.bindings()).toHaveLength(2);
		pass(1);
		expect(simulator.bindings()).toMatchObject([{ a: b }]);
		pass(589);
		expect(simulator.bindings()).toMatchObject([{ a: b }]);
		pass(1);
		expect(simulator.bindings()).toEqual([]);
	});
});

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
