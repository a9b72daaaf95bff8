import { openStore } from '../../state/store';
import { digestKey } from './digestKey';

/** Digests of the bodies that came with a nonce. A signature older than a day is refused by its age. */
const seen = openStore<string>({ most: 50_000, lifeMs: 24 * 3_600_000 });

/**
 * Notices a nonce that comes again with another body: the digest of a signature does not cover the
 * body, so that would be a forged push. A redelivery repeats both.
 *
 * @returns whether the nonce is new or belongs to the same body
 */
export function acceptNonce(appKey: string, nonce: string, bodyDigest: string): boolean {
	const key = digestKey(appKey, nonce);
	const known = seen.get(key);
	if (known === undefined) seen.set(key, bodyDigest);
	return known === undefined || known === bodyDigest;
}
