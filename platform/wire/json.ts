import { parseExactly } from './exactJson';

/** An object as JSON carries it. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is an object as JSON carries it: neither a list nor `null`. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object that a text holds, with every digit of its IDs; an empty one where it holds none. */
export function parseObject(text: string): JsonObject {
	try {
		const value = parseExactly(text);
		return isObject(value) ? value : {};
	} catch {
		return {};
	}
}
