import { createHash, createHmac } from 'node:crypto';

import type { PushScheme } from '../config/applications';
import { newNonce } from './ids';
import { beijingSignatureTime, signatureTime } from './times';

/** Base64(HMAC-SHA256(APP_Secret, Nonce + Created)): PasswordDigest of X-AKSK. */
export const akskDigest = (secret: string, nonce: string, created: string): string =>
	createHmac('sha256', secret)
		.update(nonce + created)
		.digest('base64');

/** Base64(SHA256(Nonce + Created + APP_Secret)): PasswordDigest of the older X-WSSE. */
export const wsseDigest = (secret: string, nonce: string, created: string): string =>
	createHash('sha256')
		.update(nonce + created + secret)
		.digest('base64');

/** Base64(HMAC-SHA256(APP_Secret, url + "\n" + Nonce + "\n" + Created)): the URL form of pushes. */
const urlDigest = (secret: string, url: string, nonce: string, created: string): string =>
	createHmac('sha256', secret).update(`${url}\n${nonce}\n${created}`).digest('base64');

/** What a push is signed with. */
export interface PushSignature {
	scheme: PushScheme;
	appKey: string;
	appSecret: string;
	/** Push address as set in the console; part of the digest in the URL form only. */
	url: string;
	/** Real milliseconds since 1970. */
	now: number;
}

/**
 * The two headers of a signed push. Names are in lower case, as in the documented examples.
 * Source: auth.json (notifications) and common.json (push.authentication).
 */
export function signatureHeaders(signature: PushSignature): Record<string, string> {
	const { scheme, appKey, appSecret, url, now } = signature;
	const nonce = newNonce();
	const created = scheme === 'url' ? beijingSignatureTime(now) : signatureTime(now);
	const digest =
		scheme === 'aksk'
			? akskDigest(appSecret, nonce, created)
			: scheme === 'wsse'
				? wsseDigest(appSecret, nonce, created)
				: urlDigest(appSecret, url, nonce, created);
	const word = scheme === 'wsse' ? 'WSSE' : 'AKSK';
	return {
		authorization: `${word} realm="SDP",profile="UsernameToken",type="Appkey"`,
		[`x-${word.toLowerCase()}`]: `UsernameToken Username="${appKey}",PasswordDigest="${digest}",Nonce="${nonce}",Created="${created}"`,
	};
}
