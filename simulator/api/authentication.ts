import type { IncomingHttpHeaders } from 'node:http';

import { akskDigest, wsseDigest } from '../wire/signature';
import { invalid, refuse } from '../wire/refusals';
import type { RefusalName } from '../wire/refusals';

/** The parts of a signature header, not yet compared with anything. */
export interface ReadSignature {
	scheme: 'AKSK' | 'WSSE';
	username: string;
	nonce: string;
	created: string;
	passwordDigest: string;
}

const schemes = {
	AKSK: {
		header: 'x-aksk',
		missing: 'noXAksk',
		parts: {
			Username: 'noUsername',
			Nonce: 'noNonce',
			Created: 'noCreated',
			PasswordDigest: 'noDigest',
		},
	},
	WSSE: {
		header: 'x-wsse',
		missing: 'noXWsse',
		parts: {
			Username: 'noWsseUsername',
			Nonce: 'noWsseNonce',
			Created: 'noWsseCreated',
			PasswordDigest: 'noWsseDigest',
		},
	},
} as const satisfies Record<
	ReadSignature['scheme'],
	{ header: string; missing: RefusalName; parts: Record<string, RefusalName> }
>;

/** Parts such as `realm="SDP"`; names are told apart by case. */
function readParts(header: string): Map<string, string> {
	const parts = new Map<string, string>();
	for (const [, name = '', value = ''] of header.matchAll(/(\w+)\s*=\s*"([^"]*)"/g)) {
		if (!parts.has(name)) parts.set(name, value);
	}
	return parts;
}

const headerText = (headers: IncomingHttpHeaders, name: string): string => {
	const value = headers[name];
	return (Array.isArray(value) ? value.join(', ') : (value ?? '')).trim();
};

function readAuthorization(headers: IncomingHttpHeaders): ReadSignature['scheme'] {
	const authorization = headerText(headers, 'authorization');
	if (!authorization) throw refuse('noAuthorization');
	const word = authorization.split(/\s/, 1)[0];
	if (word !== 'AKSK' && word !== 'WSSE' && headers['x-wsse'] !== undefined) throw refuse('noWsse');
	const parts = readParts(authorization);
	const realm = parts.get('realm');
	const profile = parts.get('profile');
	const type = parts.get('type');
	if (realm === undefined) throw refuse('noRealm');
	if (realm !== 'SDP') throw refuse('wrongRealm');
	if (profile === undefined) throw refuse('noProfile');
	if (profile !== 'UsernameToken') throw refuse('wrongProfile');
	if (type === undefined) throw refuse('noType');
	if (type !== 'Appkey') throw refuse('wrongType');
	return word === 'WSSE' ? 'WSSE' : 'AKSK';
}

/**
 * Reads the two signature headers of a request.
 * @throws Refusal with the code of the first part that is missing or wrong (auth.json, errorCodes).
 */
export function readSignature(headers: IncomingHttpHeaders): ReadSignature {
	const scheme = readAuthorization(headers);
	const { header, missing, parts } = schemes[scheme];
	const text = headerText(headers, header);
	if (!text) throw refuse(missing);
	if (scheme === 'AKSK' && !text.startsWith('UsernameToken')) throw refuse('noUsernameToken');
	const found = readParts(text);
	const need = (name: keyof typeof parts): string => {
		const value = found.get(name);
		if (!value) throw refuse(parts[name]);
		return value;
	};
	const signature = {
		scheme,
		username: need('Username'),
		nonce: need('Nonce'),
		created: need('Created'),
		passwordDigest: need('PasswordDigest'),
	};
	if (!/^[0-9A-Za-z]{1,128}$/.test(signature.nonce)) throw invalid('Nonce');
	return signature;
}

/**
 * Compares a signature with the clock and the secret.
 * @throws Refusal 401 1010013 or 401 1010010.
 */
export function checkSignature(
	signature: ReadSignature,
	appSecret: string,
	now: number,
	clockSkewSeconds: number,
): void {
	const { scheme, nonce, created, passwordDigest } = signature;
	const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(created) ? Date.parse(created) : NaN;
	// NaN compares false, so a malformed time is out of the limit too.
	if (!(Math.abs(now - time) <= clockSkewSeconds * 1000)) throw refuse('timeOutLimit');
	const digest = scheme === 'AKSK' ? akskDigest : wsseDigest;
	if (digest(appSecret, nonce, created) !== passwordDigest) throw refuse('invalidDigest');
}
