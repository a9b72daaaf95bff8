import { InputError } from '../../../platform/codes/errors';
import * as axeList from '../../../platform/modes/axeList';
import { A, B, NONE, OTHER_X, platformThat, refused, X } from './scriptedPlatform';

const LIST_PATH = '/rest/caas/extendnumber/v2.0';
const COUNT_PATH = '/rest/caas/virtualnumber/v1.0';
const entry = { subscriptionId: 's1', virtualNum: X, extendNum: '0012', bindNum: A };
const binding = { subscriptionId: 's1', privateNumber: X, extension: '0012', numberA: A };
const read = (path: string, query: object) => ({ method: 'GET', path, query, effect: 'read' });
const list = (query: object) => read(LIST_PATH, { virtualNum: X, ...query });
/** So many bindings, from a number on. */
const bindings = (from: number, many: number) =>
	Array.from({ length: many }, (_, index) => ({
		...entry,
		subscriptionId: `s${from + index}`,
	}));

describe('the bindings of a privacy number', () => {
	test.each(['nextCursor', 'nextCusor'])(
		'are followed from cursor to cursor (%s)',
		async (name) => {
			const platform = platformThat([
				{ list: bindings(1, 2), [name]: 'c2' },
				{ list: bindings(3, 1), [name]: 'c3' },
				{ list: [] },
			]);
			const found = await axeList.list(platform, X);
			expect(found.map(({ subscriptionId }) => subscriptionId)).toEqual(['s1', 's2', 's3']);
			expect(platform.sent).toEqual([
				list({ cursor: '0000000000000_0' }),
				list({ cursor: 'c2' }),
				list({ cursor: 'c3' }),
			]);
		},
	);

	test('end with a page without a cursor', async () => {
		const platform = platformThat([{ list: [entry] }]);
		expect(await axeList.list(platform, X)).toEqual([binding]);
		expect(platform.sent).toHaveLength(1);
	});

	test('end with a page that brings nothing new', async () => {
		const platform = platformThat([{ list: [entry], nextCursor: 'c2' }]);
		expect(await axeList.list(platform, X)).toEqual([binding]);
		expect(platform.sent).toHaveLength(2);
	});

	test('are read no further than the limit', async () => {
		const platform = platformThat([{ list: bindings(1, 2), nextCursor: 'c2' }]);
		expect(await axeList.list(platform, X, 2)).toHaveLength(2);
		expect(await axeList.list(platform, X, 1)).toHaveLength(1);
		expect(platform.sent).toHaveLength(2);
	});

	test('are told with the number that was asked for, unless they tell one', async () => {
		const bare = { subscriptionId: 's1', extendNum: '0012', bindNum: A };
		const other = { ...entry, subscriptionId: 's2', virtualNum: OTHER_X };
		expect(await axeList.list(platformThat([{ list: [bare, other] }]), X)).toEqual([
			binding,
			{ ...binding, subscriptionId: 's2', privateNumber: OTHER_X },
		]);
	});

	test.each([
		['by their extensions', [{ extendNum: '0012' }, { extendNum: '0013' }]],
		['by their people', [{ bindNum: A }, { bindNum: B }]],
	])('without IDs are told apart %s', async (_, entries) => {
		const platform = platformThat([{ list: [...entries, ...entries] }]);
		expect(await axeList.list(platform, X)).toHaveLength(2);
	});

	test.each([
		['the list is empty', { list: [] }],
		['there is no list', {}],
		['the platform says there is none', NONE],
	])('are none where %s', async (_, reply) => {
		expect(await axeList.list(platformThat([reply]), X)).toEqual([]);
	});

	test('are no guess where the list holds something else: its names are told', async () => {
		const unread = axeList.list(platformThat([{ list: [{ name: 'x' }] }]), X);
		await expect(unread).rejects.toMatchObject({ code: 'invalidAnswer', outcome: 'refused' });
		await expect(unread).rejects.toThrow('resultcode, resultdesc, list');
	});

	test('are not none where the platform refuses', async () => {
		const refusal = axeList.list(platformThat([refused('1010001', 500)]), X);
		await expect(refusal).rejects.toThrow('1010001');
	});

	test('may fill a thousand pages, and no more', async () => {
		const pages = Array.from({ length: 1001 }, (_, page) => ({
			list: bindings(page, 1),
			nextCursor: `c${page}`,
		}));
		const endless = platformThat(pages);
		await expect(axeList.list(endless, X)).rejects.toMatchObject({
			code: 'invalidAnswer',
			outcome: 'refused',
			detail: { key: 'endlessList', values: { pages: 1000 } },
		});
		expect(endless.sent).toHaveLength(1000);
		const long = platformThat([...pages.slice(0, 999), { list: bindings(999, 1) }]);
		expect(await axeList.list(long, X)).toHaveLength(1000);
	});
});

describe('the count of a privacy number', () => {
	test('is asked for with the number', async () => {
		const platform = platformThat([{ list: [{ number: X, bindCount: 7 }] }]);
		expect(await axeList.count(platform, X)).toBe(7);
		expect(platform.sent).toEqual([read(COUNT_PATH, { number: X })]);
	});

	test('is 0 where there is no record of bindings', async () => {
		expect(await axeList.count(platformThat([NONE]), X)).toBe(0);
	});

	test.each([
		['the number is not there', refused('1012001')],
		['the platform refuses', refused('1010001', 500)],
		['the question itself is wrong', new InputError('number', '', { key: 'value', values: {} })],
	])('is not 0 where %s', async (_, error) => {
		const platform = platformThat([]);
		const send = () => Promise.reject(error);
		await expect(axeList.count({ ...platform, send }, X)).rejects.toBe(error);
	});
});

describe('the numbers of an application', () => {
	const numbers = (from: number, many: number) =>
		Array.from({ length: many }, (_, index) => ({
			virtualNum: `+86170000${String(from + index).padStart(5, '0')}`,
			bindCount: from + index,
		}));

	test('are followed from cursor to cursor, a hundred a page', async () => {
		const platform = platformThat([
			{ list: numbers(1, 2), nextCursor: '2' },
			{ list: numbers(3, 1) },
		]);
		expect(await axeList.numbers(platform)).toEqual([
			{ privateNumber: '+8617000000001', timesBound: 1 },
			{ privateNumber: '+8617000000002', timesBound: 2 },
			{ privateNumber: '+8617000000003', timesBound: 3 },
		]);
		expect(platform.sent).toEqual([
			read(COUNT_PATH, { cursor: '0', limit: 100 }),
			read(COUNT_PATH, { cursor: '2', limit: 100 }),
		]);
	});

	test.each([
		[3, 3],
		[100, 100],
		[250, 100],
	])('up to a limit of %d are asked for %d a page', async (limit, pageSize) => {
		const platform = platformThat([{ list: numbers(1, 4) }]);
		expect(await axeList.numbers(platform, limit)).toHaveLength(Math.min(limit, 4));
		expect(platform.sent).toEqual([read(COUNT_PATH, { cursor: '0', limit: pageSize })]);
	});

	test('are none where the platform says there is none', async () => {
		expect(await axeList.numbers(platformThat([NONE]))).toEqual([]);
	});
});
