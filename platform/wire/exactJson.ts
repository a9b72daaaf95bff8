/** Sixteen digits and more can be beyond what JavaScript's numbers hold exactly. */
const LONG = /\d{16}/;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WHOLE = /^-?\d+$/;
const QUOTE = '"';

/**
 * Parses JSON so that no digit of an ID is lost: a whole number that JavaScript would round becomes a
 * text of its digits. Everything else is as `JSON.parse` gives it.
 *
 * @throws SyntaxError where it is no JSON
 */
export function parseExactly(text: string): unknown {
	return JSON.parse(LONG.test(text) ? quoteLongIntegers(text) : text);
}

/** A JSON text in which whole numbers beyond the exact ones stand in quotes. */
function quoteLongIntegers(text: string): string {
	let result = '';
	let taken = 0;
	let at = 0;
	while (at < text.length) {
		const sign = text.charAt(at);
		if (sign === QUOTE) {
			at = endOfText(text, at);
			continue;
		}
		NUMBER.lastIndex = at;
		const number =
			sign === '-' || (sign >= '0' && sign <= '9') ? NUMBER.exec(text)?.[0] : undefined;
		if (number === undefined) {
			at += 1;
			continue;
		}
		if (WHOLE.test(number) && !Number.isSafeInteger(Number(number))) {
			result += `${text.slice(taken, at)}"${number}"`;
			taken = at + number.length;
		}
		at += number.length;
	}
	return result + text.slice(taken);
}

/** Where the text that begins at a quote is over: behind the next quote that no backslash takes away. */
function endOfText(text: string, begin: number): number {
	let end = begin;
	for (;;) {
		end = text.indexOf(QUOTE, end + 1);
		if (end < 0) return text.length;
		let slashes = 0;
		while (text.charAt(end - 1 - slashes) === '\\') slashes += 1;
		if (slashes % 2 === 0) return end + 1;
	}
}
