import type { LookupFunction } from 'node:net';

import type { EgressGuard } from '../../platform/transport/egress';
import { getUrl } from '../../platform/recordings/recording';
import { downloadServer, NAME, SOUND, to } from './downloadServer';

const server = downloadServer();

describe("n8n's policy for outgoing connections", () => {
	const forbidding = (host: string): EgressGuard => ({
		...server.everywhere,
		validateUrl: (url) =>
			Promise.resolve(
				new URL(url).hostname === host
					? { ok: false, error: new Error(`${host} is forbidden.`) }
					: { ok: true },
			),
	});

	test('is asked before the platform is', async () => {
		const platform = server.run(undefined, forbidding('rtcpns.example.com'));
		expect(await server.outcome(NAME, {}, platform)).toBe('forbiddenHost');
		expect(server.seen).toEqual([]);
	});

	test('is asked before the storage host is, and at each redirect', async () => {
		const platform = server.run(undefined, forbidding('obs.myhuaweicloud.com'));
		const url = `http://obs.myhuaweicloud.com:${server.port}/a.wav`;
		expect(await server.outcome({ url }, {}, platform)).toBe('forbiddenHost');
		expect(server.seen).toEqual([]);
		server.handle = to(url);
		expect(
			await server.outcome({ url: `http://a.huaweicloud.com:${server.port}/` }, {}, platform),
		).toBe('forbiddenHost');
		expect(server.seen).toHaveLength(1);
	});

	test('holds at the moment of connecting, too', async () => {
		const refusing: LookupFunction = (_, __, done) => {
			done(new Error('inside the network'), '', 4);
		};
		const platform = server.run(undefined, {
			...server.everywhere,
			createSecureLookup: () => refusing,
		});
		expect(await server.outcome(NAME, {}, platform)).toBe('unreachable');
		expect(server.seen).toEqual([]);
	});
});

describe('a storage host that misbehaves', () => {
	const url = (): string => `http://obs.myhuaweicloud.com:${server.port}/a.wav`;

	test('by more bytes than it may, announced or not, is stopped', async () => {
		server.handle = (_, response) => {
			response.writeHead(200, { ...SOUND, 'content-length': 5000 }).end('x'.repeat(5000));
		};
		expect(await server.outcome({ url: url() }, { maxBytes: 4999 })).toBe('tooLarge');
		expect(await server.outcome({ url: url() }, { maxBytes: 5000 })).toHaveLength(5000);
		let sent = 0;
		server.handle = (_, response) => {
			const more = (): void => {
				while (!response.destroyed && sent < 1_000_000_000) {
					sent += 65_536;
					if (!response.write('x'.repeat(65_536))) {
						response.once('drain', more);
						return;
					}
				}
			};
			response.writeHead(200, SOUND);
			more();
		};
		expect(await server.outcome({ url: url() }, { maxBytes: 100_000 })).toBe('tooLarge');
		expect(sent).toBeLessThan(100_000_000);
	});

	test.each([-1, 'many', '5, 6'])('by a length of %p is not believed', async (length) => {
		server.handle = (_, response) => {
			response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\nsound`);
		};
		expect(await server.outcome({ url: url() }, { maxBytes: 10 })).toBe('storageUnreachable');
	});

	test.each([
		['a page with status 500', 500, 'notServed'],
		['403, as to an address that has run out', 403, 'notServed'],
		['404', 404, 'notServed'],
		['304 without a word', 304, 'notServed'],
		['206', 206, 'notServed'],
	])('by %s gives no file', async (_, status, code) => {
		server.handle = (__, response) => {
			response.writeHead(status).end(status === 304 ? '' : 'x'.repeat(200_000));
		};
		expect(await server.outcome({ url: url() })).toBe(code);
	});

	test('by hanging up in the middle gives no file', async () => {
		server.handle = (_, response) => {
			response.writeHead(200, { ...SOUND, 'content-length': 1000 }).write('x'.repeat(10));
			setTimeout(() => response.destroy(), 50);
		};
		expect(await server.outcome({ url: url() })).toBe('notServed');
	});
});

describe('names that try to be more', () => {
	test.each([
		'../../../etc/passwd',
		'a.wav\r\nX-Injected: 1',
		'a.wav HTTP/1.1\r\nHost: evil.example\r\n\r\n',
		'a.wav&recordDomain=evil.example',
		'a.wav#',
		'%2e%2e%2f',
		'\u0000',
		'录音.wav',
	])('(%j) go out as one parameter and nothing else', async (name) => {
		server.handle = to(`http://storage.example.com:${server.port}/a.wav`);
		await getUrl(server.run(), { fileName: name, recordDomain: name });
		const [{ url, headers } = { url: '', headers: {} }] = server.seen;
		const address = new URL(url ?? '', 'http://x');
		expect(address.pathname).toBe('/rest/provision/voice/record/v1.0');
		expect([...address.searchParams]).toEqual([
			['fileName', name],
			['recordDomain', name],
		]);
		expect(headers).not.toHaveProperty('x-injected');
		expect(server.seen).toHaveLength(1);
	});
});
