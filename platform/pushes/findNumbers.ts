import { isDialable, narrow, SEPARATORS } from '../wire/phoneNumber';

/** Where a phone number stands in a text: from its first digit or `+`, to behind its last digit. */
export interface Place {
	from: number;
	to: number;
}

/** Which numbers are looked for. */
export interface Search {
	/** Whether one may be written with blanks, dashes or brackets; in an ID those stand between parts. */
	spaced: boolean;
	/** Whether 95 numbers count: five digits that are everybody's, and that many a figure looks like. */
	services: boolean;
}

/** Most signs between two digits of one number. */
const WIDEST_GAP = 4;
/** Digits of the longest number: `0086`, 0 and eleven more. */
const MOST_DIGITS = 16;
const SERVICE_95 = /^(?:86|0086|086)?95\d{3,6}$/;
/** Names made by machines: a run of digits within their letters is no number. */
const HEX = /[0-9a-fA-F-]{16,}/g;

/**
 * Finds the phone numbers in a text, in every spelling that the nodes read. A number never stands in
 * the middle of more digits.
 */
export function findNumbers(text: string, search: Search): Place[] {
	const plain = narrow(text);
	const groups = digitGroups(plain);
	const places: Place[] = [];
	for (let first = 0; first < groups.length; first += 1) {
		const last = lastGroup(plain, groups, first, search);
		if (last < first) continue;
		places.push(placeOf(plain, groups, first, last));
		first = last;
	}
	return search.spaced ? places : outsideOfHex(plain, places);
}

/** Runs of digits, by where they begin and end. */
function digitGroups(plain: string): Place[] {
	return Array.from(plain.matchAll(/\d+/g), ({ 0: digits, index }) => ({
		from: index,
		to: index + digits.length,
	}));
}

/** The last of the groups that make one number with the first; before the first where none do. */
function lastGroup(plain: string, groups: readonly Place[], first: number, search: Search): number {
	let found = first - 1;
	let digits = '';
	let before: Place | undefined;
	for (let last = first; last < groups.length; last += 1) {
		const group = groups[last] as Place;
		if (before && !(search.spaced && isGap(plain.slice(before.to, group.from)))) break;
		digits += plain.slice(group.from, group.to);
		if (digits.length > MOST_DIGITS) break;
		if (isNumber(digits, search)) found = last;
		before = group;
	}
	return found;
}

function isGap(between: string): boolean {
	return between.length <= WIDEST_GAP && between.replace(SEPARATORS, '') === '';
}

/** From the first group, with the plus sign before it, to the last. */
function placeOf(plain: string, groups: readonly Place[], first: number, last: number): Place {
	const begin = groups[first] as Place;
	const { to } = groups[last] as Place;
	return { from: hasPlus(plain, begin) ? begin.from - 1 : begin.from, to };
}

function hasPlus(plain: string, { from }: Place): boolean {
	return plain.charAt(from - 1) === '+';
}

/** Without the plus sign, which may belong to something else. */
function isNumber(digits: string, { services }: Search): boolean {
	return isDialable(digits) && (services || !SERVICE_95.test(digits));
}

/** Without those that touch a letter of a name in hexadecimal digits. */
function outsideOfHex(plain: string, places: Place[]): Place[] {
	const names = Array.from(plain.matchAll(HEX), ({ 0: name, index }) => ({
		from: index,
		to: index + name.length,
	}));
	const isHex = (sign: string): boolean => /[a-fA-F]/.test(sign);
	// Both stand in the order of the text.
	let next = 0;
	return places.filter(({ from, to }) => {
		while ((names[next]?.to ?? Infinity) < to) next += 1;
		const touches = isHex(plain.charAt(from - 1)) || isHex(plain.charAt(to));
		return !touches || (names[next]?.from ?? Infinity) > from;
	});
}
