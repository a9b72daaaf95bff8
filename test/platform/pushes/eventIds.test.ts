import type { JsonObject } from '../../../platform/wire/json';
import { dayOf, statusId, type NumberStatus } from '../../../platform/pushes/numberStatuses';
import { eventOf, named, NOW, part, read, withFields } from './pushBodies';

describe('different events', () => {
	const differing: Array<[string, string, JsonObject]> = [
		['calls', 'AXB callin', { sessionId: 'other' }],
		['moments of a call', 'AXB callin', { timestamp: '2019-01-23 09:15:15' }],
		['calls without a session', 'AXB callin', { sessionId: '', caller: '+8613800000099' }],
		['collected digits', 'AXE collectInfo', { digitInfo: '0013' }],
		['call records', 'AXB call record', { icid: 'other' }],
		['call records without an ID', 'AXB call record', { icid: '', sessionId: 'other' }],
		['texts', 'AXB text that was sent', { smsIdentifier: 'other' }],
		['results of a text', 'AXB text that was sent', { sendResult: 9 }],
		[
			'texts without an ID',
			'AXB text that was sent',
			{ smsIdentifier: '', calling: '+8613800000099' },
		],
		['texts whose result is not told', 'AXB text that was sent', { sendResult: '' }],
		['numbers', 'number usable again', { number: '+8617000000099' }],
		['statuses of a number', 'number usable again', { status: '9' }],
		['causes of a status', 'number usable again', { cause: '6' }],
	];

	test.each(differing)('(%s) have different IDs', (_, name, fields) => {
		expect(eventOf(withFields(named(name), fields)).eventId).not.toBe(eventOf(named(name)).eventId);
	});

	test.each(differing)('(%s) keep their own IDs when they come again', (_, name, fields) => {
		const changed = withFields(named(name), fields);
		expect(eventOf(structuredClone(changed)).eventId).toBe(eventOf(changed).eventId);
	});

	test.each<[string, string, JsonObject, JsonObject]>([
		['calls', 'AXB callin', { timestamp: '' }, { caller: '+8613800000099' }],
		['calls', 'AXB callin', { sessionId: '' }, { caller: '+8613800000099' }],
		['call records', 'AXB call record', { icid: '' }, { callerNum: '+8613800000099' }],
		['texts', 'AXB text that was sent', { smsIdentifier: '' }, { calling: '+8613800000099' }],
	])(
		'(two %s of the same second that lack their ID) have different IDs',
		(_, name, lack, other) => {
			const one = withFields(named(name), lack);
			const two = withFields(one, other);
			expect(eventOf(two).eventId).not.toBe(eventOf(one).eventId);
		},
	);

	test('(a waiting text and the news of its sending) have different IDs', () => {
		const sent = eventOf(named('AXB text that was sent'));
		const waiting = eventOf(
			withFields(named('AXB text that was sent'), { notificationMode: 'Block' }),
		);
		expect(waiting.eventId).not.toBe(sent.eventId);
	});

	test('(the steps of one call in the same second) have different IDs', () => {
		const info = part(named('AXB callin'), 'statusInfo');
		const ids = ['callin', 'callout', 'alerting', 'answer', 'disconnect'].map(
			(eventType) => eventOf({ eventType, statusInfo: info }).eventId,
		);
		expect(new Set(ids).size).toBe(5);
	});
});

describe('an ID that comes as a number beyond what is exact', () => {
	const [first, second] = ['12345678901234567890', '12345678901234567891'];
	const idsOf = (records: string): string[] => {
		const body = JSON.parse(`{"eventType":"fee","feeLst":[${records}]}`) as JsonObject;
		return read(body).events.map(({ eventId }) => eventId);
	};

	test('does not make one event of two', () => {
		const records = `{"icid":${first},"sessionId":"a"},{"icid":${second},"sessionId":"b"}`;
		const [one, two] = idsOf(records);
		expect(one).not.toBe(two);
		expect(idsOf(records)).toEqual([one, two]);
	});

	test('is not told as another ID, but kept as it came', () => {
		const [event] = read({ eventType: 'fee', feeLst: [{ icid: Number(first) }] }).events;
		expect(event).not.toHaveProperty('recordId');
		expect(event).toMatchObject({ extra: { icid: Number(first) } });
	});

	test('is none where it is beyond every number', () => {
		expect(idsOf('{"icid":1e999,"sessionId":"a"}')[0]).not.toContain('Infinity');
	});

	test('stays an ID where its digits are all there', () => {
		expect(idsOf(`{"icid":9007199254740991},{"icid":"${first}"}`)).toEqual([
			'fee:9007199254740991',
			`fee:${first}`,
		]);
	});
});

describe('the ID of a status of a number', () => {
	const status = (fields: JsonObject): NumberStatus =>
		eventOf({ eventType: 'numStatus', numInfo: [fields] }) as NumberStatus;
	const event = status({ number: '+8617000000001', status: 1, cause: 2 });

	test('is that of the first change on the day on which it comes', () => {
		expect(event.eventId).toBe(statusId(event, dayOf(NOW)));
		expect(event.eventId).toBe(statusId(event, '2026-03-01', 1));
	});

	test('is another on another day, and for each change of a day', () => {
		const ids = [
			statusId(event, '2026-03-01'),
			statusId(event, '2026-03-01', 2),
			statusId(event, '2026-03-01', 3),
			statusId(event, '2026-03-02'),
			statusId(status({ number: '+8617000000001', status: 12 }), '2026-03-01'),
			statusId(status({ number: '+8617000000001', status: 1 }), '2026-03-01'),
		];
		expect(new Set(ids).size).toBe(ids.length);
	});

	test('goes by all that it holds where number or status cannot be read', () => {
		const [one, two] = ['good', 'bad'].map((text) => {
			const unread = status({ number: '+8617000000001', status: text });
			return statusId(unread, '2026-03-01');
		});
		expect(one).not.toBe(two);
		const [a, b] = [1, 2].map((traceId) => status({ status: 5, traceId }).eventId);
		expect(a).not.toBe(b);
	});
});

// People keep IDs in tables, to notice what comes again: after an update too.
test.each<[string, JsonObject, string]>([
	[
		'a call',
		{ eventType: 'answer', statusInfo: { caller: 'A' } },
		'answer:22e7da1237cb21b080f1f676867d970b',
	],
	[
		'a call record',
		{ eventType: 'fee', feeLst: [{ callerNum: 'A' }] },
		'fee:49791eac2d5d84fd10a1f6be5454fa4e',
	],
	['a text', { smsEvent: { calling: 'A' } }, 'sms:7f755169ec1e12b8c8d322b0902fa86a:notify'],
	[
		'a waiting text',
		{ smsEvent: { notificationMode: 'Block', smsIdentifier: 's' } },
		'sms:s:block',
	],
	[
		'a number',
		{ eventType: 'numStatus', numInfo: [{ number: 'X', status: 5 }] },
		'numStatus:d77e335627e68bf7b76016199e07e5cf',
	],
	['something unknown', { a: 1 }, 'unknown:015abd7f5cc57a2dd94b7590f04ad808'],
])('the ID of %s stays what it has always been', (_, body, id) => {
	expect(eventOf(body).eventId).toBe(id);
});
