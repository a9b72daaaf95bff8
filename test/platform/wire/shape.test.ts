import { isObject, parseObject } from '../../../platform/wire/json';
import { entriesWithin, objectsWithin, textWithin } from '../../../platform/wire/shape';

describe('an answer whose containers nobody has documented', () => {
	const binding = { id: 1, inner: { deep: true } };
	const answer = { code: '0', list: [binding, 'text', { id: 2 }, null], result: { page: {} } };

	test('shows its objects, outer ones first', () => {
		expect(objectsWithin(answer)).toEqual([
			answer,
			binding,
			{ deep: true },
			{ id: 2 },
			{ page: {} },
			{},
		]);
	});

	test.each([['text'], [1], [null], [undefined]])('that is %p has none', (value) => {
		expect(objectsWithin(value)).toEqual([]);
	});

	test('is searched four levels deep, so that nothing endless is', () => {
		const fourth = { level: 4, next: { level: 5 } };
		const third = { level: 3, next: fourth };
		const second = { level: 2, next: third };
		const first = { level: 1, next: second };
		expect(objectsWithin(first)).toEqual([first, second, third, fourth]);
		// A list is a level too.
		expect(objectsWithin([[[{ level: 4 }]]])).toEqual([{ level: 4 }]);
		expect(objectsWithin([[[[{ level: 5 }]]]])).toEqual([]);
	});

	test('shows the entries of its lists, wherever it keeps them', () => {
		expect(entriesWithin(answer)).toEqual([binding, { id: 2 }]);
		expect(entriesWithin({ result: { rows: [{ id: 3 }] }, other: [{ id: 4 }] })).toEqual([
			{ id: 4 },
			{ id: 3 },
		]);
		expect(entriesWithin({ result: binding })).toEqual([]);
	});

	test.each([
		[{ cursor: 'a', result: { cursor: 'b' } }, 'a'],
		[{ result: { cursor: 'b' } }, 'b'],
		[{ result: { next: 'c' } }, 'c'],
		[{ next: 'c', cursor: 'a' }, 'a'],
		[{ cursor: ' ', result: { next: 5 } }, '5'],
		[{ other: 'x' }, undefined],
	])('%j tells its text by a name, or by the next one', (given, expected) => {
		expect(textWithin(given, ['cursor', 'next'])).toBe(expected);
	});
});

describe('an object', () => {
	test.each([[{}], [{ a: 1 }], [new Date(0)]])('is %j', (value) => {
		expect(isObject(value)).toBe(true);
	});

	test.each([[null], [[]], [[{}]], ['{}'], [1], [undefined], [true]])('is not %j', (value) => {
		expect(isObject(value)).toBe(false);
	});

	test.each([
		['{"id":12345678901234567890}', { id: '12345678901234567890' }],
		['[{"id":1}]', {}],
		['null', {}],
		['"text"', {}],
		['<html>', {}],
		['', {}],
	])('of the text %s is %j', (text, expected) => {
		expect(parseObject(text)).toEqual(expected);
	});
});
