import fc from 'fast-check';

import { readAnswer } from '../../../platform/client/answer';
import { PlatformError } from '../../../platform/codes/errors';
import { digestOf } from '../../../platform/application/signature';

/** What an answer is read as: its body, or the refusal that it stands for. */
function outcomeOf(
	status: number,
	text: string,
	asked?: Record<string, string>,
): Record<string, unknown> {
	try {
		return { body: readAnswer({ status, headers: {}, text, asked }) };
	} catch (error) {
		if (!(error instanceof PlatformError)) throw error;
		return { code: error.code, outcome: error.outcome, text: error.text, status: error.httpStatus };
	}
}

describe('an answer', () => {
	test.each(['0', 0, ' 0 '])('with resultcode %p is its body', (resultcode) => {
		const body = { resultcode, resultdesc: 'Success', subscriptionId: '1' };
		expect(outcomeOf(200, JSON.stringify(body))).toEqual({ body });
	});

	test('keeps every digit of an ID, as a text too where JSON has it as a number', () => {
		const text = '{"resultcode":0,"subscriptionId":1234567890123456789}';
		const body = { resultcode: 0, subscriptionId: '1234567890123456789' };
		expect(outcomeOf(200, text)).toEqual({ body });
	});

	test.each([
		[403, '1012010', 'refused'],
		[200, '1012010', 'refused'],
		[401, '1010010', 'refused'],
		[500, '1010001', 'lost'],
		[200, '1010001', 'lost'],
		[403, '1023002', 'lost'],
		[500, '1020152', 'refused'],
		[500, '1020002', 'lost'],
		[503, '1999999', 'lost'],
		[500, '1999999', 'lost'],
		[499, '1999999', 'refused'],
		[200, '1999999', 'refused'],
		[429, '1010001', 'refused'],
		[200, '1234567890123456', 'refused'],
	])('with HTTP %d and code %s is %s', (status, resultcode, outcome) => {
		const body = { resultcode, resultdesc: 'What the platform says.' };
		expect(outcomeOf(status, JSON.stringify(body))).toEqual({
			code: resultcode,
			outcome,
			text: 'What the platform says.',
			status,
		});
	});

	test.each([
		[404, '', 'wrongAddress', 'refused'],
		[299, '', 'invalidAnswer', 'lost'],
		[300, '', 'redirected', 'refused'],
		[302, '', 'redirected', 'refused'],
		[399, '', 'redirected', 'refused'],
		[400, '', 'invalidAnswer', 'refused'],
		[499, '', 'invalidAnswer', 'refused'],
		[500, '', 'invalidAnswer', 'lost'],
		[300, '{"resultcode":"0"}', 'redirected', 'refused'],
		[200, '', 'invalidAnswer', 'lost'],
		[200, '{}', 'invalidAnswer', 'lost'],
		[200, '[]', 'invalidAnswer', 'lost'],
		[200, 'null', 'invalidAnswer', 'lost'],
		[200, '{"resultcode":"0"', 'invalidAnswer', 'lost'],
		[200, '{"resultcode":{"toString":1}}', 'invalidAnswer', 'lost'],
		[200, '{"resultcode":["1012010"]}', 'invalidAnswer', 'lost'],
		[200, '{"resultcode":true}', 'invalidAnswer', 'lost'],
		[200, '{"resultcode":"12345678901234567"}', 'invalidAnswer', 'lost'],
		[200, '{"resultcode":"x1012010"}', 'invalidAnswer', 'lost'],
		[500, '{"resultcode":"0"}', 'invalidAnswer', 'lost'],
		[502, '<html>Bad Gateway</html>', 'invalidAnswer', 'lost'],
		[403, '<html>Forbidden</html>', 'invalidAnswer', 'refused'],
	])('with HTTP %d and the body %p is %s and %s', (status, text, code, outcome) => {
		expect(outcomeOf(status, text)).toMatchObject({ code, outcome, status });
	});

	test.each([1012010, ' 1012010 '])('has the code %p also as a number or among blanks', (code) => {
		const body = { resultcode: code, resultdesc: 5 };
		expect(outcomeOf(200, JSON.stringify(body))).toMatchObject({ code: '1012010', text: '' });
	});

	test('without anything to read is told by its status alone', () => {
		expect(outcomeOf(502, '').text).toBe('HTTP 502');
		expect(outcomeOf(502, '<html> </html>').text).toBe('HTTP 502');
		expect(outcomeOf(404, '<h1>Not found</h1>').text).toBe('HTTP 404');
		expect(outcomeOf(302, '').text).toBe('HTTP 302');
	});

	test.each(['cancelled', 'outcomeUnknown', 'timeout', '1012010x', '-1', '1e6', '0x10'])(
		'with %p for a code speaks no code of ours: it cannot be read',
		(resultcode) => {
			expect(outcomeOf(200, JSON.stringify({ resultcode, resultdesc: '' }))).toMatchObject({
				code: 'invalidAnswer',
				outcome: 'lost',
			});
		},
	);

	test('that is a page is told by its beginning, without its tags', () => {
		const page = `<html><style>p{}</style><script>alert(1)</script><h1>502</h1><p>Bad\n Gateway ${'come back later '.repeat(50)}`;
		const { text } = outcomeOf(502, page);
		expect(text).toMatch(/^HTTP 502: 502 Bad Gateway come back later .*…$/);
		expect(String(text).length).toBeLessThan(140);
	});

	test('of any kind is a body or a refusal, never another fault', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.json(),
			fc
				.record({ resultcode: fc.jsonValue(), resultdesc: fc.jsonValue() })
				.map((body) => JSON.stringify(body)),
		);
		fc.assert(
			fc.property(fc.integer({ min: 200, max: 599 }), text, (status, body) => {
				expect(outcomeOf(status, body)).toBeDefined();
			}),
		);
	});

	test('with endless words is shown shortened', () => {
		const body = { resultcode: '1010002', resultdesc: 'x'.repeat(100_000) };
		expect(String(outcomeOf(403, JSON.stringify(body)).text).length).toBeLessThanOrEqual(1000);
	});
});

const said = (resultdesc: string): string => JSON.stringify({ resultcode: '1010002', resultdesc });

describe('an answer that repeats the signature of the request', () => {
	const digest = digestOf('aksk', 'testAppSecret0001', 'n1', '2026-03-01T12:00:00Z');
	const header = `UsernameToken Username="testAppKey0001",PasswordDigest="${digest}",Nonce="n1",Created="2026-03-01T12:00:00Z"`;

	test.each([
		['a page of a gateway', 502, `<pre>X-AKSK: ${header}</pre>`],
		['an escaped page', 502, `<pre>X-AKSK: ${header.replaceAll('"', '&quot;')}</pre>`],
		['JSON of a gateway', 400, JSON.stringify({ headers: { 'x-aksk': header } })],
		[
			'words of the platform',
			401,
			JSON.stringify({ resultcode: '1010010', resultdesc: `Invalid: ${header}` }),
		],
		['an escaped address', 502, `/?${encodeURIComponent(header)}`],
		['a code', 403, JSON.stringify({ resultcode: header })],
		['a bare digest', 502, `PasswordDigest=${digest}`],
		['a digest in JSON', 502, JSON.stringify({ PasswordDigest: digest })],
		['an element of XML', 502, `<PasswordDigest>${digest}</PasswordDigest>`],
		['an element in words', 403, said(`<PasswordDigest>${digest}</PasswordDigest> is wrong`)],
		['a table', 502, `<tr><td>PasswordDigest</td><td>${digest}</td></tr>`],
		['a bare digest in words', 403, said(`Not the digest: ${digest}`)],
		[
			'entities',
			403,
			said(`Not ${digest.replace(/[^a-z]/gi, (sign) => `&#${sign.charCodeAt(0)};`)}`),
		],
		[
			'entities of letters too',
			502,
			digest.replace(/./g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`),
		],
		['Base64 of the header', 403, said(Buffer.from(header).toString('base64'))],
		['Base64 of the digest', 502, `<p>${Buffer.from(digest).toString('base64')}</p>`],
		['an address in words', 403, said(`/?d=${encodeURIComponent(digest)}`)],
		['lines', 403, said(`Digest: ${digest.slice(0, 20)}\n${digest.slice(20)}`)],
	])('(%s) is shown without its digest', (_, status, text) => {
		const shown = JSON.stringify(outcomeOf(status, text, { 'X-AKSK': header }));
		const decoded = shown.replace(/&#(x?)([\da-f]+);/gi, (_match, hex: string, code: string) =>
			String.fromCharCode(parseInt(code, hex === '' ? 10 : 16)),
		);
		for (const seen of [shown, decoded, decodeURIComponent(decoded.replaceAll('%', '%25'))]) {
			expect(seen).not.toContain(digest.slice(0, 12));
			expect(seen).not.toContain(Buffer.from(digest).toString('base64').slice(0, 16));
			expect(seen).not.toContain(Buffer.from(header).toString('base64').slice(40, 60));
		}
	});

	test('does not hide that the digest is missing', () => {
		const resultdesc = 'PasswordDigest not contained in X-AKSK.';
		const answer = JSON.stringify({ resultcode: '1023037', resultdesc });
		expect(outcomeOf(400, answer)).toMatchObject({ code: '1023037', text: resultdesc });
	});
});
