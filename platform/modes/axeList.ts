import { call } from '../client/calls';
import { type Platform } from '../client/run';
import { unlessNone } from '../client/pages';
import { detail } from '../codes/details';
import { localError, PlatformError } from '../codes/errors';
import type { JsonObject } from '../wire/json';
import type { E164 } from '../wire/phoneNumber';
import { entriesWithin, objectsWithin, textWithin } from '../wire/shape';
import { isAxeBinding, readAxeBinding } from './axe';
import { counterIn, countersIn, unreadable, type Counter } from './axeCounters';
import type { Binding } from './binding';

/*
 * The response tables of these interfaces were not to be had: bindings and counters are found by their
 * looks, whatever the containers are called.
 */

const LIST_PATH = '/rest/caas/extendnumber/v2.0';
const COUNT_PATH = '/rest/caas/virtualnumber/v1.0';
const FIRST_BINDING = '0000000000000_0';
const FIRST_NUMBER = '0';
/** The documents spell it both ways. */
const CURSOR_NAMES = ['nextCursor', 'nextCusor'];
const NO_RECORD = '1016001';
/** Most rows of a page. Source: QueryAXEBindingCount, limit. */
const PAGE_SIZE = 100;
/** An X holds at most 9999 extensions, some dozens a page; a longer list does not end. */
const MOST_PAGES = 1000;

/**
 * Lists the bindings of a privacy number, page by page (AXE模式绑定信息查询接口 v2.0).
 * Source: QueryAXEBinding(v2.0).
 *
 * @param limit most bindings to read; all when absent
 * @throws PlatformError, `invalidAnswer` when the answer holds no bindings that can be recognised, or
 * the list does not end
 */
export async function list(
	platform: Platform,
	virtualNum: E164,
	limit?: number,
): Promise<Binding[]> {
	return await follow(FIRST_BINDING, limit, async (cursor) => {
		const query = { virtualNum, cursor };
		const request = { method: 'GET', path: LIST_PATH, query, effect: 'read' } as const;
		const answer = await unlessNone(call(platform, request), {});
		const found = bindingsIn(answer, virtualNum);
		return { rows: found.map((binding) => [keyOf(binding), binding]), next: nextIn(answer) };
	});
}

/**
 * How often a privacy number was bound (AXE模式绑定次数查询接口): perhaps every binding that there ever
 * was, not those that it holds now. Source: QueryAXEBindingCount.
 *
 * @throws PlatformError, `invalidAnswer` when the answer holds no counter that can be recognised
 */
export async function count(platform: Platform, virtualNum: E164): Promise<number> {
	const query = { number: virtualNum };
	const request = { method: 'GET', path: COUNT_PATH, query, effect: 'read' } as const;
	try {
		return counterIn(await call(platform, request), virtualNum);
	} catch (error) {
		if (error instanceof PlatformError && error.code === NO_RECORD) return 0;
		throw error;
	}
}

/**
 * Lists the privacy numbers of the application with how often each was bound
 * (AXE模式绑定次数查询接口, without a number). Source: QueryAXEBindingCount.
 *
 * @param limit most numbers to read; all when absent
 * @throws PlatformError, `invalidAnswer` when no numbers can be recognised, or the list does not end
 */
export async function numbers(platform: Platform, limit?: number): Promise<Counter[]> {
	return await follow(FIRST_NUMBER, limit, async (cursor) => {
		const query = { cursor, limit: Math.min(limit ?? PAGE_SIZE, PAGE_SIZE) };
		const request = { method: 'GET', path: COUNT_PATH, query, effect: 'read' } as const;
		const answer = await unlessNone(call(platform, request), {});
		const found = countersIn(answer);
		return { rows: found.map((row) => [row.privateNumber, row]), next: nextIn(answer) };
	});
}

/** A page of a list: its rows with what makes each one of its kind, and where it goes on. */
interface Page<Row> {
	rows: Array<[key: string, row: Row]>;
	next?: string;
}

/** Reads a list from cursor to cursor until its end, or until `limit` rows are there. */
async function follow<Row>(
	first: string,
	limit = Infinity,
	fetchPage: (cursor: string) => Promise<Page<Row>>,
): Promise<Row[]> {
	const found = new Map<string, Row>();
	let cursor: string | undefined = first;
	for (let pages = 0; cursor !== undefined && found.size < limit; pages += 1) {
		if (pages === MOST_PAGES) {
			throw localError('invalidAnswer', detail('endlessList', { pages }), 'refused');
		}
		const { rows, next }: Page<Row> = await fetchPage(cursor);
		const before = found.size;
		for (const [key, row] of rows) found.set(key, row);
		// The last page may repeat its cursor: a page without a new row is the end.
		cursor = found.size > before ? next : undefined;
	}
	return [...found.values()].slice(0, limit);
}

function nextIn(answer: JsonObject): string | undefined {
	return textWithin(answer, CURSOR_NAMES);
}

function bindingsIn(answer: JsonObject, virtualNum: E164): Binding[] {
	const bindings = objectsWithin(answer).filter(isAxeBinding);
	// An empty list is an answer; a list of something else is none.
	if (bindings.length === 0 && entriesWithin(answer).length > 0) throw unreadable(answer);
	// An entry need not repeat the X that was asked for.
	return bindings.map((binding) => readAxeBinding({ virtualNum, ...binding }));
}

function keyOf({ subscriptionId, extension, numberA }: Binding): string {
	return subscriptionId ?? extension ?? numberA ?? '';
}
