import { createHash, randomUUID } from 'node:crypto';

import type { Keys, Scheme } from './signature';

/** A Private Number application as the credential describes it. */
export interface Application extends Keys {
	/** APP access address (APP接入地址), e.g. `https://rtcpns.cn-north-1.myhuaweicloud.com`. */
	baseUrl: string;
	authentication: Scheme;
	/** Accepts certificates that cannot be verified; false is the safe default. */
	allowUnauthorizedCerts: boolean;
}

/** What pushes have left behind, of an application or of a receiver. */
interface State {
	/** What pushes brought, by nonce or event ID. */
	seen: Map<string, string>;
	/** Keys that were read a moment ago, and when. */
	keys?: { value: Keys; readAt: number };
}

const states = new Map<string, State>();
/** How many pushes are remembered; the oldest are forgotten first. */
const MOST_SEEN = 10_000;
/** How long keys that were read for one push serve the next ones, in milliseconds. */
const KEYS_AGE_MS = 10_000;

/** Tells applications from each other, whatever secret they have just now. */
export function identityOf({ baseUrl, appKey }: Application): string {
	return `${baseUrl} ${appKey}`;
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

function stateOf(key: string): State {
	let state = states.get(key);
	if (!state) {
		state = { seen: new Map() };
		states.set(key, state);
	}
	return state;
}
