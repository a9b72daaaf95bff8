import fc from 'fast-check';

import type { JsonObject } from '../../../platform/wire/json';
import type { CallRecord, PrivateNumberEvent } from '../../../platform/pushes/events';
import { readPush } from '../../../platform/pushes/notifications';
import { encodeUserData } from '../../../platform/wire/userData';
import documented from '../fixtures/documentedFields.json';
import pushes from '../fixtures/pushes.json';

const NOW = new Date('2026-03-01T12:00:00Z');
const read = (body: JsonObject) => readPush(body, NOW);
const eventOf = (body: JsonObject): PrivateNumberEvent => {
	const [event] = read(body).events;
	if (!event) throw new Error('There is no event.');
	return event;
};
const named = (name: string): JsonObject => {
	const found = pushes.find((push) => push.name === name);
	if (!found) throw new Error(`There is no push "${name}".`);
	return structuredClone(found.body) as JsonObject;
};
const part = (body: JsonObject, name: string): JsonObject => body[name] as JsonObject;
/** A push like this one with other fields in its statusInfo, smsEvent or first record. */
function withFields(body: JsonObject, fields: JsonObject): JsonObject {
	const copy = structuredClone(body);
	const inner = copy.statusInfo ?? copy.smsEvent ?? [copy.feeLst ?? copy.numInfo].flat()[0];
	Object.assign(inner as JsonObject, fields);
	return copy;
}

describe('every push of the documents', () => {
	test.each(pushes)('$name', ({ body, events, question }) => {
		const push = read(body as JsonObject);
		expect(push.question).toBe(question);
		expect(push.events).toHaveLength(events.length);
		push.events.forEach((event, index) => {
			const expected = { eventId: expect.stringMatching(/^\w+:./) as string, ...events[index] };
			expect(event).toMatchObject(expected);
			// Nothing is there but what is expected: what the platform leaves out is absent, not empty.
			expect(Object.keys(event).sort()).toEqual(Object.keys(expected).sort());
		});
	});

	test.each(pushes)('$name keeps its ID when it is sent again, in whatever order', ({ body }) => {
		const [first] = read(body as JsonObject).events;
		const [again] = read(structuredClone(body) as JsonObject).events;
		expect(again?.eventId).toBe(first?.eventId);
		expect(first?.eventId).toMatch(/^\w+:./);
	});

	test.each(pushes)('$name can come without any of its fields', ({ body }) => {
		const whole = body as JsonObject;
		const list = (whole.feeLst ?? whole.numInfo) as JsonObject[] | JsonObject | undefined;
		const inner = (whole.statusInfo ??
			whole.smsEvent ??
			(Array.isArray(list) ? list[0] : list)) as JsonObject;
		for (const name of Object.keys(inner)) {
			const { [name]: value, ...rest } = inner;
			for (const lacking of [rest, { ...rest, [name]: '' }, { ...rest, [name]: null }]) {
				const push = read(replaced(whole, lacking));
				expect(push.kind).toBe(read(whole).kind);
				expect(push.events).toHaveLength(1);
				expect(push.events[0]?.eventId).toMatch(/^\w+:./);
				for (const shown of Object.values(push.events[0] ?? {})) {
					expect([undefined, null, '']).not.toContain(shown);
				}
			}
			expect(value).toBeDefined();
		}
	});
});

describe('a push with every field that the documents list for it', () => {
	test.each(documented)('has nothing beside: $name', ({ name, envelope, fields }) => {
		const value = (field: string) => (/time(?:stamp)?$/i.test(field) ? '2019-01-23 09:15:14' : '1');
		const values = Object.fromEntries(fields.map((field) => [field, value(field)]));
		const extParas = ['splitNum', 'direction'].map((key) => ({ key, value: '1' }));
		const inner = 'extInfo' in values ? { ...values, extInfo: { extParas } } : values;
		const [head = '', container = ''] = envelope;
		const content = ['feeLst', 'numInfo'].includes(container) ? [inner] : inner;
		const event = eventOf({ [head]: name.split(' ')[1], [container]: content });
		expect(event.eventType).toBe(name.split(' ')[1]);
		expect(event).not.toHaveProperty('extra');
	});

	test.each(pushes.filter(({ name }) => name.endsWith('the documented example')))(
		'$name has nothing beside',
		({ body }) => {
			expect(eventOf(body as JsonObject)).not.toHaveProperty('extra');
		},
	);

	test('tells the end of a call in its own words only where the code is unknown', () => {
		const ended = (stateCode: number) =>
			eventOf({ eventType: 'disconnect', statusInfo: { stateCode, stateDesc: 'Their words.' } });
		expect(JSON.stringify(ended(8102))).not.toContain('Their words.');
		expect(ended(9999)).toMatchObject({ endReason: { code: 9999, en: 'Their words.' } });
		expect(ended(9999)).not.toHaveProperty('extra');
	});
});

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

/** The push with this content in place of its own. */
function replaced(body: JsonObject, inner: JsonObject): JsonObject {
	const key = ['statusInfo', 'smsEvent', 'feeLst', 'numInfo'].find((name) => name in body) ?? '';
	return { ...body, [key]: Array.isArray(body[key]) ? [inner] : inner };
}

describe('many records in one push', () => {
	const record = part(named('AXB call record'), 'feeLst') as unknown as JsonObject[];
	const number = part(named('number usable again'), 'numInfo') as unknown as JsonObject[];

	test('are as many events, each with its own ID, in their order', () => {
		const feeLst = Array.from({ length: 50 }, (_, index) => ({ ...record[0], icid: `r${index}` }));
		const { events } = read({ eventType: 'fee', feeLst });
		expect(events.map(({ eventId }) => eventId)).toEqual(feeLst.map(({ icid }) => `fee:${icid}`));
		const numInfo = Array.from({ length: 100 }, (_, index) => ({
			...number[0],
			number: `+861700000${1000 + index}`,
		}));
		const statuses = read({ eventType: 'numStatus', numInfo }).events;
		expect(new Set(statuses.map(({ eventId }) => eventId)).size).toBe(100);
		expect(statuses.map(({ privateNumber }) => privateNumber)).toEqual(
			numInfo.map(({ number }) => number),
		);
	});

	test('of which some are no records leave the others alone', () => {
		const feeLst = [null, 'x', 7, [], record[0]];
		expect(read({ eventType: 'fee', feeLst }).events).toHaveLength(1);
	});
});

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

describe('user data', () => {
	test.each(['AXB callin', 'AXB call record', 'AXB text that was sent'])(
		'that was encoded comes back in %s',
		(name) => {
			for (const value of ['订单 17 {x}', { order: 17, list: [1, '二'] }]) {
				const userData = encodeUserData(value);
				expect(eventOf(withFields(named(name), { userData })).userData).toEqual(value);
			}
		},
	);
});

describe('what no document describes', () => {
	test.each([
		[{ eventType: 'hologram' }],
		[{ eventType: 'callin' }],
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

describe('whatever JSON comes', () => {
	const key = fc.constantFrom(
		...['eventType', 'statusInfo', 'smsEvent', 'feeLst', 'numInfo', 'timestamp', 'sessionId'],
		...['caller', 'stateCode', 'userData', 'extInfo', 'extParas', 'key', 'value', 'recordFlag'],
		...['recordObjectName', 'serviceType', 'direction', 'number', 'status', 'notifyMode', 'x'],
		...['__proto__', 'constructor', 'toString', 'toJSON', 'length'],
	);
	const leaf = fc.oneof(
		fc.jsonValue({ maxDepth: 1 }),
		fc.constantFrom(
			'callin',
			'fee',
			'numStatus',
			'Block',
			'b64.',
			'__proto__',
			'constructor',
			2 ** 60,
		),
	);
	const { body } = fc.letrec<{ body: JsonObject; value: unknown }>((tie) => ({
		value: fc.oneof({ maxDepth: 4 }, leaf, tie('body'), fc.array(tie('value'), { maxLength: 3 })),
		body: fc.dictionary(key, tie('value'), { maxKeys: 6 }),
	}));

	test('it is read without a fault, into events of plain JSON with an ID', () => {
		fc.assert(
			fc.property(body, (given) => {
				const text = JSON.stringify(given);
				const { events } = read(JSON.parse(text) as JsonObject);
				for (const event of events) {
					expect(event.eventId).toMatch(/^\w+:./);
					expect(typeof event.needsReply).toBe('boolean');
					expect(JSON.parse(JSON.stringify(event))).toEqual(event);
				}
				expect(({} as JsonObject).x).toBeUndefined();
			}),
			{ numRuns: 2000 },
		);
	});

	test('and any change to a real push is, too', () => {
		const places = fc.tuple(fc.constantFrom(...pushes), key, leaf);
		fc.assert(
			fc.property(places, ([push, name, value]) => {
				const changed = withFields(push.body as JsonObject, { [name]: value });
				const arrived = JSON.parse(JSON.stringify(changed)) as JsonObject;
				for (const event of read(arrived).events) {
					expect(event.eventId).toMatch(/^\w+:./);
					expect(JSON.parse(JSON.stringify(event))).toEqual(event);
				}
			}),
			{ numRuns: 2000 },
		);
	});

	test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
		'a service named %s is no mode',
		(serviceType) => {
			const event = eventOf(withFields(named('AXB call record'), { serviceType }));
			expect(event).not.toHaveProperty('mode');
		},
	);

	test('a time that is none is absent', () => {
		const event = eventOf(withFields(named('AXB callin'), { timestamp: 'yesterday' }));
		expect(event).not.toHaveProperty('time');
		expect(event.eventId).toContain('yesterday');
	});
});

describe('a call record of a call that nobody answered', () => {
	const reasonOf = (fields: JsonObject): unknown => {
		const vain = named('call record of a call that rang in vain');
		const event = eventOf(withFields(vain, fields));
		return 'endReason' in event ? event.endReason : undefined;
	};

	test.each([[0], ['0'], [null], ['']])(
		'tells why the called side was not reached where its own reason is %j',
		(ulFailReason) => {
			expect(reasonOf({ ulFailReason, fwdUnaswRsn: 17 })).toEqual({
				code: 17,
				en: 'User busy',
				zh: '用户忙',
				by: 'network',
			});
		},
	);

	test('tells no reason where there is none: 0 belongs to answered calls', () => {
		expect(reasonOf({ ulFailReason: 0, fwdUnaswRsn: 0 })).toBeUndefined();
	});

	test('tells its own reason where it has one', () => {
		expect(reasonOf({ ulFailReason: 8102, fwdUnaswRsn: 17 })).toMatchObject({ code: 8102 });
	});
});

describe('a time in another spelling', () => {
	const record = named('AXB call record');
	const answerOf = (fields: JsonObject) => eventOf(withFields(record, fields)) as CallRecord;

	test.each([
		['2019-01-23T17:15:36+08:00'],
		['20190123091536'],
		['2019/01/23 09:15:36'],
		[1_548_234_936_000],
		[1_548_234_936],
	])('leaves an answered call answered: %p', (fwdAnswerTime) => {
		expect(answerOf({ fwdAnswerTime })).toEqual(eventOf(record));
	});

	test('that cannot be read is kept, and does not make an answered call a missed one', () => {
		const event = answerOf({ fwdAnswerTime: '9 h 15', callDuration: 65 });
		expect(event).toMatchObject({
			answered: true,
			talkSeconds: 65,
			endReason: { code: 0 },
			extra: { fwdAnswerTime: '9 h 15' },
		});
		expect(event).not.toHaveProperty('answerTime');
		expect(event).not.toHaveProperty('ringSeconds');
	});

	test('that cannot be read leaves open whether a call was answered that nothing else tells of', () => {
		for (const ulFailReason of ['', 8017]) {
			const event = answerOf({ fwdAnswerTime: '9 h 15', ulFailReason });
			expect(event).not.toHaveProperty('answered');
			expect(event).not.toHaveProperty('ringSeconds');
			expect(event).not.toHaveProperty('talkSeconds');
		}
	});

	test('of a blank is no answer', () => {
		expect(answerOf({ fwdAnswerTime: ' ' })).toMatchObject({ answered: false });
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
			const inner = [body.feeLst ?? body.smsEvent ?? body.statusInfo ?? body.numInfo].flat()[0];
			const blank: JsonObject = {};
			for (const field of Object.keys(inner as JsonObject)) blank[field] = ' ';
			expect(eventOf(withFields(body, blank))).not.toHaveProperty('extra');
		},
	);
});

test('a text of digits that comes as a number is told', () => {
	const event = eventOf(withFields(named('AXB text that was sent'), { smsContent: 482_913 }));
	expect(event).toMatchObject({ text: '482913' });
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
