import { detail } from '../codes/details';
import { localError, PlatformError, restate } from '../codes/errors';
import type { HttpAnswer } from '../transport/http';
import { parseObject, type JsonObject } from '../wire/json';
import { excerpt, shown } from './redact';
import { categoryOf, isThrottled } from '../codes/refusals';

/**
 * Reads the answer of an interface: HTTP 200 with `resultcode` "0", or a refusal.
 * Source: 隐私保护通话 API, 响应参数 (`resultcode`, `resultdesc`).
 *
 * @throws PlatformError with the platform's code and text, or `invalidAnswer`
 */
export function readAnswer(answer: HttpAnswer): JsonObject {
	const body = parseObject(answer.text);
	const code = resultCode(body);
	if (code === '0' && answer.status < 300) return body;
	throw refusal(answer, code, body.resultdesc);
}

/** The refusal that an answer stands for, decided by code and status. */
export function refusal(answer: HttpAnswer, code?: string, resultdesc?: unknown): PlatformError {
	const { status, asked } = answer;
	const text = typeof resultdesc === 'string' ? shown(resultdesc, asked) : '';
	if (code !== undefined && code !== '0') {
		const retryAfterMs = retryAfter(answer);
		const said = { code, text, httpStatus: status, retryAfterMs };
		const refused = new PlatformError({ ...said, outcome: 'refused' });
		return isDefinite(refused) ? refused : new PlatformError({ ...said, outcome: 'lost' });
	}
	const bare = detail('status', { status });
	if (status === TOO_MANY) return tooMany(answer);
	if (status === 404) return localError('wrongAddress', bare, 'refused', status);
	if (status >= 300 && status < 400) {
		return localError('redirected', bare, 'refused', status);
	}
	// A gateway's page says nothing about what the platform did; a 4xx never reached it.
	const outcome = status >= 400 && status < 500 ? 'refused' : 'lost';
	const page = excerpt(answer.text, asked);
	const said = page === '' ? bare : detail('saidWithStatus', { status, text: page });
	return localError('invalidAnswer', said, outcome, status);
}

const TOO_MANY = 429;

function tooMany(answer: HttpAnswer): PlatformError {
	const { status } = answer;
	const retryAfterMs = retryAfter(answer);
	const said = localError('tooMany', detail('status', { status }), 'refused', status);
	return restate(said, { retryAfterMs });
}

/** How long to wait as `Retry-After` says, in seconds or as a date; at most a day. */
function retryAfter({ status, headers }: HttpAnswer): number | undefined {
	const { 'retry-after': value } = headers;
	if (status !== TOO_MANY && status !== 503) return undefined;
	if (typeof value !== 'string' || value.length > 40) return undefined;
	const wait = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
	return wait > 0 ? Math.min(wait, 24 * 3600_000) : undefined;
}

/**
 * Whether the platform is sure not to have acted: not when it names a fault of its own, whatever the
 * status, nor when a status of 500 or more comes with a code that nobody listed.
 */
function isDefinite(error: PlatformError): boolean {
	if (isThrottled(error)) return true;
	const category = categoryOf(error);
	return category === undefined ? (error.httpStatus ?? 0) < 500 : category !== 'server';
}

/** The platform's codes are digits; whatever else stands there is none, least of all one of our own. */
function resultCode({ resultcode }: JsonObject): string | undefined {
	if (typeof resultcode !== 'string' && typeof resultcode !== 'number') return undefined;
	const code = String(resultcode).trim();
	return /^\d{1,16}$/.test(code) ? code : undefined;
}
