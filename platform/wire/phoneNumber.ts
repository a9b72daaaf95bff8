import { refuse, type InputError } from '../codes/errors';

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
/**
 * What people put between two numbers; a blank only before what looks like another one. A run of blanks
 * is tried from its first one only: from each of them it would take its length squared.
 */
const BETWEEN = /[,;\uff0c\uff1b\u3001/|\n]+|(?<!\s)\s+(?=\+|0086|0?1[3-9]\d{9})/;
/** Numbers without a sign between them that tells them apart. */
const SEVERAL = /^(?:(?:0086|86)?(?:0?1[3-9]\d{9}|0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7})){2,}$/;
/** Most digits in which several numbers are looked for. */
const MOST_SEVERAL = 60;
const SERVICE = /^(?:400\d{7}|95\d{3,6})$/;

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
	const number = digits === undefined ? undefined : globalForm(digits);
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
	if (number === undefined) throw noNumber(field, value);
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
	const service = serviceNumber(text);
	if (service === undefined) throw refuse(field, value, 'calleeNumber');
	return `+86${service}` as E164;
}

/** The digits of a 400 or 95 number, or `undefined` when it is none. */
function serviceNumber(text: string): string | undefined {
	const digits = nationalDigits(text);
	return SERVICE.test(digits) ? digits : undefined;
}

/**
 * Whether a text is meant as a phone number, though it may be no number of the mainland: of another
 * country, of a service, or without its area code.
 */
export function isPhoneLike(text: string): boolean {
	if (parsePhoneNumber(text) !== undefined || serviceNumber(text) !== undefined) return true;
	const digits = compact(text);
	return digits !== undefined && (/^(?:\+|00)/.test(digits) || /^\d{7,8}$/.test(digits));
}

/**
 * Whether digits are a number that the platform may know: a mainland one or a service number.
 *
 * @param digits plain ones, with an optional `+` before them
 */
export function isDialable(digits: string): boolean {
	return globalForm(digits) !== undefined || SERVICE.test(digits.replace(COUNTRY_PREFIX, ''));
}

/** Whether a number is a mobile: only mobiles send and receive texts. */
export function isMobile(number: E164): boolean {
	return MOBILE.test(number.slice('+86'.length));
}

/** Refuses a text that is no mainland number, with the reason if it can be told. */
function noNumber(field: string, value: unknown): InputError {
	const text = asText(value);
	const digits = nationalDigits(text);
	if (holdsSeveral(text)) {
		return refuse(field, value, 'oneNumberOnly');
	}
	if (/^[48]00\d{7}$/.test(digits)) return refuse(field, value, 'no400Number');
	if (/^(?:95|96|10|12)\d{3,6}$|^1[12]\d$/.test(digits)) {
		return refuse(field, value, 'noServiceNumber');
	}
	if (/^(?:\+|00)(?!86)|^(?:852|853|886)\d{8,9}$/.test(compact(text) ?? '')) {
		return refuse(field, value, 'noForeignNumber');
	}
	if (/^1[3-9]\d/.test(digits)) {
		return refuse(field, value, 'mobileDigits', { digits: digits.length });
	}
	const isLocal = /^[2-9]\d{6,7}$/.test(digits);
	return refuse(field, value, isLocal ? 'landlineWithArea' : 'phoneNumber');
}

/** Whether a text holds more than one number, whatever stands between them. */
function holdsSeveral(text: string): boolean {
	if (text.split(BETWEEN).filter((part) => parsePhoneNumber(part)).length > 1) return true;
	const digits = narrow(text).replace(/\D/g, '');
	return digits.length <= MOST_SEVERAL && SEVERAL.test(digits);
}

/** Digits without the country code; an empty text where other signs remain. */
function nationalDigits(text: string): string {
	return (compact(text) ?? '').replace(COUNTRY_PREFIX, '');
}

/** Digits as {@link compact} makes them in the global form, or `undefined` when they are no mainland number. */
function globalForm(digits: string): E164 | undefined {
	const international = COUNTRY_PREFIX.test(digits);
	return national(digits.replace(COUNTRY_PREFIX, ''), international);
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
