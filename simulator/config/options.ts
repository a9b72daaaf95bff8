import type { SimulatorApplication } from './applications';
import { resolveBehaviour } from './behaviour';
import type { Behaviour } from './behaviour';
import { defaultRobots } from './robots';
import type { Robots } from './robots';

/** Figures of the platform; the ones it does not publish are guesses that tests may change. */
export interface SimulatorLimits {
	/** AXB: pairs on one X. Documented: 5000. */
	pairsPerX: number;
	/** AX and AXYB: X numbers of one A. Documented: 5. */
	numbersPerA: number;
	/** AXYB: relations of one Y. Documented: 1000. */
	relationsPerY: number;
	/** Failed authentications of one address before it is locked. Not published. */
	authenticationFailures: number;
	/** How long an address stays locked, in minutes (divided by `speed`). Documented: 30. */
	lockMinutes: number;
	/** How far `Created` may be from the clock, in seconds. Not published. */
	clockSkewSeconds: number;
	/** Binds of one number in a day (1020182); Infinity: no limit. Not published. */
	bindsPerNumberPerDay: number;
}

/** Waiting times in real milliseconds, unless said otherwise. */
export interface SimulatorTimings {
	/** How long the platform waits for the answer to a push. Not published. */
	answerTimeoutMs: number;
	/** How long it waits for the answer to a Block request. Not published. */
	blockTimeoutMs: number;
	/** Call records that end within this many simulated milliseconds travel in one push. */
	recordBatchMs: number;
	/** Simulated seconds from the call record to the moment its recording can be fetched. */
	recordingLagSeconds: number;
}

/** Choices where the documents are silent or contradict each other. */
export interface UncertainForms {
	/** AXE query v2.0: name of the list of bindings. Not published. */
	axeListName: string;
	/** AXE binding count: name of the list. Not published. */
	axeCountListName: string;
	/** The cursor is spelled nextCursor, in one place nextCusor. */
	axeCursorName: 'nextCursor' | 'nextCusor';
	/** What the last page of an AXE list says of a cursor. */
	axeLastCursor: 'absent' | 'repeat';
	/** Call events of X mode that are pushed again after a failure. */
	xRetry: 'exceptBlockCallin' | 'onlyBlockCallin' | 'all';
	/** Whether a repeated push gets a new nonce and Created. */
	signRetriesAnew: boolean;
}

/** What `startSimulator` takes. */
export interface SimulatorOptions {
	/** Address to listen on; default 127.0.0.1. */
	host?: string;
	/** Port of the API, the control API and the page; default 0 (any free one). */
	port?: number;
	/** Key and certificate (PEM): both listeners speak https. */
	tls?: { key: string; cert: string };
	applications: SimulatorApplication[];
	/** Factor that shortens ring and talk times, the retry schedule and the address lock; default 1. */
	speed?: number;
	/** Factor that shortens the life of bindings and recordings; default 1. */
	expirySpeed?: number;
	/** Host that recording links name; it listens on a port of its own. Default: `host`. */
	storageHost?: string;
	/** Port of the storage host; default 0 (any free one). */
	storagePort?: number;
	/** Whether connections end after each answer; default `short`. Can be changed while it runs. */
	connections?: Behaviour['connections'];
	/** Shortest and longest time from an answer to the end of its short connection, in real ms. */
	closeDelayMs?: Behaviour['closeDelayMs'];
	/** Flow control of every application that has none of its own. Can be changed while it runs. */
	flowControl?: Behaviour['flowControl'];
	/** Makes what happens at random (ends of connections, late effects) the same in every run. */
	seed?: number;
	/** Carriers block recorded calls without a prompt and calls that show the real caller. Default true. */
	carrierRules?: boolean;
	/** Keys and secrets of the group robots; default: those of `defaultRobots`. */
	robots?: Partial<Robots>;
	limits?: Partial<SimulatorLimits>;
	timings?: Partial<SimulatorTimings>;
	uncertain?: Partial<UncertainForms>;
}

/** Options with every default filled in. */
export type ResolvedOptions = Required<
	Omit<
		SimulatorOptions,
		'tls' | 'seed' | keyof Behaviour | 'limits' | 'timings' | 'uncertain' | 'robots'
	>
> & {
	robots: Robots;
	tls?: { key: string; cert: string };
	seed?: number;
	behaviour: Behaviour;
	limits: SimulatorLimits;
	timings: SimulatorTimings;
	uncertain: UncertainForms;
};

/** Fills in the defaults. */
export function resolveOptions(options: SimulatorOptions): ResolvedOptions {
	const host = options.host ?? '127.0.0.1';
	return {
		host,
		port: options.port ?? 0,
		tls: options.tls,
		applications: options.applications,
		speed: options.speed ?? 1,
		expirySpeed: options.expirySpeed ?? 1,
		storageHost: options.storageHost ?? host,
		storagePort: options.storagePort ?? 0,
		carrierRules: options.carrierRules ?? true,
		seed: options.seed,
		behaviour: resolveBehaviour(options),
		robots: { ...defaultRobots, ...options.robots },
		limits: {
			pairsPerX: 5000,
			numbersPerA: 5,
			relationsPerY: 1000,
			authenticationFailures: 20,
			lockMinutes: 30,
			clockSkewSeconds: 600,
			bindsPerNumberPerDay: Infinity,
			...options.limits,
		},
		timings: {
			answerTimeoutMs: 60_000,
			blockTimeoutMs: 5_000,
			recordBatchMs: 1_000,
			recordingLagSeconds: 0,
			...options.timings,
		},
		uncertain: {
			axeListName: 'bindingList',
			axeCountListName: 'virtualNumList',
			axeCursorName: 'nextCursor',
			axeLastCursor: 'absent',
			xRetry: 'exceptBlockCallin',
			signRetriesAnew: false,
			...options.uncertain,
		},
	};
}
