/** `2018-2-24 15:15:15`, `2020-12-23T09:06:16.450Z`, `2018-02-12T15:30:20Z`: the platform's spellings. */
const STAMP = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,3})\d*)?Z?$/;

/**
 * Reads a time of the platform, which is UTC without saying so.
 *
 * @returns the time as `Date.toISOString()` writes it, or `undefined` when it cannot be read
 */
export function parseTime(text: string): string | undefined {
	const parts = STAMP.exec(text.trim());
	if (!parts) return undefined;
	const numbers = parts.slice(1, 7).map(Number) as Six;
	const [year, month, day, hour, minute, second] = numbers;
	const milliseconds = Number((parts[7] ?? '0').padEnd(3, '0'));
	const time = new Date(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds));
	// 31 April or 25 o'clock would roll over into another time.
	return partsOf(time).every((part, index) => part === numbers[index])
		? time.toISOString()
		: undefined;
}

/** Year, month, day, hour, minute, second. */
type Six = [number, number, number, number, number, number];

function partsOf(time: Date): Six {
	return [
		time.getUTCFullYear(),
		time.getUTCMonth() + 1,
		time.getUTCDate(),
		time.getUTCHours(),
		time.getUTCMinutes(),
		time.getUTCSeconds(),
	];
}

/** Whole seconds between two ISO times, or `undefined` when one is missing or they are reversed. */
export function secondsBetween(from?: string, to?: string): number | undefined {
	if (from === undefined || to === undefined) return undefined;
	const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000);
	return seconds >= 0 ? seconds : undefined;
}

/**
 * The moment at which a binding of `seconds` ends, or `undefined` when it never does (0) or lies
 * beyond every calendar.
 */
export function expiry(from: Date, seconds: number): string | undefined {
	const end = new Date(from.getTime() + seconds * 1000);
	return seconds > 0 && !Number.isNaN(end.getTime()) ? end.toISOString() : undefined;
}

/** A time as the signature wants it: UTC without milliseconds. */
export function signatureTime(time: Date): string {
	return `${time.toISOString().slice(0, 19)}Z`;
}
