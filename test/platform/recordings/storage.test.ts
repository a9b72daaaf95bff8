import { createServer } from 'node:https';
import type { AddressInfo, LookupFunction } from 'node:net';

import { openRun } from '../../../platform/client/run';
import { download } from '../../../platform/recordings/recording';
import { downloadServer, NAME, SOUND } from '../../hostile/downloadServer';
import { cert, key } from '../../simulator/certificate';

const server = downloadServer();
const application = (allowUnauthorizedCerts: boolean) => ({
	...{ appKey: 'testAppKey0001', appSecret: 'testAppSecret0001' },
	...{ authentication: 'aksk' as const, allowUnauthorizedCerts },
	baseUrl: `http://127.0.0.1:${server.port}`,
});
const allowedHosts = ['localhost'];

test('a storage is asked for the file as it is, and for nothing else', async () => {
	const url = `http://obs.myhuaweicloud.com:${server.port}/a.wav`;
	expect(await server.outcome({ url })).toBe('sound');
	const [{ method, headers } = { method: '', headers: {} }] = server.seen;
	expect(method).toBe('GET');
	expect(headers).toMatchObject({ accept: '*/*', 'accept-encoding': 'identity' });
});

test('a storage whose name leads into the network is looked up once, and not tried again', async () => {
	const asked: string[] = [];
	const lookup: LookupFunction = (hostname, ...more) => {
		asked.push(hostname);
		server.everywhere.createSecureLookup()(hostname, ...more);
	};
	server.elsewhere = { 'obs.myhuaweicloud.com': ['127.0.0.2'] };
	const platform = server.run(undefined, {
		...server.everywhere,
		createSecureLookup: () => lookup,
	});
	const url = `http://obs.myhuaweicloud.com:${server.port}/a.wav`;
	expect(await server.outcome({ url }, {}, platform)).toBe('refusedHost');
	expect(asked.filter((name) => name === 'obs.myhuaweicloud.com')).toHaveLength(1);
});

test('a storage that the policy forbids is asked for no more than once', async () => {
	const asked: string[] = [];
	const validateUrl = (url: string | URL) => {
		asked.push(String(url));
		return Promise.resolve({ ok: false as const, error: new Error('forbidden') });
	};
	const url = `http://obs.myhuaweicloud.com:${server.port}/a.wav`;
	const platform = server.run(undefined, { ...server.everywhere, validateUrl });
	expect(await server.outcome({ url }, {}, platform)).toBe('forbiddenHost');
	expect(asked).toEqual([url]);
});

test('a connection that was opened without a policy serves no run that has one', async () => {
	const url = `http://localhost:${server.port}/a.wav`;
	const free = openRun(application(false));
	expect(await server.outcome({ url }, { allowedHosts }, free)).toBe('sound');
	const createSecureLookup = (): LookupFunction => (_, __, done) => {
		done(new Error('forbidden'), '', 4);
	};
	const guarded = openRun(application(false), {
		egress: { ...server.everywhere, createSecureLookup },
	});
	expect(await server.outcome({ url }, { allowedHosts }, guarded)).toBe('storageUnreachable');
	expect(server.seen).toHaveLength(1);
});

describe('a certificate that cannot be verified', () => {
	const secure = createServer({ key, cert }, (_, response) => response.end('RIFF\0\0\0\0WAVE'));
	let url: string;
	beforeAll(async () => {
		await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
		url = `https://localhost:${(secure.address() as AddressInfo).port}/a.wav`;
	});
	afterAll(async () => {
		secure.closeAllConnections();
		await new Promise((resolve) => secure.close(resolve));
	});

	test.each([
		[false, false, 'untrustedStorage'],
		[true, false, 'RIFF\0\0\0\0WAVE'],
		[false, true, 'RIFF\0\0\0\0WAVE'],
	])('of a storage (platform: %p, storage: %p)', async (atPlatform, atStorage, expected) => {
		const options = { allowedHosts, allowUnauthorizedCerts: atStorage };
		const outcome = await server.outcome({ url }, options, openRun(application(atPlatform)));
		expect(outcome).toBe(expected);
	});
});

test('a run that is cancelled before it begins asks nobody', async () => {
	const run = openRun(application(false), { signal: AbortSignal.abort() });
	await expect(download(run, NAME)).rejects.toMatchObject({ code: 'cancelled' });
	expect(server.seen).toEqual([]);
});

test('a storage that hangs is hung up on once its reader has left', async () => {
	let hungUp = (): void => undefined;
	const isOver = new Promise<void>((resolve) => {
		hungUp = resolve;
	});
	server.handle = (_, response) => {
		response.on('close', hungUp);
		response.writeHead(200, SOUND).write('x'.repeat(1000));
	};
	const url = `http://127.0.0.1:${server.port}/a.wav`;
	const run = openRun(application(false), { timeoutMs: 100_000 });
	const { body } = await download(run, { url }, { allowedHosts: ['127.0.0.1'] });
	for await (const part of body as AsyncIterable<Buffer>) {
		expect(part).toHaveLength(1000);
		break;
	}
	await isOver;
});
