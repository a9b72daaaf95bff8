import { detail } from '../codes/details';
import { localError, PlatformError } from '../codes/errors';
import { isNotFound } from '../codes/refusals';

/** Largest page that the platform gives. */
const PAGE_SIZE = 100;
/** A list with more entries than this is none of the platform's: one X holds 5 000 pairs at most. */
const LONGEST_LIST = 50_000;
const MOST_PAGES = 1000;

/** One page of a list. */
export interface Page<Item> {
	items: Item[];
	/** Number of entries in the whole list, when the platform tells. */
	total?: number;
}

/**
 * Reads a list page by page until all of it, or `limit` entries, are there. The platform may ignore
 * the page size or the page number: entries are counted once by their key, and a page without a new
 * entry is the last. A list without a hit is empty, though the platform calls it not found.
 *
 * @param fetchPage reads page 1, 2, … of the given size
 * @param keyOf what makes an entry one of its kind
 */
export async function listPages<Item>(
	fetchPage: (pageIndex: number, pageSize: number) => Promise<Page<Item>>,
	keyOf: (item: Item) => string,
	limit = Infinity,
): Promise<Item[]> {
	const found = new Map<string, Item>();
	for (let pageIndex = 1; found.size < limit; pageIndex += 1) {
		checkEnd(found.size, pageIndex);
		const none: Page<Item> = { items: [], total: 0 };
		const page = await unlessNone(fetchPage(pageIndex, PAGE_SIZE), none);
		const before = found.size;
		for (const item of page.items) found.set(keyOf(item), item);
		if (found.size === before || found.size >= (page.total ?? Infinity)) break;
	}
	return [...found.values()].slice(0, limit);
}

/**
 * Ends a list that goes on and on: something repeats its answers.
 *
 * @throws PlatformError `endless`
 */
export function checkEnd(entries: number, pages: number): void {
	if (entries <= LONGEST_LIST && pages <= MOST_PAGES) return;
	throw localError('endless', detail('endlessList', { pages: pages - 1 }), 'refused');
}

/** Takes the platform's "there is none" for an answer. */
export async function unlessNone<Result>(query: Promise<Result>, none: Result): Promise<Result> {
	try {
		return await query;
	} catch (error) {
		if (error instanceof PlatformError && isNotFound(error)) return none;
		throw error;
	}
}
