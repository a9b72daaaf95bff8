import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { cert, key } from '../simulator/certificate';
import { downloads } from './downloads';
import { sharedPlatform } from './fixture';
import { startMode } from './modes';
import { operationsOf } from './operate';

describe('a recording', () => {
	const { platform, download, byFile } = downloads();
	const storageFault = (kind: 'htmlError' | 'reset' | 'cutAnswer', times?: number): void => {
		platform.simulator.setFault({ kind, target: 'storage', times });
	};

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
