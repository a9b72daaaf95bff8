import { cancelled, delay } from '../transport/timer';

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
	/** How long the door is still closed; `undefined` when it is open. */
	pause(): Pause | undefined;
}

/** A time for which the door is closed. */
export interface Pause {
	/** Milliseconds until the door opens. */
	leftMs: number;
	/** Tells this pause from others of the same gate. */
	id: number;
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

/**
 * Makes an open gate.
 *
 * @param now a clock in milliseconds that nobody sets
 */
export function createGate(now: () => number = () => performance.now()): Gate {
	let closedUntil = -Infinity;
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
		pause() {
			const leftMs = closedUntil - now();
			return leftMs > 0 ? { leftMs, id: closedAt } : undefined;
		},

		async pass(signal) {
			for (;;) {
				if (signal?.aborted) throw cancelled('unsent');
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
