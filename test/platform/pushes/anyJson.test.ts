import fc from 'fast-check';

import type { JsonObject } from '../../../platform/wire/json';
import pushes from '../fixtures/pushes.json';
import { eventOf, named, read, withFields } from './pushBodies';

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
