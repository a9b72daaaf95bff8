import { readFileSync } from 'node:fs';

import fc from 'fast-check';

import { InputError } from '../../../platform/codes/errors';
import { calleeNumber, parsePhoneNumber, phoneNumber } from '../../../platform/wire/phoneNumber';

/** Runs a function that must refuse its value, and hands over the refusal. */
function refused(act: () => unknown): InputError {
	try {
		act();
	} catch (error) {
		if (error instanceof InputError) return error;
		throw error;
	}
	throw new Error('It was accepted.');
}

/** Rows of the table with these headings in docs/numbers.md. */
function documented(...headings: string[]): string[][] {
	const page = readFileSync('docs/numbers.md', 'utf8').split(/\n\n+/);
	const tables = page.map((block) =>
		block
			.trim()
			.split('\n')
			.map((row) =>
				row
					.split('|')
					.slice(1, -1)
					.map((cell) => cell.trim().replace(/^`|`$/g, '')),
			),
	);
	const table = tables.find(([first]) => first?.join() === headings.join()) ?? [];
	if (table.length < 3) throw new Error(`docs/numbers.md has no table of ${headings.join()}.`);
	return table.slice(2);
}

const digits = (length: number) =>
	fc
		.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
		.map((parts) => parts.join(''));
const mobile = fc
	.tuple(fc.integer({ min: 3, max: 9 }), digits(9))
	.map(([second, rest]) => `1${second}${rest}`);
const areaCode = fc.constantFrom('10', '20', '21', '29', '755', '571', '311', '898', '991');
const landline = fc
	.tuple(areaCode, fc.integer({ min: 2, max: 9 }), fc.oneof(digits(6), digits(7)))
	.map(([area, first, rest]) => ({ area, local: `${first}${rest}` }));
const separator = fc.constantFrom(
	'',
	' ',
	'-',
	'\u2014',
	'.',
	'\u00a0',
	'\u3000',
	'\u200b',
	'\ufeff',
);
/** Any way of putting separators between digits. */
const spaced = (text: string) =>
	fc.array(separator, { minLength: text.length, maxLength: text.length }).map((separators) =>
		Array.from(text)
			.map((sign, index) => sign + (separators[index] ?? ''))
			.join(''),
	);
const fullWidth = (text: string): string =>
	text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

describe('a number as people write it', () => {
	test.each(documented('You write', 'The platform gets'))('"%s" is %s', (text, number) => {
		expect(phoneNumber('callerNum', text)).toBe(number);
	});

	test.each([
		['＋８６１３８０００００００１', '+8613800000001'],
		['\u202a+86 138 0000 0001\u202c', '+8613800000001'],
		['（０７５５）２８００－０００１', '+8675528000001'],
		['0311-8500001', '+863118500001'],
		['0755-2800-0001 ', '+8675528000001'],
		['0755 280 000 01', '+8675528000001'],
		['138-0000-000-1', '+8613800000001'],
		['(0755 28000001)', '+8675528000001'],
	])('"%s" is %s', (text, number) => {
		expect(phoneNumber('callerNum', text)).toBe(number);
	});

	test('may be a number of a spreadsheet', () => {
		expect(phoneNumber('callerNum', 13_800_000_001)).toBe('+8613800000001');
	});

	test('is the same number in every spelling', () => {
		const prefix = fc.constantFrom('', '+86', '86', '0086', '086', '0', '+86 ', '(+86)', '＋８６');
		fc.assert(
			fc.property(
				mobile.chain((number) => fc.tuple(fc.constant(number), spaced(number))),
				prefix,
				fc.boolean(),
				([number, text], before, wide) => {
					const spelling = before + (wide ? fullWidth(text) : text);
					expect(parsePhoneNumber(spelling)).toBe(`+86${number}`);
				},
			),
		);
	});

	test('is the same landline in every spelling', () => {
		const before = fc.constantFrom('0', '+86', '+860', '0086', '00860', '86', '860', '(0', '+86-0');
		fc.assert(
			fc.property(landline, before, separator, ({ area, local }, prefix, between) => {
				expect(parsePhoneNumber(prefix + area + between + local)).toBe(`+86${area}${local}`);
			}),
		);
	});

	test('stays the same when it is read again', () => {
		const number = fc.oneof(
			mobile,
			landline.map(({ area, local }) => `0${area}-${local}`),
		);
		fc.assert(
			fc.property(number, (text) => {
				const first = parsePhoneNumber(text);
				expect(first).toMatch(/^\+86\d{9,11}$/);
				expect(parsePhoneNumber(first ?? '')).toBe(first);
			}),
		);
	});

	test('never becomes another number: its own digits are the end of what was written', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[+0-9 ()-]{0,22}$/), (text) => {
				const number = parsePhoneNumber(text);
				if (number === undefined) return;
				const written = text.replace(/\D/g, '');
				const own = number.slice('+86'.length);
				expect(written.endsWith(own)).toBe(true);
				expect(written.slice(0, -own.length)).toMatch(/^(?:|0|86|086|0086)0?$/);
			}),
			{ numRuns: 3000 },
		);
	});
});

describe('what cannot be a mainland number', () => {
	test.each([
		...documented('You write', 'Why').map(([text]) => text ?? ''),
		'1380000000',
		'138000000011',
		'12800000001',
		'28000001',
		'75528000001',
		'+852 2345 6789',
		'+1 415 555 0100',
		'00852 2345 6789',
		'400 800 0001',
		'95588',
		'110',
		'13800000001;2',
		'13800000001,13800000002',
		'13800000001 ext 2',
		'138tel:00000001',
		'tel:',
		'0312 2800000 1',
		'+86 312 2800000-1',
		'（0312）2800000（1）',
		'０３１２－２８０００００－１',
		'0312-2800000 - 1 ',
		'1380000000O',
		'+86 400 800 0001',
		'+86 860 28000001',
		'+86 755 18000001',
		'++8613800000001',
		'86+13800000001',
		'13800000001\r\nX-Injected: 1',
		'138000000١١',
		'',
		' ',
		'not a number',
	])('"%s" is refused, naming field, value and expected form', (text) => {
		const { field, value, expected, message } = refused(() => phoneNumber('calleeNum', text));
		expect({ field, value }).toEqual({ field: 'calleeNum', value: text });
		expect(expected).toContain('13800000001');
		expect(message).toContain("'calleeNum'");
		expect(message).toContain(expected);
	});

	test.each([[undefined], [null], [true], [['13800000001']], [{ number: '13800000001' }], [NaN]])(
		'%p is refused, whatever it holds',
		(value) => {
			expect(refused(() => phoneNumber('callerNum', value)).field).toBe('callerNum');
		},
	);

	test('is shown shortened when it is long', () => {
		expect(refused(() => phoneNumber('callerNum', '1'.repeat(5000))).value).toHaveLength(78);
	});

	test('nothing makes the reader throw or take long', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
				const number = parsePhoneNumber(text);
				if (number !== undefined) expect(number).toMatch(/^\+86\d{9,11}$/);
			}),
		);
		const texts = ['-', '0', '86', '+', '０', '（'].map((sign) => sign.repeat(500_000));
		const before = Date.now();
		for (const text of texts) parsePhoneNumber(text);
		// Half a second; to go through a text again for each of its characters would take minutes.
		expect(Date.now() - before).toBeLessThan(10_000);
	});
});

describe('a temporary callee', () => {
	test.each([
		['400 800 0001', '+864008000001'],
		['+86 400-800-0001', '+864008000001'],
		['4008000001', '+864008000001'],
		['086 400 800 0001', '+864008000001'],
		['95588', '+8695588'],
		['+8695588', '+8695588'],
		['95519123', '+8695519123'],
		['13800000001', '+8613800000001'],
		['0755-28000001', '+8675528000001'],
	])('"%s" is %s', (text, number) => {
		expect(calleeNumber('calleeNum', text)).toBe(number);
	});

	test('that is a service number is the same number in every spelling', () => {
		const service = fc.oneof(
			digits(7).map((rest) => `400${rest}`),
			fc.integer({ min: 3, max: 6 }).chain((length) => digits(length).map((rest) => `95${rest}`)),
		);
		const prefix = fc.constantFrom('', '+86', '86', '0086', '086', '+86 ', '(086)', '＋８６');
		fc.assert(
			fc.property(
				service.chain((number) => fc.tuple(fc.constant(number), spaced(number))),
				prefix,
				fc.boolean(),
				([number, text], before, wide) => {
					const spelling = before + (wide ? fullWidth(text) : text);
					expect(calleeNumber('calleeNum', spelling)).toBe(`+86${number}`);
				},
			),
		);
	});

	test.each(['110', '10086', '9551', '955881234', '40080000011', '800 800 0001', '+1 95588'])(
		'"%s" is refused, naming service numbers too',
		(text) => {
			expect(refused(() => calleeNumber('calleeNum', text)).expected).toContain('400 800 0001');
		},
	);
});
