import { localError } from './errors';
import { LONGEST_TIMER_MS } from './time';

/** Share of the observed pace that is used after the platform refused more. */
const CAUTION = 0.9;
/** A few requests tell nothing about the platform's limit: never slower than five a second. */
const WIDEST_SPACING_MS = 200;
/** Without a refusal for this long the pace is forgotten. */
const PACE_LIFE_MS = 5 * 60_000;
const WINDOW_MS = 1000;

/**
 * One door for all requests of an application. Flow control closes it for everybody at once; when it
 * opens again, requests leave no faster than the platform took them before.
 */
export interface Gate {
	/** Waits until a request may leave; rejects with `cancelled` when the signal fires. */
	pass(signal?: AbortSignal): Promise<Ticket>;
	/** Milliseconds until the door opens; 0 when it is open. */
	closedFor(): number;
}

/** One request's way through the gate. */
export interface Ticket {
	/** The platform took the request. */
	accepted(): void;
	/**
	 * The platform refused the request because there were too many.
	 *
	 * @returns whether this closed the door; false when a refusal of the same burst already had
	 */
	throttled(waitMs: number): boolean;
}

/** Makes an open gate. */
export function createGate(now: () => number = Date.now): Gate {
	let closedUntil = 0;
	/** When the door was last closed: requests that left before it belong to the same burst. */
	let closedAt = -Infinity;
	let openedAt = now();
	/** Smallest distance between two requests, in milliseconds. */
	let spacing = 0;
	let nextSlot = 0;
	let accepted: number[] = [];

	function slow(time: number): void {
		const from = Math.max(time - WINDOW_MS, openedAt);
		const taken = accepted.filter((moment) => moment >= from).length;
		const observed = taken > 0 ? WINDOW_MS / taken : WINDOW_MS;
		spacing = Math.min(Math.max(observed, spacing) / CAUTION, WIDEST_SPACING_MS);
		accepted = [];
	}

	return {
		closedFor: () => Math.max(0, closedUntil - now()),

		async pass(signal) {
			for (;;) {
				if (signal?.aborted) throw cancelled();
				const time = now();
				if (time < closedUntil) {
					await delay(closedUntil - time, signal);
					continue;
				}
				if (spacing > 0 && time - closedUntil > PACE_LIFE_MS) spacing = 0;
				if (spacing === 0) break;
				const slot = Math.max(nextSlot, closedUntil, time);
				nextSlot = slot + spacing;
				if (slot <= time) break;
				await delay(slot - time, signal);
				if (now() >= closedUntil) break;
			}
			const leftAt = now();
			return {
				accepted() {
					accepted.push(leftAt);
					if (accepted.length > 2000) accepted = accepted.slice(-1000);
				},
				throttled(waitMs) {
					if (leftAt <= closedAt) return false;
					closedAt = now();
					slow(closedAt);
					closedUntil = closedAt + waitMs;
					openedAt = closedUntil;
					nextSlot = closedUntil;
					return true;
				},
			};
		},
	};
}

/** Waits; rejects with `cancelled` when the signal fires first. */
export async function delay(ms: number, signal?: AbortSignal): Promise<void> {
	if (signal?.aborted) throw cancelled();
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
			reject(cancelled());
		}
		signal?.addEventListener('abort', onAbort, { once: true });
	});
}

function cancelled(): Error {
	return localError('cancelled', 'The execution was cancelled.', 'unsent');
}
