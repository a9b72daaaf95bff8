import { proxyFor } from '../../../platform/transport/proxy';

/** The proxy for an address, where the variables are as given. */
function found(address: string, variables: Readonly<Record<string, string>>): string | undefined {
	return proxyFor(new URL(address), (name) => variables[name])?.href;
}

const PROXY = 'http://proxy.example:8080/';

describe('the proxy for an address', () => {
	test.each<[string, Record<string, string>, string | undefined]>([
		['http://a.example', {}, undefined],
		['http://a.example', { http_proxy: PROXY }, PROXY],
		['http://a.example', { HTTP_PROXY: PROXY }, PROXY],
		['http://a.example', { https_proxy: PROXY }, undefined],
		['https://a.example', { https_proxy: PROXY }, PROXY],
		['https://a.example', { http_proxy: PROXY }, undefined],
		['https://a.example', { all_proxy: PROXY }, PROXY],
		['https://a.example', { ALL_PROXY: PROXY }, PROXY],
		['https://a.example', { https_proxy: PROXY, all_proxy: 'http://other' }, PROXY],
		['https://a.example', { https_proxy: '  ', HTTPS_PROXY: PROXY }, PROXY],
		['https://a.example', { https_proxy: ` ${PROXY}\n` }, PROXY],
		['https://a.example', { https_proxy: 'proxy.example:8080' }, PROXY],
		['https://a.example', { https_proxy: 'proxy.example:8080/' }, PROXY],
		[
			'https://a.example',
			{ https_proxy: 'HTTPS://proxy.example/x/y' },
			'https://proxy.example/x/y',
		],
	])('%s with %p is %p', (address, variables, expected) => {
		expect(found(address, variables)).toBe(expected);
	});

	test.each([
		['proxy.example/x', 'HTTPS_PROXY'],
		['http:/proxy.example', 'HTTPS_PROXY'],
		['proxy.example:99999', 'ALL_PROXY'],
		['ftp://proxy.example', 'https_proxy'],
		['socks5://proxy.example', 'all_proxy'],
	])('is not read from %p, and the variable is named', (value, name) => {
		const read = () => found('https://a.example', { [name]: value });
		expect(read).toThrow(/^badProxy: /);
		expect(read).toThrow(` ${name} `);
	});

	test('is told by its kind where that is what is wrong with it', () => {
		const read = () =>
			found('http://a.example', { http_proxy: 'socks5://me:secret@proxy.example' });
		expect(read).toThrow('socks5://');
		expect(read).not.toThrow('secret');
	});
});

describe('NO_PROXY', () => {
	test.each<[string, string, boolean]>([
		['a.example', 'https://a.example', true],
		['A.Example', 'https://a.example', true],
		['a.example', 'https://b.a.example', false],
		['a.example', 'https://xa.example', false],
		['b.example,a.example', 'https://a.example', true],
		['b.example a.example', 'https://a.example', true],
		['b.example,\ta.example,', 'https://a.example', true],
		['', 'https://a.example', false],
		[',', 'https://a.example', false],
		['*', 'https://a.example', true],
		['.example', 'https://a.example', true],
		['.example', 'https://example', false],
		['*.example', 'https://a.example', true],
		['*a.example', 'https://xa.example', true],
		['a.*', 'https://a.example', false],
		['.a.example', 'https://b.a.example.org', false],
		['a.example:443', 'https://a.example', true],
		['a.example:80', 'https://a.example', false],
		['a.example:80', 'http://a.example', true],
		['a.example:443', 'http://a.example', false],
		['a.example:8443', 'https://a.example:8443', true],
		['a.example:08443', 'https://a.example:8443', true],
		['a.example:8443', 'https://a.example', false],
		['.example:8443', 'https://a.example:8443', true],
		['.example:8443', 'https://a.example:9443', false],
		['*:8443', 'https://a.example:8443', true],
		['::1', 'http://[::1]:8080', true],
		['::1', 'http://[::2]:8080', false],
		['[::1]', 'http://[::1]:8080', true],
		['[::1]:8080', 'http://[::1]:8080', true],
		['[::1]:8080', 'http://[::1]:8081', false],
	])('of %p and %s: exempt %p', (list, address, isExempt) => {
		for (const name of ['no_proxy', 'NO_PROXY']) {
			const expected = isExempt ? undefined : PROXY;
			expect(found(address, { http_proxy: PROXY, https_proxy: PROXY, [name]: list })).toBe(
				expected,
			);
		}
	});
});
