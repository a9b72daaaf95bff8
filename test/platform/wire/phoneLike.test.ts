import {
	isDialable,
	isMobile,
	isPhoneLike,
	narrow,
	phoneNumber,
} from '../../../platform/wire/phoneNumber';

describe('a text that is meant as a phone number', () => {
	test.each([
		'+8613800000001',
		'138 0000 0001',
		'0755-28000001',
		'400-800-0001',
		'95588',
		'+8695588',
		'+1 415 555 0100',
		'0044 20 7946 0000',
		'2800000',
		'28000001',
		'２８０００００１',
	])('may be "%s"', (text) => {
		expect(isPhoneLike(text)).toBe(true);
	});

	test.each([
		'280000',
		'280000011',
		'123456789012345',
		'2800000a',
		'1+2',
		'1001',
		'a28000001',
		'+x1',
		'00x',
		'order-17',
		'16e0c1d2-b2a1',
		'',
	])('is not "%s"', (text) => {
		expect(isPhoneLike(text)).toBe(false);
	});
});

test.each([
	['13800000001', true],
	['+8613800000001', true],
	['075528000001', true],
	['4008000001', true],
	['+864008000001', true],
	['0086955881', true],
	['95588', true],
	['+85223456789', false],
	['28000001', false],
	['75528000001', false],
	['64008000001', false],
	['12345', false],
	['', false],
])('whether the platform can know %s: %p', (digits, expected) => {
	expect(isDialable(digits)).toBe(expected);
});

test.each([
	['13800000001', true],
	['0755-28000001', false],
	['010-28000001', false],
	// It ends as a mobile would begin.
	['0755-21380000', false],
])('whether %s can receive texts: %p', (text, expected) => {
	expect(isMobile(phoneNumber('callerNum', text))).toBe(expected);
});

test('full-width digits and plus signs become ordinary ones, and keep their place', () => {
	expect(narrow('（＋８６）０１２３４５６７８９ a﹢1')).toBe('（+86）0123456789 a+1');
});
