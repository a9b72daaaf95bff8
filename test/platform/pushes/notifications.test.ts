import type { JsonObject } from '../../../platform/wire/json';
import { encodeUserData } from '../../../platform/wire/userData';
import documented from '../fixtures/documentedFields.json';
import pushes from '../fixtures/pushes.json';
import { contentOf, eventOf, named, part, read, replaced, withFields } from './pushBodies';

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
		const inner = contentOf(whole);
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

	test('tells the code of an end that neither a table nor the platform puts into words', () => {
		const silent = eventOf({ eventType: 'disconnect', statusInfo: { stateCode: 9999 } });
		const record = eventOf({ eventType: 'fee', feeLst: [{ ulFailReason: 9999 }] });
		for (const event of [silent, record]) {
			expect(event).toMatchObject({
				endReason: { code: 9999, en: 'Code 9999', zh: '代码 9999', by: 'platform' },
			});
		}
	});
});

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

test('a text of digits that comes as a number is told', () => {
	const event = eventOf(withFields(named('AXB text that was sent'), { smsContent: 482_913 }));
	expect(event).toMatchObject({ text: '482913' });
});
