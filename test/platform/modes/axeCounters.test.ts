import { counterIn, countersIn } from '../../../platform/modes/axeCounters';
import { B, OTHER_X, X } from './scriptedPlatform';

/** A counter as the simulator writes it. */
const of = (virtualNum: string, bindCount: unknown) => ({ virtualNum, bindCount });
const unreadable = expect.objectContaining({
	code: 'invalidAnswer',
	outcome: 'refused',
}) as unknown;

/** What a question throws. */
function thrownBy(ask: () => unknown): unknown {
	try {
		return ask();
	} catch (error) {
		return error;
	}
}

describe('the counter of one number', () => {
	test.each<[what: string, answer: object, count: number]>([
		['the only number of an answer', { bindCount: 7 }, 7],
		['a number as a text', { bindCount: '7' }, 7],
		['no binding', { bindCount: 0 }, 0],
		['in an object of its own', { data: { bindNumCount: 7 } }, 7],
		['beside a text, in an object of its own', { data: { bindCount: 7, kind: 'AXE' } }, 7],
		['beside the number, in one entry of several', { list: [of(OTHER_X, 3), of(X, 7)] }, 7],
		['beside the number in another form', { list: [of(OTHER_X, 3), of('17000000001', 7)] }, 7],
		['beside the number, below another counter', { count: 3, list: [of(X, 7)] }, 7],
		['beside the number, below what counts pages', { cursor: 1, list: [of(X, 7)] }, 7],
		['in the only entry, which names no number', { list: [{ count: 7 }] }, 7],
		['above several entries without a counter', { count: 7, list: [{ a: 'b' }, { a: 'c' }] }, 7],
		['in an object beside the entries of a list', { list: [of(OTHER_X, 3)], own: { count: 7 } }, 7],
		['with many digits', of(X, 9_999_999), 9_999_999],
		['named after bindings, beside another', { bindTimes: 7, callTimes: 9 }, 7],
		['named after use, beside another', { usedTimes: 7, callTimes: 9 }, 7],
		['named in capitals, beside another', { BINDTIMES: 7, callTimes: 9 }, 7],
	])('%s', (_, answer, count) => {
		expect(counterIn({ ...answer }, X)).toBe(count);
	});

	test.each([
		'cursor',
		'nextCursor',
		'limit',
		'pageSize',
		'resultcode',
		'maxBind',
		'total',
		'freeBind',
		'idleBind',
		'remainBind',
		'bindLength',
		'bindStatus',
		'STATUS',
	])('is not what is called %s', (name) => {
		expect(counterIn({ [name]: 5, count: 7 }, X)).toBe(7);
		expect(thrownBy(() => counterIn({ [name]: 5 }, X))).toEqual(unreadable);
	});

	test.each([
		['is negative', -1],
		['has more digits than a counter', 10_000_000],
		['is a phone number', 13_800_000_021],
		['is a day', 20_260_301],
		['has a fraction', 7.5],
		['is no number', 'many'],
	])('is not what %s', (_, value) => {
		expect(counterIn({ bindCount: 7, bindOther: value }, X)).toBe(7);
		expect(thrownBy(() => counterIn({ bindCount: value }, X))).toEqual(unreadable);
	});

	test.each([
		['the list is empty', { list: [] }, 0],
		['one of the lists is empty', { text: 'none', list: [] }, 0],
	])('is 0 where %s', (_, answer, count) => {
		expect(counterIn({ ...answer }, X)).toBe(count);
	});

	test.each<[what: string, answer: object]>([
		['there is nothing', {}],
		['there is a text that is empty', { list: '' }],
		['there is an object that is empty', { list: {} }],
		['there are two counters', { inUse: 7, kept: 8 }],
		['both counters are named after bindings', { bindNow: 7, bindEver: 8 }],
		['the only entry is of another number', { list: [of(OTHER_X, 7)] }],
		['every entry is of another number', { list: [of(OTHER_X, 7), of(B, 8)] }],
		['several entries name no number', { list: [{ count: 7 }, { count: 8 }] }],
		['the list holds texts', { list: ['7'] }],
	])('is no guess where %s', (_, answer) => {
		expect(thrownBy(() => counterIn({ ...answer }, X))).toEqual(unreadable);
	});

	test('that nobody can read is told by the names of the answer', () => {
		expect(() => counterIn({ text: 'none', kept: 'x' }, X)).toThrow('text, kept');
	});
});

describe('the counters of many numbers', () => {
	test('are told beside their numbers, in the global form', () => {
		const list = [of(X, 7), of('17000000002', '0')];
		expect(countersIn({ total: 2, list })).toEqual([
			{ privateNumber: X, timesBound: 7 },
			{ privateNumber: OTHER_X, timesBound: 0 },
		]);
	});

	test('pass over an entry that lacks one or the other', () => {
		const list = [{ virtualNum: OTHER_X }, { bindCount: 3 }, of(X, 7)];
		expect(countersIn({ list })).toEqual([{ privateNumber: X, timesBound: 7 }]);
	});

	test('are read of an answer for one number, without a list', () => {
		expect(countersIn(of(X, 7))).toEqual([{ privateNumber: X, timesBound: 7 }]);
	});

	test('name the number wherever it stands in its entry', () => {
		const list = [{ status: 'ok', bindCount: 7, number: X }];
		expect(countersIn({ list })).toEqual([{ privateNumber: X, timesBound: 7 }]);
	});

	test.each([[{}], [{ list: [] }], [{ list: ['7'] }]])('are none in %j', (answer) => {
		expect(countersIn(answer)).toEqual([]);
	});

	test('are no guess where entries cannot be read', () => {
		expect(thrownBy(() => countersIn({ list: [{ name: 'x' }] }))).toEqual(unreadable);
	});
});
