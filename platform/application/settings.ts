import type { Application } from './application';
import { HIDDEN, refuse } from '../codes/errors';

/**
 * Reads an application's settings as people paste them: with blanks around, a base URL without
 * scheme or with a slash at its end.
 *
 * @throws InputError naming the setting
 */
export function readApplication(settings: Readonly<Record<string, unknown>>): Application {
	return {
		appKey: readKey('appKey', settings.appKey),
		appSecret: readKey('appSecret', settings.appSecret),
		baseUrl: readBaseUrl(settings.baseUrl),
		authentication: settings.authentication === 'wsse' ? 'wsse' : 'aksk',
		allowUnauthorizedCerts: settings.allowUnauthorizedCerts === true,
	};
}

/** Longest key and address that are looked at; the console's have less than a hundred characters. */
const LONGEST_SETTING = 2000;

function readKey(field: 'appKey' | 'appSecret', value: unknown): string {
	const key = settingOf(field, value);
	// A quote or a line break would end the header early.
	if (/^[\x21-\x7e]+$/.test(key) && !key.includes('"')) return key;
	throw refuse(field, field === 'appSecret' ? HIDDEN : key, 'keyOfConsole');
}

function readBaseUrl(value: unknown): string {
	const given = settingOf('baseUrl', value);
	const address = given.includes('://') ? given : `https://${given}`;
	const url = URL.canParse(address) ? new URL(address) : undefined;
	const isPlain = url && url.username + url.password + url.search + url.hash === '';
	if (!isPlain || !/^https?:$/.test(url.protocol)) {
		throw refuse('baseUrl', withoutPassword(given), 'baseUrl');
	}
	return withoutSlashes(url.origin + url.pathname);
}

/** A setting as text without blanks around it. */
function settingOf(field: string, value: unknown): string {
	if (typeof value !== 'string') return '';
	// Not shown: it may be, or hold, a secret.
	if (value.length > LONGEST_SETTING) {
		throw refuse(field, HIDDEN, 'length', { longest: LONGEST_SETTING });
	}
	return value.trim();
}

/** Somebody may have put a password in front of the host. */
function withoutPassword(address: string): string {
	const at = address.lastIndexOf('@');
	if (at < 0) return address;
	const scheme = address.indexOf('://');
	const start = scheme >= 0 && scheme < at ? scheme + 3 : 0;
	return `${address.slice(0, start)}${HIDDEN}${address.slice(at)}`;
}

function withoutSlashes(address: string): string {
	let end = address.length;
	while (address.charAt(end - 1) === '/') end -= 1;
	return address.slice(0, end);
}
