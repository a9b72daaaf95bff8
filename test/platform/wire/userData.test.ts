import fc from 'fast-check';

import { InputError } from '../../../platform/codes/errors';
import { decodeUserData, encodeUserData } from '../../../platform/wire/userData';

/** What the platform takes: 1 to 256 printable characters without `{`, `}`, `^` or Chinese. */
const WIRE = /^(?! )[\x20-\x7a|~]*(?<! )$/;
const MOST = 100_000;

describe('user data on its way to the platform and back', () => {
	test.each([
		['order-17', 'order-17'],
		['a b', 'a b'],
		['订单17', 'b64.6K6i5Y2VMTc'],
		['{x}', 'b64.e3h9'],
		['b64.', 'b64.YjY0Lg'],
		['b64.6K6i', 'b64.YjY0LjZLNmk'],
		['its b64.', 'its b64.'],
		['"{"', 'b64.Insi'],
	])('"%s" travels as "%s"', (text, wire) => {
		expect(encodeUserData(text)).toBe(wire);
		expect(decodeUserData(wire)).toBe(text);
	});

	test('any text comes back as it was, and travels in characters that the platform takes', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
				const wire = encodeUserData(text, MOST);
				expect(wire).toMatch(WIRE);
				expect(wire).not.toMatch(/[{}^]/);
				const back = decodeUserData(wire);
				// A text that is JSON comes back as what it says.
				if (typeof back === 'object') expect(back).toEqual(JSON.parse(text));
				else expect(back).toBe(text);
			}),
			{ numRuns: 1000 },
		);
	});

	test('text that looks like ours, or like JSON, comes back as it was', () => {
		const looks = fc
			.tuple(fc.constantFrom('b64.', 'B64.', ' ', '{', '[', '"', '\u0000'), fc.string())
			.map(([start, rest]) => start + rest);
		fc.assert(
			fc.property(looks, (text) => {
				const back = decodeUserData(encodeUserData(text, MOST));
				if (typeof back === 'object') expect(back).toEqual(JSON.parse(text));
				else expect(back).toBe(text);
			}),
		);
	});

	test('any object or list comes back as it was', () => {
		const value = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()));
		fc.assert(
			fc.property(value, (given) => {
				const wire = encodeUserData(given, MOST);
				expect(wire).toMatch(WIRE);
				expect(JSON.stringify(decodeUserData(wire))).toBe(JSON.stringify(given));
			}),
		);
	});

	test('a moment comes back as its text', () => {
		const moment = new Date('2026-03-01T12:00:00Z');
		expect(decodeUserData(encodeUserData(moment))).toBe('2026-03-01T12:00:00.000Z');
	});

	test.each([
		[17, '17'],
		[true, 'true'],
		[0, '0'],
		[17n, '17'],
		[NaN, 'NaN'],
		[null, 'null'],
	])('%p travels as the text "%s"', (value, wire) => {
		expect(encodeUserData(value)).toBe(wire);
	});
});

describe('the length of user data', () => {
	test.each([
		['a'.repeat(256), 256],
		['订'.repeat(63), 256],
	])('is counted after its encoding and may reach the limit', (text, length) => {
		expect(encodeUserData(text)).toHaveLength(length);
	});

	test.each([
		['a'.repeat(257), 'at most 256 characters'],
		['订'.repeat(64), 'at most 256 characters (this text has 260 after its encoding)'],
	])('beyond the limit is refused, with the length it would have', (text, expected) => {
		expect(() => encodeUserData(text)).toThrow(InputError);
		expect(() => encodeUserData(text)).toThrow(expected);
		expect(() => encodeUserData(text)).toThrow("'userData'");
	});

	test('has the limit of its field', () => {
		expect(() => encodeUserData('abcde', 4, 'other')).toThrow("'other'");
	});
});

describe('what others wrote', () => {
	test.each([
		'order-17',
		'b64',
		'b64.',
		'b64.!',
		'b64.YQ==',
		'b64.Y',
		'b64./w',
		'b64.gA',
		'B64.YQ',
		'b64.MTc',
		'b64.dHJ1ZQ',
		'{"a":1}',
	])('"%s" is left as it is', (wire) => {
		expect(decodeUserData(wire)).toBe(wire);
	});

	test('is never a surprise', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (rest) => {
				for (const wire of [rest, `b64.${rest}`]) {
					const value = decodeUserData(wire);
					if (typeof value === 'string' && value !== wire) {
						expect(encodeUserData(value, MOST)).toBe(wire);
					}
				}
			}),
		);
	});

	test('cannot change the prototype of anything', () => {
		const wire = encodeUserData('{"__proto__":{"polluted":true},"constructor":{"x":1}}');
		const value = decodeUserData(wire) as Record<string, unknown>;
		expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});

	test('nested a thousand times over is text or JSON, never a fault', () => {
		const deep = '['.repeat(50_000) + ']'.repeat(50_000);
		expect(() => decodeUserData(`b64.${Buffer.from(deep).toString('base64url')}`)).not.toThrow();
	});
});
