import { detail } from '../../../platform/codes/details';
import {
	HIDDEN,
	localError,
	noSuchBinding,
	PlatformError,
	refuse,
	restate,
} from '../../../platform/codes/errors';

describe('a value that is refused', () => {
	test.each<[value: unknown, shown: string]>([
		[1, '"1"'],
		['a text', '"a text"'],
		[false, '"false"'],
		[{ order: 1 }, '"{"order":1}"'],
		[['x', 'y'], '"["x","y"]"'],
		[HIDDEN, '"(hidden)"'],
		['', 'empty'],
		[null, 'empty'],
		[undefined, 'empty'],
		['x'.repeat(80), `"${'x'.repeat(80)}"`],
		['x'.repeat(81), `"${'x'.repeat(77)}…"`],
	])('%p is told with its field and with what would be right', (value, shown) => {
		const { name, message, field, expected } = refuse('duration', value, 'number');
		expect(message).toBe(`'duration' is ${shown}, expected a number`);
		expect({ name, field, expected }).toEqual({
			name: 'InputError',
			field: 'duration',
			expected: 'a number',
		});
	});

	test('is kept as it is shown, with what fills the expectation in every language', () => {
		const refusal = refuse('callbackTone', 'x'.repeat(200), 'length', { longest: 128 });
		expect(refusal.value).toBe(`${'x'.repeat(77)}…`);
		expect(refusal.expectation).toEqual({ key: 'length', values: { longest: 128 } });
		expect(refuse('duration', undefined, 'number')).toMatchObject({
			value: '',
			expectation: { key: 'number', values: {} },
		});
	});
});

describe('a refusal of the platform', () => {
	const holders = [{ privateNumber: '+8617000000001' }];
	const everything = {
		code: '1012010',
		text: 'bound already',
		detail: detail('said', { text: 'bound already' }),
		outcome: 'refused',
		httpStatus: 403,
		afterLost: true,
		retryAfterMs: 1000,
		heldForMs: 2000,
		holders,
	} as const;

	test('knows what is told of it, and no more', () => {
		expect(new PlatformError(everything)).toMatchObject({
			...everything,
			name: 'PlatformError',
			message: '1012010: bound already',
		});
		const bare = new PlatformError({ code: '1', text: '', outcome: 'lost' });
		expect(bare).toMatchObject({ afterLost: false, holders: [] });
		expect(bare).toHaveProperty('httpStatus', undefined);
	});

	test('is the same when something more is known of it', () => {
		const refusal = new PlatformError(everything);
		expect(restate(refusal, {})).toMatchObject(everything);
		expect(restate(refusal, { outcome: 'lost', heldForMs: 1 })).toMatchObject({
			...everything,
			outcome: 'lost',
			heldForMs: 1,
		});
	});
});

describe('what goes wrong beside the platform', () => {
	test('is told with its detail, or without a text', () => {
		const { text, detail: known } = localError('timeout', detail('time', { seconds: 30 }), 'lost');
		expect(text).toBe('No answer within 30 seconds.');
		expect(known).toEqual({ key: 'time', values: { seconds: 30 } });
		expect(localError('timeout', undefined, 'unsent', 504)).toMatchObject({
			code: 'timeout',
			text: '',
			outcome: 'unsent',
			httpStatus: 504,
		});
	});

	test('is no binding where one was asked for', () => {
		const said = { outcome: 'refused', httpStatus: 200 };
		expect(noSuchBinding()).toMatchObject({ code: '1016001', ...said });
		expect(noSuchBinding('1012007')).toMatchObject({ code: '1012007', ...said });
	});
});
