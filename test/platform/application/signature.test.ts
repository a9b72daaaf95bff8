import crypto, { createHmac } from 'node:crypto';

import fc from 'fast-check';

import {
	digestOf,
	signRequest,
	verifyPush,
	type Scheme,
	type Verification,
} from '../../../platform/application/signature';
import vectors from '../fixtures/signatures.json';

const KEYS = { appKey: 'testAppKey0001', appSecret: 'testAppSecret0001' };
const NOW = new Date('2026-03-01T12:00:00Z');
const expected = (more: Partial<Verification> = {}): Verification => ({
	...KEYS,
	maxAgeMinutes: 1440,
	now: NOW,
	...more,
});
const minutes = (count: number): Date => new Date(NOW.getTime() + count * 60_000);

/** The signature header of a request, under the name that a push arrives with. */
function signed(scheme: Scheme = 'aksk', nonce = 'n1', at = NOW, keys = KEYS) {
	const headers: Record<string, string> = { ...signRequest(keys, scheme, nonce, at) };
	const name = scheme === 'aksk' ? 'X-AKSK' : 'X-WSSE';
	return { name: name.toLowerCase(), value: headers[name] ?? '' };
}

function verify(
	name: string,
	value: string,
	more: Partial<Verification> = {},
	urls: string[] = [],
) {
	return verifyPush({ headers: { [name]: value }, urls }, expected(more));
}

/** The form of the sister product: HMAC over the receiver's address, stamped in Beijing time. */
function signedUrl(url: string, at = NOW, nonce = 'n1', secret = KEYS.appSecret): string {
	const created = `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}Z`;
	const digest = createHmac('sha256', secret)
		.update(`${url}\n${nonce}\n${created}`)
		.digest('base64');
	return `UsernameToken Username="${KEYS.appKey}",PasswordDigest="${digest}",Nonce="${nonce}",Created="${created}"`;
}

describe('signing', () => {
	test.each(vectors)('gives the digests of the worked example $nonce', (vector) => {
		const { appSecret, nonce, created } = vector;
		expect(digestOf('aksk', appSecret, nonce, created)).toBe(vector.akskPasswordDigest);
		expect(digestOf('wsse', appSecret, nonce, created)).toBe(vector.wssePasswordDigest);
		expect(signRequest(vector, 'aksk', nonce, new Date(created))).toEqual({
			Authorization: 'AKSK realm="SDP",profile="UsernameToken",type="Appkey"',
			'X-AKSK': vector.xAksk,
		});
		expect(signRequest(vector, 'wsse', nonce, new Date(created))).toEqual({
			Authorization: 'WSSE realm="SDP",profile="UsernameToken",type="Appkey"',
			'X-WSSE': vector.xAksk.replace(vector.akskPasswordDigest, vector.wssePasswordDigest),
		});
	});

	test('takes a new nonce of letters and digits for every request', () => {
		const nonces = Array.from({ length: 200 }, () => {
			const headers: Record<string, string> = { ...signRequest(KEYS, 'aksk') };
			return /Nonce="([0-9A-Za-z]{1,128})"/.exec(headers['X-AKSK'] ?? '')?.[1];
		});
		expect(new Set(nonces).size).toBe(200);
		expect(nonces).not.toContain(undefined);
	});

	test('stamps UTC without milliseconds', () => {
		const at = new Date('2026-03-01T20:00:00.999+08:00');
		expect(signed('aksk', 'n', at).value).toContain('Created="2026-03-01T12:00:00Z"');
	});
});

describe('a push that the platform signed', () => {
	test.each(['aksk', 'wsse'] as const)('with %s is valid, whatever the keys', (scheme) => {
		const key = fc.stringMatching(/^[0-9A-Za-z]{1,64}$/);
		fc.assert(
			fc.property(
				key,
				key,
				key,
				fc.integer({ min: -1440, max: 15 }),
				(appKey, appSecret, nonce, age) => {
					const keys = { appKey, appSecret };
					const { name, value } = signed(scheme, nonce, minutes(age), keys);
					expect(verify(name, value, keys)).toEqual({ result: 'valid', nonce });
				},
			),
		);
	});

	test('is valid with a blank after each comma, as the parameter table writes it', () => {
		const { name, value } = signed();
		expect(verify(name, value.replaceAll('",', '", ')).result).toBe('valid');
	});

	test('is valid over the address that the platform knows, with its stamp in Beijing time', () => {
		const url = 'https://n8n.example.com/webhook/1/private-number';
		const urls = ['https://other.example.com/', url];
		expect(verify('x-aksk', signedUrl(url), {}, urls)).toEqual({ result: 'valid', nonce: 'n1' });
	});

	test('is invalid over another address', () => {
		const value = signedUrl('https://n8n.example.com/a');
		expect(verify('x-aksk', value, {}, ['https://n8n.example.com/b']).result).toBe('invalid');
		expect(verify('x-wsse', value, {}, ['https://n8n.example.com/a']).result).toBe('invalid');
	});

	test('keeps its validity when the other header is named, but not under it', () => {
		expect(verify('x-wsse', signed('aksk').value).result).toBe('invalid');
		expect(verify('x-aksk', signed('wsse').value).result).toBe('invalid');
	});
});

describe('a push that somebody changed', () => {
	test.each(['aksk', 'wsse'] as const)('in any byte of its %s signature is invalid', (scheme) => {
		const { name, value } = signed(scheme, '66C92B11FF8A425FB8D4CCFE0ED9ED1F');
		const start = value.indexOf('Username=');
		const bits = [1, 2, 4, 8, 16, 32, 64];
		for (let index = start; index < value.length; index += 1) {
			for (const bit of bits) {
				const byte = String.fromCharCode(value.charCodeAt(index) ^ bit);
				const forged = value.slice(0, index) + byte + value.slice(index + 1);
				// The names of the parts may be written in either case; they are no secret.
				if (forged.toLowerCase() === value.toLowerCase() && isName(value, index)) continue;
				const { result } = verify(name, forged);
				const isSeparator = value[index] === ',';
				if (isSeparator) continue;
				expect({ index, bit, result }).toEqual({ index, bit, result: 'invalid' });
			}
		}
	});

	test('at its end, or cut anywhere, is invalid', () => {
		const { name, value } = signed();
		for (let length = 0; length < value.length; length += 1) {
			expect(verify(name, value.slice(0, length)).result).toBe('invalid');
		}
	});

	test.each([
		[
			'the nonce lends a digit to the time',
			(n: string, c: string) => [n.slice(0, -1), n.slice(-1) + c],
		],
		[
			'the time lends its year to the nonce',
			(n: string, c: string) => [n + c.slice(0, 4), c.slice(4)],
		],
		[
			'the time lends all but its seconds',
			(n: string, c: string) => [n + c.slice(0, -3), c.slice(-3)],
		],
		[
			'the time lends all but one digit',
			(n: string, c: string) => [n + c.slice(0, -2), c.slice(-2)],
		],
	])(
		'so that its nonce looks new though the digest fits (%s) is invalid, at any age',
		(_, shift) => {
			const created = '2026-03-01T12:00:00Z';
			const [nonce = '', stamp = ''] = shift('66C92B11FF8A425FB8D4CCFE0ED9ED1F', created);
			const digest = digestOf('aksk', KEYS.appSecret, nonce, stamp);
			expect(digest).toBe(
				digestOf('aksk', KEYS.appSecret, '66C92B11FF8A425FB8D4CCFE0ED9ED1F', created),
			);
			const value = `UsernameToken Username="${KEYS.appKey}",PasswordDigest="${digest}",Nonce="${nonce}",Created="${stamp}"`;
			expect(verify('x-aksk', value, { maxAgeMinutes: 0 }).result).toBe('invalid');
		},
	);

	test('so that a part is there twice is invalid', () => {
		const { name, value } = signed();
		expect(verify(name, `${value},Nonce="n2"`).result).toBe('invalid');
		expect(verify(name, `${value},nonce="n2"`).result).toBe('invalid');
		expect(verify(name, `${value}, ${value}`).result).toBe('invalid');
	});

	test('so that its header is there twice is invalid', () => {
		const { value } = signed();
		const push = { headers: { 'x-aksk': [value, value] }, urls: [] };
		expect(verifyPush(push, expected()).result).toBe('invalid');
	});

	test('is not saved by a good signature under the other header', () => {
		const headers = { 'x-aksk': 'forged', 'x-wsse': signed('wsse').value };
		expect(verifyPush({ headers, urls: [] }, expected()).result).toBe('invalid');
	});
});

/** Whether the byte belongs to the name of a part, not to its value. */
function isName(header: string, index: number): boolean {
	return (header.slice(0, index).split('"').length - 1) % 2 === 0;
}

describe('the age of a signature', () => {
	test.each([
		[-1440, 'valid'],
		[-1441, 'invalid'],
		[15, 'valid'],
		[16, 'invalid'],
	])('%d minutes from now is %s', (age, result) => {
		const { name, value } = signed('aksk', 'n1', minutes(age));
		expect(verify(name, value).result).toBe(result);
	});

	test.each([
		[15, 'valid'],
		[16, 'invalid'],
	])('%d minutes ahead of Beijing time is %s in the form that signs the address', (age, result) => {
		const url = 'https://n8n.example.com/';
		expect(verify('x-aksk', signedUrl(url, minutes(age)), {}, [url]).result).toBe(result);
	});

	test('does not matter where any age is accepted', () => {
		const { name, value } = signed('aksk', 'n1', new Date('2018-02-12T15:30:20Z'));
		expect(verify(name, value, { maxAgeMinutes: 0 }).result).toBe('valid');
	});

	test.each(['', 'now', '12:00', '0Z', '1', '2026', '2026-03-01', '+012026-03-01T12:00:00Z'])(
		'"%s" is no time, whoever signed it, and at any age',
		(created) => {
			const digest = digestOf('aksk', KEYS.appSecret, 'n1', created);
			const value = `UsernameToken Username="${KEYS.appKey}",PasswordDigest="${digest}",Nonce="n1",Created="${created}"`;
			expect(verify('x-aksk', value, { maxAgeMinutes: 0 }).result).toBe('invalid');
			expect(verify('x-aksk', value).result).toBe('invalid');
		},
	);
});

describe('whatever a header holds', () => {
	test('a push without a signature is unsigned', () => {
		const headers = { authorization: 'AKSK realm="SDP"', 'x-other': 'x' };
		expect(verifyPush({ headers, urls: [] }, expected())).toEqual({ result: 'unsigned' });
	});

	test('nothing but the right signature is valid, and nothing throws', () => {
		const header = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 2000 }),
			fc.constantFrom('__proto__', 'constructor', '', '"'.repeat(1000), 'a='.repeat(1000)),
			fc
				.record({ u: fc.string(), d: fc.string(), n: fc.string(), c: fc.string() })
				.map(
					({ u, d, n, c }) =>
						`UsernameToken Username="${u}",PasswordDigest="${d}",Nonce="${n}",Created="${c}"`,
				),
		);
		fc.assert(
			fc.property(fc.constantFrom('x-aksk', 'x-wsse'), header, (name, value) => {
				const verdict = verify(name, value);
				expect(verdict).toEqual({
					result: 'invalid',
					reason: expect.stringMatching(/./) as string,
				});
				expect(JSON.stringify(verdict)).not.toContain(KEYS.appSecret);
			}),
		);
	});

	test('a very long header is refused at once', () => {
		const header = `UsernameToken ${'a '.repeat(1_000_000)}`;
		const before = Date.now();
		expect(verify('x-aksk', header).result).toBe('invalid');
		// To go through it again for each of its words would take minutes.
		expect(Date.now() - before).toBeLessThan(2000);
	});

	test('texts of any length are compared in constant time, as hashes of one length', () => {
		const compare = jest.spyOn(crypto, 'timingSafeEqual');
		try {
			for (const digest of ['', 'A', 'A'.repeat(500)]) {
				const value = `UsernameToken Username="${KEYS.appKey}",PasswordDigest="${digest || '='}",Nonce="n",Created="2026-03-01T12:00:00Z"`;
				expect(verify('x-aksk', value).result).toBe('invalid');
			}
			const lengths = compare.mock.calls.flat().map(({ byteLength }) => byteLength);
			expect(lengths.length).toBeGreaterThanOrEqual(12);
			expect(new Set(lengths)).toEqual(new Set([32]));
		} finally {
			compare.mockRestore();
		}
	});
});
