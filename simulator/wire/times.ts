/** The platform writes every time in UTC, in four spellings. */

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

/** `yyyy-MM-dd HH:mm:ss`, as in call events, call records and AXYB queries. */
export function platformTime(ms: number): string {
	return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

/** `yyyyMMddHHmmss`, as in session ids and names of recordings. */
export function compactTime(ms: number): string {
	return platformTime(ms).replace(/\D/g, '');
}

/** `yyyy-MM-dd'T'HH:mm:ss.SSS'Z'`, as in SMS notifications. */
export function smsTime(ms: number): string {
	return new Date(ms).toISOString();
}

/** `2018-2-24 15:15:15`: subscribeTime of the AXB query has no leading zero in the month. */
export function subscribeTime(ms: number): string {
	const date = new Date(ms);
	const day = `${date.getUTCFullYear()}-${date.getUTCMonth() + 1}-${date.getUTCDate()}`;
	return `${day} ${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}`;
}

/** `yyyy-MM-dd'T'HH:mm:ss'Z'` without milliseconds, as `Created` of a signature. */
export function signatureTime(ms: number): string {
	return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** `Created` of the URL form of a push signature: the same spelling, but Beijing time (UTC+8). */
export function beijingSignatureTime(ms: number): string {
	return signatureTime(ms + 8 * 3_600_000);
}
