import type { LookupFunction } from 'node:net';

import { localError } from '../codes/errors';

/** Keeps connections away from addresses that the host program forbids; n8n's egress filter fits. */
export interface EgressGuard {
	validateUrl(url: string | URL): Promise<{ ok: true } | { ok: false; error: Error }>;
	createSecureLookup(): LookupFunction;
}

/**
 * Asks the host program whether an address may be called.
 *
 * @throws PlatformError `forbiddenHost`; `unreachable` when its name cannot be looked up
 */
export async function checkEgress(url: string | URL, guard?: EgressGuard): Promise<void> {
	const verdict = await guard?.validateUrl(url).catch((error: unknown) => {
		const { message = String(error) } = (error ?? {}) as Partial<Error>;
		throw localError('unreachable', message, 'unsent');
	});
	if (verdict && !verdict.ok) throw localError('forbiddenHost', verdict.error.message, 'unsent');
}
