import { isObject } from './json';
import type { JsonObject } from './json';
import { isMobile, isServiceNumber, isUserNumber } from './phoneNumbers';
import { invalid } from './refusals';

/** Bounds of a text; both ends are allowed. */
export interface TextRule {
	length: readonly [min: number, max: number];
	required?: boolean;
}

/** Which numbers a parameter takes. */
export type NumberKind = 'user' | 'x' | 'callee';

const kinds: Readonly<Record<NumberKind, (number: string) => boolean>> = {
	user: isUserNumber,
	x: isMobile,
	callee: (number) => isUserNumber(number) || isServiceNumber(number),
};

/** What a request says, read strictly: a wrong type, length, form or value is 1010002. */
export interface Fields {
	has(name: string): boolean;
	text(name: string, rule: TextRule): string | undefined;
	/** A text that must be there. */
	needText(name: string, length: TextRule['length']): string;
	integer(name: string, isAllowed: (value: number) => boolean): number | undefined;
	oneOf<T extends string>(name: string, values: readonly T[]): T | undefined;
	/** The strings "true" and "false"; JSON booleans are refused, as the documents say String. */
	flag(name: string): 'true' | 'false' | undefined;
	number(name: string, kind: NumberKind): string | undefined;
	needNumber(name: string, kind: NumberKind): string;
	/** City code such as 0755 or 010. */
	areaCode(name: string): string | undefined;
	/** Name of a tone; it must be approved when the application lists its tones. */
	voice(name: string): string | undefined;
	/** Free data: no braces, no ^, no Chinese characters, at most 256. */
	userData(): string | undefined;
	/** A nested object, or undefined. */
	object(name: string): Fields | undefined;
}

const isInteger = (value: unknown): value is number => Number.isInteger(value);

/** Only whole numbers from `min` to `max`. */
export const between =
	(min: number, max: number) =>
	(value: number): boolean =>
		value >= min && value <= max;

/** Life of a binding in seconds: 0 (for ever) or 60-7776000 (90 days). */
export const isDuration = (value: number): boolean => value === 0 || between(60, 7_776_000)(value);

/** Reads `source`; `voiceFiles` are the approved tones of the application. */
export function readFields(source: JsonObject, voiceFiles?: readonly string[]): Fields {
	// An absent parameter and an empty or null one are the same to the platform.
	const value = (name: string): unknown => {
		const found = Object.hasOwn(source, name) ? source[name] : undefined;
		return found === null || found === '' ? undefined : found;
	};
	const matching = (name: string, fits: (text: string) => boolean): string | undefined => {
		const found = value(name);
		if (found === undefined) return undefined;
		if (typeof found !== 'string' || !fits(found)) throw invalid(name);
		return found;
	};
	const text = (name: string, { length: [min, max], required }: TextRule): string | undefined => {
		if (required && value(name) === undefined) throw invalid(name, 'is required.');
		return matching(name, ({ length }) => length >= min && length <= max);
	};
	const number = (name: string, kind: NumberKind): string | undefined =>
		matching(name, kinds[kind]);
	const oneOf = <T extends string>(name: string, values: readonly T[]): T | undefined => {
		const found = value(name);
		if (found === undefined) return undefined;
		const known = values.find((candidate) => candidate === found);
		if (known === undefined) throw invalid(name);
		return known;
	};
	return {
		has: (name) => value(name) !== undefined,
		text,
		needText: (name, length) => text(name, { length, required: true }) ?? '',
		integer(name, isAllowed) {
			const found = value(name);
			if (found === undefined) return undefined;
			if (!isInteger(found) || !isAllowed(found)) throw invalid(name);
			return found;
		},
		oneOf,
		flag: (name) => oneOf(name, ['true', 'false']),
		number,
		needNumber(name, kind) {
			const found = number(name, kind);
			if (found === undefined) throw invalid(name, 'is required.');
			return found;
		},
		areaCode: (name) => matching(name, (code) => /^0\d{2,3}$/.test(code)),
		voice(name) {
			const found = text(name, { length: [1, 128] });
			if (found === undefined) return undefined;
			if (!/^[\w.@-]+$/.test(found)) throw invalid(name);
			// "Invalid request.lastMinVoice.wav does not exist." is the documented text.
			if (voiceFiles && !voiceFiles.includes(found)) throw invalid(found, 'does not exist.');
			return found;
		},
		userData: () => matching('userData', isUserData),
		object(name) {
			const found = value(name);
			if (found === undefined) return undefined;
			if (!isObject(found)) throw invalid(name);
			return readFields(found, voiceFiles);
		},
	};
}

/** Whether the platform takes this userData: at most 256 of printable ASCII without braces and ^. */
export const isUserData = (text: string): boolean =>
	/^[\x20-\x7e]{0,256}$/.test(text) && !/[{}^]/.test(text);
