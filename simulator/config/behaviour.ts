/** How many requests an application may send, and what the others get. */
export interface FlowControlRule {
	/**
	 * `slidingWindow`: so many within any window. `fixedWindow`: so many from one full window to the
	 * next. `tokenBucket`: tokens come back at the rate of requests / seconds, up to `burst`.
	 */
	algorithm: 'slidingWindow' | 'fixedWindow' | 'tokenBucket';
	/** Requests in one window, or tokens that come back in it. */
	requests: number;
	/** Length of the window in real seconds; default 1. */
	seconds?: number;
	/** Most tokens in the bucket; default `requests`. */
	burst?: number;
	/** Part of the limit, 0 to 1, that another program with the same app key uses up evenly; default 0. */
	othersShare?: number;
	/**
	 * `flowControl` (default): 403 1010010. `trafficControl`: 403 1011006. `http429`: status 429 with
	 * an empty body and Retry-After, as a gateway in front of the platform would.
	 */
	refusal?: 'flowControl' | 'trafficControl' | 'http429';
	/** Retry-After of `http429` in seconds; default: 1. */
	retryAfter?: number;
	/** Spelling of Retry-After; default `seconds`. */
	retryAfterAs?: 'seconds' | 'date';
}

/** What can be changed while the simulator runs, beside faults. */
export interface Behaviour {
	/**
	 * `short`: the platform closes the connection first, some time after each answer, and does not say so
	 * (common.json, authentication: Short connections). What arrives on it after the answer is never read.
	 * `keepAlive`: it stays open and says so (Connection: keep-alive, Keep-Alive: timeout=…).
	 */
	connections: 'short' | 'keepAlive';
	/** Shortest and longest time from an answer to the end of its short connection, in real ms. */
	closeDelayMs: readonly [shortest: number, longest: number];
	/** `off`: no limit. */
	flowControl: FlowControlRule | 'off';
}

/** The platform publishes no figure (auth.json, flowControl): this one is the simulator's own. */
const defaultFlowControl: FlowControlRule = { algorithm: 'slidingWindow', requests: 200 };

/** Fills in the defaults. */
export const resolveBehaviour = (given: Partial<Behaviour>): Behaviour => ({
	connections: given.connections ?? 'short',
	closeDelayMs: given.closeDelayMs ?? [0, 60],
	flowControl: given.flowControl ?? defaultFlowControl,
});
