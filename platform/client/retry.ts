import { PlatformError } from '../codes/errors';
import { delay } from '../transport/timer';

/** How long to wait before each further try, in milliseconds. */
const PAUSES_MS = [300, 1500];

/**
 * Tries up to three times.
 *
 * @param mayRepeat whether another try may follow this failure
 */
export async function retry<Result>(
	attempt: () => Promise<Result>,
	mayRepeat: (failure: PlatformError) => boolean,
	signal?: AbortSignal,
): Promise<Result> {
	for (const pause of PAUSES_MS) {
		try {
			return await attempt();
		} catch (error) {
			if (!(error instanceof PlatformError) || !mayRepeat(error)) throw error;
		}
		await delay(pause, signal);
	}
	return await attempt();
}
