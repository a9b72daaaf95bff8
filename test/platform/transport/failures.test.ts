import { detail } from '../../../platform/codes/details';
import { localError } from '../../../platform/codes/errors';
import { checkEgress } from '../../../platform/transport/egress';
import { failureOf, isHangUp, NeverSent } from '../../../platform/transport/failures';

const wanted = { url: new URL('https://platform.example:8443/x'), timeoutMs: 1500 };
const KNOWN = localError('badProxy', detail('cancelled'), 'unsent');
/** A failure as Node.js and undici tell it. */
const failure = (code: string | undefined, message = 'said', more: object = {}): Error =>
	Object.assign(new Error(message), { code, ...more });

describe('a request without an answer', () => {
	test('is told as what is known of it already', () => {
		expect(failureOf(KNOWN, wanted, true)).toBe(KNOWN);
		expect(failureOf(new NeverSent(KNOWN), wanted, true)).toBe(KNOWN);
	});

	test.each([
		[new NeverSent(), 'unsent'],
		[new NeverSent(failure('ECONNREFUSED')), 'unsent'],
		[failure('ECONNRESET'), 'lost'],
	])('that was cancelled is told as such (%#)', (error, outcome) => {
		const signal = AbortSignal.abort();
		const told = failureOf(error, { ...wanted, signal }, true);
		expect(told).toMatchObject({ code: 'cancelled', outcome });
	});

	test.each<[string, unknown, boolean, object]>([
		[
			'had no connection in time',
			new NeverSent(),
			true,
			{
				code: 'unreachable',
				outcome: 'unsent',
				text: 'platform.example:8443: no connection within 1.5 seconds.',
			},
		],
		[
			'was aborted when its time was over',
			failure('ABORT_ERR'),
			true,
			{ code: 'timeout', outcome: 'lost', text: 'No answer within 1.5 seconds.' },
		],
		[
			'waited too long for the headers',
			failure('UND_ERR_HEADERS_TIMEOUT'),
			false,
			{ code: 'timeout', outcome: 'lost' },
		],
		[
			'waited too long for the body',
			failure('UND_ERR_BODY_TIMEOUT'),
			false,
			{ code: 'timeout', outcome: 'lost' },
		],
		[
			'was cut off',
			failure('ECONNRESET', 'read ECONNRESET'),
			false,
			{ code: 'unreachable', outcome: 'lost', text: 'platform.example:8443: read ECONNRESET' },
		],
		[
			'was never sent',
			new NeverSent(failure('ECONNREFUSED', 'connect ECONNREFUSED')),
			false,
			{
				code: 'unreachable',
				outcome: 'unsent',
				text: 'platform.example:8443: connect ECONNREFUSED',
			},
		],
	])('that %s', (_, error, isAborted, expected) => {
		expect(failureOf(error, wanted, isAborted)).toMatchObject(expected);
	});

	test.each([
		['CERT_HAS_EXPIRED', 'untrustedCertificate'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'untrustedCertificate'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrustedCertificate'],
		['SELF_SIGNED_CERT_IN_CHAIN', 'untrustedCertificate'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrustedCertificate'],
		['ENOTFOUND', 'unreachable'],
		['NO_CERT_', 'unreachable'],
	])('because of %s is told as %s', (code, expected) => {
		expect(failureOf(new NeverSent(failure(code)), wanted, false)).toMatchObject({
			code: expected,
			outcome: 'unsent',
		});
	});

	const REFUSED = failure('ECONNREFUSED', 'connect ECONNREFUSED');
	test.each<[string, unknown, string]>([
		['its message', failure('X', 'said'), 'said'],
		['its code where it has no message', failure('ECONNRESET', ''), 'ECONNRESET'],
		['the first of several attempts', { errors: [REFUSED, failure('X')] }, REFUSED.message],
		['several attempts with a code', { code: 'X', errors: [REFUSED] }, REFUSED.message],
		['its cause', new TypeError('fetch failed', { cause: REFUSED }), REFUSED.message],
		['its own message beside a cause', failure('X', 'said', { cause: REFUSED }), 'said'],
		['nothing', {}, 'no reason given'],
		['no error at all', null, 'no reason given'],
		['an empty list of attempts', { errors: [] }, 'no reason given'],
	])('has its reason from %s', (_, reason, expected) => {
		expect(failureOf(reason, wanted, false)).toMatchObject({
			text: `platform.example:8443: ${expected}`,
		});
	});

	test('has the certificate that its cause was refused for', () => {
		const cause = failure('CERT_HAS_EXPIRED');
		const told = failureOf(new TypeError('fetch failed', { cause }), wanted, false);
		expect(told).toMatchObject({ code: 'untrustedCertificate' });
	});
});

test.each<[unknown, boolean]>([
	[failure('ECONNRESET'), true],
	[failure('EPIPE'), true],
	[failure('UND_ERR_SOCKET'), true],
	[failure('ABORT_ERR'), false],
	[failure('UND_ERR_HEADERS_TIMEOUT'), false],
	[failure(''), false],
	[failure(undefined), false],
	[null, false],
])('what ends with %o is a host that has hung up: %p', (error, expected) => {
	expect(isHangUp(error)).toBe(expected);
});

describe('the policy for connections', () => {
	const guard = (verdict: () => Promise<{ ok: true } | { ok: false; error: Error }>) => ({
		validateUrl: verdict,
		createSecureLookup: () => () => undefined,
	});
	const ADDRESS = 'https://platform.example';

	test('lets through what it allows, and all where there is none', async () => {
		await expect(checkEgress(ADDRESS)).resolves.toBeUndefined();
		const allows = guard(() => Promise.resolve({ ok: true }));
		await expect(checkEgress(ADDRESS, allows)).resolves.toBeUndefined();
	});

	test('is told when it forbids a host', async () => {
		const error = new Error('It is inside.');
		const forbids = guard(() => Promise.resolve({ ok: false, error }));
		await expect(checkEgress(ADDRESS, forbids)).rejects.toMatchObject({
			code: 'forbiddenHost',
			outcome: 'unsent',
			text: 'It is inside.',
		});
	});

	test.each<[string, unknown, string]>([
		['an error', new Error('getaddrinfo EAI_AGAIN'), 'getaddrinfo EAI_AGAIN'],
		['a word', 'no name server', 'no name server'],
		['nothing', undefined, 'undefined'],
	])('that cannot look a name up is told with %s', async (_, reason, text) => {
		const fails = guard(async () => await Promise.reject(reason as Error));
		await expect(checkEgress(ADDRESS, fails)).rejects.toMatchObject({
			code: 'unreachable',
			outcome: 'unsent',
			text,
		});
	});
});
