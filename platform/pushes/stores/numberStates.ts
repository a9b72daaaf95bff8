import { openStore } from '../../state/store';
import { digestKey } from './digestKey';

/** When a privacy number took its status. */
export interface StatusChange {
	/** The day, in the form that it was given. */
	day: string;
	/** Which time on that day that it took this status, from 1. */
	nth: number;
}

interface Known extends StatusChange {
	status: string;
	/** How often it took each status on that day. */
	times: Map<string, number>;
}

/** The last status of each privacy number, as long as there is room. */
const states = openStore<Known>({ most: 10_000 });
/** A number has four statuses and eight causes; what a push may claim has no end. */
const MOST_STATUSES = 50;

/** IDs of the changes that a push has brought. The platform repeats it for five hours. */
const told = openStore<readonly string[]>({ most: 2000, lifeMs: 6 * 3_600_000 });

/**
 * The IDs of the changes that a push brings: made once, so that an older push that is sent again after
 * another change is no change.
 *
 * @param delivery names the push; `undefined` where nothing does
 */
export function onceForDelivery(
	receiver: string,
	delivery: string | undefined,
	make: () => readonly string[],
): readonly string[] {
	return delivery === undefined ? make() : told.open(digestKey(receiver, delivery), make);
}

/**
 * Tells since when a privacy number has the status that a push names. The same status again is no
 * change: the push is a redelivery, after midnight too.
 *
 * @param status status and cause
 * @param today the day that counts if it is a change
 */
export function statusChange(
	receiver: string,
	privateNumber: string,
	status: string,
	today: string,
): StatusChange {
	const key = digestKey(receiver, privateNumber);
	const known = states.get(key);
	if (known?.status === status) return known;
	const isToday = known?.day === today && known.times.size < MOST_STATUSES;
	const times = isToday ? known.times : new Map<string, number>();
	const nth = (times.get(status) ?? 0) + 1;
	times.set(status, nth);
	const change = { status, day: today, nth, times };
	states.set(key, change);
	return change;
}
