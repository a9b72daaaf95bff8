/*
 * The platform closes each connection first, maybe without saying so (附录, 其他附加性说明: short
 * connections). A request that goes out at that moment is lost, and nobody knows whether it was acted
 * on. So a connection is used once, unless its host has shown that it keeps connections open.
 */

/** How long an idle connection must have stayed open to show that its host keeps them, in milliseconds. */
const PROOF_MS = 1000;
/** How long a host that has hung up early counts as one that hangs up, in milliseconds. */
const DISTRUST_MS = 10 * 60_000;
/** Idle time for which a host keeps a connection that says so without a figure, in milliseconds. */
const UNTOLD_MS = 4000;
/** An idle connection is given up this long before its host may close it, in milliseconds. */
const MARGIN_MS = 1000;

/** What is known of how long a host keeps idle connections open. */
export interface Habits {
	/** Whether the host may be relied on to keep an idle connection for the time it says. */
	readonly keeps: boolean;
	/** A connection was idle for as long as it takes to show that its host keeps it, and is still open. */
	stayedOpen(): void;
	/** The host has answered without a word of keeping the connection. */
	saidNothing(): void;
	/** The host has closed a connection that it had said it would keep. */
	hungUp(): void;
}

/** @param now a clock in milliseconds that nobody sets */
export function createHabits(now: () => number = () => performance.now()): Habits {
	let keeps = false;
	let distrustedUntil = -Infinity;
	return {
		get keeps() {
			return keeps;
		},
		stayedOpen() {
			if (now() >= distrustedUntil) keeps = true;
		},
		saidNothing() {
			keeps = false;
		},
		hungUp() {
			keeps = false;
			distrustedUntil = now() + DISTRUST_MS;
		},
	};
}

/** When to look whether an idle connection is still open, in milliseconds: timers may be a little early. */
export const LOOK_AFTER_MS = PROOF_MS + 10;

/**
 * For how long after an answer its connection may be used again, as far as the answer tells
 * (`Connection`, `Keep-Alive`); 0 where it says nothing.
 */
export function keepAliveMs(headers: Readonly<Record<string, unknown>>): number {
	const connection = textOf(headers.connection).toLowerCase();
	const seconds = /timeout\s*=\s*"?(\d{1,9})/i.exec(textOf(headers['keep-alive']))?.[1];
	if (connection.includes('close')) return 0;
	if (seconds !== undefined) return Math.max(0, Number(seconds) * 1000 - MARGIN_MS);
	return connection.includes('keep-alive') ? UNTOLD_MS - MARGIN_MS : 0;
}

/** A header as one text: it may be there several times, or not at all. */
function textOf(value: unknown): string {
	return [value].flat().join();
}
