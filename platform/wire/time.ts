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
	const milliseconds = Number((parts[7] ?? '').padEnd(3, '0'));
	const time = new Date(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds));
	// 31 April or 25 o'clock would roll over into another time.
	return partsOf(time).every((part, index) => part === numbers[index])
		? time.toISOString()
		: undefined;
}

/** Without a sign between the parts: `20260102100000`, `20260102T100000Z`. */
const COMPACT = /^(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)(?!\d)/;
const SLASHES = /^(\d{4})\/(\d{1,2})\//;
const OFFSET = /^(.*\d) ?([+-])(0\d|1[0-4]):?([0-5]\d)$/;
/** Seconds or milliseconds since 1970. */
const EPOCH = /^[1-9](?:\d{9}|\d{12})$/;
/** Digits that would tell a later time are taken for something else, such as a phone number. */
const LATEST_EPOCH = Date.UTC(2050, 0);

/**
 * Reads a time in the platform's spellings, or in another one that can be told from them: with an
 * offset, with slashes, without any sign, or as seconds or milliseconds since 1970.
 *
 * @returns the time as `Date.toISOString()` writes it, or `undefined` when it cannot be read
 */
export function parseAnyTime(text: string): string | undefined {
	const given = text.trim();
	return parseTime(given) ?? parseEpoch(given) ?? parseOffset(given);
}

function parseEpoch(text: string): string | undefined {
	if (!EPOCH.test(text)) return undefined;
	const milliseconds = Number(text) * (text.length === 10 ? 1000 : 1);
	return milliseconds < LATEST_EPOCH ? new Date(milliseconds).toISOString() : undefined;
}

/** Any spelling with its parts in order; without an offset it is UTC. */
function parseOffset(text: string): string | undefined {
	const [, stamp = text, sign, hours = 0, minutes = 0] = OFFSET.exec(text) ?? [];
	const local = parseTime(stamp.replace(COMPACT, '$1-$2-$3 $4:$5:$6').replace(SLASHES, '$1-$2-'));
	if (local === undefined) return undefined;
	const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
	return new Date(Date.parse(local) + (sign === '-' ? offset : -offset)).toISOString();
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
