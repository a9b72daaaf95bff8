import { DETAILS, type Detail } from './details';
import {
	expectation,
	EXPECTATIONS,
	type Expectation,
	type ExpectationKey,
	type ExpectationValues,
} from './expectations';
import { fill } from './text';

/**
 * A value was refused before any request was made.
 *
 * `message` and `expected` are English, for programs and logs; who speaks to people fills
 * {@link EXPECTATIONS} in their language.
 */
export class InputError extends Error {
	override readonly name = 'InputError';
	/** The value as it was given, shortened for display. */
	readonly value: string;
	/** What would have been accepted, e.g. `a whole number`. */
	readonly expected: string;

	constructor(
		/** Parameter name as in the platform's documents, e.g. `callerNum`. */
		readonly field: string,
		value: unknown,
		/** The same as `expected`, for every language. */
		readonly expectation: Expectation,
	) {
		const shown = display(value);
		const { key, values } = expectation;
		const expected = fill(EXPECTATIONS[key], 'en', values);
		super(`'${field}' is ${shown === '' ? 'empty' : `"${shown}"`}, expected ${expected}`);
		this.value = shown;
		this.expected = expected;
	}
}

/** Makes an {@link InputError}; the compiler asks for what the expectation tells. */
export function refuse<Key extends ExpectationKey>(
	field: string,
	value: unknown,
	key: Key,
	...values: ExpectationValues<Key>
): InputError {
	return new InputError(field, value, expectation(key, ...values));
}

/** Stands for a value that nobody may read, such as a secret. */
export const HIDDEN = '(hidden)';

function display(value: unknown): string {
	if (value === undefined || value === null) return '';
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string);
	return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/**
 * What became of a request that did not succeed.
 *
 * - `refused`: the platform (or something before it) said no; nothing was changed.
 * - `unsent`: no connection was made; nothing was changed.
 * - `lost`: the request may have been acted on, but no usable answer arrived.
 */
export type Outcome = 'refused' | 'unsent' | 'lost';

/** Codes of refusals that do not come from the platform's own table. */
export type LocalCode =
	| 'badProxy'
	| 'cancelled'
	| 'forbiddenHost'
	| 'invalidAnswer'
	| 'noLocation'
	| 'noRecording'
	| 'notServed'
	| 'outcomeUnknown'
	| 'redirected'
	| 'refusedHost'
	| 'storageTooSlow'
	| 'storageUnreachable'
	| 'timeout'
	| 'endless'
	| 'tooLarge'
	| 'tooMany'
	| 'unreachable'
	| 'untrustedCertificate'
	| 'untrustedStorage'
	| 'wrongAddress';

/** A binding that stands in the way of another one. */
export interface Holder {
	privateNumber?: string;
	extension?: string;
	numberA?: string;
	numberB?: string;
	subscriptionId?: string;
	/** Which of the two wanted people it holds; absent where a binding has one person. */
	who?: 'A' | 'B';
	/** Whether it is the very binding that was wanted. */
	isWanted?: boolean;
}

/**
 * The platform, or the way to it, did not do what was asked.
 *
 * Never holds the secret, a digest or an authorization header.
 */
export class PlatformError extends Error {
	override readonly name = 'PlatformError';
	/** The platform's `resultcode` (e.g. `1012010`) or a {@link LocalCode}. */
	readonly code: string;
	/** HTTP status, when an answer arrived. */
	readonly httpStatus?: number;
	/** The platform's own text (`resultdesc`), unchanged; or the English of `detail`. */
	readonly text: string;
	/** What this package itself knows beside the code. */
	readonly detail?: Detail;
	readonly outcome: Outcome;
	/** Whether an earlier try of the same request was lost, and so may have been acted on. */
	readonly afterLost: boolean;
	/** How long the platform asks to wait before the next try, in milliseconds. */
	readonly retryAfterMs?: number;
	/** For how long nothing is sent with these keys, because they were just refused, in milliseconds. */
	readonly heldForMs?: number;
	/** Bindings that stand in the way, as far as a query could tell. */
	readonly holders: readonly Holder[];

	constructor(details: {
		code: string;
		text: string;
		detail?: Detail;
		outcome: Outcome;
		httpStatus?: number;
		afterLost?: boolean;
		retryAfterMs?: number;
		heldForMs?: number;
		holders?: readonly Holder[];
	}) {
		super(`${details.code}: ${details.text}`);
		this.code = details.code;
		this.text = details.text;
		this.detail = details.detail;
		this.outcome = details.outcome;
		this.httpStatus = details.httpStatus;
		this.afterLost = details.afterLost ?? false;
		this.retryAfterMs = details.retryAfterMs;
		this.heldForMs = details.heldForMs;
		this.holders = details.holders ?? [];
	}
}

/** A {@link PlatformError} of this package's own making, which no table of the platform lists. */
export function localError(
	code: LocalCode,
	detail: Detail | undefined,
	outcome: Outcome,
	httpStatus?: number,
): PlatformError {
	const text = detail ? fill(DETAILS[detail.key], 'en', detail.values) : '';
	return new PlatformError({ code, text, detail, outcome, httpStatus });
}

/** The same refusal, with something that is known of it now. */
export function restate(
	error: PlatformError,
	news: Partial<Pick<PlatformError, 'outcome' | 'afterLost' | 'retryAfterMs' | 'heldForMs'>>,
): PlatformError {
	const { code, text, detail, outcome, httpStatus, afterLost, holders } = error;
	const { retryAfterMs, heldForMs } = error;
	const known = { code, text, detail, outcome, httpStatus, afterLost, holders };
	return new PlatformError({ ...known, retryAfterMs, heldForMs, ...news });
}

/**
 * One binding was asked for, and the platform answered with an empty list.
 *
 * @param code with which the platform itself says so
 */
export function noSuchBinding(code = '1016001'): PlatformError {
	const text = 'The record does not exist.';
	return new PlatformError({ code, text, outcome: 'refused', httpStatus: 200 });
}
