import { refuse } from '../codes/errors';
import type { ExpectationKey, ExpectationValues } from '../codes/expectations';

/** Absent for every rule and for the wire: nothing given, or an empty text. */
export function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}

/** Whether there is nothing to see: nothing given, or a text of blanks. */
export function isBlank(value: unknown): boolean {
	return !isGiven(typeof value === 'string' ? value.trim() : value);
}

/** Leaves out what was not given, so that the platform's own defaults apply. */
export function withoutAbsent<Fields extends object>(fields: Fields): Fields {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => isGiven(value))) as Fields;
}

/**
 * A whole number within a range.
 *
 * @throws InputError naming the range with its unit
 */
export function checkRange(
	field: string,
	value: number | undefined,
	[lowest, highest]: readonly [number, number],
	key: 'hoursWithin' | 'minutesWithin' | 'secondsWithin' | 'secondsWithinOrZero',
): void {
	if (value === undefined || (key === 'secondsWithinOrZero' && value === 0)) return;
	if (Number.isInteger(value) && value >= lowest && value <= highest) return;
	throw refuse(field, value, key, { lowest, highest });
}

/**
 * A text no longer than the platform takes.
 *
 * @throws InputError naming the length
 */
export function checkLength(field: string, value: string | undefined, longest: number): void {
	if (value !== undefined && value.length > longest) {
		throw refuse(field, value, 'length', { longest });
	}
}

/**
 * A field that works only together with another one.
 *
 * @param other the parameter on which it depends
 * @throws InputError naming both
 */
export function checkNeeds(
	field: string,
	value: unknown,
	met: boolean,
	key: 'onlyWhenAboveZero' | 'onlyWhenGiven' | 'onlyWhenOn',
	other: string,
): void {
	if (isGiven(value) && !met) throw refuse(field, value, key, { other: { field: other } });
}

/**
 * A field that must be there once another one is.
 *
 * @param key names the reason
 * @throws InputError naming the reason
 */
export function checkPresent<Key extends ExpectationKey>(
	field: string,
	value: unknown,
	key: Key,
	...values: ExpectationValues<Key>
): void {
	if (!isGiven(value)) throw refuse(field, value, key, ...values);
}
