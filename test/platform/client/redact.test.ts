import { excerpt, shown } from '../../../platform/client/redact';

/** No digest in full: signs that codings change, and no end that is cut off. */
const DIGEST = 'Qm9+ab/CdE1f+gH2/iJkLmNo';
const NONCE = 'nonceOf1';
const header = (digest: string, nonce: string): string =>
	`UsernameToken Username="key",PasswordDigest="${digest}",Nonce="${nonce}",Created="2026"`;
const ASKED = { 'X-AKSK': header(`${DIGEST}==`, NONCE), Accept: 'Nonce="application"' };
/** Longer than any word, and no secret. */
const ID = '0123456789abcdef0123456789abcdef';

describe('words of the platform', () => {
	test.each([
		['plain words', 'The number is not bound. 号码未绑定。'],
		['words with an ID', `No binding ${ID} here.`],
		['words in brackets', 'Use <callerNum> & "calleeNum".'],
		['words that another header holds', 'application'],
		['a thousand signs', 'x '.repeat(500)],
	])('(%s) are shown as they are', (_, text) => {
		expect(shown(text, ASKED)).toBe(text);
		expect(shown(text)).toBe(text);
	});

	test('are shown with a sign for what is left out when there are more than a thousand', () => {
		expect(shown('x '.repeat(501))).toBe(`${'x '.repeat(499)}x…`);
		expect(shown('x '.repeat(9000), ASKED)).toHaveLength(1000);
	});

	test('are looked at no further than four thousand signs', () => {
		const page = `${'x '.repeat(2000)}Nonce ${NONCE}`;
		expect(shown(page, ASKED)).toBe(`${'x '.repeat(499)}x…`);
		expect(excerpt(page, ASKED)).toBe(`${'x '.repeat(59)}x…`);
		expect(excerpt(`${'<br>'.repeat(1000)}Bad Gateway`)).toBe('');
	});

	test.each([
		['PasswordDigest', `No PasswordDigest found in ${ID}.`, 'No PasswordDigest found in (hidden).'],
		['UsernameToken', `usernametoken ${ID}`, 'usernametoken (hidden)'],
		['X-AKSK', `Wrong X-AKSK ${ID}`, 'Wrong X-AKSK (hidden)'],
		['X-WSSE', `Wrong x-wsse ${ID}`, 'Wrong x-wsse (hidden)'],
	])('that speak of a signature (%s) are shown without long tokens', (_, text, expected) => {
		expect(shown(text)).toBe(expected);
	});

	test('that repeat the digest keep the other words', () => {
		expect(shown(`Not the digest: ${DIGEST}== of today`, ASKED)).toBe(
			'Not the digest: (hidden) of today',
		);
	});
});

describe('a value of the signature', () => {
	const coded = (secret: string, code: (sign: string) => string): string =>
		secret.replace(/[+/]/g, code);
	const NAMES: Readonly<Record<string, string>> = { '+': 'plus', '/': 'sol' };

	test.each([
		['without its end', DIGEST],
		['in two lines', `${DIGEST.slice(0, 12)}\n${DIGEST.slice(12)}`],
		['with a blank between all signs', DIGEST.replace(/./g, '$& ')],
		['with tags between its pieces', `${DIGEST.slice(0, 12)}<wbr/>${DIGEST.slice(12)}`],
		['as an address', encodeURIComponent(DIGEST)],
		[
			'as an address in small letters',
			coded(DIGEST, (sign) => encodeURIComponent(sign).toLowerCase()),
		],
		['with entities by number', coded(DIGEST, (sign) => `&#${sign.charCodeAt(0)};`)],
		['with hex entities', coded(DIGEST, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`)],
		[
			'with entities in capitals',
			coded(DIGEST, (sign) => `&#X${sign.charCodeAt(0).toString(16)};`),
		],
		['with entities by name', coded(DIGEST, (sign) => `&${NAMES[sign]};`)],
		['with entities in capital names', coded(DIGEST, (sign) => `&${NAMES[sign]?.toUpperCase()};`)],
		['with open entities', coded(DIGEST, (sign) => `&${NAMES[sign]}`)],
		['with open entities by number', coded(DIGEST, (sign) => `&#${sign.charCodeAt(0)}`)],
		[
			'with open hex entities',
			DIGEST.replace(/[+/](?=[g-z])/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)}`),
		],
		['in Base64', Buffer.from(DIGEST).toString('base64')],
	])('is not shown %s', (_, repeated) => {
		const pieces = repeated.split(/[^\w&#;%+/]+/);
		for (const text of [
			shown(`This: ${repeated} is`, ASKED),
			excerpt(`This: ${repeated}`, ASKED),
		]) {
			for (const piece of pieces.filter(({ length }) => length >= 8)) {
				expect(text).not.toContain(piece);
			}
			expect(text).toContain('(hidden)');
			expect(text.replace(/ /g, '')).not.toContain(DIGEST);
		}
	});

	test('is not shown when it is the nonce', () => {
		expect(shown(`Nonce ${NONCE} was used`, ASKED)).toBe('(hidden)');
		expect(excerpt(`<p>Nonce ${NONCE} was used</p>`, ASKED)).toBe('(hidden)');
	});

	test('is known in each header that may hold it, however it is written', () => {
		for (const name of ['X-AKSK', 'x-aksk', 'X-WSSE', 'x-wsse']) {
			expect(shown(`Nonce ${NONCE}`, { [name]: header(DIGEST, NONCE) })).toBe('(hidden)');
		}
		for (const name of ['Not-X-AKSK', 'X-AKSK-Not']) {
			expect(shown(`Nonce ${NONCE}`, { [name]: header(DIGEST, NONCE) })).toBe(`Nonce ${NONCE}`);
		}
	});

	test('that is short may stand in any text by chance', () => {
		const short = { 'X-AKSK': header(DIGEST, 'number=') };
		expect(shown('The number is wrong.', short)).toBe('The number is wrong.');
		expect(shown('(1)', { 'X-AKSK': header('', '=') })).toBe('(1)');
	});
});

describe('the beginning of a page', () => {
	test.each([
		['<h1>502</h1>\n<p>Bad\t Gateway</p>', '502 Bad Gateway'],
		['<STYLE type="a">p { }</STYLE>Bad <Script>x</sCRIPT>Gateway', 'Bad Gateway'],
		['One<script>a</script> Two<style>b</style> Three', 'One Two Three'],
		['Bad Gateway<script>alert(1)', 'Bad Gateway'],
		['Bad Gateway<style>p {', 'Bad Gateway'],
		['Bad Gateway<a href="', 'Bad Gateway'],
		['Bad<br>Gateway<>', 'Bad Gateway'],
		['', ''],
		['<p> </p>', ''],
		[`See ${ID}.`, 'See (hidden).'],
		['See abcdefghijklmnopqrs', 'See abcdefghijklmnopqrs'],
		['See abcdefghijklmnopqrst', 'See (hidden)'],
		['PasswordDigest="short", Nonce', 'PasswordDigest=(hidden), Nonce'],
		['{"passwordDigest" : "short"} so', '{"passwordDigest" : (hidden) so'],
		['PasswordDigest%3Dshort so', 'PasswordDigest%3D(hidden) so'],
		['X-AKSK realm=short so', 'X-AKSK realm=(hidden) so'],
		['the unrealm=short so', 'the unrealm=short so'],
		['PasswordDigest is missing', 'PasswordDigest is missing'],
	])('%p is told as %p', (page, expected) => {
		expect(excerpt(page)).toBe(expected);
	});

	test('is told in a hundred and twenty signs', () => {
		expect(excerpt('a '.repeat(60))).toBe('a '.repeat(60).trim());
		expect(excerpt(`${'a '.repeat(60)}b`)).toBe(`${'a '.repeat(59)}a…`);
		expect(excerpt(`${'<br>'.repeat(400)}Bad Gateway`)).toBe('Bad Gateway');
	});
});
