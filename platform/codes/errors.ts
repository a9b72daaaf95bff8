/**
 * A value was refused before any request was made.
 *
 * `message` is one sentence for people; the three parts are for programs and for error outputs.
 */
export class InputError extends Error {
	override readonly name = 'InputError';

	constructor(
		/** Parameter name as in the platform's documents, e.g. `callerNum`. */
		readonly field: string,
		/** The value as it was given, shortened for display. */
		readonly value: string,
		/** What would have been accepted, e.g. `a number such as 13800000001`. */
		readonly expected: string,
	) {
		super(`'${field}' is ${value === '' ? 'empty' : `"${value}"`}, expected ${expected}`);
	}
}

/** Makes an {@link InputError}, with any value turned into a short text. */
export function refuse(field: string, value: unknown, expected: string): InputError {
	return new InputError(field, display(value), expected);
}

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
	| 'tooLarge'
	| 'unreachable'
	| 'untrustedCertificate'
	| 'untrustedStorage'
	| 'wrongAddress';

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
	/** The platform's own text (`resultdesc`), unchanged; or the transport's. */
	readonly text: string;
	readonly outcome: Outcome;
	/** Whether an earlier try of the same request was lost, and so may have been acted on. */
	readonly afterLost: boolean;

	constructor(details: {
		code: string;
		text: string;
		outcome: Outcome;
		httpStatus?: number;
		afterLost?: boolean;
	}) {
		super(`${details.code}: ${details.text}`);
		this.code = details.code;
		this.text = details.text;
		this.outcome = details.outcome;
		this.httpStatus = details.httpStatus;
		this.afterLost = details.afterLost ?? false;
	}
}

/** A {@link PlatformError} of this package's own making, which no table of the platform lists. */
export function localError(
	code: LocalCode,
	text: string,
	outcome: Outcome,
	httpStatus?: number,
): PlatformError {
	return new PlatformError({ code, text, outcome, httpStatus });
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
