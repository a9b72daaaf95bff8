import { detail } from '../codes/details';
import { localError, noSuchBinding, refuse } from '../codes/errors';
import type { JsonObject } from '../wire/json';
import { parsePhoneNumber, type E164 } from '../wire/phoneNumber';
import * as read from '../wire/read';
import { withoutAbsent } from '../wire/rules';
import { expiry } from '../wire/time';

/** Who is bound to what: one word for one thing in all modes, whatever a mode calls it on the wire. */
export interface BoundNumbers {
	/** X. */
	privateNumber?: string;
	/** E; text, because its zeros count. AXE only. */
	extension?: string;
	numberA?: string;
	numberB?: string;
	/** Y. AXYB only. */
	numberY?: string;
}

/** A binding as outputs tell it: flat, codes as words, without what is not there. */
export interface Binding extends BoundNumbers {
	/** Settings, by their names in outputs. */
	[setting: string]: unknown;
	callDirection?: string;
	userData?: unknown;
	/** When the platform will unbind; absent when it never does. ISO time. */
	expiresAt?: string;
	/** When it was bound or last changed. ISO time. */
	subscribeTime?: string;
	/** Binding ID (绑定ID). */
	subscriptionId?: string;
}

/** What a mode calls the numbers of a binding on the wire. */
export type NumberNames = Readonly<Partial<Record<keyof BoundNumbers, string>>>;

/** Reads the numbers of a binding, X first. */
export function readNumbers(entry: JsonObject, names: NumberNames): BoundNumbers {
	return withoutAbsent(
		Object.fromEntries(
			Object.entries(names).map(([word, wireName]) => [word, read.text(entry, wireName)]),
		),
	);
}

/** When a binding was made, and when it will end. */
export function readTimes(entry: JsonObject): Pick<Binding, 'expiresAt' | 'subscribeTime'> {
	const subscribeTime = read.time(entry, 'subscribeTime');
	const duration = read.integer(entry, 'duration') ?? 0;
	const expiresAt = subscribeTime && expiry(new Date(subscribeTime), duration);
	return withoutAbsent({ expiresAt, subscribeTime });
}

/**
 * The ID of a binding that was just made.
 *
 * @throws PlatformError where the answer names none: nobody knows then what was made
 */
export function madeId(answer: JsonObject): { subscriptionId: string } {
	const subscriptionId = read.text(answer, 'subscriptionId');
	if (subscriptionId !== undefined) return { subscriptionId };
	throw localError('invalidAnswer', detail('noBindingNamed'), 'lost', 200);
}

/** The only binding of an answer. @throws PlatformError with a not-found code where there is none */
export function oneOf<Found>([found]: readonly Found[], code?: string): Found {
	if (found !== undefined) return found;
	throw noSuchBinding(code);
}

/** Whether a number of an answer is the wanted one, however the platform writes it. */
export function isSame(told: string | undefined, wanted: E164): boolean {
	return parsePhoneNumber(told ?? '') === wanted;
}

/**
 * Nobody is bound to himself, and X is not one of those who hide behind it.
 *
 * @param numbers by the names of their parameters, the most usual first; absent ones are passed over
 * @throws InputError naming the second of two fields that hold one number
 */
export function checkDistinct(numbers: Readonly<Record<string, string | undefined>>): void {
	const seen = new Map<string, string>();
	for (const [field, number] of Object.entries(numbers)) {
		if (number === undefined) continue;
		const first = seen.get(number);
		if (first !== undefined)
			throw refuse(field, number, 'anotherNumber', { other: { field: first } });
		seen.set(number, field);
	}
}
