import fc from 'fast-check';

import { InputError } from '../../../platform/codes/errors';
import { readApplication } from '../../../platform/application/settings';
import { signRequest } from '../../../platform/application/signature';

const GOOD = {
	appKey: 'testAppKey0001',
	appSecret: 'testAppSecret0001',
	baseUrl: 'https://rtcpns.cn-north-1.myhuaweicloud.com',
	authentication: 'aksk',
	allowUnauthorizedCerts: false,
};
const refusal = (settings: Record<string, unknown>): InputError => {
	try {
		readApplication(settings);
	} catch (error) {
		if (error instanceof InputError) return error;
		throw error;
	}
	throw new Error('It was accepted.');
};

test('settings are read as people paste them', () => {
	const pasted = { ...GOOD, appKey: ' testAppKey0001\n', appSecret: '\ttestAppSecret0001 ' };
	expect(readApplication(pasted)).toEqual(GOOD);
});

test.each([
	['wsse', 'wsse'],
	['aksk', 'aksk'],
	['WSSE', 'aksk'],
	[undefined, 'aksk'],
])('signs with %p as %s', (authentication, expected) => {
	expect(readApplication({ ...GOOD, authentication }).authentication).toBe(expected);
});

test.each([
	[true, true],
	[false, false],
	['true', false],
	[1, false],
	[undefined, false],
])('accepts certificates that cannot be verified only where that is on: %p', (given, expected) => {
	const { allowUnauthorizedCerts } = readApplication({ ...GOOD, allowUnauthorizedCerts: given });
	expect(allowUnauthorizedCerts).toBe(expected);
});

test.each([
	['https://example.com', 'https://example.com'],
	['https://example.com/', 'https://example.com'],
	[' https://example.com// ', 'https://example.com'],
	['example.com', 'https://example.com'],
	['example.com:12543', 'https://example.com:12543'],
	['HTTP://Example.com', 'http://example.com'],
	['https://example.com/gateway/', 'https://example.com/gateway'],
])('the base URL "%s" is %s', (baseUrl, expected) => {
	expect(readApplication({ ...GOOD, baseUrl }).baseUrl).toBe(expected);
});

test.each([
	'',
	' ',
	'https://',
	'https://exa mple.com',
	'https://example.com/?a=1',
	'https://example.com/#x',
	'ftp://example.com',
	'file:///etc/passwd',
	'xhttps://example.com',
	'javascript:alert(1)',
	'data:text/plain,x',
	'https://user@example.com',
	'https://:password@example.com',
	undefined,
	17,
	{},
])('the base URL %p is refused', (baseUrl) => {
	expect(refusal({ ...GOOD, baseUrl }).field).toBe('baseUrl');
});

test('a base URL that is no text is refused as an empty one', () => {
	expect(refusal({ ...GOOD, baseUrl: 17 })).toMatchObject({ field: 'baseUrl', value: '' });
});

test('a password in the base URL is refused without being shown', () => {
	const { message, value } = refusal({ ...GOOD, baseUrl: 'https://me:hunter22@example.com' });
	expect(message + value).not.toContain('hunter22');
});

test.each([
	'https://me:hunter22/x@example.com',
	'me:hunter22@example.com',
	'https://me:hun@ter22@example.com',
])('no part of the password in "%s" is shown', (baseUrl) => {
	const { message, value } = refusal({ ...GOOD, baseUrl });
	expect(message + value).not.toMatch(/hun|ter22/);
});

test.each([
	['ftp://example.com', 'ftp://example.com'],
	['https://me:hunter22@example.com', 'https://(hidden)@example.com'],
	['me:hunter22@example.com', '(hidden)@example.com'],
	['me:hunter22@ftp://example.com', '(hidden)@ftp://example.com'],
	['://me:hunter22@example.com', '://(hidden)@example.com'],
])('all else of the refused base URL "%s" is shown', (baseUrl, shown) => {
	expect(refusal({ ...GOOD, baseUrl }).value).toBe(shown);
});

test('a setting may have two thousand signs, and what is longer is refused without being shown', () => {
	const appKey = 'k'.repeat(2000);
	expect(readApplication({ ...GOOD, appKey }).appKey).toBe(appKey);
	const { field, value, expected } = refusal({ ...GOOD, appKey: `${appKey}k` });
	expect({ field, value }).toEqual({ field: 'appKey', value: '(hidden)' });
	expect(expected).toContain('2000');
});

// Reported: 100 000 signs without an @ kept n8n busy for five seconds, in one regular expression.
test.each(['appKey', 'appSecret', 'baseUrl'])('%s of any length is refused at once', (field) => {
	for (const sign of ['a', '/', '@', ' ', ':', '.', '/@', 'a/']) {
		const endless = `https://${sign.repeat(1_000_000)} x`;
		const { field: refused, value } = refusal({ ...GOOD, [field]: endless });
		expect(refused).toBe(field);
		expect(value.length).toBeLessThanOrEqual(80);
	}
});

test.each(['appKey', 'appSecret'] as const)('%s cannot carry anything into a header', (field) => {
	const bad = fc
		.tuple(
			fc.string(),
			fc.constantFrom('\r', '\n', '"', '\u0000', ' ', '中', '\u007f'),
			fc.string(),
		)
		.map(([before, sign, after]) => `a${before}${sign}${after}b`);
	fc.assert(
		fc.property(bad, (value) => {
			expect(refusal({ ...GOOD, [field]: value }).field).toBe(field);
		}),
	);
});

test('a secret that is refused is not shown, a key is', () => {
	const { message, value } = refusal({ ...GOOD, appSecret: 'top secret' });
	expect(message + value).not.toContain('top');
	expect(refusal({ ...GOOD, appKey: 'app key' }).value).toBe('app key');
});

test.each(['appKey', 'appSecret'] as const)('%s is refused where it is no text', (field) => {
	for (const value of [undefined, null, 17, {}]) {
		expect(refusal({ ...GOOD, [field]: value })).toMatchObject({ field });
	}
});

test('every key that is accepted makes a header of one line', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', minLength: 1 }), (appKey) => {
			let application;
			try {
				application = readApplication({ ...GOOD, appKey });
			} catch {
				return;
			}
			for (const scheme of ['aksk', 'wsse'] as const) {
				const header = Object.values(signRequest(application, scheme)).join('');
				expect(header).toMatch(/^[\x20-\x7e]*$/);
				expect(header.split('"')).toHaveLength(6 + 8 + 1);
			}
		}),
	);
});
