import { cancelled, LONGEST_TIMER_MS } from '../transport/timer';

/*
 * Finds the pace that the platform takes, whatever its limit is and however it counts: additive
 * increase, multiplicative decrease (AIMD), as TCP finds the bandwidth of a line.
 */

/** The first pause after a refusal is half of the time between two requests, within these bounds, in milliseconds. */
const FIRST_PAUSE = { shortest: 20, longest: 250 };
/** Each further refusal in a row makes the pause longer by this factor. */
const PAUSE_GROWTH = 1.3;
/** After a refusal the pace falls to what was taken, by at least the first and at most the second factor. */
const DECREASE = { atLeast: 0.98, atMost: 0.7 };
/** Share by which the pace grows in a second without a refusal; it doubles in each further second. */
const FIRST_INCREASE = 0.03;
const MOST_INCREASE = 0.5;
/** What was taken is counted over this time, in milliseconds. */
const WINDOW_MS = 1000;
/** Never slower than this, in requests a second: a slower platform is found by pauses alone. */
const SLOWEST = 1;
/** Requests that are late by a timer's grain may leave at once, in milliseconds. */
const CREDIT_MS = 25;
/** Without a refusal for this long the pace is forgotten, in milliseconds. */
const PACE_LIFE_MS = 5 * 60_000;
/** So many of its longest waits a run holds out while nothing is taken at all. */
const MOST_WAITS = 5;

/**
 * One rate limiter for all requests of an application in this process. Open at first; once the
 * platform refuses because there were too many (flow control), requests leave at the pace that it
 * takes, and a little more is tried again and again.
 */
export interface RateLimiter {
	/**
	 * Waits until a request may leave.
	 *
	 * @param longestWaitMs no single wait is longer, whatever others have caused
	 * @throws PlatformError `cancelled` when the signal fires
	 */
	pass(longestWaitMs: number, signal?: AbortSignal): Promise<Ticket>;
	/** Requests a second that may leave; `Infinity` while the platform has refused none. */
	pace(): number;
}

/** One request's way through the rate limiter; exactly one of its functions is called at its end. */
export interface Ticket {
	/** How long this request was held up, in milliseconds; 0 when it left at once. */
	readonly waitedMs: number;
	/** The platform took the request. */
	accepted(): void;
	/** Nobody knows whether the platform would have taken it. */
	lost(): void;
	/**
	 * The platform refused the request because there were too many.
	 *
	 * @param longestWaitMs of the run that was refused
	 * @param retryAfterMs how long the platform asks to wait
	 * @returns whether to try again; not when nothing was taken for several of the run's longest waits
	 */
	throttled(longestWaitMs: number, retryAfterMs?: number): boolean;
}

/** A clock in milliseconds that nobody sets. */
export interface Clock {
	now(): number;
	/** Calls a function later. @returns what cancels the call */
	after(ms: number, call: () => void): () => void;
}

const realClock: Clock = {
	now: () => performance.now(),
	after(ms, call) {
		const timer = setTimeout(call, Math.min(ms, LONGEST_TIMER_MS));
		return () => {
			clearTimeout(timer);
		};
	},
};

/** A request that waits for its turn. */
interface Waiting {
	enteredAt: number;
	/** When its own longest wait is over. */
	until: number;
	leave: (ticket: Ticket) => void;
}

/** Makes a rate limiter that lets everything through until the first refusal. */
export function createRateLimiter(clock: Clock = realClock): RateLimiter {
	let pace = Infinity;
	let nextSlot = -Infinity;
	let increase = FIRST_INCREASE;
	let raisedAt = clock.now();
	let lastRefusedAt = -Infinity;
	/** While nothing was taken since a refusal: one request after the other tries. */
	let closed: { since: number; until: number; pauseMs: number; isTrying: boolean } | undefined;
	/** When the requests left that were taken in the last second. */
	let taken: number[] = [];
	/** Requests that wait, in the order in which they came. */
	let queue: Waiting[] = [];
	let cancelTimer = (): void => undefined;

	function raise(time: number): void {
		if (pace === Infinity) return;
		if (time - lastRefusedAt > PACE_LIFE_MS) pace = Infinity;
		while (time - raisedAt >= WINDOW_MS) {
			raisedAt += WINDOW_MS;
			pace *= 1 + increase;
			increase = Math.min(increase * 2, MOST_INCREASE);
		}
	}

	function takenLately(time: number): number {
		taken = taken.filter((leftAt) => leftAt > time - WINDOW_MS);
		return (taken.length * 1000) / WINDOW_MS;
	}

	function lower(time: number): void {
		const goodput = takenLately(time);
		const wanted = Math.min(pace * DECREASE.atLeast, goodput);
		pace = pace === Infinity ? goodput : Math.max(wanted, pace * DECREASE.atMost);
		pace = Math.max(pace, SLOWEST);
		increase = FIRST_INCREASE;
		raisedAt = time;
	}

	function firstPause(): number {
		return Math.min(Math.max(FIRST_PAUSE.shortest, 500 / pace), FIRST_PAUSE.longest);
	}

	/** How long the next request has to wait from now on; 0 when it takes its turn. */
	function waitOf(time: number): number {
		if (closed) {
			if (closed.isTrying) return Infinity;
			if (time < closed.until) return closed.until - time;
			closed.isTrying = true;
			return 0;
		}
		raise(time);
		const slot = Math.max(nextSlot, time - CREDIT_MS);
		if (slot > time) return slot - time;
		nextSlot = slot + 1000 / pace;
		return 0;
	}

	/** Lets requests leave whose turn has come, and comes back when the next one's has. */
	function serve(time = clock.now()): void {
		cancelTimer();
		while (queue.length > 0) {
			const wait = waitOf(time);
			const leaving = wait === 0 ? queue[0] : queue.find(({ until }) => until <= time);
			if (!leaving) {
				const soonest = Math.min(...queue.map(({ until }) => until));
				cancelTimer = clock.after(Math.min(wait, soonest - time), () => {
					serve();
				});
				return;
			}
			queue = queue.filter((other) => other !== leaving);
			leaving.leave(ticket(time, time - leaving.enteredAt));
		}
	}

	async function pass(longestWaitMs: number, signal?: AbortSignal): Promise<Ticket> {
		if (signal?.aborted) throw cancelled('unsent');
		return await new Promise<Ticket>((resolve, reject) => {
			const enteredAt = clock.now();
			const onAbort = (): void => {
				queue = queue.filter((other) => other !== waiting);
				reject(cancelled('unsent'));
				// The timer was for this one, maybe.
				serve();
			};
			const waiting: Waiting = {
				enteredAt,
				until: enteredAt + longestWaitMs,
				leave(given) {
					signal?.removeEventListener('abort', onAbort);
					resolve(given);
				},
			};
			signal?.addEventListener('abort', onAbort);
			queue.push(waiting);
			serve(enteredAt);
		});
	}

	function ticket(leftAt: number, waitedMs: number): Ticket {
		return {
			waitedMs,
			accepted() {
				taken.push(leftAt);
				while ((taken[0] ?? leftAt) <= leftAt - WINDOW_MS) taken.shift();
				if (!closed) return;
				nextSlot = Math.max(nextSlot, clock.now());
				closed = undefined;
				serve();
			},
			lost() {
				if (closed) closed.isTrying = false;
				serve();
			},
			throttled(longestWaitMs, retryAfterMs = 0) {
				const time = clock.now();
				// Requests that were on their way together are refused together, and count once.
				const isNews = leftAt > lastRefusedAt;
				if (isNews && !closed) lower(time);
				closed ??= { since: time, until: time, pauseMs: 0, isTrying: false };
				if (isNews) {
					lastRefusedAt = time;
					closed.pauseMs = closed.pauseMs * PAUSE_GROWTH || firstPause();
					closed.until = time + closed.pauseMs;
				}
				closed.until = Math.max(closed.until, time + retryAfterMs);
				closed.isTrying = false;
				serve();
				return time - closed.since < longestWaitMs * MOST_WAITS;
			},
		};
	}

	return { pass, pace: () => pace };
}
