import { isPushFault } from './kinds';
import type { EchoForm, FaultKind } from './kinds';

/**
 * What can go wrong on the way, switched on for tests. A fault meets matching traffic until its
 * `times` are used up.
 */

/** A fault as it is switched on. */
export interface FaultRequest {
	kind: FaultKind;
	/** How many matches it meets; absent: all until it is removed. */
	times?: number;
	/** How many matches pass before it sets in. */
	skip?: number;
	/** `storage`: downloads from the storage host; default `api`. Ignored for pushes. */
	target?: 'api' | 'storage';
	/** Operation (`AXB bind`), or a part of it (`bind`); of a push: its kind or event (`callin`). */
	operation?: string;
	/** Part of the path. */
	path?: string;
	/** HTTP method. */
	method?: string;
	appKey?: string;
	/** The platform acts on the request before the fault meets its answer; default false. */
	acts?: boolean;
	/**
	 * The fault meets the answer at once, and the platform acts on the request this many real
	 * milliseconds later, or at a random moment between two such figures.
	 */
	actsAfterMs?: number | readonly [shortest: number, longest: number];
	/** Real milliseconds before the answer; of a drip between two bytes. */
	delayMs?: number;
	http?: number;
	code?: string;
	text?: string;
	location?: string;
	/** Seconds of Retry-After; default 1. */
	retryAfter?: number;
	retryAfterAs?: 'seconds' | 'date';
	/** Spelling of an echoed signature; default `json`. */
	form?: EchoForm;
}

/** A fault that is switched on. */
export interface Fault extends FaultRequest {
	readonly id: number;
	/** How often it has met traffic. */
	met: number;
}

/** What a fault is compared with. */
export interface Traffic {
	target: 'api' | 'storage' | 'push';
	operation?: string;
	path?: string;
	method?: string;
	appKey?: string;
}

/** The faults that are switched on. */
export interface Faults {
	readonly list: readonly Fault[];
	add: (fault: FaultRequest) => Fault;
	/** Removes one fault, or all. */
	remove: (id?: number) => void;
	/** The first fault that meets this traffic; it counts as met. */
	meet(traffic: Traffic): Fault | undefined;
}

function matches(fault: Fault, traffic: Traffic): boolean {
	const target = isPushFault(fault.kind) ? 'push' : (fault.target ?? 'api');
	const has = (wanted: string | undefined, found: string | undefined): boolean =>
		wanted === undefined || (found ?? '').toLowerCase().includes(wanted.toLowerCase());
	return (
		target === traffic.target &&
		has(fault.operation, traffic.operation) &&
		has(fault.path, traffic.path) &&
		(fault.method === undefined || fault.method.toUpperCase() === traffic.method) &&
		(fault.appKey === undefined || fault.appKey === traffic.appKey)
	);
}

/** Opens an empty list of faults; `changed` is called whenever it changes. */
export function openFaults(changed: () => void): Faults {
	let list: Fault[] = [];
	const skipped = new Map<number, number>();
	let serial = 0;
	const drop = (id?: number): void => {
		list = id === undefined ? [] : list.filter((fault) => fault.id !== id);
		changed();
	};
	return {
		get list() {
			return list;
		},
		add(request) {
			const fault: Fault = { ...request, id: ++serial, met: 0 };
			list.push(fault);
			changed();
			return fault;
		},
		remove: drop,
		meet(traffic) {
			for (const fault of list) {
				if (!matches(fault, traffic)) continue;
				const passed = skipped.get(fault.id) ?? 0;
				if (passed < (fault.skip ?? 0)) {
					skipped.set(fault.id, passed + 1);
					continue;
				}
				fault.met += 1;
				if (fault.times !== undefined && fault.met >= fault.times) drop(fault.id);
				return fault;
			}
			return undefined;
		},
	};
}
