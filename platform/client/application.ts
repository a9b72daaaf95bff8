import type { LookupFunction } from 'node:net';

import type { EgressGuard } from '../transport/egress';
import { createGate, type Gate } from './rateLimiter';
import type { Keys, Scheme } from './signature';
import { Agent, EnvHttpProxyAgent, type Dispatcher } from '../transport/undici';

/** A Private Number application as the credential describes it. */
export interface Application extends Keys {
	/** APP access address (APP接入地址), e.g. `https://rtcpns.cn-north-1.myhuaweicloud.com`. */
	baseUrl: string;
	authentication: Scheme;
	/** Accepts certificates that cannot be verified; false is the safe default. */
	allowUnauthorizedCerts: boolean;
}

/**
 * State that outlives a run: of an application its open connections, the gate of flow control and the
 * turns of creates. Everything is in memory and of this process.
 */
interface State {
	pools: Map<string, Dispatcher>;
	gate: Gate;
	/** Last of the tasks that wait for each other, by what they must not change at the same time. */
	turns: Map<string, Promise<unknown>>;
}

const states = new Map<string, State>();

/** The gate that all requests of an application pass. */
export function gateOf(application: Application): Gate {
	return stateOf(`${application.baseUrl} ${application.appKey}`).gate;
}

/** The connection pool of an application; behind a proxy where the environment names one. */
export function poolOf(application: Application, egress?: EgressGuard): Dispatcher {
	const { pools } = stateOf(`${application.baseUrl} ${application.appKey}`);
	const kind = `${application.allowUnauthorizedCerts} ${egress !== undefined}`;
	const existing = pools.get(kind);
	if (existing) return existing;
	const pool = createPool(!application.allowUnauthorizedCerts, egress?.createSecureLookup());
	pools.set(kind, pool);
	return pool;
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
		state = { pools: new Map(), gate: createGate(), turns: new Map() };
		states.set(key, state);
	}
	return state;
}

function createPool(rejectUnauthorized: boolean, lookup?: LookupFunction): Dispatcher {
	const connect = { rejectUnauthorized, timeout: 10_000, ...(lookup && { lookup }) };
	const { env } = process;
	const proxied = ['http_proxy', 'https_proxy'].some(
		(name) => env[name] ?? env[name.toUpperCase()],
	);
	return proxied ? new EnvHttpProxyAgent({ connect, requestTls: connect }) : new Agent({ connect });
}
