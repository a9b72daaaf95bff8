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

function readKey(field: 'appKey' | 'appSecret', value: unknown): string {
	const key = typeof value === 'string' ? value.trim() : '';
	// A quote or a line break would end the header early.
	if (/^[\x21-\x7e]+$/.test(key) && !key.includes('"')) return key;
	const shown = field === 'appSecret' ? HIDDEN : key;
	throw refuse(field, shown, 'keyOfConsole');
}

function readBaseUrl(value: unknown): string {
	const given = typeof value === 'string' ? value.trim() : '';
	const address = given.includes('://') ? given : `https://${given}`;
	const url = URL.canParse(address) ? new URL(address) : undefined;
	const isPlain = url && url.username + url.password + url.search + url.hash === '';
	if (!isPlain || !/^https?:$/.test(url.protocol)) {
		throw refuse(
			'baseUrl',
			// Somebody may have put a password in front of the host.
			given.replace(/[^/]*@/, `${HIDDEN}@`),
			'baseUrl',
		);
	}
	return (url.origin + url.pathname).replace(/\/+$/, '');
}
