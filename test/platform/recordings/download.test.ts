import { createServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { closeStores } from '../../../platform/state/store';
import { openRun, type RunOptions } from '../../../platform/client/run';
import { PlatformError } from '../../../platform/codes/errors';
import { explain } from '../../../platform/codes/refusals';
import { download, type DownloadOptions } from '../../../platform/recordings/recording';
import { cert, key } from '../../simulator/certificate';

const NAME = { fileName: 'a.wav', recordDomain: 'ostor.huawei.com' };
/** A quarter of a second of silence. */
const WAV = Buffer.concat([
	Buffer.from('RIFF\xf4\x07\x00\x00WAVEfmt \x10\x00\x00\x00\x06\x00\x01\x00', 'latin1'),
	Buffer.alloc(2000, 0xd5),
]);

/** What the storage gives, one answer after the other; then the last one again. */
let answers: RequestListener[];
let served: number;
let asked: number;
const serve: RequestListener = (request, response) => {
	const answer = answers[Math.min(served, answers.length - 1)];
	served += 1;
	answer?.(request, response);
};
const storages = { http: createServer(serve), https: createHttpsServer({ key, cert }, serve) };
/** The platform knows every recording, after so many questions. */
let unknown: number;
let scheme: keyof typeof storages;
const platform = createServer((_, response) => {
	asked += 1;
	if (asked <= unknown) {
		response.writeHead(403).end('{"resultcode":"1012007","resultdesc":"It does not exist."}');
		return;
	}
	const { port } = storages[scheme].address() as AddressInfo;
	response.writeHead(301, { location: `${scheme}://127.0.0.1:${port}/b/a.wav` }).end();
});
const servers: Server[] = [platform, ...Object.values(storages)];

beforeAll(async () => {
	for (const server of servers) {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	}
});
beforeEach(() => {
	[answers, served, asked, unknown, scheme] = [[], 0, 0, 0, 'http'];
});
afterEach(closeStores);
afterAll(async () => {
	for (const server of [platform, ...Object.values(storages)]) {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
});

const send =
	(body: string | Buffer, headers: Record<string, string> = {}, status = 200): RequestListener =>
	(_, response) =>
		response.writeHead(status, headers).end(body);
const sound = send(WAV, { 'content-type': 'audio/wav' });
const page = '<!DOCTYPE html><title>Please log in</title>';

/** The bytes that came, or the code of the refusal. */
async function outcome(options: DownloadOptions = {}, run: RunOptions = {}) {
	const keys = { appKey: 'testAppKey0001', appSecret: 'testAppSecret0001' };
	const { port } = platform.address() as AddressInfo;
	const baseUrl = `http://127.0.0.1:${port}`;
	const application = { ...keys, baseUrl, authentication: 'aksk' as const };
	const opened = openRun({ ...application, allowUnauthorizedCerts: false }, run);
	try {
		const { body, bytesRead } = await download(opened, NAME, options);
		const bytes = await buffer(body);
		expect(bytesRead()).toBe(bytes.length);
		return bytes;
	} catch (error) {
		if (!(error instanceof PlatformError)) throw error;
		expect(explain(error).remedy.en).not.toMatch(/Base URL|newest documents/);
		return error.code;
	}
}

describe('what is no recording is no file', () => {
	test.each<[string, RequestListener]>([
		['a page', send(page, { 'content-type': 'text/html' })],
		['a page that is called sound', send(page, { 'content-type': 'audio/wav' })],
		['an XML page', send('<?xml version="1.0"?><Error/>', { 'content-type': 'audio/wav' })],
		['a JSON page', send('{"error_code":"404"}', { 'content-type': 'audio/wav' })],
		['a page that comes in pieces', pieces([' ', '\n', '<!DOC', 'TYPE html>'])],
		['nothing', send('', { 'content-type': 'audio/wav' })],
		['nothing, with a status of its own', send('', {}, 204)],
		['a packed page', send(gzipSync(page), { 'content-encoding': 'gzip' })],
		['packed nothing', send(gzipSync(''), { 'content-encoding': 'gzip' })],
		['a coding that nobody knows', send(WAV, { 'content-encoding': 'snappy' })],
		['a coding with the name of a prototype', send(WAV, { 'content-encoding': 'constructor' })],
		['two codings', send(gzipSync(gzipSync(WAV)), { 'content-encoding': 'gzip, gzip' })],
		['a coding that it has not', send(WAV, { 'content-encoding': 'gzip' })],
		['packed sound that nobody unpacks', send(gzipSync(WAV), { 'content-type': 'audio/wav' })],
	])('%s', async (_, answer) => {
		answers = [answer];
		expect(await outcome()).toBe('noRecording');
	});

	test('a packed file that is cut off', async () => {
		const noise = Buffer.from(Array.from({ length: 9999 }, (_, index) => (index * index) % 251));
		const packed = gzipSync(Buffer.concat([WAV, noise]));
		answers = [send(packed.subarray(0, -20), { 'content-encoding': 'gzip' })];
		expect(await outcome()).toBe('noRecording');
	});
});

describe('a content coding that nobody has asked for', () => {
	test.each<[string, Buffer]>([
		['gzip', gzipSync(WAV)],
		['x-gzip', gzipSync(WAV)],
		['deflate', deflateSync(WAV)],
		['br', brotliCompressSync(WAV)],
		['identity', WAV],
	])('%s is undone', async (coding, body) => {
		const headers: string[] = [];
		answers = [
			(request, response) => {
				headers.push(String(request.headers['accept-encoding']));
				response.writeHead(200, { 'content-encoding': coding }).end(body);
			},
		];
		expect(await outcome()).toEqual(WAV);
		expect(headers).toEqual(['identity']);
	});

	test('does not hide how large a file is', async () => {
		const large = Buffer.concat([WAV, Buffer.alloc(10_000_000)]);
		answers = [send(gzipSync(large), { 'content-encoding': 'gzip' })];
		expect(await outcome({ maxBytes: 1_000_000 })).toBe('tooLarge');
		expect(await outcome({ maxBytes: large.length })).toHaveLength(large.length);
	});
});

describe('waiting for a recording', () => {
	const waitMs = 60_000;

	test.each<[string, RequestListener]>([
		['a page', send(page, { 'content-type': 'text/html' })],
		['nothing', send('')],
		['404', send('', {}, 404)],
	])(
		'goes on while the storage gives %s, and asks for a new address each time',
		async (_, answer) => {
			answers = [answer, sound];
			expect(await outcome({ waitMs })).toEqual(WAV);
			expect([served, asked]).toEqual([2, 2]);
		},
	);

	test('goes on while the platform knows none', async () => {
		[answers, unknown] = [[sound], 1];
		expect(await outcome({ waitMs })).toEqual(WAV);
		expect([served, asked]).toEqual([1, 2]);
	});

	test('ends at once where the storage denies the file', async () => {
		answers = [send('', {}, 403), sound];
		expect(await outcome({ waitMs })).toBe('notServed');
		expect(served).toBe(1);
	});

	test('ends with what was missing last', async () => {
		answers = [send('', {}, 404), send(page)];
		expect(await outcome({ waitMs: 500 })).toBe('noRecording');
		expect(served).toBe(2);
	});

	test('ends when the run is cancelled', async () => {
		const control = new AbortController();
		answers = [
			(_, response) => {
				response.writeHead(404).end();
				control.abort();
			},
		];
		expect(await outcome({ waitMs }, { signal: control.signal })).toBe('cancelled');
	});
});

describe('a storage that drips', () => {
	/** Sends again and again until nobody listens. */
	const drip =
		(part: string | Buffer): RequestListener =>
		(_, response) => {
			response.write(WAV);
			const timer = setInterval(() => response.write(part), 20);
			response.on('close', () => {
				clearInterval(timer);
			});
		};

	test('byte by byte has an end', async () => {
		answers = [drip('x')];
		// The file begins in time; what follows does not.
		expect(await outcome({}, { timeoutMs: 700 })).toBe('storageTooSlow');
		expect(served).toBe(1);
	});

	test('in its headers has an end', async () => {
		answers = [
			({ socket }, response) => {
				socket.write('HTTP/1.1 200 OK\r\n');
				const timer = setInterval(() => socket.write('x-more: 1\r\n'), 20);
				socket.on('close', () => {
					clearInterval(timer);
				});
				response.on('error', () => undefined);
			},
		];
		expect(await outcome({}, { timeoutMs: 300 })).toBe('storageTooSlow');
	});

	test('but is slow and honest gives its file', async () => {
		const parts = Array.from({ length: 40 }, () => Buffer.alloc(2000, 0xd5));
		answers = [pieces([WAV, ...parts])];
		const bytes = await outcome({}, { timeoutMs: 300 });
		expect(bytes).toHaveLength(WAV.length + 80_000);
	});

	test('waits for a reader that is slow', async () => {
		answers = [send(Buffer.concat([WAV, Buffer.alloc(500_000)]))];
		const { port } = platform.address() as AddressInfo;
		const application = {
			...{ appKey: 'testAppKey0001', appSecret: 'testAppSecret0001' },
			...{ authentication: 'aksk' as const, allowUnauthorizedCerts: false },
			baseUrl: `http://127.0.0.1:${port}`,
		};
		const { body } = await download(openRun(application, { timeoutMs: 200 }), NAME);
		await new Promise((resolve) => setTimeout(resolve, 600));
		expect(await buffer(body)).toHaveLength(WAV.length + 500_000);
	});
});

describe('a certificate of the storage that cannot be verified', () => {
	test('ends the download, and the advice names the option', async () => {
		[scheme, answers] = ['https', [sound]];
		expect(await outcome()).toBe('untrustedStorage');
		const { remedy } = explain(
			new PlatformError({ code: 'untrustedStorage', text: '', outcome: 'unsent' }),
		);
		expect(remedy.en).toContain('Ignore SSL Issues of Storage');
		expect(served).toBe(0);
	});

	test('is accepted where the user wants it', async () => {
		[scheme, answers] = ['https', [sound]];
		expect(await outcome({ allowUnauthorizedCerts: true })).toEqual(WAV);
		expect(await outcome()).toBe('untrustedStorage');
	});
});

test('a download that nobody reads closes its connection', async () => {
	let closed = (): void => undefined;
	const isClosed = new Promise<void>((resolve) => {
		closed = resolve;
	});
	answers = [
		(_, response) => {
			response.on('close', closed);
			response.write(WAV);
		},
	];
	const { port } = platform.address() as AddressInfo;
	const keys = { appKey: 'testAppKey0001', appSecret: 'testAppSecret0001' };
	const application = { ...keys, authentication: 'aksk', allowUnauthorizedCerts: false } as const;
	const { body } = await download(
		openRun({ ...application, baseUrl: `http://127.0.0.1:${port}` }),
		NAME,
	);
	body.destroy();
	await isClosed;
});

/** A body that comes in pieces, with pauses between. */
function pieces(parts: ReadonlyArray<string | Buffer>): RequestListener {
	return (_, response) => {
		response.writeHead(200, { 'content-type': 'audio/wav' });
		const left = [...parts];
		const timer = setInterval(() => {
			const part = left.shift();
			if (part !== undefined) response.write(part);
			else response.end();
		}, 20);
		response.on('close', () => {
			clearInterval(timer);
		});
	};
}
