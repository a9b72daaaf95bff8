import fc from 'fast-check';

import {
	refusalByForm,
	signRequest,
	verifyPush,
	type Scheme,
} from '../../../platform/application/signature';

const KEYS = { appKey: 'testAppKey0001', appSecret: 'testAppSecret0001' };
const NOW = new Date('2026-03-01T12:00:00Z');
const DAY = { maxAgeMinutes: 1440, now: NOW };
const BEIJING = 480;

/** The signature header of a push that was signed so many minutes from now. */
function signed(scheme: Scheme, minutes: number, keys = KEYS): Record<string, string> {
	const at = new Date(NOW.getTime() + minutes * 60_000);
	const headers: Record<string, string> = { ...signRequest(keys, scheme, 'n1', at) };
	return scheme === 'aksk'
		? { 'x-aksk': headers['X-AKSK'] ?? '' }
		: { 'x-wsse': headers['X-WSSE'] ?? '' };
}

describe.each(['aksk', 'wsse'] as const)('without the keys, a push signed with %s', (scheme) => {
	test.each([-1440, 0, 15, BEIJING, BEIJING + 15])(
		'%d minutes from now may be good: the keys decide',
		(minutes) => {
			expect(refusalByForm({ headers: signed(scheme, minutes) }, DAY)).toBeUndefined();
		},
	);

	test.each([
		[-1441, 'old'],
		[BEIJING + 16, 'future'],
	])('%d minutes from now is refused: %s', (minutes, reason) => {
		expect(refusalByForm({ headers: signed(scheme, minutes) }, DAY)).toContain(reason);
	});

	test('of any age may be good where the age does not matter', () => {
		const headers = signed(scheme, -1_000_000);
		expect(refusalByForm({ headers }, { maxAgeMinutes: 0, now: NOW })).toBeUndefined();
	});

	test('just now may be good, by the clock of this machine', () => {
		const headers = signed(scheme, (Date.now() - NOW.getTime()) / 60_000);
		expect(refusalByForm({ headers }, { maxAgeMinutes: 5 })).toBeUndefined();
	});
});

describe('without the keys', () => {
	test('a push without a signature is not refused: that is for the user to decide', () => {
		expect(refusalByForm({ headers: { authorization: 'AKSK' } }, DAY)).toBeUndefined();
	});

	test.each(['', 'forged', 'UsernameToken Username="a"', `UsernameToken ${'a '.repeat(600)}`])(
		'a signature that cannot be read is refused: %p',
		(header) => {
			expect(refusalByForm({ headers: { 'x-aksk': header } }, DAY)).toContain('read');
			expect(refusalByForm({ headers: { 'x-wsse': header } }, DAY)).toContain('read');
		},
	);

	test('a signature header that is there twice is refused', () => {
		const { 'x-aksk': header = '' } = signed('aksk', 0);
		expect(refusalByForm({ headers: { 'x-aksk': [header, header] } }, DAY)).toContain('twice');
	});

	test('nothing is refused that the keys would accept', () => {
		const minutes = fc.integer({ min: -3000, max: 1000 });
		const scheme = fc.constantFrom('aksk' as const, 'wsse' as const);
		fc.assert(
			fc.property(scheme, minutes, fc.constantFrom(0, 300, 1440), (how, age, maxAgeMinutes) => {
				const push = { headers: signed(how, age), urls: [] };
				const byForm = refusalByForm(push, { maxAgeMinutes, now: NOW });
				const { result } = verifyPush(push, { ...KEYS, maxAgeMinutes, now: NOW });
				if (byForm !== undefined) expect(result).toBe('invalid');
			}),
		);
	});
});

describe('a good signature', () => {
	const { 'x-aksk': good = '' } = signed('aksk', 0);
	const resultOf = (header: string) =>
		verifyPush({ headers: { 'x-aksk': header }, urls: [] }, { ...KEYS, ...DAY }).result;

	test.each([
		['as it is', good],
		['behind blanks', `  ${good}`],
		['with its token in lower case', good.replace('UsernameToken', 'usernametoken')],
		['with a tab behind its token', good.replace('UsernameToken ', 'UsernameToken\t')],
		[
			'with blanks around its equal signs',
			good.replace(/(Username|Digest|Nonce|Created)="/g, '$1  =  "'),
		],
		['with its parts in another case', good.replace('Nonce', 'NONCE')],
		['in the longest header', good.padEnd(1024)],
	])('is valid %s', (_, header) => {
		expect(resultOf(header)).toBe('valid');
	});

	test.each([
		['behind something else', `a ${good}`],
		['with something before its token', `a${good}`],
		['with another token', good.replace('UsernameToken', 'UsernameTokens')],
		['in a header that is too long', good.padEnd(1025)],
	])('is invalid %s', (_, header) => {
		expect(resultOf(header)).toBe('invalid');
	});

	test.each(['Username', 'PasswordDigest', 'Nonce', 'Created'])(
		'cannot be read without its %s, or with an empty one',
		(name) => {
			const part = new RegExp(`${name}="[^"]*",?`);
			for (const header of [good.replace(part, ''), good.replace(part, `${name}="",`)]) {
				expect(refusalByForm({ headers: { 'x-aksk': header } }, DAY)).toContain('read');
				expect(resultOf(header)).toBe('invalid');
			}
		},
	);
});
