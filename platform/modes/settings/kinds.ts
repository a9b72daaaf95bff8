import { refuse } from '../../codes/errors';
import { booleanText } from '../../wire/booleans';
import type { JsonObject } from '../../wire/json';
import type { E164 } from '../../wire/phoneNumber';
import * as read from '../../wire/read';
import { checkLength, checkRange } from '../../wire/rules';
import { encodeUserData } from '../../wire/userData';

/** Whether a binding is made with a setting, or an existing one is changed. */
export type Occasion = 'create' | 'change';

/** How a person gives a value: what kind of field an editor shows. */
export type FieldKind = 'text' | 'flag' | 'whole' | 'word' | 'phone' | 'any';

/**
 * One setting of a binding: how its value is checked, written to the wire and read from it.
 * `Told` is what an answer may hold beside the known values.
 */
export interface Setting<Value, Told = Value> {
	readonly field: FieldKind;
	/** Words of a drop-down and the platform's codes for them. */
	readonly codes?: Readonly<Record<string, string | number>>;
	/** Object that holds the value on the wire. */
	readonly within?: 'preVoice';
	/** Name in the vocabulary of outputs, where the platform's modes differ in theirs. */
	readonly output?: string;
	/** @throws InputError when the value is out of range */
	check(name: string, value: Value, occasion: Occasion): void;
	write(value: Value): unknown;
	read(source: JsonObject, name: string): Told | undefined;
}

/** Name of a tone file (放音文件). Source: String(1-128). */
export function tone(within?: 'preVoice'): Setting<string> {
	return {
		field: 'text',
		within,
		check: (name, value) => {
			checkLength(name, value, 128);
		},
		write: (value) => value,
		read: read.text,
	};
}

/** A switch, which travels as the text "true" or "false". */
export function flag(): Setting<boolean> {
	return { field: 'flag', check: () => undefined, write: booleanText, read: read.flag };
}

/** A whole number in a range; 0 means "none" and is not told. */
export function whole(
	range: readonly [lowest: number, highest: number],
	within: 'minutesWithin' | 'secondsWithin' | 'secondsWithinOrZero',
	/** Lowest number other than 0 on one of the occasions. */
	lowestOn: Partial<Record<Occasion, number>> = {},
): Setting<number> {
	const [lowest, highest] = range;
	return {
		field: 'whole',
		check: (name, value, occasion) => {
			const from = lowestOn[occasion] ?? lowest;
			const key = from > 0 ? 'secondsWithinOrZero' : within;
			checkRange(name, value, [from, highest], key);
		},
		write: (value) => value,
		read: (source, name) => read.integer(source, name) || undefined,
	};
}

/** One of some words, each with its code on the wire; a code of a later version is told as it is. */
export function word<Word extends string>(
	codes: Readonly<Record<Word, string | number>>,
	output?: string,
): Setting<Word, string> {
	const words = new Map(Object.entries(codes).map(([name, code]) => [String(code), name]));
	return {
		field: 'word',
		codes,
		output,
		check: () => undefined,
		write: (value) => codes[value],
		read: (source, name) => {
			const code = read.text(source, name);
			return code && (words.get(code) ?? code);
		},
	};
}

/** A phone number. */
export function phone(): Setting<E164, string> {
	return { field: 'phone', check: () => undefined, write: (value) => value, read: read.text };
}

/** The customer's own data (用户附属信息), which may be anything. Source: String(1-256). */
export function ownData(): Setting<unknown> {
	return {
		field: 'any',
		check: () => undefined,
		write: (value) => encodeUserData(value),
		read: read.userData,
	};
}

/** The word for a value that a person or an expression gives: the word itself, or its code. */
export function wordOf(
	name: string,
	value: string,
	codes: NonNullable<Setting<string>['codes']>,
): string {
	const found = Object.entries(codes).find(
		([word, code]) => value === word || value === String(code),
	);
	if (found) return found[0];
	throw refuse(name, value, 'oneOf', { choices: Object.keys(codes) });
}
