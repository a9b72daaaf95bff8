import { createHash } from 'node:crypto';

import type { IWebhookFunctions } from 'n8n-workflow';

import { readApplication } from '../../platform/application/settings';
import {
	refusalByForm,
	verifyPush,
	type Keys,
	type Verdict,
} from '../../platform/application/signature';
import { acceptNonce } from '../../platform/pushes/stores/nonces';
import { checkWithKeys } from '../../platform/pushes/stores/receiverKeys';
import { CREDENTIAL } from '../shared/credential';
import { readBytes } from './body';
import { receiverOf } from './receiver';
import type { TriggerSettings } from './settings';

/** Who sent a push: nobody who may, or with these keys; without keys where none were asked for. */
export type Sender = { refusal: string; hint?: string } | Accepted;

interface Accepted {
	refusal?: undefined;
	keys?: Keys;
	/** Names a signed push: when the platform sends it again, signature and body are the same. */
	delivery?: string;
}

/**
 * Decides whether a push may start the workflow. What can be refused without the credential is: to
 * read it costs more than all the rest. Only the body of a push that is signed is read.
 *
 * @throws UnreadableBody
 */
export async function senderOfPush(
	webhook: IWebhookFunctions,
	settings: Pick<TriggerSettings, 'signatureCheck' | 'maxSignatureAge' | 'allowReusedSignatures'>,
): Promise<Sender> {
	if (settings.signatureCheck === 'off') return {};
	const push = arrived(webhook);
	const { headers } = push;
	if (headers['x-aksk'] === undefined && headers['x-wsse'] === undefined) {
		return settings.signatureCheck === 'required' ? { refusal: 'the signature is missing' } : {};
	}
	const maxAgeMinutes = settings.maxSignatureAge;
	const byForm = refusalByForm(push, { maxAgeMinutes });
	if (byForm !== undefined) return { refusal: byForm };

	let verdict: Verdict = { result: 'unsigned' };
	let keys: Keys | undefined;
	const refusal = await checkWithKeys(
		`${receiverOf(webhook)} ${webhook.getNode().credentials?.[CREDENTIAL]?.id ?? ''}`,
		async () => readApplication(await webhook.getCredentials(CREDENTIAL)),
		(tried) => {
			keys = tried;
			verdict = verifyPush(push, { ...tried, maxAgeMinutes });
			return verdict.result === 'invalid' ? verdict.reason : undefined;
		},
	);
	if (refusal !== undefined) return { refusal };
	const signature = await signatureOf(webhook, keys, verdict);
	if (settings.allowReusedSignatures || !signature) return { keys };
	const { appKey, nonce, body } = signature;
	if (!acceptNonce(appKey, nonce, body)) {
		return {
			refusal: 'the nonce was used for another body',
			hint: "If it is your own gateway that repeats signatures, switch on the trigger's option 'Allow Reused Signatures'",
		};
	}
	return { keys, delivery: `${nonce} ${body}` };
}

/** What tells one signed push from another. */
async function signatureOf(webhook: IWebhookFunctions, keys: Keys | undefined, verdict: Verdict) {
	if (!keys || verdict.result !== 'valid') return undefined;
	return { appKey: keys.appKey, nonce: verdict.nonce, body: await bodyDigest(webhook) };
}

/** Tells one body from another, one too that n8n has read in its own way and kept no bytes of. */
async function bodyDigest(webhook: IWebhookFunctions): Promise<string> {
	const bytes = await readBytes(webhook);
	const hash = createHash('sha256');
	if (bytes?.length) return hash.update(bytes).digest('base64');
	const parsed: unknown = webhook.getBodyData();
	return `parsed ${hash.update(JSON.stringify(parsed ?? null)).digest('base64')}`;
}

function arrived(webhook: IWebhookFunctions) {
	const request = webhook.getRequestObject();
	const { headers } = request;
	const host = firstOf(headers['x-forwarded-host']) ?? headers.host;
	const protocol = firstOf(headers['x-forwarded-proto']) ?? request.protocol;
	return {
		headers,
		urls: [
			webhook.getNodeWebhookUrl('default') ?? '',
			`${String(protocol)}://${String(host)}${request.originalUrl}`,
		],
	};
}

/** What the outermost of several proxies has told: each adds its own behind a comma. */
function firstOf(header: string | string[] | undefined): string | undefined {
	return header?.toString().split(',')[0]?.trim();
}
