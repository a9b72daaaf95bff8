import { refuse } from '../codes/errors';

/** A number in the platform's global form: `+86` and a mobile, or area code without 0 and local number. */
export type E164 = string & { readonly __brand: 'E164' };

/** Spaces, brackets, dashes and the invisible marks that come along when numbers are pasted. */
export const SEPARATORS =
	/[\s()\uff08\uff09[\]\u3010\u3011.\u00b7\u2010-\u2015\u2212\ufe63\uff0d\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff-]+/g;
const MOBILE = /^1[3-9]\d{9}$/;
/** Area code without its 0 (10, 2x, or three digits; 400 and 800 are services, 86x does not exist), 7-8 digits. */
const LANDLINE = /^(?:10|2\d|(?!400|800|86)[3-9]\d{2})[2-9]\d{6,7}$/;
/** A last digit that stands alone, as an extension does. */
const LONE_DIGIT = /\d\D+\d\D*$/;
const COUNTRY_PREFIX = /^(?:\+86|0086|086|86)/;
const SERVICE = /^(?:400\d{7}|95\d{3,6})$/;

const EXPECTED = 'a mainland China number such as 13800000001, +86 138 0000 0001 or 0755-28000001';
const EXPECTED_CALLEE = `${EXPECTED}, or a service number such as 400 800 0001 or 95588`;

/**
 * Reads a mainland China number as people write it.
 *
 * Accepts mobiles and landlines with or without `86`, `+86`, `0086` or `086`, with blanks, dashes,
 * brackets and full-width digits. A landline needs its area code, and takes no extension.
 *
 * @returns the global form, or `undefined` when the text cannot be a mainland number
 */
export function parsePhoneNumber(text: string): E164 | undefined {
	const digits = compact(text);
	if (digits === undefined) return undefined;
	const international = COUNTRY_PREFIX.test(digits);
	if (!international && digits.startsWith('+')) return undefined;
	const number = national(digits.replace(COUNTRY_PREFIX, ''), international);
	if (number === undefined || isMobile(number)) return number;
	// Seven digits and an extension of one would become a landline of eight.
	return LONE_DIGIT.test(narrow(text)) ? undefined : number;
}

/**
 * Reads a parameter that must be a mainland number.
 *
 * @param field name of the parameter, for the message
 * @throws InputError naming field, value and expected form
 */
export function phoneNumber(field: string, value: unknown): E164 {
	const number = parsePhoneNumber(asText(value));
	if (number === undefined) throw refuse(field, value, EXPECTED);
	return number;
}

/**
 * Reads the temporary callee of the AX mode, which may also be a 400 or 95 number.
 * Source: AX模式设置临时被叫接口, calleeNum.
 *
 * @throws InputError naming field, value and expected form
 */
export function calleeNumber(field: string, value: unknown): E164 {
	const text = asText(value);
	const number = parsePhoneNumber(text);
	if (number !== undefined) return number;
	const service = (compact(text) ?? '').replace(COUNTRY_PREFIX, '');
	if (!SERVICE.test(service)) throw refuse(field, value, EXPECTED_CALLEE);
	return `+86${service}` as E164;
}

/**
 * Whether a text is a number that the platform may know: a mainland one in any spelling, or a service
 * number.
 */
export function isDialable(text: string): boolean {
	const service = (compact(text) ?? '').replace(COUNTRY_PREFIX, '');
	return parsePhoneNumber(text) !== undefined || SERVICE.test(service);
}

/** Whether a number is a mobile: only mobiles send and receive texts. */
export function isMobile(number: E164): boolean {
	return MOBILE.test(number.replace(/^\+86/, ''));
}

function national(digits: string, international: boolean): E164 | undefined {
	const trunk = digits.startsWith('0');
	const rest = trunk ? digits.slice(1) : digits;
	if (MOBILE.test(rest)) return `+86${rest}` as E164;
	// Without 0 or +86 a landline cannot be told from a number that lost a digit.
	return (trunk || international) && LANDLINE.test(rest) ? (`+86${rest}` as E164) : undefined;
}

/** Digits with an optional leading `+`, or `undefined` when other signs remain. */
function compact(text: string): string | undefined {
	const plain = narrow(text).replace(SEPARATORS, '').replace(/^tel:/i, '');
	return /^\+?\d+$/.test(plain) ? plain : undefined;
}

/** Full-width digits and plus signs as ordinary ones; every sign keeps its place. */
export function narrow(text: string): string {
	return text
		.replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
		.replace(/[\uff0b\ufe62]/g, '+');
}

function asText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
