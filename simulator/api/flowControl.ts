import type { Behaviour, FlowControlRule } from '../config/behaviour';
import { refusalAnswer, tooManyRequests } from '../http/answers';
import type { Answer } from '../http/answers';
import { refuse } from '../wire/refusals';

/** Counts the requests of one application. */
export interface FlowControl {
	/** The refusal of a request that comes now; undefined: it may pass. Refused ones do not count. */
	refusal(): Answer | undefined;
}

/** Takes a request at this time (real milliseconds since 1970), or refuses it. */
type Limiter = (time: number) => boolean;

const windowOf = ({ seconds = 1 }: FlowControlRule): number => seconds * 1000;

/** The algorithms by name. */
const algorithms: Readonly<
	Record<FlowControlRule['algorithm'], (rule: FlowControlRule) => Limiter>
> = {
	slidingWindow(rule) {
		const passed: number[] = [];
		return (time) => {
			while ((passed[0] ?? Infinity) <= time - windowOf(rule)) passed.shift();
			if (passed.length >= rule.requests) return false;
			passed.push(time);
			return true;
		};
	},
	fixedWindow(rule) {
		let current: number | undefined;
		let count = 0;
		return (time) => {
			const number = Math.floor(time / windowOf(rule));
			if (number !== current) count = 0;
			current = number;
			if (count >= rule.requests) return false;
			count += 1;
			return true;
		};
	},
	tokenBucket(rule) {
		const { requests, burst = requests } = rule;
		let tokens = burst;
		let last: number | undefined;
		return (time) => {
			const back = ((time - (last ?? time)) * requests) / windowOf(rule);
			tokens = Math.min(burst, tokens + back);
			last = time;
			if (tokens < 1) return false;
			tokens -= 1;
			return true;
		};
	},
};

/** Another program with the same app key sends evenly, and uses up its share of the limit. */
function withOthers(limiter: Limiter, rule: FlowControlRule): Limiter {
	const { othersShare = 0, requests } = rule;
	if (othersShare <= 0) return limiter;
	const gap = windowOf(rule) / (requests * othersShare);
	let next = -Infinity;
	return (time) => {
		// What they sent longer ago than two windows leaves no trace.
		next = Math.max(next, time - 2 * windowOf(rule));
		for (; next <= time; next += gap) limiter(next);
		return limiter(time);
	};
}

function refusalOf({ refusal = 'flowControl', retryAfter, retryAfterAs }: FlowControlRule): Answer {
	if (refusal === 'http429') return tooManyRequests(retryAfter, retryAfterAs);
	return refusalAnswer(refuse(refusal));
}

/** Opens the flow control of one application; the platform publishes no figure (auth.json, flowControl). */
export function openFlowControl(rule: Behaviour['flowControl'], now: () => number): FlowControl {
	if (rule === 'off') return { refusal: () => undefined };
	const limiter = withOthers(algorithms[rule.algorithm](rule), rule);
	return { refusal: () => (limiter(now()) ? undefined : refusalOf(rule)) };
}

/** The flow controls of all applications, by what identifies one. */
export interface FlowControls<Key extends object> {
	/** The refusal of a request of this application that comes now; undefined: it may pass. */
	refusal(application: Key, rule: Behaviour['flowControl']): Answer | undefined;
}

/** Opens one for each application when it is first asked for; another rule begins a new count. */
export function openFlowControls<Key extends object>(now: () => number): FlowControls<Key> {
	const opened = new WeakMap<Key, { rule: Behaviour['flowControl']; control: FlowControl }>();
	return {
		refusal(application, rule) {
			let found = opened.get(application);
			if (found?.rule !== rule) {
				found = { rule, control: openFlowControl(rule, now) };
				opened.set(application, found);
			}
			return found.control.refusal();
		},
	};
}
