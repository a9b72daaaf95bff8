import type { Clock } from '../wire/clock';

/** Looks again and again until there is something, or the time is over. */
export type Until = <T>(look: () => T | undefined, timeoutMs: number, what: string) => Promise<T>;

/** Looks every few milliseconds. Goes past the clock: closing must end the wait with a word. */
export const waiting =
	(clock: Clock): Until =>
	(look, timeoutMs, what) =>
		new Promise((resolve, reject) => {
			const deadline = clock.now() + timeoutMs;
			const again = (): void => {
				const found = look();
				if (found !== undefined) resolve(found);
				else if (clock.closed) reject(new Error(`The simulator was closed before ${what}.`));
				else if (clock.now() > deadline) reject(new Error(`${what}: not within ${timeoutMs} ms.`));
				else setTimeout(again, 5);
			};
			again();
		});
