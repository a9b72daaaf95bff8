import { detail } from '../codes/details';
import { localError, PlatformError } from '../codes/errors';
import { cancelled } from './timer';

/** A request failed before it was written to a connection: nobody can have acted on it. */
export class NeverSent extends Error {
	/** @param reason what failed; absent when the wait for a connection was given up */
	constructor(readonly reason?: unknown) {
		super();
	}
}

/** What was asked for, as far as its failure speaks of it. */
interface Wanted {
	url: URL;
	/** Longest wait, in milliseconds. */
	timeoutMs: number;
	signal?: AbortSignal;
}

/**
 * What became of a request that got no answer, as a PlatformError: its code, whether it may have been
 * acted on, and the reason.
 *
 * @param isAborted the time was over, or the request's own signal fired
 */
export function failureOf(
	error: unknown,
	{ url, signal, timeoutMs }: Wanted,
	isAborted: boolean,
): Error {
	if (error instanceof PlatformError) return error;
	if (error instanceof NeverSent && error.reason instanceof PlatformError) return error.reason;
	const isUnsent = error instanceof NeverSent;
	const outcome = isUnsent ? 'unsent' : 'lost';
	if (signal?.aborted) return cancelled(outcome);
	const reason = isUnsent ? error.reason : error;
	if (reason === undefined) {
		const waited = detail('connectionTime', { host: url.host, seconds: timeoutMs / 1000 });
		return localError('unreachable', waited, outcome);
	}
	const { code, message } = describe(reason);
	if (isAborted || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') {
		return localError('timeout', detail('time', { seconds: timeoutMs / 1000 }), outcome);
	}
	const kind = isCertificateRefusal(code) ? 'untrustedCertificate' : 'unreachable';
	return localError(kind, detail('saidByHost', { host: url.host, text: message }), outcome);
}

/** Codes of Node.js and undici for a connection that the other side has closed. */
const HANG_UPS: ReadonlySet<string | undefined> = new Set([
	'ECONNRESET',
	'EPIPE',
	'UND_ERR_SOCKET',
]);

/** Whether the other side has closed the connection. */
export function isHangUp(error: unknown): boolean {
	const { code } = (error ?? {}) as Failure;
	return HANG_UPS.has(code);
}

function isCertificateRefusal(code: string): boolean {
	return /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code);
}

/** Goes by shape: errors of Node's own modules need not be instances of this realm's Error. */
function describe(error: unknown): { code: string; message: string } {
	const { code, message = '', cause, errors } = (error ?? {}) as Failure;
	// Connection attempts to several addresses fail together, with the reasons inside.
	const inner = errors?.[0] ?? cause;
	if (code === undefined && inner !== undefined) return describe(inner);
	return {
		code: code ?? '',
		message: message || describeInner(inner) || (code ?? 'no reason given'),
	};
}

function describeInner(inner: unknown): string {
	return inner === undefined ? '' : describe(inner).message;
}

interface Failure {
	code?: string;
	message?: string;
	cause?: unknown;
	errors?: unknown[];
}
