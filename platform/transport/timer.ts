import { detail } from '../codes/details';
import { localError, type Outcome } from '../codes/errors';

/** Longest wait that a timer can hold, about 24 days; a longer one would be over at once. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Waits; rejects with `cancelled` when the signal fires first. */
export async function delay(ms: number, signal?: AbortSignal): Promise<void> {
	if (signal?.aborted) throw cancelled('unsent');
	await new Promise<void>((resolve, reject) => {
		const timer = setTimeout(
			() => {
				signal?.removeEventListener('abort', onAbort);
				resolve();
			},
			Math.min(ms, LONGEST_TIMER_MS),
		);
		function onAbort(): void {
			clearTimeout(timer);
			reject(cancelled('unsent'));
		}
		signal?.addEventListener('abort', onAbort, { once: true });
	});
}

/** Does something again and again. @returns what ends it */
export function every(ms: number, act: () => void): () => void {
	const timer = setInterval(act, ms);
	return () => {
		clearInterval(timer);
	};
}

/** Whoever ran this gave it up. */
export function cancelled(outcome: Outcome): Error {
	return localError('cancelled', detail('cancelled'), outcome);
}
