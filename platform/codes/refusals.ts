import type { PlatformError } from './errors';
import { LOCAL_CODES } from './localCodes';
import { RESULT_CODES, type Category } from './resultCodes';
import type { Text } from './text';

/** What people are told about a refusal. */
export interface Explanation {
	/** What happened, one sentence without a period. */
	message: Text;
	/** How to go on, in whole sentences. */
	remedy: Text;
	/** The platform's own Chinese text, where the code is the platform's. */
	platformText?: string;
	category?: Category;
}

/** Categories after which nothing more may be sent in a run: the platform locks the IP otherwise. */
const STOPPING = new Set<Category | undefined>(['account', 'auth', 'auth-header', 'mode']);
const OF_KEYS = new Set<Category | undefined>(['auth', 'auth-header']);
const NOT_ON_WHITE_LIST = '1020166';
const localExplanations = new Map<string, Explanation>(Object.entries(LOCAL_CODES));

/** Explains a refusal in plain words, in both languages. */
export function explain({ code, httpStatus }: PlatformError): Explanation {
	const isNumber = /^\d+$/.test(code);
	const known = isNumber
		? (RESULT_CODES[`${code}/${httpStatus ?? ''}`] ?? RESULT_CODES[code])
		: localExplanations.get(code);
	return (
		known ?? {
			message: {
				en: `The platform refused the request with code ${code}, which its documents do not list`,
				zh: `平台拒绝了请求，错误码为 ${code}，平台文档中没有这个错误码`,
			},
			remedy: {
				en: 'Look the code up in the newest documents, or ask Huawei Cloud support.',
				zh: '请在最新的平台文档中查找这个错误码，或联系华为云技术支持。',
			},
		}
	);
}

/** Kind of the refusal, when the platform's code is known. */
export function categoryOf(error: PlatformError): Category | undefined {
	return explain(error).category;
}

/** Whether there were too many requests: wait, then the same request may succeed. */
export function isThrottled(error: PlatformError): boolean {
	return error.httpStatus === 429 || categoryOf(error) === 'throttle';
}

/**
 * Whether the run must end: authentication, account, mode, an address not on the white list, or HTTP
 * 401 in whatever form.
 */
export function stopsRun(error: PlatformError): boolean {
	return isRefusalOfKeys(error) || STOPPING.has(categoryOf(error));
}

/** Whether key, secret or address were refused, so that another try would only bring the lock nearer. */
export function isRefusalOfKeys(error: PlatformError): boolean {
	const isUnauthorized = error.httpStatus === 401 && !isThrottled(error);
	return isUnauthorized || error.code === NOT_ON_WHITE_LIST || OF_KEYS.has(categoryOf(error));
}

/**
 * Whether a refusal shows that the platform has accepted the signature: it is about what was asked.
 * Refusals of other kinds may come before anybody has looked at the signature.
 */
export function provesKeys(error: PlatformError): boolean {
	const category = categoryOf(error);
	if (error.outcome !== 'refused' || stopsRun(error) || isThrottled(error)) return false;
	return category !== undefined && category !== 'client' && category !== 'server';
}

/** Whether what was named is not there (any more). */
export function isNotFound(error: PlatformError): boolean {
	return categoryOf(error) === 'not-found';
}
