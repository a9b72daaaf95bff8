import { isDeepStrictEqual } from 'node:util';

/**
 * What somebody has made of a value, with the changes that were made to the same value elsewhere. Where
 * both have changed it, theirs stays. Members of lists belong together by their `id`.
 *
 * @param before what both have started from
 * @param theirs what somebody has made of it
 * @param now what it has become elsewhere
 */
export function merge<T>(before: unknown, theirs: T, now: unknown): T {
	if (isDeepStrictEqual(before, theirs)) return now as T;
	if (isDeepStrictEqual(before, now)) return theirs;
	if (Array.isArray(theirs)) {
		return theirs.map((one: unknown) => {
			const [earlier, later] = [before, now].map((list) => sameIn(list, one));
			return earlier !== undefined && later !== undefined ? merge(earlier, one, later) : one;
		}) as T;
	}
	if (!isRecord(before) || !isRecord(theirs) || !isRecord(now)) return theirs;
	const merged: Record<string, unknown> = { ...theirs };
	for (const [name, value] of Object.entries(now)) {
		const isRemoved = name in before && !(name in theirs);
		if (!isRemoved) merged[name] = merge(before[name], theirs[name], value);
	}
	return merged as T;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of a list that has the same ID. */
function sameIn(list: unknown, one: unknown): unknown {
	if (!Array.isArray(list) || !isRecord(one) || one.id === undefined) return undefined;
	return list.find((other: unknown) => isRecord(other) && other.id === one.id) as unknown;
}
