import { openStore } from '../../state/store';
import { digestKey } from './digestKey';

/** Waiting calls that were asked about. The platform repeats a push for five hours. */
const seen = openStore<true>({ most: 10_000, lifeMs: 6 * 3_600_000 });

/**
 * Notices a waiting call that is asked about again.
 *
 * @param receiver who is asked, so that several receivers in one process do not count as one
 * @returns whether it is asked about for the first time
 */
export function acceptBlockCall(receiver: string, eventId: string): boolean {
	const key = digestKey(receiver, eventId);
	const isFirst = seen.get(key) === undefined;
	if (isFirst) seen.set(key, true);
	return isFirst;
}
