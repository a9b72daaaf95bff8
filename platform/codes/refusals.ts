import type { Holder, PlatformError } from './errors';
import type { InterfaceName } from './interfaces';
import { LOCAL_CODES } from './localCodes';
import { HOLDERS, PARAMETERS, REMEDIES } from './remedies';
import { RESULT_CODES, type Category } from './resultCodes';
import { fill, type Text } from './text';

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

/** What follows from a kind of refusals, beside the item that was refused. */
interface Consequence {
	/** Nothing more may be sent in this run: the platform locks the address otherwise. */
	stops?: true;
	/** Key, secret or address are refused, whatever is asked. */
	ofKeys?: true;
	/** There were too many requests: wait, then the same request may succeed. */
	throttles?: true;
	/** What was named is not there (any more). */
	notFound?: true;
}

/** Every kind of refusals; a new kind does not compile without its line. */
const CONSEQUENCES: Readonly<Record<Category, Consequence>> = {
	account: { stops: true },
	auth: { stops: true, ofKeys: true },
	'auth-header': { stops: true, ofKeys: true },
	client: {},
	conflict: {},
	feature: {},
	limit: {},
	mode: { stops: true },
	network: { stops: true, ofKeys: true },
	'not-found': { notFound: true },
	number: {},
	parameter: {},
	resource: {},
	server: {},
	throttle: { throttles: true },
};

const localExplanations = new Map<string, Explanation>(Object.entries(LOCAL_CODES));

/**
 * Explains a refusal in plain words, in both languages.
 *
 * @param asks the interface that refused, which decides what a code means to whoever used it
 */
export function explain(error: PlatformError, asks?: InterfaceName): Explanation {
	const known = generally(error);
	const { code } = error;
	const here = asks && REMEDIES[asks][code];
	const explanation = { ...known, ...here };
	const holding = error.holders.map(holderText);
	const isSame = error.holders.some(({ isWanted }) => isWanted);
	// The option that takes it for the result is not set, or it would have been the result.
	const remedy = isSame
		? HOLDERS.same
		: (here?.remedy ?? parameterRemedy(error) ?? explanation.remedy);
	return { ...explanation, remedy: joined([...holding, remedy]) };
}

/** What a code means wherever it comes from. */
function generally({ code, httpStatus }: PlatformError): Explanation {
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

/** What to do about the parameter that the platform's text names. */
function parameterRemedy(error: PlatformError): Text | undefined {
	if (generally(error).category !== 'parameter') return undefined;
	return PARAMETERS.find(({ named }) => named.test(error.text))?.remedy;
}

/** Who has what was wanted. */
function holderText(holder: Holder): Text {
	const { extension, numberB, who } = holder;
	const text = numberB && who ? HOLDERS.pair : extension ? HOLDERS.extension : HOLDERS.person;
	const values = Object.fromEntries(
		Object.entries(holder).map(([name, value]) => [name, String(value)]),
	);
	return { en: fill(text, 'en', values), zh: fill(text, 'zh', values) };
}

function joined(texts: readonly Text[]): Text {
	return { en: texts.map(({ en }) => en).join(' '), zh: texts.map(({ zh }) => zh).join('') };
}

/** Kind of the refusal, when the platform's code is known. */
export function categoryOf(error: PlatformError): Category | undefined {
	return generally(error).category;
}

/** Whether there were too many requests: wait, then the same request may succeed. */
export function isThrottled(error: PlatformError): boolean {
	return error.httpStatus === 429 || consequenceOf(error).throttles === true;
}

/**
 * Whether the run must end: authentication, account, mode, an address not on the white list, or HTTP
 * 401 in whatever form.
 */
export function stopsRun(error: PlatformError): boolean {
	return isRefusalOfKeys(error) || consequenceOf(error).stops === true;
}

/** Whether key, secret or address were refused, so that another try would only bring the lock nearer. */
export function isRefusalOfKeys(error: PlatformError): boolean {
	const isUnauthorized = error.httpStatus === 401 && !isThrottled(error);
	return isUnauthorized || consequenceOf(error).ofKeys === true;
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
	return consequenceOf(error).notFound === true;
}

function consequenceOf(error: PlatformError): Consequence {
	const category = categoryOf(error);
	return category === undefined ? {} : CONSEQUENCES[category];
}
