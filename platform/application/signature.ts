import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

import { parseTime, signatureTime } from '../wire/time';

/** `aksk` is current; `wsse` is the older form that older applications still use. */
export type Scheme = 'aksk' | 'wsse';

/** What signs and verifies: both are shown in the console under 应用管理. */
export interface Keys {
	appKey: string;
	appSecret: string;
}

/** The two headers that sign a request. */
export type SignedHeaders = { Authorization: string } & (
	| { 'X-AKSK': string }
	| { 'X-WSSE': string }
);

const AUTHORIZATION = 'realm="SDP",profile="UsernameToken",type="Appkey"';

/**
 * Signs one request. Every request needs new headers, repeated ones too. Neither URI nor body is
 * part of the digest. Source: 隐私保护通话 API, 请求消息头.
 *
 * @param nonce 1-128 letters and digits, new for every request
 * @param now clock; the platform refuses stamps too far from its own (1010013)
 */
export function signRequest(
	keys: Keys,
	scheme: Scheme,
	// Node.js keeps random bytes ready for UUIDs; a few bytes asked for by themselves cost a call of the system.
	nonce = randomUUID().replaceAll('-', ''),
	now = new Date(),
): SignedHeaders {
	const created = signatureTime(now);
	const digest = digestOf(scheme, keys.appSecret, nonce, created);
	const token = `UsernameToken Username="${keys.appKey}",PasswordDigest="${digest}",Nonce="${nonce}",Created="${created}"`;
	return scheme === 'aksk'
		? { Authorization: `AKSK ${AUTHORIZATION}`, 'X-AKSK': token }
		: { Authorization: `WSSE ${AUTHORIZATION}`, 'X-WSSE': token };
}

/**
 * PasswordDigest of a nonce and a time: Base64 of HMAC-SHA256 (`aksk`) or SHA-256 (`wsse`).
 */
export function digestOf(
	scheme: Scheme,
	appSecret: string,
	nonce: string,
	created: string,
): string {
	return scheme === 'aksk'
		? createHmac('sha256', appSecret)
				.update(nonce + created)
				.digest('base64')
		: createHash('sha256')
				.update(nonce + created + appSecret)
				.digest('base64');
}

/** A push as it arrived; header names in lower case. */
export interface SignedPush {
	headers: Readonly<Record<string, string | string[] | undefined>>;
	/** Addresses under which the platform may know this receiver, for the form that signs the URL. */
	urls: readonly string[];
}

/** What the receiver knows and asks for. */
export interface Verification extends Keys {
	/** Oldest signature accepted, in minutes; 0 accepts any. Pushes are repeated for 300 minutes. */
	maxAgeMinutes: number;
	now?: Date;
}

export type Verdict =
	| { result: 'valid'; nonce: string }
	| { result: 'unsigned' }
	| { result: 'invalid'; reason: string };

/** The URL form stamps Beijing time, eight hours ahead of UTC. */
const BEIJING_MINUTES = 8 * 60;
/** How far a sender's clock may be ahead. */
const CLOCK_MINUTES = 15;

/**
 * What can be told against a push without the keys, which cost more to read than all of this: its
 * signature cannot be read, or is too old or from the future in every form. Never throws.
 *
 * @returns `undefined` where the keys must decide, and for an unsigned push
 */
export function refusalByForm(
	{ headers }: Pick<SignedPush, 'headers'>,
	{ maxAgeMinutes, now = new Date() }: Pick<Verification, 'maxAgeMinutes' | 'now'>,
): string | undefined {
	const header = headers['x-aksk'] ?? headers['x-wsse'];
	if (header === undefined) return undefined;
	if (typeof header !== 'string') return 'the signature header is there twice';
	const token = readToken(header);
	if (!token) return 'the signature header cannot be read';
	return refusalByAge(token, maxAgeMinutes, now, CLOCK_MINUTES + BEIJING_MINUTES);
}

/**
 * Checks who signed a push: `X-AKSK`, `X-WSSE`, or the HMAC over the URL. Never throws; compares in
 * constant time. The digest does not cover the body: remember nonces to notice a replay.
 * Source: 呼叫事件通知接口, 请求消息头; the URL form is that of the sister product VoiceCall.
 */
export function verifyPush(push: SignedPush, expected: Verification): Verdict {
	const aksk = push.headers['x-aksk'];
	const header = aksk ?? push.headers['x-wsse'];
	if (header === undefined) return { result: 'unsigned' };
	if (typeof header !== 'string') return invalid('the signature header is there twice');

	const token = readToken(header);
	if (!token) return invalid('the signature header cannot be read');
	if (!same(token.username, expected.appKey)) return invalid('Username is not the app key');

	const { appSecret } = expected;
	const plain = digestOf(
		aksk === undefined ? 'wsse' : 'aksk',
		appSecret,
		token.nonce,
		token.created,
	);
	const matchesPlain = same(token.digest, plain);
	const isSigned =
		matchesPlain || (aksk !== undefined && matchesUrlForm(token, appSecret, push.urls));
	if (!isSigned) return invalid('the digest does not match the app secret');

	const { maxAgeMinutes, now = new Date() } = expected;
	const allowedAhead = CLOCK_MINUTES + (matchesPlain ? 0 : BEIJING_MINUTES);
	const refusal = refusalByAge(token, maxAgeMinutes, now, allowedAhead);
	if (refusal !== undefined) return invalid(refusal);
	return { result: 'valid', nonce: token.nonce };
}

interface Token {
	username: string;
	digest: string;
	nonce: string;
	created: string;
}

/**
 * The digest covers nonce and time without a mark between them: only a whole time, with its year, tells
 * where the one ends, or a replayed signature could be cut elsewhere and look new.
 */
function refusalByAge(
	token: Token,
	maxAgeMinutes: number,
	now: Date,
	allowedAhead: number,
): string | undefined {
	const created = parseTime(token.created);
	if (created === undefined) return 'Created is not a time';
	const ahead = (Date.parse(created) - now.getTime()) / 60_000;
	if (maxAgeMinutes === 0) return undefined;
	if (-ahead > maxAgeMinutes) return 'the signature is too old';
	return ahead > allowedAhead ? 'the signature is from the future' : undefined;
}

function invalid(reason: string): Verdict {
	return { result: 'invalid', reason };
}

function readToken(header: string): Token | undefined {
	if (header.length > 1024 || !/^\s*UsernameToken\s/i.test(header)) return undefined;
	const parts = new Map<string, string>();
	for (const [, name = '', value = ''] of header.matchAll(/(\w+)\s*=\s*"([^"]*)"/g)) {
		const part = name.toLowerCase();
		if (parts.has(part)) return undefined;
		parts.set(part, value);
	}
	const [username, digest, nonce, created] = ['username', 'passworddigest', 'nonce', 'created'].map(
		(name) => parts.get(name),
	);
	return username && digest && nonce && created ? { username, digest, nonce, created } : undefined;
}

function matchesUrlForm(token: Token, appSecret: string, urls: readonly string[]): boolean {
	// Every address is tried, so that the time taken tells nothing about which one fits.
	return urls
		.map((url) =>
			same(
				token.digest,
				createHmac('sha256', appSecret)
					.update(`${url}\n${token.nonce}\n${token.created}`)
					.digest('base64'),
			),
		)
		.includes(true);
}

/** Compares in constant time; texts of different length are hashed to the same length first. */
function same(given: string, wanted: string): boolean {
	const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest()) as [
		Buffer,
		Buffer,
	];
	return timingSafeEqual(a, b);
}
