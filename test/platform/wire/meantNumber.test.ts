import { InputError } from '../../../platform/codes/errors';
import { phoneNumber } from '../../../platform/wire/phoneNumber';

/** What a text that is refused is said to be, and what is told of it. */
function toldOf(text: string) {
	try {
		phoneNumber('callerNum', text);
	} catch (error) {
		if (error instanceof InputError) return error.expectation;
		throw error;
	}
	throw new Error('It was accepted.');
}

describe('what a person may have meant', () => {
	test.each([
		['400-800-0001', 'no400Number'],
		['+86 800 810 0001', 'no400Number'],
		['95588', 'noServiceNumber'],
		['10086', 'noServiceNumber'],
		['12345', 'noServiceNumber'],
		['96110', 'noServiceNumber'],
		['110', 'noServiceNumber'],
		['+852 2345 6789', 'noForeignNumber'],
		['00853 28001234', 'noForeignNumber'],
		['+1 415 555 0100', 'noForeignNumber'],
		['85223456789', 'noForeignNumber'],
		['886912345678', 'noForeignNumber'],
		['1380000000', 'mobileDigits'],
		['138000000011', 'mobileDigits'],
		['28000001', 'landlineWithArea'],
		['2800000', 'landlineWithArea'],
	])('by "%s" is told: %s', (text, key) => {
		expect(toldOf(text).key).toBe(key);
	});

	test.each([
		['1380000000', 10],
		['+86 138 0000 0000 11', 13],
	])('by "%s" is told with its number of digits', (text, digits) => {
		expect(toldOf(text).values).toEqual({ digits });
	});

	// What only holds something that could be told would be told wrongly.
	test.each([
		...['40080000011', '94008000001', '3110', '1101', '395588', '9558812345', '510086'],
		...['2285223456789', '85223456789012', '213800000001', '128000001', '280000011'],
		...['+x1', 'x+1', '', 'a, b', '13800000001, x13900000002x1', '0', '13'],
	])('by "%s" nobody knows', (text) => {
		expect(toldOf(text).key).toBe('phoneNumber');
	});
});

describe('several numbers in one field', () => {
	const between = [
		'和',
		'或',
		' & ',
		'-',
		' ',
		'',
		'\t',
		' (',
		'/',
		' and ',
		',',
		'、',
		' '.repeat(20),
	];
	test.each([
		...between.map((signs) => `13800000001${signs}13900000002`),
		'138-0000-0001 139-0000-0002',
		'13800000001 0755-28000001',
		'张三 +86 13800000001，李四 13900000002',
		'13800000001, 13900000002, 12',
		// Five landlines, and any number of what signs tell apart.
		Array(5).fill('075528000001').join('和'),
		Array(9).fill('13800000001').join(';'),
	])('are told to be several: "%s"', (text) => {
		expect(toldOf(text).key).toBe('oneNumberOnly');
	});

	test('are not looked for in more digits than a field has', () => {
		expect(toldOf(Array(6).fill('13800000001').join('和')).key).toBe('phoneNumber');
	});

	// Reported: a field of 100 000 blanks held n8n up for half a minute.
	test.each([
		['blanks', ' '.repeat(100_000)],
		['a digit and blanks', `1${' '.repeat(100_000)}`],
		['blanks and lines', ' \n'.repeat(50_000)],
	])('are looked for in no time in a text of nothing but %s', (_, text) => {
		expect(toldOf(text).key).toBe('phoneNumber');
	});
});
