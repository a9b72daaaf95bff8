import type { Clock } from '../wire/clock';
import type { RingEnd } from './scenarioEnds';

/** What somebody does to a call from outside. */
export type Signal =
	| { kind: 'answer' }
	| { kind: 'hangUp'; by: 'caller' | 'callee' }
	| { kind: 'digits'; digits: string }
	/** The ringing ends without a talk. */
	| { kind: 'fail'; scenario: RingEnd }
	| { kind: 'stop' };

/** The wire between a running call and those who act on it. */
export interface Line {
	/** Acts on the call. */
	send(signal: Signal): void;
	/**
	 * Waits at most so many seconds of the call for a hang-up, a stop, or the one more kind of signal
	 * that makes sense now. Resolves to undefined when the time is over. The time of the call goes on
	 * by the seconds waited.
	 */
	wait(seconds: number, also?: 'answer' | 'digits'): Promise<Signal | undefined>;
	/** Lets the time of the call go on by what `job` really takes. */
	during<T>(job: Promise<T>): Promise<T>;
	/** Time of the call in milliseconds since 1970. */
	now(): number;
}

/**
 * Opens a line. The time of a call begins at the wall's and then counts the seconds of the call, so
 * that its events and its record show the times that were ordered, however much they are shortened.
 */
export function openLine(clock: Clock, isInteractive: boolean): Line {
	let time = clock.now();
	const speed = isInteractive ? 1 : clock.speed;
	let queue: Signal[] = [];
	let wake: { also: Signal['kind'] | undefined; with: (signal: Signal) => void } | undefined;
	const fits = ({ kind }: Signal, also: Signal['kind'] | undefined): boolean =>
		kind === 'hangUp' ||
		kind === 'stop' ||
		kind === also ||
		// Whoever waits for an answer waits for its absence as well.
		(kind === 'fail' && also === 'answer');
	return {
		send(signal) {
			if (wake && fits(signal, wake.also)) wake.with(signal);
			else queue.push(signal);
		},
		wait(seconds, also) {
			const queued = queue.find((signal) => fits(signal, also));
			if (queued) {
				queue = queue.filter((signal) => signal !== queued);
				return Promise.resolve(queued);
			}
			const begin = clock.now();
			return new Promise((resolve) => {
				const cancel = clock.afterReal((seconds * 1000) / speed, () => {
					wake = undefined;
					time += seconds * 1000;
					resolve(undefined);
				});
				wake = {
					also,
					with(signal) {
						wake = undefined;
						cancel();
						time += Math.min(seconds * 1000, (clock.now() - begin) * speed);
						resolve(signal);
					},
				};
			});
		},
		async during(job) {
			const begin = clock.now();
			try {
				return await job;
			} finally {
				time += clock.now() - begin;
			}
		},
		now: () => time,
	};
}
