import { recordDomain } from '../../simulator/wire/ids';
import { downloads } from './downloads';

describe('a recording', () => {
	const { platform, run, download, byFile } = downloads();

	test.each([
		['another host', 'https://example.com/a.wav'],
		['a host that only looks like a storage host', 'https://myhuaweicloud.com.example.com/a.wav'],
		['a host that ends like one', 'https://notmyhuaweicloud.com/a.wav'],
		['a user name like one', 'https://myhuaweicloud.com@example.com/a.wav'],
		['a file of the server', 'file:///etc/passwd'],
	])('is never downloaded from %s', async (_, url) => {
		const { error } = await download({ source: 'url', url });
		expect(error?.message).toBe('The download address is not allowed');
	});

	test('is not downloaded from what is no address', async () => {
		const { error } = await download({ source: 'url', url: 'recording.wav' });
		expect(error?.message).toContain("'url'");
	});

	test('is downloaded by http only where the platform itself speaks http', async () => {
		const credential = { ...platform.credential, baseUrl: 'https://rtcpns.example.com' };
		const url = 'http://obs.cn-north-1.myhuaweicloud.com/a.wav';
		const { error } = await download({ source: 'url', url }, { credential });
		expect(error?.message).toBe('The download address is not allowed');
	});

	test('is downloaded by its address from a host that the user allows', async () => {
		const { fileName } = await byFile({ recordingAs: 'url' });
		const { json } = await run('recording', 'getUrl', { fileName, recordDomain });
		const { outputs, error } = await download({
			source: 'url',
			url: json[0]?.url,
			options: { allowedHosts: 'example.com, 127.0.0.1' },
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.binary?.data?.fileName).toBe(fileName);
	});

	test.each([
		['separated as on a Chinese keyboard', 'example.com，127.0.0.1'],
		['pasted with their address', 'https://example.com/a, http://127.0.0.1:8080/'],
	])('takes hosts that are %s', async (_, allowedHosts) => {
		const { fileName } = await byFile({ recordingAs: 'url' });
		const { json } = await run('recording', 'getUrl', { fileName, recordDomain });
		const parameters = { source: 'url', url: json[0]?.url, options: { allowedHosts } };
		const { error } = await download(parameters);
		expect(error).toBeUndefined();
	});

	test('takes no host that is none', async () => {
		const url = 'http://127.0.0.1/a.wav';
		const { error } = await download({ source: 'url', url, options: { allowedHosts: 'a b' } });
		expect(error?.message).toContain('Allowed Hosts');
		expect(platform.simulator.storageRequests).toHaveLength(0);
	});

	test('is not followed to a host that is not allowed', async () => {
		const { fileName } = await byFile();
		const { json } = await run('recording', 'getUrl', { fileName, recordDomain });
		const location = 'http://169.254.169.254/latest';
		platform.simulator.setFault({ kind: 'redirect', target: 'storage', location });
		const { error } = await download({
			source: 'url',
			url: json[0]?.url,
			options: { allowedHosts: '127.0.0.1' },
		});
		expect(error?.message).toBe('The download address is not allowed');
	});

	test('is not followed in circles', async () => {
		const recording = await byFile();
		const location = `${platform.simulator.storageUrl}/bucket/file.wav`;
		platform.simulator.setFault({ kind: 'redirect', target: 'storage', location });
		const { error } = await download(recording);
		expect(error?.message).toBe('The storage did not give the recording');
		expect(error?.description).toContain('More than 3 redirects.');
		expect(platform.simulator.storageRequests).toHaveLength(4);
	});

	test('whose address is not told is a plain sentence', async () => {
		platform.simulator.setFault({ kind: 'redirect' });
		const { error } = await run('recording', 'getUrl', { fileName: 'a.wav', recordDomain });
		expect(error?.message).toBe('The platform gave no download address for the recording');
	});

	test('names its file without folders, whatever its address says', async () => {
		const { fileName } = await byFile();
		const { json } = await run('recording', 'getUrl', { fileName, recordDomain });
		const url = new URL(json[0]?.url as string);
		const escaping = url.href.replace(`/${fileName}`, `/..%2F..%2F${fileName}`);
		platform.simulator.setFault({
			kind: 'redirect',
			target: 'storage',
			times: 1,
			location: url.href,
		});
		const { outputs } = await download({
			source: 'url',
			url: escaping,
			options: { allowedHosts: '127.0.0.1' },
		});
		expect(outputs[0]?.[0]?.binary?.data?.fileName).toBe(fileName);
		expect(outputs[0]?.[0]?.json.fileName).toBe(fileName);
	});

	test('may come by http from a host that the user allows, where the platform speaks https', async () => {
		const { fileName } = await byFile();
		const { json } = await run('recording', 'getUrl', { fileName, recordDomain });
		const credential = { ...platform.credential, baseUrl: 'https://rtcpns.example.com' };
		const { error, outputs } = await download(
			{ source: 'url', url: json[0]?.url, options: { allowedHosts: '127.0.0.1' } },
			{ credential },
		);
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.binary?.data?.fileName).toBe(fileName);
	});

	test('that is refused for its host is told with the option that allows it', async () => {
		const url = 'https://recordings.example.com/a.wav';
		const { error } = await download({ source: 'url', url });
		expect(error?.description).toContain('Allowed Hosts');
	});
});
