import type { Clock, RateLimiter } from '../../../platform/client/rateLimiter';

/** A time that passes only when nobody has anything to do. */
export interface VirtualTime extends Clock {
	/** Lets time pass until the task is done. */
	until<Result>(task: Promise<Result>): Promise<Result>;
	/** Waits. */
	delay(ms: number): Promise<void>;
}

/** Promises are settled within so many turns. */
const TURNS = 12;

export function virtualTime(): VirtualTime {
	let time = 0;
	let order = 0;
	const calls: Array<{ time: number; order: number; call: () => void }> = [];
	const after = (ms: number, call: () => void): (() => void) => {
		// Like a timer: never earlier, in whole milliseconds.
		const entry = { time: time + Math.max(1, Math.ceil(ms)), order: order++, call };
		const place = calls.findIndex((other) => other.time > entry.time);
		calls.splice(place < 0 ? calls.length : place, 0, entry);
		return () => {
			if (calls.includes(entry)) calls.splice(calls.indexOf(entry), 1);
		};
	};
	return {
		now: () => time,
		after,
		delay: async (ms) => {
			await new Promise<void>((resolve) => {
				after(ms, resolve);
			});
		},
		async until(task) {
			const state = { isDone: false };
			const end = (): void => {
				state.isDone = true;
			};
			task.then(end, end);
			for (;;) {
				for (let turn = 0; turn < TURNS; turn += 1) await Promise.resolve();
				const next = state.isDone ? undefined : calls.shift();
				if (!next) return await task;
				time = Math.max(time, next.time);
				next.call();
			}
		},
	};
}

/** Ways in which a platform counts requests. */
export const ALGORITHMS = ['token bucket', 'fixed window', 'sliding window'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** Whether a platform takes a request now that allows so many a second. */
function counter(algorithm: Algorithm, limit: number, now: () => number): () => boolean {
	const second = 1000;
	let tokens = limit;
	let last = 0;
	let window = -1;
	let inWindow = 0;
	let times: number[] = [];
	switch (algorithm) {
		case 'token bucket':
			return () => {
				tokens = Math.min(limit, tokens + ((now() - last) * limit) / second);
				last = now();
				if (tokens < 1) return false;
				tokens -= 1;
				return true;
			};
		case 'fixed window':
			return () => {
				// Windows do not begin with our first request.
				const current = Math.floor((now() + 337) / second);
				if (current !== window) inWindow = 0;
				window = current;
				inWindow += 1;
				return inWindow <= limit;
			};
		case 'sliding window':
			return () => {
				times = times.filter((time) => time > now() - second);
				if (times.length >= limit) return false;
				times.push(now());
				return true;
			};
	}
}

/** A bulk run through a rate limiter. */
export interface BulkRun {
	algorithm: Algorithm;
	/** Requests a second that the platform takes. */
	limit: number;
	/** Requests a second that another program sends. */
	others?: number;
	/** How many requests are on their way at once. */
	width: number;
	items: number;
	/** From the request to its answer, in milliseconds. */
	tripMs?: number;
}

/** What a bulk run came to. */
export interface BulkResult {
	/** In milliseconds. */
	took: number;
	refused: number;
	/** Longest time between two requests that the platform took, in milliseconds. */
	longestGap: number;
}

export async function runBulk(
	time: VirtualTime,
	rateLimiter: RateLimiter,
	{ algorithm, limit, others = 0, width, items, tripMs = 20 }: BulkRun,
): Promise<BulkResult> {
	const takes = counter(algorithm, limit, () => time.now());
	const begin = time.now();
	let left = items;
	let refused = 0;
	let lastTaken = begin;
	let longestGap = 0;
	let isOver = false;
	const other = (): void => {
		if (isOver) return;
		takes();
		time.after(1000 / others, other);
	};
	if (others > 0) time.after(0, other);

	const ask = async (): Promise<boolean> => {
		await time.delay(tripMs / 2);
		const isTaken = takes();
		await time.delay(tripMs / 2);
		return isTaken;
	};
	const worker = async (): Promise<void> => {
		while (left > 0) {
			left -= 1;
			for (;;) {
				const ticket = await rateLimiter.pass(60_000);
				if (await ask()) {
					ticket.accepted();
					longestGap = Math.max(longestGap, time.now() - lastTaken);
					lastTaken = time.now();
					break;
				}
				refused += 1;
				ticket.throttled(60_000);
			}
		}
	};
	await time.until(Promise.all(Array.from({ length: width }, worker)));
	isOver = true;
	return { took: time.now() - begin, refused, longestGap };
}
