import { closeStores } from '../../platform/state/store';
import { signRequest } from '../../platform/client/signature';
import type { SampleKind, ModeName } from '../../simulator';
import { KEYS, sharedPlatform, startPlatform, X1, X2 } from './fixture';
import { ENDED, sharedTrigger, startWebhookServer } from './webhookServer';

const A = '+8613800000021';
const B = '+8613800000023';
const ALL = [
	'callin',
	'collectInfo',
	'callout',
	'alerting',
	'answer',
	'disconnect',
	'fee',
	'sms',
	'numStatus',
];

const platform = sharedPlatform(() => startPlatform('AXB', { recording: true }));
const trigger = sharedTrigger();
beforeEach(closeStores);

const stampOfNow = (): string => new Date().toISOString().slice(0, 19).replace('T', ' ');
const signed = (): Record<string, string> => ({ ...signRequest(KEYS, 'aksk') });
const push = async (body: unknown) => await trigger.post(body, signed());
const sample = async (kind: SampleKind, mode: ModeName = 'AXB', more: object = {}) =>
	await platform.simulator.sendSample({ kind, mode, url: trigger.url, ...KEYS, ...more });

describe('a call through the simulator', () => {
	async function answeredCall() {
		platform.simulator.setPushUrls({ all: trigger.url });
		platform.simulator.bind(KEYS.appKey, {
			callerNum: A,
			calleeNum: B,
			relationNum: X1,
			recordFlag: 'true',
			recordHintTone: 'n.wav',
			userData: 'order-17',
		});
		const call = { caller: A, called: X1, ringSeconds: 5, talkSeconds: 30 };
		const { sessionId } = platform.simulator.startCall(call);
		await platform.simulator.waitForCall(sessionId);
		await platform.idle();
		return sessionId;
	}

	test('arrives as its events and its call record, all of one session', async () => {
		trigger.set({ events: ALL });
		const sessionId = await answeredCall();
		const items = trigger.items();
		expect(new Set(items.map(({ eventType }) => eventType))).toEqual(
			new Set(['callin', 'callout', 'alerting', 'answer', 'disconnect', 'fee']),
		);
		expect(items.every((item) => item.sessionId === sessionId)).toBe(true);
		expect(items.every(({ needsReply }) => needsReply === false)).toBe(true);
		expect(new Set(items.map(({ eventId }) => eventId)).size).toBe(items.length);
	});

	test('ends in a call record with the real people, the times, the reason and the recording', async () => {
		trigger.set({ events: ['fee'] });
		await answeredCall();
		expect(trigger.items()).toEqual([
			expect.objectContaining({
				eventType: 'fee',
				mode: 'AXB',
				caller: A,
				called: B,
				privateNumber: X1,
				userData: 'order-17',
				answered: true,
				ringSeconds: 5,
				talkSeconds: 30,
				endReason: {
					code: 0,
					en: expect.any(String) as string,
					zh: '接通后主动挂机',
					by: 'normal',
				},
				recording: {
					fileName: expect.stringMatching(/\.wav$/) as string,
					recordDomain: 'ostor.huawei.com',
				},
				time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/) as string,
			}),
		]);
	});

	test('brings only the events that are chosen; the others are acknowledged and forgotten', async () => {
		trigger.set({ events: ['answer'] });
		await answeredCall();
		expect(trigger.items().map(({ eventType }) => eventType)).toEqual(['answer']);
		expect(platform.simulator.pushes.every(({ state }) => state === 'delivered')).toBe(true);
	});

	test('brings only events of the chosen privacy numbers, and those that tell none', async () => {
		trigger.set({ events: ALL, options: { privateNumbers: '170 0000 0002, 17000000009' } });
		await answeredCall();
		expect(trigger.items().map(({ eventType }) => eventType)).not.toContain('fee');
		expect(trigger.items().map(({ eventType }) => eventType)).not.toContain('callin');
		expect(trigger.items().map(({ eventType }) => eventType)).toContain('answer');
	});

	test.each([
		['a comma', ', '],
		['a Chinese comma', '\uff0c'],
		['an enumeration comma', '\u3001'],
		['a Chinese semicolon', '\uff1b'],
		['a new line', '\n'],
	])('takes a list of privacy numbers that are separated by %s', async (_name, separator) => {
		const privateNumbers = ['170 0000 0002', '170 0000 0001'].join(separator);
		trigger.set({ events: ['fee'], options: { privateNumbers } });
		await answeredCall();
		expect(trigger.items()).toHaveLength(1);
	});

	test('that nobody answers has a record with X and the reason', async () => {
		trigger.set({ events: ['fee', 'disconnect'] });
		platform.simulator.setPushUrls({ all: trigger.url });
		platform.simulator.startCall({ caller: A, called: X2 });
		await platform.idle();
		const record = trigger.items().find(({ eventType }) => eventType === 'fee');
		expect(record).toMatchObject({
			answered: false,
			caller: A,
			called: X2,
			endReason: { code: 8014, by: 'binding' },
		});
		expect(record).not.toHaveProperty('subscriptionId');
		expect(record).not.toHaveProperty('talkSeconds');
	});
});

describe('every kind of push becomes items', () => {
	test.each<[SampleKind, ModeName, object]>([
		[
			'callin',
			'AXB',
			{ eventType: 'callin', privateNumber: '+8613800006666', called: '+8613800006666' },
		],
		['collectInfo', 'AXE', { eventType: 'collectInfo', mode: 'AXE', digits: '0012' }],
		[
			'disconnect',
			'AX',
			{
				eventType: 'disconnect',
				endReason: {
					code: 0,
					by: 'normal',
					en: expect.any(String) as string,
					zh: expect.any(String) as string,
				},
			},
		],
		['fee', 'AXE', { eventType: 'fee', mode: 'AXE', extendNum: '0012' }],
		['fee', 'AXYB', { eventType: 'fee', mode: 'AXYB' }],
		['fee', 'AX', { eventType: 'fee', mode: 'AX' }],
		['fee', 'X', { eventType: 'fee', mode: 'X' }],
		[
			'sms',
			'AXB',
			{
				eventType: 'sms',
				from: A,
				privateNumber: '+8613800006666',
				text: 'Hello',
				parts: 1,
				sendResult: { code: 0, en: 'Sent', zh: '成功' },
			},
		],
		[
			'numStatus',
			'AXB',
			{
				eventType: 'numStatus',
				number: '+8613800006666',
				status: {
					code: expect.any(Number) as number,
					en: expect.any(String) as string,
					zh: expect.any(String) as string,
				},
			},
		],
	])('%s of %s', async (kind, mode, expected) => {
		trigger.set({ events: ALL });
		const { status } = await sample(kind, mode);
		expect(status).toBe(200);
		expect(trigger.items()).toEqual([expect.objectContaining(expected)]);
	});

	test('fifty call records are fifty items, a hundred numbers a hundred', async () => {
		await sample('fee', 'AXB', { count: 50 });
		expect(trigger.items()).toHaveLength(50);
		await sample('numStatus', 'AXB', { count: 100 });
		expect(trigger.items()).toHaveLength(150);
		expect(new Set(trigger.items().map(({ eventId }) => eventId)).size).toBe(150);
	});

	test("without Simplify the platform's body comes as it is, one item a push", async () => {
		trigger.set({ simplify: false });
		const { body } = await sample('fee', 'AXB', { count: 3 });
		expect(trigger.items()).toEqual([JSON.parse(body)]);
	});

	test('each kind has an output of its own where the user wants it', async () => {
		trigger.set({ options: { separateOutputs: true }, events: ALL });
		for (const kind of ['callin', 'fee', 'sms', 'numStatus'] as const) await sample(kind);
		expect(trigger.executions.map((outputs) => outputs.map((items) => items.length))).toEqual([
			[1, 0, 0, 0],
			[0, 1, 0, 0],
			[0, 0, 1, 0],
			[0, 0, 0, 1],
		]);
	});

	test('an event keeps its ID when the platform sends it again', async () => {
		for (const kind of ['callin', 'disconnect', 'fee', 'sms', 'numStatus'] as const) {
			trigger.executions.length = 0;
			const { body } = await sample(kind);
			await push(body);
			const [first, second] = trigger.items();
			expect(second?.eventId).toBe(first?.eventId);
		}
	});

	test('middle digits are hidden where the user wants it', async () => {
		trigger.set({ options: { maskNumbers: true } });
		await sample('fee');
		expect(trigger.items()[0]).toMatchObject({
			caller: '+86138****0021',
			called: '+86138****0023',
		});
		expect(JSON.stringify(trigger.items())).not.toContain(A);
	});
});

describe('who may send', () => {
	test.each(['aksk', 'wsse', 'url'] as const)('a push signed with %s is taken', async (scheme) => {
		expect((await sample('callin', 'AXB', { scheme })).status).toBe(200);
		expect(trigger.items()).toHaveLength(1);
	});

	test.each([
		['an unsigned push', () => ({})],
		[
			'a push signed with another secret',
			() => ({ ...signRequest({ ...KEYS, appSecret: 'x' }, 'aksk') }),
		],
		['a push of another application', () => ({ ...signRequest({ ...KEYS, appKey: 'x' }, 'aksk') })],
		[
			'a push signed two days ago',
			() => ({ ...signRequest(KEYS, 'aksk', 'n1', new Date(Date.now() - 2 * 86_400_000)) }),
		],
		[
			'a push signed tomorrow',
			() => ({ ...signRequest(KEYS, 'aksk', 'n2', new Date(Date.now() + 86_400_000)) }),
		],
		['half a signature', () => ({ 'X-AKSK': 'UsernameToken Username="testAppKey0001"' })],
		['a signature that is none', () => ({ 'X-AKSK': '"'.repeat(500) })],
	])('%s is refused with a reason, and starts nothing', async (_, headers) => {
		const { status, text } = await trigger.post(
			{ eventType: 'callin', statusInfo: {} },
			headers() as Record<string, string>,
		);
		expect(status).toBe(401);
		expect((JSON.parse(text) as { message: string }).message).not.toBe('');
		expect(trigger.executions).toEqual([]);
		expect(trigger.log).toHaveLength(1);
		expect(trigger.log[0]).not.toContain(KEYS.appSecret);
	});

	test('a redelivery with the same nonce is taken; the same nonce with another body is not', async () => {
		const headers = signed();
		const body = {
			eventType: 'callin',
			statusInfo: { sessionId: 's', timestamp: '2026-01-01 00:00:00' },
		};
		expect((await trigger.post(body, headers)).status).toBe(200);
		expect((await trigger.post(body, headers)).status).toBe(200);
		const forged = { ...body, statusInfo: { ...body.statusInfo, sessionId: 'other' } };
		expect((await trigger.post(forged, headers)).status).toBe(401);
		expect(trigger.executions).toHaveLength(2);
	});

	test('unsigned pushes pass where the user allows them, wrong signatures do not', async () => {
		trigger.set({ options: { signatureCheck: 'whenPresent' } });
		const body = { eventType: 'callin', statusInfo: {} };
		expect((await trigger.post(body)).status).toBe(200);
		const wrong = { ...signRequest({ ...KEYS, appSecret: 'x' }, 'aksk') } as Record<string, string>;
		expect((await trigger.post(body, wrong)).status).toBe(401);
	});

	test('anything passes where the user switches the check off', async () => {
		trigger.set({ options: { signatureCheck: 'off' } });
		expect((await trigger.post({ eventType: 'callin', statusInfo: {} })).status).toBe(200);
	});

	test('an old signature passes where the user accepts any age', async () => {
		trigger.set({ options: { maxSignatureAge: 0 } });
		const headers = { ...signRequest(KEYS, 'aksk', 'n3', new Date('2018-01-01')) } as Record<
			string,
			string
		>;
		expect((await trigger.post({ eventType: 'callin', statusInfo: {} }, headers)).status).toBe(200);
	});
});

describe('bodies that are none', () => {
	test.each([['[]'], ['[{}]'], ['"text"'], ['null'], ['17'], ['']])(
		'%s is refused with 400',
		async (body) => {
			trigger.set({ events: ALL });
			expect((await push(body)).status).toBe(400);
			expect(trigger.executions).toEqual([]);
		},
	);

	test('an object without a field is of an unknown kind, as the platform would send it again otherwise', async () => {
		expect(await push('{}')).toEqual({ status: 200, text: '' });
		expect(trigger.executions).toEqual([]);
		expect(trigger.log).toHaveLength(1);
		trigger.set({ events: ALL });
		await push('{}');
		expect(trigger.items()).toEqual([
			expect.objectContaining({ eventType: 'unknown', needsReply: false, body: {} }),
		]);
	});

	test('a kind that no document describes is acknowledged and dropped with a line in the log', async () => {
		expect((await push({ eventType: 'hologram', x: 1 })).status).toBe(200);
		expect(trigger.executions).toEqual([]);
		expect(trigger.log).toHaveLength(1);
	});

	test('and is passed on whole where every event is wanted', async () => {
		trigger.set({ events: ALL });
		await push({ eventType: 'hologram', x: 1 });
		expect(trigger.items()).toEqual([
			expect.objectContaining({ eventType: 'unknown', body: { eventType: 'hologram', x: 1 } }),
		]);
	});
});

/** What a workflow does that ends, or answers, when the test says so. */
function work() {
	let end: (result?: unknown) => void = () => undefined;
	const result = new Promise<unknown>((resolve) => (end = resolve));
	return { result, end };
}

describe('respond after success', () => {
	const afterSuccess = (ackDeadline: number): void => {
		trigger.set({ respond: 'afterSuccess', options: { ackDeadline } });
	};
	beforeEach(() => {
		afterSuccess(60);
	});

	test('a workflow that succeeds acknowledges', async () => {
		expect((await sample('fee')).status).toBe(200);
	});

	test('a workflow that does not succeed makes the platform send again', async () => {
		trigger.onRun(() => Promise.reject(new Error('no')));
		expect((await sample('fee')).status).toBe(500);
	});

	test('a workflow that is late makes the platform send again, and harms nothing when it ends', async () => {
		const { result, end } = work();
		const begun = new Promise<void>((resolve) => {
			trigger.onRun(async () => {
				resolve();
				await result;
			});
		});
		const inTime = sample('numStatus');
		await begun;
		afterSuccess(1);
		expect((await sample('fee')).status).toBe(500);
		end();
		expect((await inTime).status).toBe(200);
		afterSuccess(60);
		expect((await sample('fee')).status).toBe(200);
	});
});

describe('calls and texts that wait', () => {
	const callin = async (more: object = {}) =>
		await push({
			eventType: 'callin',
			statusInfo: {
				sessionId: `s${Math.random()}`,
				timestamp: stampOfNow(),
				caller: A,
				called: X1,
				notifyMode: 'Block',
				...more,
			},
		});
	const reject = { operation: 'close', closeInfo: {} };
	const connect = (calleeNum: string) => ({ operation: 'connect', connectInfo: { calleeNum } });
	const workflow = (options: object = {}) => {
		trigger.set({ respond: 'workflow', options: { replyDeadline: 60, ...options } });
	};

	test('the workflow answers a call', async () => {
		workflow();
		trigger.onReply((item) => Promise.resolve({ ...connect(B), for: item.caller }));
		const { status, text } = await callin();
		expect(status).toBe(200);
		expect(JSON.parse(text)).toEqual({ ...connect(B), for: A });
		expect(trigger.items()[0]).toMatchObject({ needsReply: true, mode: 'X', privateNumber: X1 });
	});

	test('a silent workflow leaves nobody waiting: the default answer goes out at the deadline', async () => {
		workflow({ defaultDestination: '13900000009', replyDeadline: 1 });
		expect(JSON.parse((await callin()).text)).toEqual(connect('+8613900000009'));
	});

	test('so does a late workflow, whose answer is dropped', async () => {
		const { result, end } = work();
		workflow({ defaultDestination: '13900000009', replyDeadline: 1 });
		trigger.onReply(() => result);
		expect(JSON.parse((await callin()).text)).toEqual(connect('+8613900000009'));
		end(connect(B));
		await result;
		trigger.onReply(() => Promise.resolve(reject));
		expect(JSON.parse((await callin()).text)).toEqual(reject);
	});

	test('a workflow has as long as the user gives it, not longer', async () => {
		const { result, end } = work();
		workflow({ replyDeadline: 60 });
		const asked = new Promise<void>((resolve) => {
			trigger.onReply(() => {
				resolve();
				return result;
			});
		});
		const patient = callin();
		await asked;
		workflow({ replyDeadline: 1 });
		expect(JSON.parse((await callin()).text)).toEqual(reject);
		end(connect(B));
		expect(JSON.parse((await patient).text)).toEqual(connect(B));
	});

	test('a run that ends without an answer gets the default one at once', async () => {
		// Not at the deadline, for which this test would not wait.
		workflow({ replyDeadline: 600 });
		trigger.onReply(() => Promise.resolve(ENDED));
		expect(JSON.parse((await callin()).text)).toEqual(reject);
	});

	test.each(['immediately', 'afterSuccess'])(
		'under %s the default answer goes out at once',
		async (respond) => {
			trigger.set({ respond, options: { defaultDestination: '139 0000 0009' } });
			expect(JSON.parse((await callin()).text)).toEqual(connect('+8613900000009'));
			expect(trigger.items()[0]).toMatchObject({ eventType: 'callin', needsReply: false });
		},
	);

	test('a call whose event is not chosen is answered all the same', async () => {
		trigger.set({ respond: 'workflow', events: ['fee'] });
		expect(JSON.parse((await callin()).text)).toEqual(reject);
		expect(trigger.executions).toEqual([]);
	});

	test('a call that waited too long is never connected', async () => {
		workflow({ defaultDestination: '13900000009' });
		trigger.onReply(() => Promise.resolve(connect(B)));
		expect(JSON.parse((await callin({ timestamp: '2026-01-01 00:00:00' })).text)).toEqual(reject);
		expect(trigger.executions).toEqual([]);
	});

	test('a call that is asked about again is never connected', async () => {
		workflow({ defaultDestination: '13900000009' });
		trigger.onReply(() => Promise.resolve(connect(B)));
		expect(JSON.parse((await callin({ sessionId: 'again' })).text)).toEqual(connect(B));
		expect(JSON.parse((await callin({ sessionId: 'again' })).text)).toEqual(reject);
	});

	test('a call that two workflows are asked about is connected by both', async () => {
		const second = await startWebhookServer({ respond: 'workflow' }, 'second');
		second.onReply(() => Promise.resolve(connect(B)));
		workflow();
		trigger.onReply(() => Promise.resolve(connect(B)));
		const first = await callin({ sessionId: 'shared' });
		const other = await second.post(
			{
				eventType: 'callin',
				statusInfo: {
					sessionId: 'shared',
					timestamp: stampOfNow(),
					caller: A,
					called: X1,
					notifyMode: 'Block',
				},
			},
			signed(),
		);
		await second.close();
		expect([first, other].map(({ text }) => JSON.parse(text) as unknown)).toEqual([
			connect(B),
			connect(B),
		]);
	});

	test('a text goes to the default destination, with its own sender', async () => {
		trigger.set({ options: { defaultDestination: '13900000009' } });
		const { answerBody } = (await sample('smsBlock', 'AX')) as { answerBody?: string };
		expect(JSON.parse(answerBody ?? '')).toEqual({
			actions: [{ operation: 'vNumberRoute', message: { called: '+8613900000009', calling: A } }],
		});
	});

	test('a text never goes to a landline, which cannot receive it, though calls do', async () => {
		trigger.set({ options: { defaultDestination: '0755-28000001' } });
		const { answerBody } = (await sample('smsBlock', 'AX')) as { answerBody?: string };
		expect(JSON.parse(answerBody ?? '')).toEqual({ actions: [{ operation: 'DiscardMessage' }] });
		expect(JSON.parse((await callin()).text)).toEqual(connect('+8675528000001'));
	});

	test('a text without a destination is discarded', async () => {
		const { answerBody } = (await sample('smsBlock', 'X')) as { answerBody?: string };
		expect(JSON.parse(answerBody ?? '')).toEqual({ actions: [{ operation: 'DiscardMessage' }] });
	});

	test('the real sender of a text is told to the platform though the workflow sees it masked', async () => {
		workflow({ maskNumbers: true });
		trigger.onReply((item) =>
			Promise.resolve({
				actions: [{ operation: 'vNumberRoute', message: { called: B, calling: item.from } }],
			}),
		);
		const { answerBody } = (await sample('smsBlock', 'AX')) as { answerBody?: string };
		expect(trigger.items()[0]?.from).toBe('+86138****0021');
		expect(JSON.parse(answerBody ?? '')).toMatchObject({ actions: [{ message: { calling: A } }] });
	});

	test('plain notifications are acknowledged at once', async () => {
		workflow();
		expect((await sample('fee')).status).toBe(200);
		expect(trigger.items()).toHaveLength(1);
	});
});
