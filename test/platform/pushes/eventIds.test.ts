import type { JsonObject } from '../../../platform/wire/json';
import { eventOf, named, part, read, withFields } from './pushBodies';

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
		['numbers', 'number usable again', { number: '+8617000000099' }],
		['statuses of a number', 'number usable again', { status: '9' }],
	];

	test.each(differing)('(%s) have different IDs', (_, name, fields) => {
		expect(eventOf(withFields(named(name), fields)).eventId).not.toBe(eventOf(named(name)).eventId);
	});

	test.each(differing)('(%s) keep their own IDs when they come again', (_, name, fields) => {
		const changed = withFields(named(name), fields);
		expect(eventOf(structuredClone(changed)).eventId).toBe(eventOf(changed).eventId);
	});

	test.each<[string, string, JsonObject, JsonObject]>([
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
