import { PlatformError } from '../../../platform/codes/errors';
import { checkHost, parseHost } from '../../../platform/recordings/storageHosts';

describe('a host that somebody allows', () => {
	test.each([
		['recordings.example.com'],
		['Recordings.Example.com'],
		['recordings.example.com.'],
		['recordings.example.com:9000'],
		['http://recordings.example.com:9000/a/b.wav'],
		['HTTPS://recordings.example.com'],
	])('is named as "%s"', (text) => {
		expect(parseHost(text)).toBe('recordings.example.com');
	});

	test.each([
		['10.0.0.7', '10.0.0.7'],
		['fd00::7', '[fd00::7]'],
		['[fd00::7]:9000', '[fd00::7]'],
		['nas', 'nas'],
		['xhttp', 'xhttp'],
		[`${'a.'.repeat(126)}a`, `${'a.'.repeat(126)}a`],
	])('may be %s', (text, host) => {
		expect(parseHost(text)).toBe(host);
	});

	test.each([
		'ftp://recordings.example.com',
		'xhttp://recordings.example.com',
		'https:/recordings.example.com',
		'*.example.com',
		'recordings.*.com',
		'recordings.example.*',
		'.example.com',
		'.',
		'a b',
		'https://',
		'',
		`${'a.'.repeat(127)}a`,
	])('is none: "%s"', (text) => {
		expect(() => parseHost(text)).toThrow("'allowedHosts'");
	});
});

type Rules = Partial<Parameters<typeof checkHost>[1]>;

function judge(url: string, rules: Rules = {}): boolean {
	const baseUrl = 'https://rtcpns.cn-north-1.myhuaweicloud.com';
	return checkHost(new URL(url), { allowedHosts: [], baseUrl, onlyStorageHosts: false, ...rules });
}

/** What becomes of an address: the reason why it is refused, or whether its host may be inside. */
function judged(url: string, rules: Rules = {}) {
	try {
		return judge(url, rules) ? 'inside or outside' : 'outside';
	} catch (error) {
		if (!(error instanceof PlatformError)) throw error;
		expect(error).toMatchObject({ code: 'refusedHost', outcome: 'unsent' });
		return error.detail?.key;
	}
}

describe('a recording whose address the platform tells', () => {
	test.each([
		['https://anywhere.example.com/a.wav', 'outside'],
		['http://anywhere.example.com/a.wav', 'notHttps'],
		['ftp://anywhere.example.com/a.wav', 'notHttps'],
		['https://10.0.0.7/a.wav', 'inside'],
		['https://localhost/a.wav', 'inside'],
	])('at %s: %s', (url, expected) => {
		expect(judged(url)).toBe(expected);
	});

	test.each([
		['http://anywhere.example.com/a.wav', 'outside'],
		['https://anywhere.example.com/a.wav', 'outside'],
		['ftp://anywhere.example.com/a.wav', 'notHttps'],
	])('at %s, where the platform speaks http: %s', (url, expected) => {
		expect(judged(url, { baseUrl: 'http://platform.example.com' })).toBe(expected);
	});

	test.each([
		['https://10.0.0.7/a.wav', 'inside or outside'],
		['http://10.0.0.7/a.wav', 'inside or outside'],
		['https://anywhere.example.com/a.wav', 'inside or outside'],
	])('at %s, where the platform is inside: %s', (url, expected) => {
		expect(judged(url, { baseUrl: 'http://127.0.0.1:3000' })).toBe(expected);
	});
});

describe('a recording whose address somebody has written', () => {
	test.each([
		['https://obs.cn-north-1.myhuaweicloud.com/a.wav', 'outside'],
		['https://myhuaweicloud.com/a.wav', 'outside'],
		['https://x.huaweicloud.com/a.wav', 'outside'],
		['https://ostor.huawei.com/a.wav', 'outside'],
		['https://x.huaweicaas.com/a.wav', 'outside'],
		['http://ostor.huawei.com/a.wav', 'notHttps'],
		['https://anywhere.example.com/a.wav', 'notStorage'],
		['https://evilhuawei.com/a.wav', 'notStorage'],
		['https://huawei.com.example.com/a.wav', 'notStorage'],
	])('at %s: %s', (url, expected) => {
		expect(judged(url, { onlyStorageHosts: true })).toBe(expected);
	});

	test.each([
		['http://recordings.example.com/a.wav', 'recordings.example.com', 'inside or outside'],
		['http://recordings.example.com.:9000/a.wav', ' Recordings.example.com', 'inside or outside'],
		['https://recordings.example.com/a.wav', 'recordings.example.com. ', 'inside or outside'],
		['https://10.0.0.7/a.wav', '10.0.0.7', 'inside or outside'],
		['ftp://recordings.example.com/a.wav', 'recordings.example.com', 'notHttps'],
		['https://x.recordings.example.com/a.wav', 'recordings.example.com', 'notStorage'],
		['https://ostor.huawei.com/a.wav', 'recordings.example.com', 'outside'],
	])('at %s, where %p is allowed: %s', (url, allowed, expected) => {
		const allowedHosts = ['other.example.com', allowed];
		expect(judged(url, { allowedHosts, onlyStorageHosts: true })).toBe(expected);
	});
});

test.each([
	[
		'https://anywhere.example.com/a.wav',
		'anywhere.example.com is not a storage host of Huawei Cloud.',
	],
	['http://ostor.huawei.com:9000/a.wav', 'http://ostor.huawei.com:9000 is not https.'],
])('an address that somebody has written is refused by its name: %s', (url, text) => {
	expect(() => judge(url, { onlyStorageHosts: true })).toThrow(text);
});

test('a host inside the network is refused by its name', () => {
	expect(() => judge('https://10.0.0.7/a.wav')).toThrow('10.0.0.7 is inside the network.');
});
