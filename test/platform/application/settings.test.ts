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

test('a secret that is refused is not shown', () => {
	const { message, value } = refusal({ ...GOOD, appSecret: 'top secret' });
	expect(message + value).not.toContain('top');
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
