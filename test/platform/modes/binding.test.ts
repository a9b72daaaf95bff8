import { InputError } from '../../../platform/codes/errors';
import {
	checkDistinct,
	isSame,
	madeId,
	oneOf,
	readNumbers,
	readTimes,
} from '../../../platform/modes/binding';
import { A, B, X } from './scriptedPlatform';

test('the numbers of a binding are told by one word in all modes, without those that are not there', () => {
	const names = { privateNumber: 'relationNum', numberA: 'callerNum', numberB: 'calleeNum' };
	const told = readNumbers({ callerNum: A, relationNum: X, calleeNum: '', other: B }, names);
	expect(Object.entries(told)).toEqual([
		['privateNumber', X],
		['numberA', A],
	]);
});

test.each<[told: object, times: object]>([
	[{}, {}],
	[{ duration: 60 }, {}],
	[{ subscribeTime: 'long ago', duration: 60 }, {}],
	[{ subscribeTime: '2026-3-1 8:00:00' }, { subscribeTime: '2026-03-01T08:00:00.000Z' }],
	[
		{ subscribeTime: '2026-03-01 08:00:00', duration: 0 },
		{ subscribeTime: '2026-03-01T08:00:00.000Z' },
	],
	[
		{ subscribeTime: '2026-03-01 08:00:00', duration: '60' },
		{ subscribeTime: '2026-03-01T08:00:00.000Z', expiresAt: '2026-03-01T08:01:00.000Z' },
	],
])('of %j the times %j are known', (told, times) => {
	expect(Object.entries(readTimes({ ...told })).sort()).toEqual(Object.entries(times).sort());
});

test('a binding that was made has an ID, or nobody knows what was made', () => {
	expect(madeId({ subscriptionId: ' s1 ' })).toEqual({ subscriptionId: 's1' });
	for (const answer of [{}, { subscriptionId: '' }]) {
		expect(() => madeId(answer)).toThrow(
			expect.objectContaining({ code: 'invalidAnswer', outcome: 'lost', httpStatus: 200 }) as Error,
		);
	}
});

test('of none, one cannot be taken', () => {
	expect(oneOf([X, A])).toBe(X);
	expect(() => oneOf([])).toThrow(expect.objectContaining({ code: '1016001' }) as Error);
	expect(() => oneOf([], '1012007')).toThrow(expect.objectContaining({ code: '1012007' }) as Error);
});

test.each([
	[A, true],
	['13800000021', true],
	['8613800000021', true],
	['138 0000 0021', true],
	[B, false],
	['', false],
	[undefined, false],
])('%p is the number of A: %p', (told, expected) => {
	expect(isSame(told, A)).toBe(expected);
});

describe('numbers that must differ', () => {
	test('may do so, and may be absent', () => {
		const numbers = {
			callerNum: A,
			calleeNum: B,
			relationNum: X,
			other: undefined,
			more: undefined,
		};
		expect(() => {
			checkDistinct(numbers);
		}).not.toThrow();
	});

	test('are refused where two are one, naming both', () => {
		const check = () => {
			checkDistinct({ callerNum: A, calleeNum: B, relationNum: A });
		};
		expect(check).toThrow(InputError);
		expect(check).toThrow(`'relationNum' is "${A}", expected another number than 'callerNum'`);
	});
});
