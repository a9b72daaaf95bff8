import { refuse } from '../wire/refusals';

/** Counts the requests of one application. */
export interface FlowControl {
	/** Lets a request pass or throws 403 1010010. */
	pass(): void;
}

/**
 * At most `perSecond` requests within any second; refused ones do not count. The platform publishes
 * no figure (auth.json, flowControl).
 */
export function openFlowControl(perSecond: number | undefined, now: () => number): FlowControl {
	let passed: number[] = [];
	return {
		pass() {
			if (perSecond === undefined) return;
			const time = now();
			passed = passed.filter((earlier) => earlier > time - 1000);
			if (passed.length >= perSecond) throw refuse('flowControl');
			passed.push(time);
		},
	};
}
