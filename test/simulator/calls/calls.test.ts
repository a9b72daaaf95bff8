import { createHash, createHmac } from 'node:crypto';

import type { CallRequest, Simulator } from '../../../simulator';
import {
	axbApplication,
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

const a = '+8613800000021';
const b = '+8613800000023';
const x = '+8613800006666';
const stopPath = '/rest/httpsessions/callStop/v2.0';
const recordPath = '/rest/provision/voice/record/v1.0';

afterEach(closeAll);

/** A simulator with A and B bound on X; its pushes go nowhere useful but are recorded. */
async function bound(
	more: object = {},
	options: Parameters<typeof open>[0] = {},
): Promise<Simulator> {
	const receiver = await openReceiver();
	const simulator = await open(options);
	simulator.setPushUrls({ all: receiver.url });
	simulator.bind('axbKey', { callerNum: a, calleeNum: b, relationNum: x, ...more });
	return simulator;
}

/** Places a call and returns the kinds of its pushes and its call record. */
async function place(
	simulator: Simulator,
	request: Partial<CallRequest> = {},
): Promise<{ events: string[]; record: Record<string, unknown>; last: Record<string, unknown> }> {
	simulator.startCall({ caller: a, called: x, ...request });
	await simulator.waitForIdle();
	const [record] = bodies(simulator, 'fee');
	const last = part(bodies(simulator, 'disconnect')[0], 'statusInfo');
	return { events: simulator.pushes.map(({ event }) => event), record: fee(record), last };
}

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

describe('a recording', () => {
	const recorded = { recordFlag: 'true', recordHintTone: 'notice.wav' };
	const link = (record: Record<string, unknown>): string =>
		`${recordPath}?fileName=${String(record.recordObjectName)}&recordDomain=${String(record.recordDomain)}`;

	it('is a playable WAV behind a 301 to the storage host, which needs no signature', async () => {
		const simulator = await bound(recorded);
		const { record } = await place(simulator, { talkSeconds: 7 });
		const answer = await call(simulator, 'GET', link(record));
		expect([answer.status, answer.text]).toEqual([301, '']);
		const location = answer.headers.get('location') ?? '';
		expect(location.startsWith(`${simulator.storageUrl}/`)).toBe(true);
		expect(new URL(location).host).not.toBe(new URL(simulator.url).host);
		const file = await fetch(location);
		const bytes = Buffer.from(await file.arrayBuffer());
		expect(file.headers.get('content-type')).toBe('audio/wav');
		expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
		expect(bytes.readUInt32LE(40)).toBe(7 * 16_000);
		expect(bytes).toHaveLength(44 + 7 * 16_000);
		// Audible: the samples are not all the same.
		expect(new Set(bytes.subarray(44, 1044)).size).toBeGreaterThan(50);
		expect(simulator.storageRequests[0]?.headers).not.toHaveProperty('x-aksk');
		expect((await fetch(location.replace(/Signature=.*/, 'Signature=x'))).status).toBe(403);
	});

	it('can lag behind its call record, is gone after 7 days, and belongs to its application', async () => {
		const pass = stopClock();
		const other = { ...axbApplication, appKey: 'other', appSecret: 'other', numbers: [] };
		const simulator = await bound(recorded, {
			applications: [axbApplication, other],
			// A minute at a thousand times the speed.
			timings: { recordingLagSeconds: 60_000 },
			// A week takes a day.
			expirySpeed: 7,
		});
		const { record } = await place(simulator);
		pass(59);
		expect(outcome(await call(simulator, 'GET', link(record)))).toBe('403 1012007');
		pass(1);
		const foreign = { appKey: 'other', appSecret: 'other' };
		const asOther = await call(simulator, 'GET', link(record), undefined, foreign);
		expect(outcome(asOther)).toBe('403 1012007');
		expect((await call(simulator, 'GET', link(record))).status).toBe(301);
		pass(86_400 - 61);
		expect((await call(simulator, 'GET', link(record))).status).toBe(301);
		pass(1);
		expect(outcome(await call(simulator, 'GET', link(record)))).toBe('403 1012007');
	});

	it('does not exist for talks under 3 seconds, wrong names and applications without recording', async () => {
		const simulator = await bound(recorded);
		expect((await place(simulator, { talkSeconds: 2 })).record.recordFlag).toBe(0);
		const wrong = `${recordPath}?fileName=x.wav&recordDomain=ostor.huawei.com`;
		expect(outcome(await call(simulator, 'GET', wrong))).toBe('403 1012007');
		expect(outcome(await call(simulator, 'GET', recordPath))).toBe('403 1010002');
		const off = await open({ applications: [{ ...axbApplication, recording: false }] });
		expect(outcome(await call(off, 'GET', wrong))).toBe('403 1012012');
	});

	it('can come as a direct address in place of name and domain', async () => {
		const simulator = await bound(recorded);
		const { record } = await place(simulator, { recordingAs: 'url' });
		expect(record).toMatchObject({ recordObjectName: '', recordDomain: '' });
		expect((await fetch(String(record.recordFileDownloadUrl))).status).toBe(200);
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

describe('the signature of a push', () => {
	it.each(['aksk', 'wsse', 'url'] as const)('is the documented one: %s', async (pushScheme) => {
		const receiver = await openReceiver();
		const simulator = await open({
			applications: [{ ...axbApplication, pushScheme, pushUrls: { all: receiver.url } }],
		});
		simulator.startCall({ caller: a, called: x });
		await simulator.waitForIdle();
		const headers = receiver.received[0]?.headers ?? {};
		const word = pushScheme === 'wsse' ? 'WSSE' : 'AKSK';
		expect(headers['content-type']).toBe('application/json;charset=UTF-8');
		expect(headers.authorization).toBe(`${word} realm="SDP",profile="UsernameToken",type="Appkey"`);
		const text = String(headers[`x-${word.toLowerCase()}`]);
		const [, key, digest, nonce = '', created = ''] =
			/^UsernameToken Username="(.*)",PasswordDigest="(.*)",Nonce="(.*)",Created="(.*)"$/.exec(
				text,
			) ?? [];
		expect(key).toBe('axbKey');
		const hmac = (message: string): string =>
			createHmac('sha256', 'axbSecret').update(message).digest('base64');
		const expected = {
			aksk: hmac(nonce + created),
			wsse: createHash('sha256').update(`${nonce}${created}axbSecret`).digest('base64'),
			url: hmac(`${receiver.url}\n${nonce}\n${created}`),
		};
		expect(digest).toBe(expected[pushScheme]);
		const hoursAhead = (Date.parse(created) - Date.now()) / 3_600_000;
		expect(Math.round(hoursAhead + 0.1)).toBe(pushScheme === 'url' ? 8 : 0);
	});
});
