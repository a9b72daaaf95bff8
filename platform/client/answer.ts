import { detail } from '../codes/details';
import { localError, PlatformError } from '../codes/errors';
import type { HttpAnswer } from '../transport/http';
import { parseObject, type JsonObject } from '../wire/json';
import { categoryOf } from '../codes/refusals';

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
	const { status } = answer;
	const text = typeof resultdesc === 'string' ? legible(resultdesc, LONGEST_TEXT) : '';
	if (code !== undefined && code !== '0') {
		const said = { code, text, httpStatus: status };
		const refused = new PlatformError({ ...said, outcome: 'refused' });
		return isDefinite(refused) ? refused : new PlatformError({ ...said, outcome: 'lost' });
	}
	const bare = detail('status', { status });
	if (status === 404) return localError('wrongAddress', bare, 'refused', status);
	if (status >= 300 && status < 400) {
		return localError('redirected', bare, 'refused', status);
	}
	// A gateway's page says nothing about what the platform did; a 4xx never reached it.
	const outcome = status >= 400 && status < 500 ? 'refused' : 'lost';
	const shown = excerpt(answer.text);
	const said = shown === '' ? bare : detail('saidWithStatus', { status, text: shown });
	return localError('invalidAnswer', said, outcome, status);
}

/**
 * Whether the platform is sure not to have acted: not when it names a fault of its own, whatever the
 * status, nor when a status of 500 or more comes with a code that nobody listed.
 */
function isDefinite(error: PlatformError): boolean {
	const category = categoryOf(error);
	return category === undefined ? (error.httpStatus ?? 0) < 500 : category !== 'server';
}

function resultCode({ resultcode }: JsonObject): string | undefined {
	if (typeof resultcode !== 'string' && typeof resultcode !== 'number') return undefined;
	const code = String(resultcode).trim();
	return /^\w{1,32}$/.test(code) ? code : undefined;
}

/** The platform's texts are one sentence; a longer one is not of its making. */
const LONGEST_TEXT = 1000;
const LONGEST_EXCERPT = 120;

/** The beginning of a page as readable text. */
function excerpt(page: string): string {
	const text = page
		.slice(0, 2000)
		.replace(/<(?:style|script)[\s\S]*?(?:<\/(?:style|script)>|$)/gi, ' ')
		.replace(/<[^>]*>?/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return legible(text, LONGEST_EXCERPT);
}

/** A text as it may be shown: not endless, and without the signature that some gateways repeat. */
function legible(text: string, longest: number): string {
	const shown = text.replace(
		/(PasswordDigest|\brealm)(\W{0,6}(?:[=:]|%3D)\s*)[^,\s]*/gi,
		'$1$2(hidden)',
	);
	return shown.length > longest ? `${shown.slice(0, longest - 1)}…` : shown;
}
