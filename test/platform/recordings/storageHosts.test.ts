import { checkHost, parseHost } from '../../../platform/recordings/storageHosts';

describe('a host that somebody allows', () => {
	test.each([
		['recordings.example.com'],
		['Recordings.Example.com'],
		['recordings.example.com.'],
		['recordings.example.com:9000'],
		['http://recordings.example.com:9000/a/b.wav'],
	])('is named as "%s"', (text) => {
		expect(parseHost(text)).toBe('recordings.example.com');
	});

	test.each([
		'ftp://recordings.example.com',
		'https:/recordings.example.com',
		'*.example.com',
		'.example.com',
		'a b',
		'https://',
	])('is none: "%s"', (text) => {
		expect(() => parseHost(text)).toThrow("'allowedHosts'");
	});
});

test.each([
	'https://obs.cn-north-1.myhuaweicloud.com/a.wav',
	'http://recordings.example.com/a.wav',
	'http://recordings.example.com.:9000/a.wav',
])('a recording may be at %s', (url) => {
	const rules = {
		allowedHosts: ['recordings.example.com'],
		baseUrl: 'https://rtcpns.cn-north-1.myhuaweicloud.com',
		onlyStorageHosts: true,
	};
	expect(() => checkHost(new URL(url), rules)).not.toThrow();
});
