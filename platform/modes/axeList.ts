import type { JsonObject } from '../wire/json';
import { isAxeBinding, readAxeBinding, type AxeBinding } from './axe';
import { call } from '../client/calls';
import { type Platform } from '../client/run';
import { detail } from '../codes/details';
import { localError, PlatformError } from '../codes/errors';
import { unlessNone } from '../client/pages';
import { parsePhoneNumber, type E164 } from '../wire/phoneNumber';
import { integer } from '../wire/read';
import { entriesWithin, objectsWithin, textWithin } from '../wire/shape';

/*
 * The response tables of these two interfaces were not to be had: bindings and counters are found by
 * their looks, whatever the containers are called.
 */

const LIST_PATH = '/rest/caas/extendnumber/v2.0';
const COUNT_PATH = '/rest/caas/virtualnumber/v1.0';
const FIRST_CURSOR = '0000000000000_0';
/** The documents spell it both ways. */
const CURSOR_NAMES = ['nextCursor', 'nextCusor'];
const NO_RECORD = '1016001';

/**
 * Lists the bindings of a privacy number, page by page (AXE模式绑定信息查询接口 v2.0).
 * Source: QueryAXEBinding(v2.0).
 *
 * @param limit most bindings to read; all when absent
 * @throws PlatformError, `invalidAnswer` when the answer holds no bindings that can be recognised
 */
export async function list(
	platform: Platform,
	virtualNum: E164,
	limit = Infinity,
): Promise<AxeBinding[]> {
	const found = new Map<string, AxeBinding>();
	let cursor: string | undefined = FIRST_CURSOR;
	while (cursor !== undefined && found.size < limit) {
		const query = { virtualNum, cursor };
		const request = { method: 'GET', path: LIST_PATH, query, effect: 'read' } as const;
		const answer: JsonObject = await unlessNone(call(platform, request), {});
		const before = found.size;
		for (const binding of bindingsIn(answer, virtualNum)) found.set(keyOf(binding), binding);
		// The last page may repeat its cursor: a page without a new binding is the end.
		cursor = found.size > before ? textWithin(answer, CURSOR_NAMES) : undefined;
	}
	return [...found.values()].slice(0, limit);
}

/**
 * How many bindings a privacy number holds (AXE模式绑定次数查询接口). Source: QueryAXEBindingCount.
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

function bindingsIn(answer: JsonObject, virtualNum: E164): AxeBinding[] {
	const bindings = objectsWithin(answer).filter(isAxeBinding);
	// An empty list is an answer; a list of something else is none.
	if (bindings.length === 0 && entriesWithin(answer).length > 0) throw unreadable(answer);
	// An entry need not repeat the X that was asked for.
	return bindings.map((binding) => readAxeBinding({ virtualNum, ...binding }));
}

function keyOf({ subscriptionId, extendNum, bindNum }: AxeBinding): string {
	return subscriptionId || extendNum || bindNum;
}

function counterIn(answer: JsonObject, virtualNum: E164): number {
	const entry = counted(answer, virtualNum);
	const counters = Object.keys(entry).filter((name) => isCounter(entry, name));
	const named = counters.filter((name) => /bind|used/i.test(name));
	const [chosen, ...others] = counters.length > 1 ? named : counters;
	if (chosen === undefined && Object.values(answer).some(isEmptyList)) return 0;
	const found = chosen === undefined || others.length > 0 ? undefined : integer(entry, chosen);
	if (found === undefined) throw unreadable(answer);
	return found;
}

/** The object that names X; else one that names no number, and is no entry of a list of several. */
function counted(answer: JsonObject, virtualNum: E164): JsonObject {
	const objects = objectsWithin(answer);
	const entries = entriesWithin(answer);
	const numbersOf = (object: JsonObject) =>
		Object.values(object).map((value) => parsePhoneNumber(String(value)));
	const isNameless = (object: JsonObject) =>
		numbersOf(object).every((number) => number === undefined) &&
		Object.keys(object).some((name) => isCounter(object, name)) &&
		(entries.length === 1 || !entries.includes(object));
	return (
		objects.find((object) => numbersOf(object).includes(virtualNum)) ??
		objects.find(isNameless) ??
		answer
	);
}

/** A small number that is not about the pages, the result or what would still fit. */
function isCounter(entry: JsonObject, name: string): boolean {
	const value = integer(entry, name);
	if (value === undefined || value < 0 || value > 99_999) return false;
	return !/cursor|limit|page|code|max|total|free|idle|remain|length|status/i.test(name);
}

function isEmptyList(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}

function unreadable(answer: JsonObject): PlatformError {
	const names = Object.keys(answer);
	return localError('invalidAnswer', detail('fields', { names }), 'refused');
}
