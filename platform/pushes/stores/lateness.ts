import { performance } from 'node:perf_hooks';

import { openStore } from '../../state/store';

/** How often the process is asked whether it is on time, in milliseconds. */
const TICK_MS = 50;
/** How long after the last question it goes on being asked, in milliseconds. */
const REST_MS = 30_000;
/** What is left of a delay at the next tick: one long task is over soon, a jam is not. */
const FADING = 0.8;

/** A timer that watches how late it is itself. */
interface Watch {
	timer: NodeJS.Timeout;
	/** When it should tick next, in milliseconds of this process. */
	due: number;
	late: number;
	askedAt: number;
}

const watches = openStore<Watch>({
	most: 1,
	onGone: ({ timer }) => {
		clearInterval(timer);
	},
});

/**
 * How late this process does what it has to do, in milliseconds: the delay of a timer of its own, over
 * the last second or so. One number for the process, measured while somebody asks.
 */
export function lateness(): number {
	const watch = watches.open('process', start);
	watch.askedAt = performance.now();
	return Math.max(watch.late, watch.askedAt - watch.due);
}

function start(): Watch {
	const now = performance.now();
	const timer = setInterval(() => {
		tick(watch);
	}, TICK_MS).unref();
	const watch: Watch = { timer, due: now + TICK_MS, late: 0, askedAt: now };
	return watch;
}

function tick(watch: Watch): void {
	const now = performance.now();
	watch.late = Math.max(now - watch.due, watch.late * FADING);
	watch.due = now + TICK_MS;
	if (now - watch.askedAt > REST_MS) watches.delete('process');
}
