import type { ModeName } from '../../simulator';
import { recordDomain } from '../../simulator/wire/ids';
import { downloads } from './downloads';
import { sharedPlatform } from './fixture';
import { startMode } from './modes';
import { operationsOf } from './operate';
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
	const { platform, run, download, byFile } = downloads();

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
});
