import { presentPush } from '../../nodes/PrivateNumberTrigger/present';
import { restoreSender } from '../../nodes/PrivateNumberTrigger/restoreSender';
import { selectEvents } from '../../nodes/PrivateNumberTrigger/select';
import type { JsonObject } from '../../platform/wire/json';
import { EVENT_TYPES, type EventType } from '../../platform/pushes/events';
import { readPush } from '../../platform/pushes/notifications';
import pushes from '../platform/fixtures/pushes.json';

const NOW = new Date('2026-03-01T12:00:00Z');
const A = '+8613800000021';
const bodyOf = (name: string): JsonObject =>
	pushes.find((push) => push.name === name)?.body as JsonObject;
const shown = (body: JsonObject, more: object = {}) => {
	const settings = { simplify: true, separateOutputs: false, maskNumbers: false, ...more };
	const push = readPush(body, NOW);
	return presentPush(push, push.events, body, settings);
};

describe('items of a push', () => {
	test.each(pushes)('are one a record, and plain JSON: $name', ({ body, events }) => {
		const [items] = shown(body as JsonObject);
		expect(items).toHaveLength(events.length);
		for (const { json } of items ?? []) expect(JSON.parse(JSON.stringify(json))).toEqual(json);
	});

	test.each(pushes)("are the platform's body where nothing is simplified: $name", ({ body }) => {
		expect(shown(body as JsonObject, { simplify: false })).toEqual([[{ json: body }]]);
	});

	test.each(pushes)('are on the output of their kind: $name', ({ body, events: [event] }) => {
		const outputs = shown(body as JsonObject, { separateOutputs: true });
		const index = ['fee', 'sms', 'numStatus'].indexOf(event?.eventType ?? '') + 1;
		expect(outputs.map(({ length }) => length)).toEqual(
			[0, 1, 2, 3].map((output) => (output === index ? 1 : 0)),
		);
	});
});

describe('masked items', () => {
	const numbers = (text: string): string[] =>
		text.match(/(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/g) ?? [];

	test.each(pushes)('show no whole phone number: $name', ({ body }) => {
		for (const simplify of [true, false]) {
			const [items] = shown(body as JsonObject, { simplify, maskNumbers: true });
			expect(numbers(JSON.stringify(items))).toEqual([]);
		}
	});

	test.each(pushes)('lose nothing but the digits: $name', ({ body }) => {
		const [whole] = shown(body as JsonObject);
		const [masked] = shown(body as JsonObject, { maskNumbers: true });
		const blank = (items: unknown): string =>
			JSON.stringify(items).replace(/"(?:\+86)?\d{3}(?:\*{4}|\d{4})\d{4}"/g, '"number"');
		expect(blank(masked)).toBe(blank(whole));
	});

	test('hide a number that the platform writes as a number, in a text, or under a new name', () => {
		const body = {
			eventType: 'callin',
			statusInfo: { caller: 13_800_000_021, newNum: A, deep: { list: [A, 13_800_000_021] } },
		};
		for (const simplify of [true, false]) {
			const [items] = shown(body, { simplify, maskNumbers: true });
			expect(numbers(JSON.stringify(items))).toEqual([]);
		}
		const text = { smsEvent: { smsIdentifier: '1', smsContent: `Call ${A} or 13800000022.` } };
		expect(shown(text, { maskNumbers: true })[0]?.[0]?.json.text).toBe(
			'Call +86138****0021 or 138****0022.',
		);
		const unknown = { eventType: 'hologram', who: A };
		expect(numbers(JSON.stringify(shown(unknown, { maskNumbers: true })))).toEqual([]);
	});

	test('keep what names a call, a binding, a recording, and what the customer gave', () => {
		const id = '1200_13800000021_0@13800000021';
		const statusInfo = { sessionId: id, subscriptionId: id, userData: A, timestamp: 't' };
		const [items] = shown({ eventType: 'callin', statusInfo }, { maskNumbers: true });
		expect(items?.[0]?.json).toMatchObject({
			eventId: `callin:${id}:t`,
			sessionId: id,
			subscriptionId: id,
			userData: A,
		});
		const record = {
			...(bodyOf('AXB call record').feeLst as JsonObject[])[0],
			recordObjectName: `${id}.wav`,
			recordFileDownloadUrl: `https://ostor.huawei.com/${id}.wav`,
		};
		const [fee] = shown({ eventType: 'fee', feeLst: [record] }, { maskNumbers: true });
		expect(fee?.[0]?.json.recording).toMatchObject({
			fileName: `${id}.wav`,
			url: `https://ostor.huawei.com/${id}.wav`,
		});
	});
});

describe('the selection of events', () => {
	const none: ReadonlySet<string> = new Set();

	test.each(EVENT_TYPES)('lets %s alone through where it alone is chosen', (type) => {
		const events = new Set<EventType>([type]);
		const passed = pushes.flatMap(({ body }) =>
			selectEvents(readPush(body as JsonObject, NOW), { events, privateNumbers: none }),
		);
		expect(passed.length).toBeGreaterThan(0);
		expect(new Set(passed.map(({ eventType }) => eventType))).toEqual(new Set([type]));
	});

	test('goes by the privacy number in any spelling, and lets through what tells none', () => {
		const wanted = { events: new Set(EVENT_TYPES), privateNumbers: new Set(['+8617000000001']) };
		const select = (called: unknown, eventType = 'callin') =>
			selectEvents(readPush({ eventType, statusInfo: { called } }, NOW), wanted).length;
		expect(
			['+8617000000001', '17000000001', '8617000000001', 17_000_000_001].map((x) => select(x)),
		).toEqual([1, 1, 1, 1]);
		expect(select('+8617000000002')).toBe(0);
		expect(select('')).toBe(1);
		expect(select('+8617000000002', 'answer')).toBe(1);
	});
});

describe('the sender of a masked text', () => {
	const restore = restoreSender(
		readPush(bodyOf('AX text that waits, the documented example'), NOW),
	);

	test('is put back into the answer', () => {
		const reply = {
			actions: [{ operation: 'vNumberRoute', message: { called: A, calling: 'x' } }],
		};
		expect(JSON.parse(restore?.(JSON.stringify(reply)) ?? '')).toEqual({
			actions: [{ operation: 'vNumberRoute', message: { called: A, calling: '+8613800000001' } }],
		});
	});

	test.each(['', 'no JSON', '[]', 'null', '{"actions":1}', '{"actions":[null,{"message":1}]}'])(
		'leaves the answer %j as it is',
		(reply) => {
			expect(restore?.(reply)).toBe(reply);
		},
	);

	test('is not looked for in other pushes', () => {
		expect(restoreSender(readPush(bodyOf('AXB callin'), NOW))).toBeUndefined();
	});
});
