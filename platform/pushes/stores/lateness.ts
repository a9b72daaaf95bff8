import { performance } from 'node:perf_hooks';

/** How often the process is asked whether it is on time, in milliseconds. */
const TICK_MS = 50;
/** How long after the last question it goes on being asked, in milliseconds. */
const REST_MS = 30_000;
/** What is left of a delay at the next tick: one long task is over soon, a jam is not. */
const FADING = 0.8;

let timer: NodeJS.Timeout | undefined;
let due = 0;
let late = 0;
let askedAt = 0;

/**
 * How late this process does what it has to do, in milliseconds: the delay of a timer of its own, over
 * the last second or so. One number for the process, measured while somebody asks.
 */
export function lateness(): number {
	askedAt = performance.now();
	timer ??= start();
	return Math.max(late, askedAt - due);
}

function start(): NodeJS.Timeout {
	due = performance.now() + TICK_MS;
	late = 0;
	return setInterval(tick, TICK_MS).unref();
}

function tick(): void {
	const now = performance.now();
	late = Math.max(now - due, late * FADING);
	due = now + TICK_MS;
	if (now - askedAt < REST_MS) return;
	clearInterval(timer);
	timer = undefined;
}
