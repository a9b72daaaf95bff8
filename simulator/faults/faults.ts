/**
 * What can go wrong on the way, switched on for tests. A fault meets matching traffic until its
 * `times` are used up.
 */

/** Faults of the API and of the storage host. */
export const apiFaultKinds = [
	/** 500 with 1010001. */
	'internalError',
	/** 500 with an HTML page, as a gateway sends it. */
	'htmlError',
	/** 502 with an HTML page. */
	'badGateway',
	/** Never an answer. */
	'hang',
	/** The connection is reset; with `acts` after the platform has acted (a lost answer). */
	'reset',
	/** A complete answer whose JSON is cut off in the middle. */
	'truncatedJson',
	/** The connection dies in the middle of the answer. */
	'cutAnswer',
	/** 302 to `location`; without a location: no Location header. */
	'redirect',
	/** The right answer, `delayMs` late. */
	'slow',
	/** 403 1010010. */
	'flowControl',
	/** 403 1011006. */
	'trafficControl',
	/** 403 1020166. */
	'ipNotAllowed',
	/** `http` with `code` and `text`. */
	'code',
] as const;

/** Faults of pushes. */
export const pushFaultKinds = [
	/** Every matching push is sent twice. */
	'pushTwice',
	/** First try `delayMs` late. */
	'pushLate',
	/** Held back until the next push of the same call has been sent (at most 2 s). */
	'pushOutOfOrder',
	/** PasswordDigest made with another secret. */
	'pushWrongSignature',
	/** No signature headers. */
	'pushUnsigned',
] as const;

export type ApiFaultKind = (typeof apiFaultKinds)[number];
export type PushFaultKind = (typeof pushFaultKinds)[number];

/** A fault as it is switched on. */
export interface FaultRequest {
	kind: ApiFaultKind | PushFaultKind;
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
	delayMs?: number;
	http?: number;
	code?: string;
	text?: string;
	location?: string;
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

const isPushFault = (kind: Fault['kind']): boolean =>
	pushFaultKinds.some((known) => known === kind);

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
