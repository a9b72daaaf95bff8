import type { Clock } from '../wire/clock';

/** Longest that the next push of a call waits for the one before, in real milliseconds. */
export const orderPatienceMs = 2_000;

/** Lets the first tries of the pushes of one call begin one after the other. */
export interface SessionOrder {
	/**
	 * Resolves when the push before has had its first try, or patience ends. The function that it
	 * resolves to lets the next one go. `holdsNext: false`: the next one does not wait for this one.
	 */
	turn(sessionId: string | undefined, holdsNext: boolean): Promise<() => void>;
	clear(): void;
}

/** Opens an order without pushes. */
export function openSessionOrder(clock: Clock): SessionOrder {
	/** The end of the last push of each session. */
	const last = new Map<string, Promise<unknown>>();
	return {
		async turn(sessionId, holdsNext) {
			if (sessionId === undefined) return () => undefined;
			const before = last.get(sessionId);
			let finish = (): void => undefined;
			if (holdsNext) {
				const end = new Promise<void>((resolve) => {
					finish = () => {
						resolve();
						if (last.get(sessionId) === end) last.delete(sessionId);
					};
				});
				last.set(sessionId, end);
			}
			if (before) await Promise.race([before, clock.pause(orderPatienceMs)]);
			return finish;
		},
		clear() {
			last.clear();
		},
	};
}
