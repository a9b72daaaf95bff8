import fc from 'fast-check';

import { booleanText, readBoolean } from '../../../platform/wire/booleans';
import { InputError } from '../../../platform/codes/errors';
import { queryString } from '../../../platform/client/request';
import * as read from '../../../platform/wire/read';
import {
	checkLength,
	checkNeeds,
	checkPresent,
	checkRange,
	isBlank,
	isGiven,
	withoutAbsent,
} from '../../../platform/wire/rules';

describe('a switch', () => {
	test.each([true, false])('%p comes back from the text that the platform wants', (value) => {
		expect(booleanText(value)).toBe(String(value));
		expect(readBoolean(booleanText(value))).toBe(value);
	});

	test.each([
		[true, true],
		['true', true],
		['True', true],
		[1, true],
		['1', true],
		[false, false],
		['FALSE', false],
		[0, false],
		['0', false],
		['', undefined],
		[2, undefined],
		['yes', undefined],
		[null, undefined],
		[undefined, undefined],
		[[true], undefined],
		[['1'], undefined],
		[{}, undefined],
		[{ toString: 1 }, undefined],
	])('%p is read as %p', (value, expected) => {
		expect(readBoolean(value)).toBe(expected);
	});
});

describe('a field of an answer', () => {
	const source = { text: ' a ', empty: ' ', number: 5, digits: '-17', list: [1], object: { a: 1 } };

	test('is read in any of its forms', () => {
		expect(read.text(source, 'text')).toBe('a');
		expect(read.text(source, 'number')).toBe('5');
		expect(read.integer(source, 'number')).toBe(5);
		expect(read.integer(source, 'digits')).toBe(-17);
		expect(read.object(source, 'object')).toEqual({ a: 1 });
		expect(read.objects({ list: [{ a: 1 }, 2, null, { b: 1 }] }, 'list')).toEqual([
			{ a: 1 },
			{ b: 1 },
		]);
		expect(read.objects(source, 'object')).toEqual([{ a: 1 }]);
	});

	test.each(['missing', 'empty', 'list', 'object', 'constructor', '__proto__', 'toString'])(
		'that is no text (%s) is absent, never a guess',
		(name) => {
			expect(read.text(source, name)).toBeUndefined();
			expect(read.integer(source, name)).toBeUndefined();
			expect(read.flag(source, name)).toBeUndefined();
			expect(read.time(source, name)).toBeUndefined();
			expect(read.userData(source, name)).toBeUndefined();
		},
	);

	test.each(['1.5', '1e3', '0x10', '9007199254740993', 'a', '٣'])(
		'that is no whole number (%s) is absent as a number',
		(text) => {
			expect(read.integer({ text }, 'text')).toBeUndefined();
		},
	);

	test.each([1.5, Infinity, -Infinity, NaN, 2 ** 60])(
		'that is the number %p is no whole number',
		(value) => {
			expect(read.integer({ value }, 'value')).toBeUndefined();
		},
	);

	test.each([
		[5, '5'],
		[-1.5, '-1.5'],
		[2 ** 53 - 1, '9007199254740991'],
		// Its last digits may have been others.
		[2 ** 53, undefined],
		[-(2 ** 60), undefined],
		[Infinity, undefined],
		[NaN, undefined],
		[true, undefined],
	])('that is %p is the text %p', (value, expected) => {
		expect(read.text({ value }, 'value')).toBe(expected);
	});

	test('is what it says', () => {
		const given = { on: '1', off: false, at: '2026-01-02 10:00:00', userData: 'b64.e30', own: 'a' };
		expect([read.flag(given, 'on'), read.flag(given, 'off')]).toEqual([true, false]);
		expect(read.time(given, 'at')).toBe('2026-01-02T10:00:00.000Z');
		expect([read.userData(given), read.userData(given, 'own')]).toEqual([{}, 'a']);
	});

	test.each(['text', 'list', 'missing'])('that is no object (%s) is an empty one', (name) => {
		expect(read.object(source, name)).toEqual({});
	});

	test.each(['text', 'number', 'missing'])('that is no list (%s) is an empty one', (name) => {
		expect(read.objects(source, name)).toEqual([]);
	});

	test('of any JSON at all is read without a fault', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const body = { value };
				read.text(body, 'value');
				read.integer(body, 'value');
				read.flag(body, 'value');
				read.time(body, 'value');
				read.userData(body, 'value');
				expect(read.object(body, 'value')).toEqual(expect.any(Object));
				expect(Array.isArray(read.objects(body, 'value'))).toBe(true);
			}),
		);
	});
});

describe('a rule', () => {
	const refused = (act: () => void): string => {
		try {
			act();
		} catch (error) {
			if (error instanceof InputError) return `${error.field}: ${error.expected}`;
			throw error;
		}
		return '';
	};

	test.each([
		[undefined, ''],
		[60, ''],
		[7200, ''],
		[59, 'duration: 60 to 7200 seconds'],
		[7201, 'duration: 60 to 7200 seconds'],
		[60.5, 'duration: 60 to 7200 seconds'],
		[NaN, 'duration: 60 to 7200 seconds'],
		[Infinity, 'duration: 60 to 7200 seconds'],
		[0, 'duration: 60 to 7200 seconds'],
	])('for a range takes or refuses %p with its unit', (value, expected) => {
		const check = () => {
			checkRange('duration', value, [60, 7200], 'secondsWithin');
		};
		expect(refused(check)).toBe(expected);
	});

	test.each([
		[0, ''],
		[-1, 'duration: 0, or 60 to 7200 seconds'],
	])('for a range or zero takes or refuses %p', (value, expected) => {
		const check = () => {
			checkRange('duration', value, [60, 7200], 'secondsWithinOrZero');
		};
		expect(refused(check)).toBe(expected);
	});

	test.each([
		[undefined, ''],
		['abc', ''],
		['abcd', 'tone: at most 3 characters'],
	])('for a length takes or refuses %p', (value, expected) => {
		const check = () => {
			checkLength('tone', value, 3);
		};
		expect(refused(check)).toBe(expected);
	});

	test('for a field that needs another one speaks only when the field is given', () => {
		for (const value of [undefined, null, '']) {
			checkNeeds('tone', value, false, 'onlyWhenOn', 'x');
		}
		checkNeeds('tone', 'a.wav', true, 'onlyWhenOn', 'x');
		const check = () => {
			checkNeeds('tone', 'a.wav', false, 'onlyWhenOn', 'x');
		};
		expect(refused(check)).toBe("tone: to be left out unless 'x' is on");
	});

	test('for a field that must be there says why', () => {
		checkPresent('tone', 0, 'namesCall');
		const check = () => {
			checkPresent('tone', '', 'namesCall');
		};
		expect(refused(check)).toBe('tone: a value, because it names the call');
	});

	test('counts 0 and false as given, nothing and empty text as not, and blanks as nothing to see', () => {
		expect([0, false, 'a', []].map(isGiven)).toEqual([true, true, true, true]);
		expect([undefined, null, ''].map(isGiven)).toEqual([false, false, false]);
		expect([0, false, 'a', ' a ', []].map(isBlank)).toEqual(Array(5).fill(false));
		expect([undefined, null, '', ' \n'].map(isBlank)).toEqual(Array(4).fill(true));
		expect(withoutAbsent({ a: 0, b: false, c: '', d: null, e: undefined })).toEqual({
			a: 0,
			b: false,
		});
	});
});

describe('a query', () => {
	test.each([
		[{}, ''],
		[{ a: undefined }, ''],
		[{ relationNum: '+8617000000001' }, '?relationNum=%2B8617000000001'],
		[{ a: 'x y', b: 1 }, '?a=x%20y&b=1'],
		[{ fileName: '../../etc/passwd?x=1&y#z' }, '?fileName=..%2F..%2Fetc%2Fpasswd%3Fx%3D1%26y%23z'],
		[{ fileName: 'a\r\nX-Injected: 1' }, '?fileName=a%0D%0AX-Injected%3A%201'],
	])('%p is written as %s', (query, text) => {
		expect(queryString(query)).toBe(text);
	});

	test('of any text is read back as it was, and adds no parameter', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (value) => {
				const query = new URLSearchParams(queryString({ value }).slice(1));
				expect([...query]).toEqual([['value', value]]);
			}),
		);
	});

	test('of half a character is written all the same', () => {
		expect(queryString({ value: 'a\ud800' })).toBe('?value=a%EF%BF%BD');
	});
});
