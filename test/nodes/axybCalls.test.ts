import { PrivateNumberAxyb } from '../../nodes/PrivateNumberAxyb/PrivateNumberAxyb.node';
import { endedCall } from './calls';
import { numbers, sharedPlatform, startPlatform, X1, X2 } from './fixture';
import { operationsOf, type Parameters } from './operate';
import { sharedTrigger } from './webhookServer';

const A = '+8613800000021';
const B = '+8613900000002';
const X = X1;
const Y = X2;

const platform = sharedPlatform(() => startPlatform('AXYB', { numbers: numbers(2) }));
const trigger = sharedTrigger({ events: ['fee'] });
beforeEach(() => {
	platform.simulator.setPushUrls({ all: trigger.url });
});

const axyb = operationsOf(PrivateNumberAxyb, () => platform);

const bind = async (options: Parameters = {}): Promise<string> =>
	(await axyb('binding', 'create', { origNum: A, areaCode: '0755', options })).json[0]
		?.subscriptionId as string;

const addB = async (subscriptionId: string, options: Parameters = {}) =>
	await axyb('peer', 'add', { subscriptionId, origNum: B, options });

/** A call that has ended, with its record as the trigger gives it. */
const callOf = async (caller: string, called: string) =>
	await endedCall(platform, trigger, { caller, called, ringSeconds: 5, talkSeconds: 10 });

const userData = { order: '订单 17' };

describe('a call over X', () => {
	test('reaches A, who sees the Y of B', async () => {
		const subscriptionId = await bind({ userData });
		await addB(subscriptionId);
		const { call, record } = await callOf(B, X);
		expect(call).toMatchObject({ callee: A, shown: Y });
		expect(record).toMatchObject({
			mode: 'AXYB',
			callerNumber: B,
			calledNumber: A,
			privateNumber: X,
			subscriptionId,
			direction: 'bToA',
			answered: true,
			ringSeconds: 5,
			talkSeconds: 10,
			userData,
		});
	});

	test('tells each of its events', async () => {
		const events = ['callin', 'callout', 'alerting', 'answer', 'disconnect'];
		trigger.set({ events });
		const subscriptionId = await bind({ userData });
		await addB(subscriptionId);
		const { call } = await callOf(B, X);
		const items = trigger.items().filter(({ sessionId }) => sessionId === call.sessionId);
		expect(new Set(items.map(({ eventType }) => eventType))).toEqual(new Set(events));
		expect(items.find(({ eventType }) => eventType === 'callin')).toMatchObject({
			callerNumber: B,
			calledNumber: X,
			privateNumber: X,
			subscriptionId,
			userData,
			needsReply: false,
		});
	});

	test('makes a peer of a B that was not added, whom A can call then', async () => {
		const subscriptionId = await bind();
		await callOf(B, X);
		const by = { identifyBy: 'subscriptionId', subscriptionId };
		expect((await axyb('binding', 'get', by)).json).toMatchObject([{ numberY: Y, numberB: B }]);
		expect((await callOf(A, Y)).call.callee).toBe(B);
	});
});

describe('a call over Y', () => {
	test('reaches B, who sees X', async () => {
		const subscriptionId = await bind({ userData: '绑定' });
		await addB(subscriptionId, { userData: '同伴' });
		const { call, record } = await callOf(A, Y);
		expect(call).toMatchObject({ callee: B, shown: X });
		expect(record).toMatchObject({
			mode: 'AXYB',
			callerNumber: A,
			calledNumber: B,
			privateNumber: Y,
			direction: 'aToB',
			userData: '同伴',
		});
	});

	test('reaches nobody once the peer is removed, while X goes on', async () => {
		const subscriptionId = await bind();
		await addB(subscriptionId);
		await axyb('peer', 'remove', { subscriptionId, removeBy: 'peerNumber', yNum: Y });
		expect((await callOf(A, Y)).record).toMatchObject({
			answered: false,
			endReason: { code: 8030 },
		});
		expect((await callOf(B, X)).call.callee).toBe(A);
	});
});

describe('a call is refused', () => {
	test.each([
		['by B where only A may call', 1, B, X],
		['by A where only B may call', 2, A, Y],
	])('%s', async (_, callDirection, caller, called) => {
		await addB(await bind({ callDirection }));
		expect((await callOf(caller, called)).record).toMatchObject({ endReason: { code: 8016 } });
	});

	test('after the binding is deleted', async () => {
		const subscriptionId = await bind();
		await addB(subscriptionId);
		await axyb('binding', 'delete', { subscriptionId });
		expect((await callOf(B, X)).record).toMatchObject({ endReason: { code: 8030 } });
		expect((await callOf(A, Y)).record).toMatchObject({ endReason: { code: 8030 } });
	});
});

test('a call that goes on is ended; one that is over already is no trouble', async () => {
	await bind();
	const { sessionId } = platform.simulator.startCall({ caller: B, called: X, interactive: true });
	const end = async () => await axyb('call', 'end', { sessionId });
	expect((await end()).json).toEqual([{ ended: true }]);
	expect(platform.sent().at(-1)).toEqual({
		method: 'POST',
		rawUrl: '/rest/httpsessions/callStop/v2.0',
		body: { sessionid: sessionId, signal: 'call_stop' },
	});
	expect((await end()).json).toEqual([{ ended: true, alreadyEnded: true }]);
});

test('a recorded call is downloaded as a file, by what its record tells', async () => {
	await bind({ recordFlag: true, recordHintTone: 'notice.wav' });
	const { record } = await callOf(B, X);
	const recording = record?.recording as Parameters;
	const { outputs, error } = await axyb('recording', 'download', {
		source: 'file',
		...recording,
		binaryPropertyName: 'data',
	});
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.binary?.data).toMatchObject({
		fileName: recording.fileName,
		mimeType: 'audio/wav',
	});
	const { json } = await axyb('recording', 'getUrl', recording);
	expect(json).toEqual([{ url: expect.stringContaining(platform.simulator.storageUrl) as string }]);
});
