import type { Keys } from '../../application/signature';
import { openStore } from '../../state/store';

/** How long keys that were read for one push serve the next ones, in milliseconds. */
const LIFE_MS = 10_000;
/** How long a push that does not fit leads to no second reading, in milliseconds. */
const REREAD_MS = 1000;

/** The keys of each receiver, for some seconds: no secret stays because pushes have ended. */
const keys = openStore<{ value: Keys; until: number }>({ most: 1000 });
/** When the keys of a receiver were last read because a push did not fit them. */
const rereads = openStore<number>({ most: 1000, lifeMs: REREAD_MS });
/** Readings under way, so that a burst of pushes reads once. */
const readings = openStore<Promise<Keys>>({ most: 1000, lifeMs: 60_000 });

/**
 * Checks a push with the keys of its receiver. Reading them costs more than the check itself, and
 * pushes come in bursts, forged ones too: what was read a moment ago is tried first. Where it does not
 * fit, the keys are read anew, so that a changed secret works at once; but no more than once a second.
 *
 * @param check tells why a push is refused under these keys, or `undefined`
 * @returns what `check` says last
 */
export async function checkWithKeys(
	receiver: string,
	read: () => Promise<Keys>,
	check: (keys: Keys) => string | undefined,
): Promise<string | undefined> {
	const known = keys.get(receiver);
	if (known && Date.now() < known.until) {
		const refusal = check(known.value);
		if (refusal === undefined || wasRereadJustNow(receiver)) return refusal;
	}
	return check(await readOnce(receiver, read));
}

function wasRereadJustNow(receiver: string): boolean {
	const now = Date.now();
	const last = rereads.get(receiver) ?? -Infinity;
	if (now - last < REREAD_MS) return true;
	rereads.set(receiver, now);
	return false;
}

async function readOnce(receiver: string, read: () => Promise<Keys>): Promise<Keys> {
	const underWay = readings.get(receiver);
	if (underWay) return await underWay;
	const reading = read().then(({ appKey, appSecret }) => ({ appKey, appSecret }));
	readings.set(receiver, reading);
	try {
		const value = await reading;
		const entry = { value, until: Date.now() + LIFE_MS };
		keys.set(receiver, entry);
		// The store lets go of an entry when it is asked again, which may be never.
		setTimeout(() => {
			if (keys.get(receiver) === entry) keys.delete(receiver);
		}, LIFE_MS).unref();
		return value;
	} finally {
		readings.delete(receiver);
	}
}
