import type { JsonObject } from './json';
import { isObject } from './json';
import { text } from './read';

/*
 * Finds things in answers whose containers the documents do not name: by what they look like.
 */

/** How deep an answer is searched. */
const DEPTH = 4;

/** Every object of an answer, outer ones first: the answer itself, objects in it, entries of lists. */
export function objectsWithin(value: unknown, depth = DEPTH): JsonObject[] {
	if (depth === 0) return [];
	if (Array.isArray(value)) return value.flatMap((entry) => objectsWithin(entry, depth - 1));
	if (!isObject(value)) return [];
	return [value, ...Object.values(value).flatMap((inner) => objectsWithin(inner, depth - 1))];
}

/** Every object that is an entry of a list, wherever the answer keeps the list. */
export function entriesWithin(answer: JsonObject): JsonObject[] {
	const lists = objectsWithin(answer).flatMap((object) => Object.values(object));
	return lists.flatMap((value) => (Array.isArray(value) ? value.filter(isObject) : []));
}

/** The first text of one of these names, wherever the answer keeps it. */
export function textWithin(answer: JsonObject, names: readonly string[]): string | undefined {
	for (const object of objectsWithin(answer)) {
		for (const name of names) {
			const found = text(object, name);
			if (found !== undefined) return found;
		}
	}
	return undefined;
}
