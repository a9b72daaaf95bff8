import { cutBeyond, isNestedBeyond } from '../../../platform/wire/read';

test.each([
	['a text', 'text', 0, false],
	['nothing', null, 0, false],
	['an empty object', {}, 0, true],
	['an empty list', [], 0, true],
	['an empty object', {}, 1, false],
	['plain fields', { a: 1, b: 'x', c: null }, 1, false],
	['an object in a field', { a: 1, b: {} }, 1, true],
	['an object in a list', [1, { a: 1 }], 2, false],
	['a list in an object in a list', [{ a: 1, b: [] }], 2, true],
])('whether %s (%j) is nested beyond %d levels: %p', (_, value, levels, expected) => {
	expect(isNestedBeyond(value, levels)).toBe(expected);
});

test.each([
	[0, { a: 1, b: null, c: null }],
	[1, { a: 1, b: null, c: null }],
	[2, { a: 1, b: { d: null, e: null }, c: [1, null, null] }],
	[3, { a: 1, b: { d: { f: 'x' }, e: null }, c: [1, { g: null }, [2]] }],
	[4, { a: 1, b: { d: { f: 'x' }, e: null }, c: [1, { g: {} }, [2]] }],
])('what lies beyond %d levels gives way to null', (levels, expected) => {
	const given = { a: 1, b: { d: { f: 'x' }, e: null }, c: [1, { g: {} }, [2]] };
	const cut = cutBeyond(given, levels);
	expect(cut).toEqual(expected);
	expect(isNestedBeyond(cut, Math.max(levels, 1))).toBe(false);
});
