import fc from 'fast-check';

import { parseExactly } from '../../../platform/wire/exactJson';

test.each([
	['{"id":12345678901234567890}', { id: '12345678901234567890' }],
	['{"id":-12345678901234567890}', { id: '-12345678901234567890' }],
	['{"id":9007199254740991}', { id: 9_007_199_254_740_991 }],
	['{"id":9007199254740993}', { id: '9007199254740993' }],
	['[1234567890123456789 , 1]', ['1234567890123456789', 1]],
	['{"a":1.2345678901234567890,"b":12345678901234567890e2,"c":12345678901234567890.5}', null],
	[
		'{"text":"id: 12345678901234567890, \\"12345678901234567890\\\\","n":12345678901234567890}',
		null,
	],
	['{"12345678901234567890":1}', { '12345678901234567890': 1 }],
])('%s loses no digit', (text, expected) => {
	const value = parseExactly(text);
	if (expected !== null) expect(value).toEqual(expected);
	const plain = JSON.parse(text) as Record<string, unknown>;
	for (const [name, inner] of Object.entries(value as object)) {
		// What was a text, or has a fraction or an exponent, is as it was.
		if (name !== 'n' && expected === null) expect(inner).toEqual(plain[name]);
		if (name === 'n') expect(inner).toBe('12345678901234567890');
	}
});

/** Whether JavaScript's numbers hold every whole number in it. */
function isExact(value: unknown): boolean {
	if (typeof value === 'number') return !Number.isInteger(value) || Number.isSafeInteger(value);
	return typeof value !== 'object' || value === null || Object.values(value).every(isExact);
}

test('whatever JSON without long numbers comes is what JSON.parse makes of it', () => {
	fc.assert(
		fc.property(fc.jsonValue().filter(isExact), fc.nat(3), (value, indent) => {
			const text = JSON.stringify({ value, long: '\\"1234567890123456789\\\\' }, null, indent);
			expect(parseExactly(text)).toEqual(JSON.parse(text));
		}),
		{ numRuns: 1000 },
	);
});

test('every whole number comes back as it was written', () => {
	fc.assert(
		fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.string(), (id, beside) => {
			const { list } = parseExactly(
				`{"beside":${JSON.stringify(beside)},"list":[${id},{"x":${id}}]}`,
			) as { list: [unknown, { x: unknown }] };
			expect(String(list[0])).toBe(String(id));
			expect(String(list[1].x)).toBe(String(id));
		}),
		{ numRuns: 1000 },
	);
});

test.each([
	'{"a":-,"b":12345678901234567890}',
	'{"a":',
	'12345678901234567890x',
	'{"a":"12345678901234567890',
	'',
])('%j is no JSON', (text) => {
	expect(() => parseExactly(text)).toThrow(SyntaxError);
});
