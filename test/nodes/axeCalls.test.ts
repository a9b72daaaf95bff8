import { PrivateNumberAxe } from '../../nodes/PrivateNumberAxe/PrivateNumberAxe.node';
import { recordDomain } from '../../simulator/wire/ids';
import { endedCall } from './calls';
import { sharedPlatform, startPlatform, X1 } from './fixture';
import { operationsOf, type Parameters } from './operate';
import { sharedTrigger } from './webhookServer';

const A = '+8613800000021';
const B = '+8613900000002';
const C = '+8613900000003';
const DESK = '+8675528000001';

const platform = sharedPlatform(() => startPlatform('AXE'));
const trigger = sharedTrigger({ events: ['fee'] });
beforeEach(() => {
	platform.simulator.setPushUrls({ all: trigger.url });
});

const axe = operationsOf(PrivateNumberAxe, () => platform);

const bind = async (options: Parameters = {}) =>
	await axe('binding', 'create', {
		bindNum: A,
		chooseNumberBy: 'number',
		virtualNum: X1,
		extendNum: '0012',
		options,
	});

const userData = { order: '订单 17' };

/** A call that has ended, with its record as the trigger gives it. */
const callOf = async (caller: string, digits?: string | string[]) =>
	await endedCall(platform, trigger, {
		caller,
		called: X1,
		digits,
		ringSeconds: 5,
		talkSeconds: 10,
	});

describe('a call to the extension', () => {
	test('reaches A, who sees X', async () => {
		const { json } = await bind({ userData });
		const { call, record } = await callOf(B, '0012');
		expect(call).toMatchObject({ callee: A, shown: X1 });
		expect(record).toMatchObject({
			mode: 'AXE',
			callerNumber: B,
			calledNumber: A,
			privateNumber: X1,
			extension: '0012',
			subscriptionId: json[0]?.subscriptionId,
			direction: 'bToA',
			answered: true,
			ringSeconds: 5,
			talkSeconds: 10,
			userData,
		});
	});

	test('tells each of its events, the digits among them', async () => {
		const events = ['callin', 'collectInfo', 'callout', 'alerting', 'answer', 'disconnect'];
		trigger.set({ events });
		await bind();
		const { call } = await callOf(B, ['0013', '0012']);
		const items = trigger.items().filter(({ sessionId }) => sessionId === call.sessionId);
		const ofType = (eventType: string) => items.filter((item) => item.eventType === eventType);
		expect(ofType('callin')).toMatchObject([
			{ callerNumber: B, calledNumber: X1, privateNumber: X1 },
		]);
		expect(ofType('collectInfo')).toMatchObject([
			{ digits: '0013', mode: 'AXE' },
			{ digits: '0012', mode: 'AXE' },
		]);
		expect(new Set(items.map(({ eventType }) => eventType))).toEqual(new Set(events));
		expect(new Set(items.map(({ eventId }) => eventId)).size).toBe(items.length);
		expect(items.every(({ needsReply }) => needsReply === false)).toBe(true);
	});

	test('that nobody has reaches nobody', async () => {
		await bind();
		const { record } = await callOf(B, ['0099', '0098']);
		expect(record).toMatchObject({
			answered: false,
			calledNumber: X1,
			direction: 'unknown',
			endReason: { code: 8022 },
		});
	});

	test('reaches nobody once the binding is deleted', async () => {
		const { json } = await bind();
		const { subscriptionId } = json[0] ?? {};
		await axe('binding', 'delete', { identifyBy: 'subscriptionId', subscriptionId });
		expect((await callOf(B, '0012')).record).toMatchObject({ endReason: { code: 8022 } });
	});
});

describe('A calls back', () => {
	test('and reaches who called last', async () => {
		await bind({ callbackExpiredTime: 24 });
		await callOf(B, '0012');
		await callOf(C, '0012');
		const { call, record } = await callOf(A);
		expect(call).toMatchObject({ callee: C, shown: X1 });
		expect(record).toMatchObject({
			callerNumber: A,
			calledNumber: C,
			direction: 'aToB',
			extension: '0012',
		});
	});

	test('and hears a tone when nobody has called', async () => {
		await bind({ callbackTone: 'tone.wav', userData });
		const { call, record } = await callOf(A);
		expect(call.callee).toBeUndefined();
		expect(record).toMatchObject({ answered: false, endReason: { code: 8019 }, userData });
	});

	test('and reaches the desk when nobody has called', async () => {
		await bind({ callbackNum: '(0755)28000001' });
		expect((await callOf(A)).record).toMatchObject({ callerNumber: A, calledNumber: DESK });
	});

	test('and reaches the desk that an update has named', async () => {
		await bind({ callbackTone: 'tone.wav' });
		await axe('binding', 'update', {
			identifyBy: 'extension',
			virtualNum: X1,
			extendNum: '0012',
			updateFields: { callbackNum: DESK },
		});
		expect((await callOf(A)).call.callee).toBe(DESK);
	});
});

describe('a call that goes on', () => {
	test('is ended; one that is over already is no trouble', async () => {
		await bind();
		const { sessionId } = platform.simulator.startCall({
			caller: B,
			called: X1,
			digits: '0012',
			interactive: true,
		});
		const end = async () => await axe('call', 'end', { sessionId });
		expect((await end()).json).toEqual([{ ended: true }]);
		expect(platform.sent().at(-1)).toEqual({
			method: 'POST',
			rawUrl: '/rest/httpsessions/callStop/v2.0',
			body: { sessionid: sessionId, signal: 'call_stop' },
		});
		expect((await end()).json).toEqual([{ ended: true, alreadyEnded: true }]);
	});
});

describe('the recording of a call', () => {
	/** What the call record says of the recording: the fields that the node takes. */
	async function recorded() {
		await bind({ recordFlag: true, recordHintTone: 'notice.wav' });
		const { record } = await callOf(B, '0012');
		return record?.recording as { fileName: string; recordDomain: string };
	}

	test('is downloaded as a file', async () => {
		const recording = await recorded();
		const parameters = { source: 'file', ...recording, binaryPropertyName: 'data' };
		const { outputs, error } = await axe('recording', 'download', parameters);
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.binary?.data).toMatchObject({
			fileName: recording.fileName,
			mimeType: 'audio/wav',
		});
	});

	test('has an address', async () => {
		const recording = await recorded();
		const { json } = await axe('recording', 'getUrl', recording);
		expect(platform.last().rawUrl).toBe(
			`/rest/provision/voice/record/v1.0?fileName=${recording.fileName}&recordDomain=${recordDomain}`,
		);
		expect(json).toEqual([
			{ url: expect.stringContaining(platform.simulator.storageUrl) as string },
		]);
	});
});
