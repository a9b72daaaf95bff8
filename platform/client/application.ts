import { createHash, randomUUID } from 'node:crypto';
import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

import type { EgressGuard } from '../transport/egress';
import { createGate, type Gate } from './rateLimiter';
import type { Keys, Scheme } from './signature';
import { outsideLookup } from '../transport/lookup';
import { openConnections } from '../transport/proxy';
import type { Dispatcher } from '../transport/undici';

/** A Private Number application as the credential describes it. */
export interface Application extends Keys {
	/** APP access address (APP接入地址), e.g. `https://rtcpns.cn-north-1.myhuaweicloud.com`. */
	baseUrl: string;
	authentication: Scheme;
	/** Accepts certificates that cannot be verified; false is the safe default. */
	allowUnauthorizedCerts: boolean;
}

/**
 * The only state that outlives a run: of an application its open connections, the gate of flow control,
 * the nonces of pushes and the turns of creates; of a receiver of pushes the calls that it was asked
 * about, and for some seconds its keys. Everything is in memory and of this process.
 */
interface State {
	pools: Map<string, Dispatcher>;
	gate: Gate;
	/** What pushes brought, by nonce or event ID. */
	seen: Map<string, string>;
	/** Last of the tasks that wait for each other, by what they must not change at the same time. */
	turns: Map<string, Promise<unknown>>;
	/** Keys that were read a moment ago, and when. */
	keys?: { value: Keys; readAt: number };
}

const states = new Map<string, State>();
/** How many pushes are remembered; the oldest are forgotten first. */
const MOST_SEEN = 10_000;
/** How long keys that were read for one push serve the next ones, in milliseconds. */
const KEYS_AGE_MS = 10_000;

/** The gate that all requests of an application pass. */
export function gateOf(application: Application): Gate {
	return stateOf(`${application.baseUrl} ${application.appKey}`).gate;
}

/** The connection pool of an application; behind a proxy where the environment names one. */
export function poolOf(application: Application, egress?: EgressGuard): Dispatcher {
	const { allowUnauthorizedCerts } = application;
	const kind = `${allowUnauthorizedCerts} ${egress !== undefined}`;
	return pool(application, kind, () =>
		createPool(!allowUnauthorizedCerts, egress?.createSecureLookup()),
	);
}

/** How far connections to a storage host may go. */
export interface StorageAccess {
	/** Accepts certificates that cannot be verified. */
	allowUnauthorizedCerts: boolean;
	/** May be inside the network: the user has named the host, or the platform itself is there. */
	mayBeInside: boolean;
}

/**
 * Connections to storage hosts, apart from those to the platform. Those that were opened for a host
 * that may be inside the network serve nobody else.
 */
export function storagePoolOf(
	application: Application,
	{ allowUnauthorizedCerts, mayBeInside }: StorageAccess,
	egress?: EgressGuard,
): Dispatcher {
	const kind = `storage ${allowUnauthorizedCerts} ${mayBeInside} ${egress !== undefined}`;
	return pool(application, kind, () => {
		const resolve = egress?.createSecureLookup() ?? systemLookup;
		const { hostname } = new URL(application.baseUrl);
		return createPool(
			!allowUnauthorizedCerts,
			mayBeInside ? resolve : outsideLookup(resolve, hostname),
		);
	});
}

function pool(application: Application, kind: string, open: () => Dispatcher): Dispatcher {
	const { pools } = stateOf(`${application.baseUrl} ${application.appKey}`);
	const existing = pools.get(kind);
	if (existing) return existing;
	const opened = open();
	pools.set(kind, opened);
	return opened;
}

/**
 * Notices a nonce that comes again with another body: the digest does not cover the body, so that
 * would be a forged push. A redelivery repeats both.
 *
 * @returns whether the nonce is new or belongs to the same body
 */
export function acceptNonce(appKey: string, nonce: string, bodyDigest: string): boolean {
	return firstSeen(`push ${appKey}`, nonce, bodyDigest) === bodyDigest;
}

/**
 * Notices a waiting call that is asked about again.
 *
 * @param receiver who is asked, so that several receivers in one process do not count as one
 * @returns whether it is asked about for the first time
 */
export function acceptBlockCall(receiver: string, eventId: string): boolean {
	const visit = randomUUID();
	// What an unsigned push may name can be as long as a body: only its digest is kept.
	const key = createHash('sha256').update(eventId).digest('base64');
	return firstSeen(`calls ${receiver}`, key, visit) === visit;
}

/**
 * The keys that check pushes to a receiver. Reading them costs more than the check itself, and pushes
 * come in bursts: what was read a moment ago is tried first. Where it does not fit, the keys are read
 * anew, so that a changed secret works at once.
 *
 * @param check tells why a push is refused under these keys, or `undefined`
 * @returns what `check` says last
 */
export async function checkWithKeys(
	receiver: string,
	read: () => Promise<Keys>,
	check: (keys: Keys) => string | undefined,
): Promise<string | undefined> {
	const state = stateOf(`keys ${receiver}`);
	const { keys } = state;
	if (keys && Date.now() - keys.readAt < KEYS_AGE_MS && check(keys.value) === undefined) {
		return undefined;
	}
	const { appKey, appSecret } = await read();
	const fresh = { value: { appKey, appSecret }, readAt: Date.now() };
	state.keys = fresh;
	// No secret stays in memory because pushes have ended.
	setTimeout(() => {
		if (state.keys === fresh) delete state.keys;
	}, KEYS_AGE_MS).unref();
	return check(fresh.value);
}

/** What came first under this key: the given value, when the key is new. */
function firstSeen(state: string, key: string, value: string): string {
	const { seen } = stateOf(state);
	const known = seen.get(key);
	if (known !== undefined) return known;
	if (seen.size >= MOST_SEEN) {
		const [oldest] = seen.keys();
		if (oldest !== undefined) seen.delete(oldest);
	}
	seen.set(key, value);
	return value;
}

/**
 * Runs tasks about one thing, such as the bindings of one person, one after the other, so that each
 * sees what the one before it has made.
 */
export async function inTurn<Result>(
	application: Application,
	about: string,
	task: () => Promise<Result>,
): Promise<Result> {
	const { turns } = stateOf(`${application.baseUrl} ${application.appKey}`);
	const before = turns.get(about) ?? Promise.resolve();
	const own = before.then(task, task);
	turns.set(about, own);
	try {
		return await own;
	} finally {
		if (turns.get(about) === own) turns.delete(about);
	}
}

/** Closes every connection and forgets every gate, for tests and programs that end. */
export async function closeApplications(): Promise<void> {
	const pools = [...states.values()].flatMap(({ pools }) => [...pools.values()]);
	states.clear();
	await Promise.all(pools.map((pool) => pool.destroy()));
}

function stateOf(key: string): State {
	let state = states.get(key);
	if (!state) {
		state = { pools: new Map(), gate: createGate(), seen: new Map(), turns: new Map() };
		states.set(key, state);
	}
	return state;
}

function createPool(rejectUnauthorized: boolean, lookup?: LookupFunction): Dispatcher {
	return openConnections({ rejectUnauthorized, timeout: 10_000, ...(lookup && { lookup }) });
}
