/**
 * Time of the simulator. Whatever it does later goes through here, so that closing the simulator stops
 * everything at once, and so that one factor shortens rings, talks and retry schedules.
 */
export interface Clock {
	/** How many simulated seconds pass in a real one. */
	readonly speed: number;
	/** Real milliseconds since 1970. */
	now: () => number;
	/** Runs `job` after `ms` simulated milliseconds; the function returned cancels it. */
	after(ms: number, job: () => void): () => void;
	/** Runs `job` after `ms` real milliseconds; the function returned cancels it. */
	afterReal(ms: number, job: () => void): () => void;
	/** Resolves after `ms` real milliseconds; never once the simulator is closed. */
	pause(ms: number): Promise<void>;
	/** True once the simulator is closed: no job runs any more. */
	readonly closed: boolean;
	close(): void;
}

/** Node's timers take at most 2^31-1 ms; longer waits are done in parts. */
const longestTimer = 2_147_483_647;

/** Starts a clock that runs `speed` times as fast as the wall. */
export function startClock(speed: number): Clock {
	const timers = new Set<NodeJS.Timeout>();
	let closed = false;

	const afterReal = (ms: number, job: () => void): (() => void) => {
		let timer: NodeJS.Timeout | undefined;
		const arm = (left: number): void => {
			if (closed) return;
			const part = Math.min(left, longestTimer);
			timer = setTimeout(() => {
				if (timer) timers.delete(timer);
				if (left > part) arm(left - part);
				else job();
			}, part);
			timers.add(timer);
		};
		arm(Math.max(0, ms));
		return () => {
			if (!timer) return;
			clearTimeout(timer);
			timers.delete(timer);
		};
	};

	return {
		speed,
		now: () => Date.now(),
		afterReal,
		after: (ms, job) => afterReal(ms / speed, job),
		pause: (ms) =>
			new Promise((resolve) => {
				afterReal(ms, resolve);
			}),
		get closed() {
			return closed;
		},
		close() {
			closed = true;
			for (const timer of timers) clearTimeout(timer);
			timers.clear();
		},
	};
}
