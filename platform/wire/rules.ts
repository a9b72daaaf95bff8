import { refuse } from '../codes/errors';

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
	unit: string,
	orZero = false,
): void {
	if (value === undefined || (orZero && value === 0)) return;
	if (Number.isInteger(value) && value >= lowest && value <= highest) return;
	throw refuse(field, value, `${orZero ? '0, or ' : ''}${lowest} to ${highest} ${unit}`);
}

/**
 * A text no longer than the platform takes.
 *
 * @throws InputError naming the length
 */
export function checkLength(field: string, value: string | undefined, longest: number): void {
	if (value !== undefined && value.length > longest) {
		throw refuse(field, value, `at most ${longest} characters`);
	}
}

/**
 * A field that works only together with another one.
 *
 * @throws InputError naming both
 */
export function checkNeeds(field: string, value: unknown, met: boolean, condition: string): void {
	if (isGiven(value) && !met) throw refuse(field, value, `to be left out unless ${condition}`);
}

/**
 * A field that must be there once another one is.
 *
 * @throws InputError naming the reason
 */
export function checkPresent(field: string, value: unknown, reason: string): void {
	if (!isGiven(value)) throw refuse(field, value, `a value, because ${reason}`);
}
