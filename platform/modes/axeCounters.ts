import { detail } from '../codes/details';
import { localError, type PlatformError } from '../codes/errors';
import type { JsonObject } from '../wire/json';
import { parsePhoneNumber, type E164 } from '../wire/phoneNumber';
import { integer } from '../wire/read';
import { entriesWithin, objectsWithin } from '../wire/shape';

/*
 * Reads the answers of QueryAXEBindingCount, whose fields the documents do not name: a counter is a
 * number, not too large, that stands beside a phone number.
 */

/** A privacy number, and how often it was bound (绑定次数). */
export interface Counter {
	privateNumber: string;
	timesBound: number;
}

/**
 * Every privacy number of a list with its counter.
 *
 * @throws PlatformError, `invalidAnswer`, when the list holds none that can be recognised
 */
export function countersIn(answer: JsonObject): Counter[] {
	const rows = objectsWithin(answer).flatMap((object) => {
		const privateNumber = numbersOf(object).find((number) => number !== undefined);
		const timesBound = counterOf(object);
		return privateNumber !== undefined && timesBound !== undefined
			? [{ privateNumber, timesBound }]
			: [];
	});
	if (rows.length === 0 && entriesWithin(answer).length > 0) throw unreadable(answer);
	return rows;
}

/**
 * The counter of one number.
 *
 * @throws PlatformError, `invalidAnswer`, when none can be recognised
 */
export function counterIn(answer: JsonObject, virtualNum: E164): number {
	const found = counterOf(counted(answer, virtualNum));
	if (found !== undefined) return found;
	if (Object.values(answer).some(isEmptyList)) return 0;
	throw unreadable(answer);
}

/** An answer that nobody can read, with the names that it has. */
export function unreadable(answer: JsonObject): PlatformError {
	const names = Object.keys(answer);
	return localError('invalidAnswer', detail('fields', { names }), 'refused');
}

/** The counter of an object: the only one, or the only one that is named after bindings. */
function counterOf(entry: JsonObject): number | undefined {
	const counters = Object.keys(entry).filter((name) => isCounter(entry, name));
	const named = counters.filter((name) => /bind|used/i.test(name));
	const [chosen, ...others] = counters.length > 1 ? named : counters;
	return chosen === undefined || others.length > 0 ? undefined : integer(entry, chosen);
}

/** The object that names X; else one that names no number, and is no entry of a list of several. */
function counted(answer: JsonObject, virtualNum: E164): JsonObject {
	const objects = objectsWithin(answer);
	const entries = entriesWithin(answer);
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

function numbersOf(object: JsonObject): Array<E164 | undefined> {
	return Object.values(object).map((value) => parsePhoneNumber(String(value)));
}

/** A counter may count every binding that there ever was; dates and phone numbers have more digits. */
const HIGHEST = 9_999_999;

/** A number, not too large, that is not about the pages, the result or what would still fit. */
function isCounter(entry: JsonObject, name: string): boolean {
	const value = integer(entry, name);
	if (value === undefined || value < 0 || value > HIGHEST) return false;
	return !/cursor|limit|page|code|max|total|free|idle|remain|length|status/i.test(name);
}

function isEmptyList(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}
