import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { openRun, type RunOptions } from '../../../platform/client/run';
import { PlatformError } from '../../../platform/codes/errors';
import { download, type DownloadOptions } from '../../../platform/recordings/recording';
import { closeStores } from '../../../platform/state/store';

/** What the storage gives at an address. */
let pages: Record<string, RequestListener>;
let seen: string[];
const storage = createServer((request, response) => {
	const { url = '' } = request;
	seen.push(url);
	const page = pages[url];
	if (page) page(request, response);
	else response.writeHead(200, { 'content-type': 'audio/wav' }).end(`sound of ${url}`);
});
let baseUrl: string;

beforeAll(async () => {
	await new Promise<void>((resolve) => storage.listen(0, '127.0.0.1', resolve));
	baseUrl = `http://127.0.0.1:${(storage.address() as AddressInfo).port}`;
});
beforeEach(() => {
	[pages, seen] = [{}, []];
});
afterEach(closeStores);
afterAll(async () => {
	storage.closeAllConnections();
	await new Promise((resolve) => storage.close(resolve));
});

const to =
	(location: string | undefined, status = 302): RequestListener =>
	(_, response) =>
		response
			.writeHead(status, location === undefined ? {} : { location })
			.end(`<html>${'x'.repeat(100_000)}`);

/** What comes of an address on the storage, or how it is refused. */
async function fetched(path: string, options: DownloadOptions = {}, run: RunOptions = {}) {
	const keys = { appKey: 'testAppKey0001', appSecret: 'testAppSecret0001' };
	const application = { ...keys, authentication: 'aksk', allowUnauthorizedCerts: false } as const;
	const platform = openRun({ ...application, baseUrl }, run);
	const given = { allowedHosts: ['127.0.0.1'], ...options };
	try {
		const { body } = await download(platform, { url: new URL(path, baseUrl).href }, given);
		return (await buffer(body)).toString();
	} catch (error) {
		if (error instanceof PlatformError) return error;
		throw error;
	}
}

describe('a storage that sends on', () => {
	test.each([300, 301, 302, 303, 307, 308, 399])('with %d is followed', async (status) => {
		pages = { '/a/1': to('2?x=1', status) };
		expect(await fetched('/a/1')).toBe('sound of /a/2?x=1');
	});

	test('is followed three times, and no further', async () => {
		pages = { '/1': to('/2'), '/2': to('/3'), '/3': to('/4') };
		expect(await fetched('/1')).toBe('sound of /4');
		pages['/4'] = to('/5');
		expect(await fetched('/1')).toMatchObject({
			code: 'notServed',
			outcome: 'refused',
			detail: { key: 'redirects', values: { most: 3 } },
		});
		expect(seen.slice(4)).toEqual(['/1', '/2', '/3', '/4']);
	});

	test.each<[number, string | undefined]>([
		[302, undefined],
		[200, '/2'],
		[400, '/2'],
		[404, '/2'],
	])('with %d to %p is not', async (status, location) => {
		pages = { '/1': to(location, status) };
		const code = status === 200 ? 'noRecording' : 'notServed';
		expect(await fetched('/1')).toMatchObject({ code });
		expect(seen).toEqual(['/1']);
	});

	test.each([
		['to another host', 'https://evil.example.com/', 'refusedHost'],
		['nowhere', 'http://[', 'noLocation'],
	])('%s is not followed', async (_, location, code) => {
		pages = { '/1': to(location) };
		expect(await fetched('/1')).toMatchObject({ code });
		expect(seen).toEqual(['/1']);
	});
});

describe('a storage that is in trouble', () => {
	const once =
		(trouble: RequestListener): RequestListener =>
		(request, response) => {
			pages = {};
			trouble(request, response);
		};

	test.each<[string, RequestListener]>([
		['says so', (_, response) => response.writeHead(500).end('x'.repeat(100_000))],
		['hangs up', (request) => request.socket.destroy()],
	])('and %s is asked again', async (_, trouble) => {
		pages = { '/1': once(trouble) };
		expect(await fetched('/1')).toBe('sound of /1');
		expect(seen).toEqual(['/1', '/1']);
	});

	test('and denies a file is not asked again', async () => {
		pages = { '/1': (_, response) => response.writeHead(499).end() };
		expect(await fetched('/1')).toMatchObject({ code: 'notServed', httpStatus: 499 });
		expect(seen).toEqual(['/1']);
	});

	test('is not asked again once the run is cancelled', async () => {
		const control = new AbortController();
		pages = {
			'/1': (_, response) => {
				response.writeHead(503).end();
				control.abort();
			},
		};
		const refusal = await fetched('/1', {}, { signal: control.signal });
		expect(refusal).toMatchObject({ code: 'cancelled' });
		expect(seen).toEqual(['/1']);
	});
});

test('where nobody listens the storage is unreachable, not the platform', async () => {
	const closed = createServer();
	await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
	const { port } = closed.address() as AddressInfo;
	await new Promise((resolve) => closed.close(resolve));
	const refusal = await fetched(`http://127.0.0.1:${port}/a.wav`);
	expect(refusal).toMatchObject({ code: 'storageUnreachable', outcome: 'unsent' });
});

test('an address that is none is named as the value that is wrong', async () => {
	const keys = { appKey: 'testAppKey0001', appSecret: 'testAppSecret0001' };
	const application = { ...keys, authentication: 'aksk', allowUnauthorizedCerts: false } as const;
	const platform = openRun({ ...application, baseUrl });
	await expect(download(platform, { url: 'a.wav' })).rejects.toMatchObject({
		field: 'url',
		value: 'a.wav',
	});
	await expect(download(platform, { url: `${baseUrl}/a.wav` })).rejects.toMatchObject({
		code: 'refusedHost',
	});
	expect(seen).toEqual([]);
});
