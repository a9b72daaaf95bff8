import { isObject, type JsonObject } from './json';
import { readBoolean } from './booleans';
import { parseAnyTime } from './time';
import { decodeUserData } from './userData';

/*
 * Reads fields of answers and pushes in any of the forms seen. A field that is missing, empty or of
 * another type is absent, never a guess.
 */

/** A text, or a number as text; none of a whole number so large that its last digits are lost. */
export function text(source: JsonObject, name: string): string | undefined {
	const value = source[name];
	if (typeof value === 'number') {
		const isExact = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
		return isExact ? String(value) : undefined;
	}
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A whole number, or its digits as text. */
export function integer(source: JsonObject, name: string): number | undefined {
	const value = text(source, name);
	if (value === undefined || !/^-?\d+$/.test(value)) return undefined;
	const number = Number(value);
	return Number.isSafeInteger(number) ? number : undefined;
}

/** A switch as true/false, "true"/"false", 1/0 or "1"/"0". */
export function flag(source: JsonObject, name: string): boolean | undefined {
	return readBoolean(source[name]);
}

/** A time as ISO text. */
export function time(source: JsonObject, name: string): string | undefined {
	const value = text(source, name);
	return value === undefined ? undefined : parseAnyTime(value);
}

/** The customer's own data, as it was given at binding. */
export function userData(source: JsonObject, name = 'userData'): unknown {
	const value = text(source, name);
	return value === undefined ? undefined : decodeUserData(value);
}

/** An object, or an empty one. */
export function object(source: JsonObject, name: string): JsonObject {
	const value = source[name];
	return isObject(value) ? value : {};
}

/** The objects of a list; a single object stands for a list of one. */
export function objects(source: JsonObject, name: string): JsonObject[] {
	const value = source[name];
	if (Array.isArray(value)) return value.filter(isObject);
	return isObject(value) ? [value] : [];
}

/** Whether a value holds objects or lists within each other beyond so many levels. */
export function isNestedBeyond(value: unknown, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((inner) => isNestedBeyond(inner, levels - 1));
}

/** A copy of an object in which `null` stands for what holds more beyond so many levels. */
export function cutBeyond(source: JsonObject, levels: number): JsonObject {
	const cut = (value: unknown, left: number): unknown => {
		if (typeof value !== 'object' || value === null) return value;
		if (left === 0) return null;
		if (Array.isArray(value)) return value.map((inner) => cut(inner, left - 1));
		return Object.fromEntries(
			Object.entries(value).map(([name, inner]) => [name, cut(inner, left - 1)]),
		);
	};
	return cut(source, Math.max(levels, 1)) as JsonObject;
}
