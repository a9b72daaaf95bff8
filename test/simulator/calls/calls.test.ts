import type { CallRequest } from '../../../simulator';
import { bodies, call, closeAll, fee, open, outcome } from '../helpers';
import { a, b, bound, place, x } from './placing';

const stopPath = '/rest/httpsessions/callStop/v2.0';

afterEach(closeAll);

describe('an AXB call', () => {
	it('goes through its events to the call record, with the documented fields and times', async () => {
		const simulator = await bound({
			userData: 'order-1',
			recordFlag: 'true',
			recordHintTone: 'n.wav',
		});
		const { events, record } = await place(simulator, { ringSeconds: 5, talkSeconds: 61 });
		expect(events).toEqual(['callin', 'callout', 'alerting', 'answer', 'disconnect', 'fee']);
		const [binding] = simulator.bindings();
		const subscriptionId = binding?.subscriptionId;
		const sessionId = expect.stringMatching(
			/^1200_\d+_4294967295_\d{14}@callenabler246\.huaweicaas\.com$/,
		) as string;
		const timestamp = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as string;
		const shared = { sessionId, timestamp, subscriptionId, userData: 'order-1' };
		const second = { ...shared, caller: x, called: b };
		expect(bodies(simulator).slice(0, 5)).toEqual([
			{ eventType: 'callin', statusInfo: { ...shared, caller: a, called: x } },
			{ eventType: 'callout', statusInfo: second },
			{ eventType: 'alerting', statusInfo: second },
			{ eventType: 'answer', statusInfo: second },
			{
				eventType: 'disconnect',
				statusInfo: { ...second, stateCode: 0, stateDesc: 'The user releases the call.' },
			},
		]);
		expect(record).toEqual({
			direction: 1,
			spId: 'simulated_account',
			appKey: 'axbKey',
			icid: expect.stringMatching(/^.{1,64}$/) as string,
			bindNum: x,
			sessionId,
			callerNum: a,
			calleeNum: x,
			fwdDisplayNum: x,
			fwdDstNum: b,
			callInTime: timestamp,
			fwdStartTime: timestamp,
			fwdAlertingTime: timestamp,
			fwdAnswerTime: timestamp,
			callEndTime: timestamp,
			fwdUnaswRsn: 0,
			ulFailReason: 0,
			sipStatusCode: 0,
			callOutUnaswRsn: 0,
			recordFlag: 1,
			recordStartTime: timestamp,
			recordObjectName: expect.stringMatching(/^1200_\d+_0_\d{14}\.wav$/) as string,
			recordBucketName: expect.any(String) as string,
			recordDomain: 'ostor.huawei.com',
			ttsPlayTimes: 0,
			ttsTransDuration: 0,
			mptyId: subscriptionId,
			serviceType: '004',
			hostName: 'callenabler246.huaweicaas.com',
			subscriptionId,
			userData: 'order-1',
		});
		const seconds = (name: string): number => Date.parse(`${String(record[name])}Z`) / 1000;
		expect(seconds('callEndTime') - seconds('fwdAnswerTime')).toBe(61);
		expect(seconds('fwdAnswerTime') - seconds('fwdAlertingTime')).toBe(5);
	});

	it('tells B as the caller, and direction 0, when B dials', async () => {
		const simulator = await bound();
		const { record } = await place(simulator, { caller: '138 0000 0023', called: '13800006666' });
		expect(record).toMatchObject({ direction: 0, callerNum: b, fwdDstNum: a });
	});

	it.each<[Partial<CallRequest>, string[], number, number]>([
		[{ scenario: 'busy' }, ['callin', 'callout', 'disconnect'], 8102, 17],
		[{ scenario: 'poweredOff' }, ['callin', 'callout', 'disconnect'], 8104, 20],
		[{ scenario: 'doesNotExist' }, ['callin', 'callout', 'disconnect'], 8100, 1],
		[{ scenario: 'suspended' }, ['callin', 'callout', 'disconnect'], 8105, 27],
		[{ scenario: 'noSignal' }, ['callin', 'callout', 'disconnect'], 8103, 20],
		[{ scenario: 'callerHangsUpBeforeRinging' }, ['callin', 'callout', 'disconnect'], 7501, 31],
		[{ scenario: 'noAnswer' }, ['callin', 'callout', 'alerting', 'disconnect'], 8101, 19],
		[
			{ scenario: 'noAnswer', ringSeconds: 200 },
			['callin', 'callout', 'alerting', 'disconnect'],
			8035,
			19,
		],
		[{ scenario: 'calleeRejects' }, ['callin', 'callout', 'alerting', 'disconnect'], 7503, 21],
		[{ scenario: 'blockedByPhone' }, ['callin', 'callout', 'alerting', 'disconnect'], 7504, 21],
		[
			{ scenario: 'callerHangsUpWhileRinging' },
			['callin', 'callout', 'alerting', 'disconnect'],
			7502,
			31,
		],
	])('ends as the people do: %j', async (request, events, code, q850) => {
		const simulator = await bound();
		const result = await place(simulator, request);
		expect(result.events).toEqual([...events, 'fee']);
		expect(result.last.stateCode).toBe(code);
		expect(result.record).toMatchObject({
			ulFailReason: code,
			fwdUnaswRsn: q850,
			// AXB writes the time that did not happen as an empty text.
			fwdAnswerTime: '',
			recordFlag: 0,
		});
		expect(result.record.failTime).toEqual(result.record.callEndTime);
	});

	it('ends with 8014, direction 2 and an empty subscriptionId without a binding', async () => {
		const simulator = await bound();
		const { events, record, last } = await place(simulator, { caller: '+8613911112222' });
		expect(events).toEqual(['callin', 'disconnect', 'fee']);
		expect(last).toMatchObject({ stateCode: 8014, caller: '+8613911112222', called: x });
		expect(last).not.toHaveProperty('subscriptionId');
		expect(record).toMatchObject({ direction: 2, subscriptionId: '', ulFailReason: 8014 });
		expect(record).not.toHaveProperty('fwdDstNum');
	});

	it.each([
		[1, a, 0],
		[1, b, 8016],
		[2, a, 8016],
		[2, b, 0],
	])('with callDirection %i and caller %s ends with %i', async (callDirection, caller, code) => {
		const simulator = await bound({ callDirection });
		expect((await place(simulator, { caller })).last.stateCode).toBe(code);
	});

	it('is cut at maxDuration with 8010', async () => {
		const simulator = await bound({ maxDuration: 1 });
		const { record, last } = await place(simulator, { talkSeconds: 600 });
		expect(last.stateCode).toBe(8010);
		const seconds = (name: string): number => Date.parse(`${String(record[name])}Z`) / 1000;
		expect(seconds('callEndTime') - seconds('fwdAnswerTime')).toBe(60);
	});

	it('is blocked by the carrier when it is recorded without a prompt', async () => {
		const simulator = await bound({ recordFlag: 'true' });
		expect((await place(simulator)).record).toMatchObject({ ulFailReason: 8059 });
	});

	it('cannot come from a landline (8023) or through an unusable X (8055)', async () => {
		const simulator = await bound({ callerNum: '+867552800001' });
		expect((await place(simulator, { caller: '0755-2800001' })).last.stateCode).toBe(8023);
		const other = await bound();
		other.setNumberStatus({ number: x, status: '10', cause: '2' });
		expect((await place(other)).last.stateCode).toBe(8055);
	});

	it('refuses an order that no phone could dial', async () => {
		const simulator = await open();
		expect(() => simulator.startCall({ caller: a, called: '13911112222' })).toThrow(
			'+8613911112222 is no number of any application',
		);
		expect(() => simulator.startCall({ caller: 'nobody', called: x })).toThrow('caller');
	});

	it('waits for people when it is interactive', async () => {
		const simulator = await bound({}, { speed: 1 });
		const { sessionId } = simulator.startCall({ caller: a, called: x, interactive: true });
		await simulator.waitForPush(({ event }) => event === 'alerting');
		expect(simulator.call(sessionId)?.state).toBe('ringing');
		expect(simulator.answer(sessionId)).toBe(true);
		await simulator.waitForPush(({ event }) => event === 'answer');
		expect(simulator.hangUp(sessionId, 'callee')).toBe(true);
		const ended = await simulator.waitForCall(sessionId);
		expect(ended).toMatchObject({ state: 'ended', releasedBy: 'callee' });
		expect(simulator.answer(sessionId)).toBe(false);
		const early = simulator.startCall({ caller: a, called: x, interactive: true });
		expect(simulator.hangUp(early.sessionId, 'caller')).toBe(true);
		expect((await simulator.waitForCall(early.sessionId)).cause?.stateCode).toBe(7501);
	});
});

describe('stop call', () => {
	it('ends a call under way: 8017 in the record; a second stop finds nothing (1020152)', async () => {
		const simulator = await bound({}, { speed: 100 });
		const { sessionId } = simulator.startCall({ caller: a, called: x, talkSeconds: 10_000 });
		await simulator.waitForPush(({ event }) => event === 'answer');
		const stop = { sessionid: sessionId, signal: 'call_stop' };
		const answer = await call(simulator, 'POST', stopPath, stop);
		expect(answer.json).toEqual({ resultcode: '0', resultdesc: 'Success' });
		await simulator.waitForIdle();
		expect(fee(bodies(simulator, 'fee')[0])).toMatchObject({ ulFailReason: 8017, sessionId });
		expect(outcome(await call(simulator, 'POST', stopPath, stop))).toBe('500 1020152');
	});

	it.each([
		[{ signal: 'call_stop' }, {}, '500 1020001'],
		[{ sessionid: 'x', signal: 'stop' }, {}, '500 1020001'],
		[{ sessionid: 'x', signal: 'call_stop' }, {}, '500 1020152'],
		[{ sessionid: 'x', signal: 'call_stop' }, { appKey: 'nobody' }, '500 1020150'],
	])('answers %j of %j with %s', async (body, signing, expected) => {
		const simulator = await open();
		expect(outcome(await call(simulator, 'POST', stopPath, body, signing))).toBe(expected);
	});
});

describe('call records', () => {
	it('travel up to 50 in a push', async () => {
		// They wait so long for others that only a full push goes out.
		const simulator = await bound({}, { timings: { recordBatchMs: 600_000_000 } });
		for (let index = 0; index < 100; index += 1) simulator.startCall({ caller: a, called: x });
		await simulator.waitForIdle();
		const sizes = bodies(simulator, 'fee').map(({ feeLst }) => (feeLst as unknown[]).length);
		expect(sizes).toEqual([50, 50]);
	});
});
