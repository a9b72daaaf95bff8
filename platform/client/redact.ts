/*
 * What of an answer may be shown: not endless, and without the signature that some gateways repeat, in
 * whatever notation.
 */

/** The platform's texts are one sentence; a longer one is not of its making. */
const LONGEST_TEXT = 1000;
const LONGEST_EXCERPT = 120;
/** No more of a page is looked at. */
const LONGEST_LOOK = 4000;
/** What is shorter may stand in any text by chance. */
const SHORTEST_SECRET = 8;
/** Letters, digits and signs of Base64 without a blank: no word of a language is so long. */
const LONG_TOKEN = /[\w+/=%&#;:-]{20,}/g;
const HIDDEN = '(hidden)';

type Headers = Readonly<Record<string, string>>;

/** A text of the platform, unchanged where it repeats nothing of the request's signature. */
export function shown(text: string, asked?: Headers): string {
	const look = text.slice(0, LONGEST_LOOK);
	const safe = repeatsSecret(look, asked) || namesSignature(look) ? withoutTokens(look) : look;
	return cut(repeatsSecret(safe, asked) ? HIDDEN : safe, LONGEST_TEXT);
}

/** The beginning of a page as readable text. A page has no code that could be looked up: no token stays. */
export function excerpt(page: string, asked?: Headers): string {
	const look = page.slice(0, LONGEST_LOOK);
	const text = withoutMarkup(look);
	const safe = withoutTokens(text);
	return cut(repeatsSecret(safe, asked) ? HIDDEN : safe, LONGEST_EXCERPT);
}

function cut(text: string, longest: number): string {
	return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function withoutMarkup(page: string): string {
	return page
		.replace(/<(?:style|script)[^]*?(?:<\/(?:style|script)>|$)/gi, ' ')
		.replace(/<[^>]*>?/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

function withoutTokens(text: string): string {
	return text
		.replace(/(PasswordDigest|\brealm)(\W{0,6}(?:[=:]|%3D)\s*)[^,\s]*/gi, `$1$2${HIDDEN}`)
		.replace(LONG_TOKEN, HIDDEN);
}

function namesSignature(text: string): boolean {
	return /PasswordDigest|UsernameToken|X-(?:AKSK|WSSE)/i.test(text);
}

/** Whether a text holds a value of the request's signature: as it is, in pieces, or coded. */
function repeatsSecret(text: string, asked: Headers = {}): boolean {
	const secrets = secretsOf(asked);
	if (secrets.length === 0) return false;
	const readings = [text, ...decodings(text)].flatMap((reading) => [
		reading,
		withoutMarkup(reading).replace(/[^\w+/=]/g, ''),
	]);
	return readings.some((reading) => secrets.some((secret) => reading.includes(secret)));
}

/** Digest and nonce of a signature header, without the signs that only fill up their ends. */
function secretsOf(asked: Headers): string[] {
	return Object.entries(asked)
		.filter(([name]) => /^x-(?:aksk|wsse)$/i.test(name))
		.flatMap(([, value]) => [...value.matchAll(/(?<=(?:PasswordDigest|Nonce)=")[^"=]*/gi)])
		.map(([secret]) => secret)
		.filter((secret) => secret.length >= SHORTEST_SECRET);
}

/** A text with its entities, its percent signs and its Base64 decoded. */
function decodings(text: string): string[] {
	const entities = text
		.replace(/&plus;?/gi, '+')
		.replace(/&sol;?/gi, '/')
		.replace(/&#(\d{1,6});?/g, signOf(10))
		.replace(/&#x([\da-f]{1,5});?/gi, signOf(16));
	const percent = entities.replace(/%([\da-f]{2})/gi, signOf(16));
	const base64 = [...percent.matchAll(/[\w+/-]{16,}/g)].map(([token]) =>
		Buffer.from(token, 'base64').toString('latin1'),
	);
	return [entities, percent, ...base64];
}

/** Reads the number of a sign. */
function signOf(base: number): (match: string, digits: string) => string {
	return (_, digits) => String.fromCharCode(parseInt(digits, base));
}
