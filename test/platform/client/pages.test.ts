import fc from 'fast-check';

import { PlatformError } from '../../../platform/codes/errors';
import { listPages, unlessNone } from '../../../platform/client/pages';

const NONE = new PlatformError({ code: '1012001', text: '', outcome: 'refused', httpStatus: 403 });
const key = (item: number): string => String(item);

/** A list of the platform, and how often it was asked. */
function listOf(count: number, { tellsTotal = true, size = 100 } = {}) {
	let asked = 0;
	const all = Array.from({ length: count }, (_, index) => index);
	return {
		asked: () => asked,
		page: (pageIndex: number, pageSize: number) => {
			asked += 1;
			const length = Math.min(size, pageSize);
			const items = all.slice((pageIndex - 1) * length, pageIndex * length);
			return Promise.resolve({ items, ...(tellsTotal && { total: count }) });
		},
	};
}

test('a list is read whole, whatever the size of its pages, whether or not it tells its length', async () => {
	const shape = fc.record({ tellsTotal: fc.boolean(), size: fc.integer({ min: 1, max: 100 }) });
	await fc.assert(
		fc.asyncProperty(fc.nat(300), shape, async (count, options) => {
			const found = await listPages(listOf(count, options).page, key);
			expect(found).toEqual(Array.from({ length: count }, (_, index) => index));
		}),
	);
});

test('no more is read than is wanted', async () => {
	const list = listOf(1000);
	expect(await listPages(list.page, key, 150)).toHaveLength(150);
	expect(list.asked()).toBe(2);
	expect(await listPages(list.page, key, 0)).toEqual([]);
});

test('a platform that gives the same page again and again is asked twice', async () => {
	let asked = 0;
	const same = () => {
		asked += 1;
		return Promise.resolve({ items: [1, 2], total: 1000 });
	};
	expect(await listPages(same, key)).toEqual([1, 2]);
	expect(asked).toBe(2);
});

test('a list without a hit is empty, though the platform calls it not found', async () => {
	expect(await listPages(() => Promise.reject(NONE), key)).toEqual([]);
	expect(await unlessNone(Promise.reject(NONE), 'none')).toBe('none');
});

test('any other refusal is passed on', async () => {
	const refusal = new PlatformError({ code: '1010002', text: '', outcome: 'refused' });
	await expect(listPages(() => Promise.reject(refusal), key)).rejects.toBe(refusal);
});

test.each([
	['big pages', 100, 501],
	['small pages', 1, 1000],
])('a list that goes on and on in %s is given up', async (_, size, pages) => {
	const list = listOf(1_000_000, { tellsTotal: false, size });
	await expect(listPages(list.page, key)).rejects.toMatchObject({
		code: 'endless',
		outcome: 'refused',
		text: `The list does not end after ${pages} pages.`,
	});
	expect(list.asked()).toBe(pages);
});

test('the longest list that the platform can have is read', async () => {
	expect(await listPages(listOf(50_000).page, key)).toHaveLength(50_000);
	expect(await listPages(listOf(999, { size: 1 }).page, key)).toHaveLength(999);
});

test('a list that tells its length is not asked for what comes after its end', async () => {
	const list = listOf(200);
	expect(await listPages(list.page, key)).toHaveLength(200);
	expect(list.asked()).toBe(2);
});
