import type { JsonObject } from '../../../platform/wire/json';
import pushes from '../fixtures/pushes.json';
import { contentOf, eventOf, named, NOW, part, read, withFields } from './pushBodies';

describe('what the documents do not list', () => {
	const text = part(named('AX text that waits, the documented example'), 'smsEvent');
	const NEW = { traceId: 't1', deep: { of: ['them'] } };

	test.each(pushes.filter(({ name }) => !name.includes('no document')))(
		'beside the content is kept in every event, which stays the same event: $name',
		({ body }) => {
			const before = read(body as JsonObject).events;
			const { events } = read({ ...body, ...NEW });
			expect(events).toEqual(before.map((event) => ({ ...event, extra: NEW })));
		},
	);

	test('is kept in each record of a push', () => {
		const feeLst = [{ icid: 'a' }, { icid: 'b', traceId: 'own' }];
		const { events } = read({ eventType: 'fee', feeLst, traceId: 't1', x: 1 });
		expect(events.map(({ extra }) => extra)).toEqual([
			{ traceId: 't1', x: 1 },
			// What stands nearer to the record is meant for it.
			{ traceId: 'own', x: 1 },
		]);
	});

	test('is kept once where it would weigh more than the records', () => {
		const traceId = 'x'.repeat(100_000);
		const feeLst = Array.from({ length: 1000 }, (_, icid) => ({ icid }));
		const { events } = read({ eventType: 'fee', feeLst, traceId });
		expect(events.map(({ extra }) => extra?.traceId)).toEqual([
			traceId,
			...Array.from({ length: 999 }, () => undefined),
		]);
	});

	test('is kept in each record as long as it weighs a million signs in all', () => {
		const feeLst = Array.from({ length: 1000 }, (_, icid) => ({ icid }));
		const kept = (signs: number): number => {
			const { events } = read({ eventType: 'fee', feeLst, traceId: 'x'.repeat(signs) });
			return events.filter(({ extra }) => extra !== undefined).length;
		};
		const longest = 1000 - JSON.stringify({ traceId: '' }).length;
		expect([kept(longest), kept(longest + 1)]).toEqual([1000, 1]);
	});

	test("is kept under every name but those that reach an object's prototype", () => {
		const body =
			'{"eventType":"fee","feeLst":[{"__proto__":1,"constructor":1,"prototype":1,"x":1}]}';
		expect(eventOf(JSON.parse(body) as JsonObject).extra).toEqual({ x: 1 });
	});

	test('is kept from the list of a text and from around it', () => {
		const extInfo = {
			version: 2,
			extParas: [
				{ key: 'splitNum', value: '2' },
				{ key: 'carrier', value: 'CMCC' },
				{ key: '__proto__', value: 'x' },
				{ value: 'without a key' },
			],
		};
		const event = eventOf({ appKey: 'k', smsEvent: { ...text, extInfo } });
		expect(event).toMatchObject({ parts: 2, extra: { version: 2, carrier: 'CMCC' } });
		expect(Object.keys(event.extra ?? {}).sort()).toEqual(['carrier', 'version']);
	});

	test('is another kind of content beside the one that tells the event', () => {
		const statusInfo = { sessionId: 's' };
		const push = { eventType: 'answer', appKey: 'k', statusInfo, feeLst: [{ icid: 'a' }] };
		expect(eventOf(push).extra).toEqual({ feeLst: [{ icid: 'a' }] });
	});

	test('stays where it is in a push of an unknown kind', () => {
		const body = { eventType: 'hologram', traceId: 't1' };
		expect(eventOf(body)).not.toHaveProperty('extra');
		expect(eventOf(body)).toMatchObject({ body });
	});
});

describe('what no document describes', () => {
	test.each([
		[{ eventType: 'hologram' }],
		[{ eventType: 'callin' }],
		[{ statusInfo: { sessionId: 's' } }],
		[{ eventType: 'callin', feeLst: [{ icid: 'a' }] }],
		[{ eventType: 'sms', feeLst: [{ icid: 'a' }] }],
		[{ smsEvent: [{ smsIdentifier: 's' }] }],
		[{ eventType: 'callin', statusInfo: [] }],
		[{ eventType: 7, statusInfo: {} }],
		[{ smsEvent: 'text' }],
		[{ eventType: 'fee' }],
		[{ eventType: 'fee', feeList: [{ icid: '1' }] }],
		[{ eventType: 'fee', feeLst: '[{"icid":"1"}]' }],
		[{ feeLst: [null, 'x'] }],
		[{ eventType: 'numStatus', numInfos: [{ number: '+8617000000001' }] }],
		[{ eventType: 'numStatus', numInfo: 'none' }],
		[{ a: 1 }],
	])('(%j) is unknown, kept whole, and waits for nothing', (body) => {
		const push = read(body);
		expect(push).toEqual({ kind: 'unknown', events: [expect.objectContaining({ body })] });
		expect(push.events[0]).toMatchObject({ eventType: 'unknown', needsReply: false });
		expect(push.events[0]?.time).toBe(NOW.toISOString());
		expect(eventOf(body).eventId).toBe(eventOf(structuredClone(body)).eventId);
	});

	test.each([
		{ eventType: 'fee', feeLst: [] },
		{ eventType: 'numStatus', numInfo: [] },
	])('(but %j is a push about nothing)', (body) => {
		expect(read(body)).toEqual({ kind: body.eventType, events: [] });
	});

	test('is told apart by its content', () => {
		expect(eventOf({ a: 1 }).eventId).not.toBe(eventOf({ a: 2 }).eventId);
	});
});

describe('a documented field that cannot be read', () => {
	test.each<[string, JsonObject]>([
		['AXB callin', { timestamp: 'yesterday' }],
		['AXB callin', { userData: { order: 17 } }],
		['X disconnect', { stateCode: 'BUSY', callRelDirection: { by: 'A' } }],
		[
			'AXB call record',
			{ callEndTime: '9 h 16', ulFailReason: 'none', bindNum: ['+8617000000001'] },
		],
		['AXB text that was sent', { sendResult: 'OK', timeStamp: true }],
		['number usable again', { status: 'normal', cause: [2] }],
	])('is kept as it came (%s: %j)', (name, fields) => {
		expect(eventOf(withFields(named(name), fields)).extra).toEqual(fields);
	});

	test.each(['AXB call record', 'AXB text that was sent', 'AXB callin', 'number usable again'])(
		'is not kept when it is empty (%s)',
		(name) => {
			const body = named(name);
			const blank: JsonObject = {};
			for (const field of Object.keys(contentOf(body))) blank[field] = ' ';
			expect(eventOf(withFields(body, blank))).not.toHaveProperty('extra');
		},
	);
});
