import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import type { CallRequest, ModeName } from '../../simulator';
import { recordDomain } from '../../simulator/wire/ids';
import { cert, key } from '../simulator/certificate';
import { sharedPlatform } from './fixture';
import { startMode } from './modes';
import { operationsOf, type OperateOptions, type Parameters } from './operate';
import { recordedCall } from './outputs/example';
import { operationsIn, packageNodes } from './packageNodes';
import { startWebhookServer } from './webhookServer';

const PATH = '/rest/provision/voice/record/v1.0';
const nodes = packageNodes().filter((node) => operationsIn(node).length > 0);

describe.each(nodes.map((node) => [node.name, node] as const))('%s', (name, node) => {
	const platform = sharedPlatform(() =>
		startMode(name.replace('privateNumber', '').toUpperCase() as ModeName),
	);

	const run = operationsOf(node.Node, () => platform);

	test('downloads the recording of a call as a file, named as in the call record', async () => {
		const recording = await recordedCall(platform);
		const { outputs, error } = await run('recording', 'download', {
			source: 'file',
			...recording,
			binaryPropertyName: 'sound',
		});
		expect(error).toBeUndefined();
		const [item] = outputs[0] ?? [];
		const file = item?.binary?.sound;
		expect(file).toMatchObject({ fileName: recording.fileName, mimeType: 'audio/wav' });
		const bytes = Buffer.from(file?.data ?? '', 'base64');
		expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
		expect(item?.json).toEqual({
			fileName: recording.fileName,
			mimeType: 'audio/wav',
			fileSize: file?.fileSize,
			bytes: bytes.length,
		});
		expect(item?.pairedItem).toEqual({ item: 0 });
	});

	test('gives the address of a recording, with the request of the documents', async () => {
		const recording = await recordedCall(platform);
		const { json } = await run('recording', 'getUrl', recording);
		expect(json).toEqual([
			{ url: expect.stringContaining(platform.simulator.storageUrl) as string },
		]);
		expect(platform.last()).toMatchObject({
			method: 'GET',
			rawUrl: `${PATH}?fileName=${recording.fileName}&recordDomain=${recordDomain}`,
			rawBody: '',
			status: 301,
		});
	});
});

describe('a recording', () => {
	const platform = sharedPlatform(() => startMode('AXB'));

	const run = operationsOf(PrivateNumberAxb, () => platform);
	const download = async (parameters: Parameters, options?: OperateOptions) =>
		await run('recording', 'download', { binaryPropertyName: 'data', ...parameters }, options);
	const byFile = async (more: Partial<CallRequest> = {}) => ({
		source: 'file',
		...(await recordedCall(platform, more)),
	});
	const storageFault = (kind: 'htmlError' | 'reset' | 'cutAnswer', times?: number): void => {
		platform.simulator.setFault({ kind, target: 'storage', times });
	};

	test('is asked for as the official example does', async () => {
		await run('recording', 'getUrl', {
			fileName: '1200_366_0_20161228102743.wav',
			recordDomain: 'ostor.huawei.com',
		});
		expect(platform.last().rawUrl).toBe(
			`${PATH}?fileName=1200_366_0_20161228102743.wav&recordDomain=ostor.huawei.com`,
		);
	});

	test('is fetched without showing the signature to the storage host', async () => {
		await download(await byFile());
		const [request] = platform.simulator.storageRequests;
		expect(request).toBeDefined();
		expect(JSON.stringify(request?.headers)).not.toMatch(/aksk|wsse|authorization/i);
	});

	test('is found by exactly what the trigger says of it', async () => {
		const trigger = await startWebhookServer({ events: ['fee'] });
		const call = platform.callable();
		platform.simulator.setPushUrls({ all: trigger.url });
		platform.simulator.startCall({ ...call, talkSeconds: 5 });
		await platform.idle();
		platform.simulator.setPushUrls({});
		await trigger.close();
		const { error, outputs } = await download(
			{
				source: 'file',
				fileName: '={{ $json.recording.fileName }}',
				recordDomain: '={{ $json.recording.recordDomain }}',
			},
			{ items: trigger.items() },
		);
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.binary?.data?.mimeType).toBe('audio/wav');
	});

	test('that does not exist is told with its code', async () => {
		const { error } = await download({ source: 'file', fileName: 'none.wav', recordDomain });
		expect(error?.message).toContain('1012007');
	});

	test('that lags behind its call record is waited for', async () => {
		const recording = await byFile();
		const lag = (): void => {
			const text = 'The record does not exist.';
			platform.simulator.setFault({ kind: 'code', http: 403, code: '1012007', text, times: 1 });
		};
		lag();
		expect((await download(recording)).error?.message).toContain('1012007');
		lag();
		const { error, outputs } = await download({ ...recording, options: { waitForRecording: 1 } });
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
	});

	test('of an application without recording is told with its code', async () => {
		const text = 'Application does not open recording function.';
		platform.simulator.setFault({ kind: 'code', http: 403, code: '1012012', text });
		const { error } = await download({ source: 'file', fileName: 'a.wav', recordDomain });
		expect(error?.message).toContain('1012012');
	});

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
		expect(error?.description).toContain('More than 3 redirects.');
		expect(platform.simulator.storageRequests).toHaveLength(4);
	});

	test('whose address is not told is a plain sentence', async () => {
		platform.simulator.setFault({ kind: 'redirect' });
		const { error } = await run('recording', 'getUrl', { fileName: 'a.wav', recordDomain });
		expect(error?.message).toBe('The platform gave no download address for the recording');
	});

	test.each(['htmlError', 'reset'] as const)(
		'is asked for again when the storage host stumbles (%s)',
		async (kind) => {
			const recording = await byFile();
			storageFault(kind, 2);
			const { error, outputs } = await download(recording);
			expect(error).toBeUndefined();
			expect(outputs[0]?.[0]?.binary?.data?.fileName).toBe(recording.fileName);
			expect(platform.simulator.storageRequests).toHaveLength(3);
		},
	);

	test('that the storage host denies is not asked for again', async () => {
		const url = `${platform.simulator.storageUrl}/bucket/denied.wav`;
		const { error } = await download({
			source: 'url',
			url,
			options: { allowedHosts: '127.0.0.1' },
		});
		expect(error?.description).toContain('HTTP 403');
		expect(platform.simulator.storageRequests).toHaveLength(1);
	});

	test.each(['htmlError', 'reset', 'cutAnswer'] as const)(
		'that the storage host does not give whole (%s) is no file',
		async (kind) => {
			const recording = await byFile();
			storageFault(kind);
			const { error, outputs } = await download(recording);
			expect(outputs.flat()).toEqual([]);
			expect(error?.message).toMatch(/^The (storage did not give|.* cannot be reached)/);
			expect(error?.description).toMatch(/\w/);
		},
	);

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

describe('a recording of a storage with a certificate of its own', () => {
	const storage = createServer({ key, cert }, (request, response) => {
		response.end(request.url?.includes('page') ? '<html>Log in</html>' : 'RIFF\0\0\0\0WAVE');
	});
	const platform = sharedPlatform(() => startMode('AXB'));
	const operate = operationsOf(PrivateNumberAxb, () => platform);
	const download = async (file: string, allowUnauthorizedCerts?: boolean) => {
		const { port } = storage.address() as AddressInfo;
		return await operate('recording', 'download', {
			source: 'url',
			url: `https://127.0.0.1:${port}/b/${file}`,
			binaryPropertyName: 'data',
			options: { allowedHosts: '127.0.0.1', allowUnauthorizedCerts },
		});
	};
	beforeAll(async () => {
		await new Promise<void>((resolve) => storage.listen(0, '127.0.0.1', resolve));
	});
	afterAll(async () => {
		storage.closeAllConnections();
		await new Promise((resolve) => storage.close(resolve));
	});

	test('is refused with an advice that names the option, not the Base URL', async () => {
		const { error } = await download('a.wav');
		expect(error?.description).toContain('Ignore SSL Issues of Storage');
		expect(error?.description).not.toContain('Base URL');
	});

	test.each([
		['a.wav', 'a.wav'],
		['..%2F..%2F..%2Ftmp%2Fx', 'x'],
		['a%0d%0a%00b.wav', 'ab.wav'],
		['a%E2%80%AEvaw.exe', 'avaw.exe'],
		['CON.wav', '_CON.wav'],
		[`${'a'.repeat(400)}.wav`, `${'a'.repeat(251)}.wav`],
	])('comes with the option, and %s is called %s', async (file, name) => {
		const { error, outputs } = await download(file, true);
		expect(error).toBeUndefined();
		const [item] = outputs[0] ?? [];
		expect(item?.binary?.data).toMatchObject({ fileName: name, mimeType: 'audio/wav' });
		expect(item?.json).toMatchObject({ fileName: name, mimeType: 'audio/wav', bytes: 12 });
	});

	test('that gives a page is no file', async () => {
		const { error, outputs } = await download('page.wav', true);
		expect(outputs.flat()).toEqual([]);
		expect(error?.message).toBe('The storage gave something else than a recording');
	});
});
