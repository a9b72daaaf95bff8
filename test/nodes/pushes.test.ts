import { presentPush } from '../../nodes/PrivateNumberTrigger/present';
import { restoreSender } from '../../nodes/PrivateNumberTrigger/restoreSender';
import { selectEvents } from '../../nodes/PrivateNumberTrigger/select';
import type { ChosenEvent } from '../../nodes/PrivateNumberTrigger/texts';
import { EVENT_TYPES, KIND_ROWS, type EventType } from '../../platform/pushes/kinds';
import { readPush } from '../../platform/pushes/notifications';
import { closeStores } from '../../platform/state/store';
import type { JsonObject } from '../../platform/wire/json';
import pushes from '../platform/fixtures/pushes.json';

const NOW = new Date('2026-03-01T12:00:00Z');
const A = '+8613800000021';
const bodyOf = (name: string): JsonObject =>
	pushes.find((push) => push.name === name)?.body as JsonObject;
const shown = (body: JsonObject, more: object = {}) => {
	const settings = {
		simplify: true,
		separateOutputs: false,
		maskNumbers: false,
		timeZone: 'UTC',
		maskKey: 'key',
		...more,
	};
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
		const index = KIND_ROWS.findIndex(({ types }) =>
			types.some((type) => type === event?.eventType),
		);
		expect(outputs).toHaveLength(KIND_ROWS.length);
		expect(outputs.findIndex(({ length }) => length > 0)).toBe(index);
	});
});

describe('masked items', () => {
	/** Numbers in the form of the platform, found by nothing but their digits. */
	const numbers = (text: string): string[] => text.match(/\+86\d{10,11}/g) ?? [];

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

	test('of one push go by the key of the receiver: another cannot try numbers', () => {
		const statusInfo = { subscriptionId: `sub_${A}_1`, timestamp: 't', sessionId: 's' };
		const [mine, again, others] = ['key', 'key', 'other'].map(
			(maskKey) =>
				shown({ eventType: 'callin', statusInfo }, { maskNumbers: true, maskKey })[0]?.[0]?.json
					.subscriptionId,
		);
		expect(again).toBe(mine);
		expect(others).not.toBe(mine);
		expect(mine).not.toContain('0021');
	});
});

describe('times of items', () => {
	test.each(pushes.filter(({ events }) => events[0]?.eventType === 'fee'))(
		'are those of the people of the workflow, at the same moment: $name',
		({ body }) => {
			const names = ['time', 'callTime', 'alertingTime', 'answerTime', 'endTime'];
			const [utc] = shown(body as JsonObject)[0] ?? [];
			const [local] = shown(body as JsonObject, { timeZone: 'Asia/Shanghai' })[0] ?? [];
			for (const name of names) {
				const [here, there] = [local?.json[name], utc?.json[name]];
				if (there === undefined) continue;
				expect(here).toMatch(/\+08:00$/);
				expect(there).toMatch(/Z$/);
				expect(Date.parse(here as string)).toBe(Date.parse(there as string));
			}
			expect(Object.keys(local?.json ?? {})).toEqual(Object.keys(utc?.json ?? {}));
		},
	);
});

describe('the selection of events', () => {
	const none: ReadonlySet<string> = new Set();
	afterEach(closeStores);

	test.each(EVENT_TYPES)('lets %s alone through where it alone is chosen', (type) => {
		const events = new Set<EventType>([type]);
		const passed = pushes.flatMap(({ body }) =>
			selectEvents(readPush(body as JsonObject, NOW), { events, privateNumbers: none }, 'r'),
		);
		expect(passed.length).toBeGreaterThan(0);
		expect(new Set(passed.map(({ eventType }) => eventType))).toEqual(new Set([type]));
	});

	test('lets through what no document describes by its own name alone', () => {
		const push = readPush({ eventType: 'hologram' }, NOW);
		const select = (events: ChosenEvent[]) =>
			selectEvents(push, { events: new Set(events), privateNumbers: none }, 'r').length;
		expect(select(['unknown'])).toBe(1);
		expect(select([...EVENT_TYPES])).toBe(0);
	});

	const wanted = { events: new Set(EVENT_TYPES), privateNumbers: new Set(['+8617000000001']) };
	const select = (statusInfo: JsonObject, eventType = 'callin', receiver = 'r') =>
		selectEvents(readPush({ eventType, statusInfo }, NOW), wanted, receiver).length;

	test('goes by the privacy number in any spelling, and lets through what tells none', () => {
		expect(
			['+8617000000001', '17000000001', '8617000000001', 17_000_000_001].map((called) =>
				select({ called }),
			),
		).toEqual([1, 1, 1, 1]);
		expect(select({ called: '+8617000000002' })).toBe(0);
		expect(select({ called: '' })).toBe(1);
	});

	test('holds for a whole call, once an event of it has told the privacy number', () => {
		expect(select({ sessionId: 's1', called: '+8617000000002' }, 'answer')).toBe(1);
		select({ sessionId: 's1', called: '+8617000000002' });
		expect(select({ sessionId: 's1', called: '+8613800000099' }, 'answer')).toBe(0);
		expect(select({ sessionId: 's2', called: '+8613800000099' }, 'answer')).toBe(1);
		expect(select({ sessionId: 's1' }, 'answer', 'another receiver')).toBe(1);
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
