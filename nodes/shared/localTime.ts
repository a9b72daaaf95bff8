import { openStore } from '../../platform/state/store';

/** `GMT+08:00` as the offset stands in an ISO time; UTC itself is `GMT`. */
const OFFSET = /GMT([+-]\d\d:\d\d)/;

/** To make a format takes a hundred times as long as to use it. */
const formats = openStore<Intl.DateTimeFormat>({ most: 50 });

/**
 * A time as people of one time zone read it: their own clock, with its distance to UTC, so that it
 * stays the same moment.
 *
 * @param time ISO time, e.g. `2026-03-04T05:06:07.000Z`
 * @param zone time zone of the workflow, e.g. `Asia/Shanghai`; one that nobody knows counts as UTC
 * @returns e.g. `2026-03-04T13:06:07.000+08:00`, and `…Z` where the clock shows UTC; what is no time
 * stays as it is
 */
export function localTime(time: string, zone: string): string {
	const moment = Date.parse(time);
	if (Number.isNaN(moment)) return time;
	const offset = offsetAt(moment, zone);
	if (offset === undefined) return new Date(moment).toISOString();
	const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
	const ahead = (hours * 60 + minutes) * (offset.startsWith('-') ? -1 : 1);
	return new Date(moment + ahead * 60_000).toISOString().replace('Z', offset);
}

/** How far a zone's clock is from UTC at a moment, e.g. `+08:00`; `undefined` where it is not. */
function offsetAt(moment: number, zone: string): string | undefined {
	try {
		const format = formats.open(
			zone,
			() => new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }),
		);
		const offset = OFFSET.exec(format.format(moment))?.[1];
		return offset === '+00:00' || offset === '-00:00' ? undefined : offset;
	} catch {
		return undefined;
	}
}
