import type { LookupFunction } from 'node:net';

import { detail } from '../codes/details';
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
		throw localError('unreachable', detail('said', { text: message }), 'unsent');
	});
	if (!verdict || verdict.ok) return;
	throw localError('forbiddenHost', detail('said', { text: verdict.error.message }), 'unsent');
}
