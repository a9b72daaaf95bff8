import { createHmac } from 'node:crypto';

import { narrow } from '../wire/phoneNumber';
import { decodeUserData, encodeUserData } from '../wire/userData';
import { findNumbers, type Place } from './findNumbers';

/*
 * Hides phone numbers wherever they show. What is hidden goes by its form, not by the name of its
 * field: a field that is new, and a text that somebody wrote, hold numbers too.
 */

/** The one field that stays whole: ending a call takes it. */
const KEPT = 'sessionId';
/** Names of things, in which a number must stay as many different numbers as it was. */
const NAMES = /(?:Id|ID|Identifier|^icid|[fF]ileName|ObjectName|Domain|hostName|[uU]rl)$/;
/** Fields that hold a number in whatever form, for example one of another country. */
const NUMBERS = /(?:Num|Number|^number|^caller|^called|^calling|^from|^to)$/;
/** A time, which can look like digits in groups. Behind its seconds and as its offset no number has room. */
const TIME = /^\d{4}[-/]\d\d?[-/]\d\d?(?:[T ]\d\d?:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)?$/;
/** Country code and trunk 0, in digits. */
const PREFIX = /^(?:(?:0086|086|86)(?=0?\d{10}))?(?:0(?=\d{10}))?/;
/** Fewest digits of a number whose form nobody knows. */
const FEWEST_DIGITS = 7;

/** A text in which the phone numbers are masked: `+8613800000001` becomes `+86138****0001`. */
export function maskWithin(text: string): string {
	return replaceAt(text, findNumbers(text, { spaced: true, services: true }), starred);
}

/**
 * A copy of an event or a push in which phone numbers are masked. Within names of things (IDs, files,
 * addresses) a keyed digest takes their place, so that names that differ go on to differ.
 *
 * @param key whoever does not know it cannot try numbers until the digest fits
 */
export function maskNumbers(value: unknown, key: string, field = ''): unknown {
	if (field === KEPT) return value;
	if (typeof value === 'string') return maskText(value, key, field);
	if (typeof value === 'number') return maskFigure(value, key, field);
	if (Array.isArray(value)) return value.map((inner) => maskNumbers(inner, key, field));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [maskWithin(name), maskNumbers(inner, key, name)]),
	);
}

function maskText(text: string, key: string, field: string): string {
	if (TIME.test(text)) return text;
	if (NAMES.test(field)) {
		const places = findNumbers(text, { spaced: false, services: false });
		return replaceAt(text, places, (number) => digestOf(number, key));
	}
	const plain = decodeUserData(text);
	if (plain !== text) return encodeUserData(maskNumbers(plain, key, field), Infinity);
	const masked = maskWithin(text);
	return masked === text && isForeignNumber(text, field) ? starred(text) : masked;
}

/** A number as JSON writes it: what is none stays a number. */
function maskFigure(value: number, key: string, field: string): unknown {
	const text = String(value);
	const places = findNumbers(text, { spaced: false, services: false });
	if (places.length > 0) {
		const hide = NAMES.test(field) ? (number: string) => digestOf(number, key) : starred;
		return replaceAt(text, places, hide);
	}
	return isForeignNumber(text, field) ? starred(text) : value;
}

function isForeignNumber(text: string, field: string): boolean {
	if (!NUMBERS.test(field) || text.length > 40) return false;
	return /^[+\d\s().-]+$/.test(narrow(text)) && digitsOf(text).length >= FEWEST_DIGITS;
}

/** Hides the middle digits; what stands between them stays. */
function starred(number: string): string {
	const plain = narrow(number);
	const digits = digitsOf(number);
	const count = digits.replace(PREFIX, '').length;
	const prefix = digits.length - count;
	// Of a short number the middle is nearly all.
	const hidden = count > 7 ? Math.max(count - 7, 4) : count;
	const first = prefix + (count > 7 ? 3 : 0);
	let at = -1;
	return Array.from(number, (sign, index) => {
		if (!/\d/.test(plain.charAt(index))) return sign;
		at += 1;
		return at >= first && at < first + hidden ? '*' : sign;
	}).join('');
}

/** Twelve letters that stand for a number, the same in each of its spellings. */
function digestOf(number: string, key: string): string {
	const digits = digitsOf(number).replace(PREFIX, '');
	const digest = createHmac('sha256', key).update(digits).digest('hex').slice(0, 12);
	return digest.replace(/\d/g, (digit) => String.fromCharCode(0x67 + Number(digit)));
}

function digitsOf(text: string): string {
	return narrow(text).replace(/\D/g, '');
}

function replaceAt(
	text: string,
	places: readonly Place[],
	replacement: (number: string) => string,
): string {
	let taken = 0;
	let result = '';
	for (const { from, to } of places) {
		result += text.slice(taken, from) + replacement(text.slice(from, to));
		taken = to;
	}
	return result + text.slice(taken);
}
