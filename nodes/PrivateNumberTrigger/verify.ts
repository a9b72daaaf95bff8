import { createHash } from 'node:crypto';

import { acceptNonce } from '../../platform/client/application';
import { verifyPush, type Keys, type SignedPush } from '../../platform/client/signature';
import type { TriggerSettings } from './settings';

/** A push as it arrived, with its body's bytes. */
export interface ArrivedPush extends SignedPush {
	rawBody: Buffer | string;
}

/**
 * Decides whether a push may start the workflow.
 *
 * @returns the reason for a refusal, or `undefined`
 */
export function refusalOf(
	push: ArrivedPush,
	keys: Keys,
	settings: Pick<TriggerSettings, 'signatureCheck' | 'maxSignatureAge'>,
): string | undefined {
	const verdict = verifyPush(push, { ...keys, maxAgeMinutes: settings.maxSignatureAge });
	switch (verdict.result) {
		case 'unsigned':
			return settings.signatureCheck === 'required' ? 'the signature is missing' : undefined;
		case 'invalid':
			return verdict.reason;
		case 'valid': {
			const digest = createHash('sha256').update(push.rawBody).digest('base64');
			const isNew = acceptNonce(keys.appKey, verdict.nonce, digest);
			return isNew ? undefined : 'the nonce was used for another body';
		}
	}
}
