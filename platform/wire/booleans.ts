/** The platform writes some switches as the texts "true" and "false". */
export type BooleanText = 'true' | 'false';

const FORMS: ReadonlyMap<string, boolean> = new Map([
	['true', true],
	['1', true],
	['false', false],
	['0', false],
]);

/** A switch as the text that the platform wants, e.g. `recordFlag` and `privateSms`. */
export function booleanText(value: boolean): BooleanText {
	return value ? 'true' : 'false';
}

/** Reads a switch in any of the forms seen: true, "true", 1, "1" and their opposites. */
export function readBoolean(value: unknown): boolean | undefined {
	// An object may hold a `toString` of its own that is no function.
	if (typeof value === 'object') return undefined;
	return FORMS.get(String(value as string).toLowerCase());
}
