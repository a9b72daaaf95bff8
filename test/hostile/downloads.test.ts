import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { closeStores } from '../../platform/state/store';
import type { EgressGuard } from '../../platform/transport/egress';
import { openRun } from '../../platform/client/run';
import { InputError, PlatformError } from '../../platform/codes/errors';
import { download, getUrl, type DownloadOptions } from '../../platform/recordings/recording';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const NAME = { fileName: 'a.wav', recordDomain: 'ostor.huawei.com' };
/** Headers of a request that carries no secret. */
const PLAIN_HEADERS = ['accept', 'accept-encoding', 'connection', 'host'];
const OK: Handler = (_, response) => response.end('sound');
const to =
	(location: string, status = 302): Handler =>
	(_, response) => {
		response.writeHead(status, { location }).end('x'.repeat(100_000));
	};

let handle: Handler;
let seen: IncomingMessage[];
let port: number;
const server = createServer((request, response) => {
	seen.push(request);
	handle(request, response);
});

beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
	seen = [];
	handle = OK;
	elsewhere = {};
});
afterEach(closeStores);

/** Where names lead to that are no names of the test's own server. */
let elsewhere: Readonly<Record<string, string[]>>;
/**
 * Nearly every name leads to the test's own server, as the platform's does, so that names of the wide
 * world can be used.
 */
const lookup: LookupFunction = (hostname, options, done) => {
	const found = (elsewhere[hostname] ?? ['127.0.0.1']).map((address) => ({
		address,
		family: address.includes(':') ? 6 : 4,
	}));
	const [{ address, family } = { address: '', family: 4 }] = found;
	if (options.all) done(null, found);
	else done(null, address, family);
};
const everywhere: EgressGuard = {
	validateUrl: () => Promise.resolve({ ok: true }),
	createSecureLookup: () => lookup,
};

function run(baseUrl = `http://rtcpns.example.com:${port}`, egress: EgressGuard = everywhere) {
	const keys = { appKey: 'testAppKey0001', appSecret: 'testAppSecret0001' };
	const application = { ...keys, authentication: 'aksk', allowUnauthorizedCerts: false } as const;
	return openRun({ ...application, baseUrl }, { egress, timeoutMs: 30_000 });
}

/** The refusal of a download, or the bytes that came. */
async function outcome(
	source: Parameters<typeof download>[1],
	options: DownloadOptions = {},
	platform = run(),
): Promise<string> {
	try {
		const { body } = await download(platform, source, options);
		return (await buffer(body)).toString();
	} catch (error) {
		if (error instanceof PlatformError) return error.code;
		if (error instanceof InputError) return `${error.field} refused`;
		throw error;
	}
}

/** Paths of requests, without those to the platform itself. */
const fetched = (): string[] =>
	seen.filter(({ url }) => url?.startsWith('/rest/') === false).map(({ url }) => url ?? '');

describe('an address that somebody else has written', () => {
	test.each([
		['https://evil.example/a.wav', 'refusedHost'],
		['https://myhuaweicloud.com.evil.example/a.wav', 'refusedHost'],
		['https://evilmyhuaweicloud.com/a.wav', 'refusedHost'],
		['https://obs.myhuaweicloud.com@evil.example/a.wav', 'refusedHost'],
		['https://obs.myhuaweicloud.com:443@evil.example/a.wav', 'refusedHost'],
		['https://evil.example\\@obs.myhuaweicloud.com/a.wav', 'refusedHost'],
		['https://evil.example#@obs.myhuaweicloud.com/a.wav', 'refusedHost'],
		['https://evil.example?obs.myhuaweicloud.com/a.wav', 'refusedHost'],
		['https://obs.myhuaweicloud.com./a.wav', 'refusedHost'],
		['https://127.0.0.1/a.wav', 'refusedHost'],
		['https://127.1/a.wav', 'refusedHost'],
		['https://2130706433/a.wav', 'refusedHost'],
		['https://0x7f000001/a.wav', 'refusedHost'],
		['https://[::1]/a.wav', 'refusedHost'],
		['https://[::ffff:127.0.0.1]/a.wav', 'refusedHost'],
		['https://169.254.169.254/latest/meta-data/', 'refusedHost'],
		['https://localhost/a.wav', 'refusedHost'],
		['https://obs。myhuaweicloud。com.evil.example/a.wav', 'refusedHost'],
		['file:///etc/passwd', 'refusedHost'],
		['ftp://obs.myhuaweicloud.com/a.wav', 'refusedHost'],
		['data:audio/wav;base64,UklGRg==', 'refusedHost'],
		['javascript:alert(1)', 'refusedHost'],
		['//obs.myhuaweicloud.com/a.wav', 'url refused'],
		['/a.wav', 'url refused'],
		['https://', 'url refused'],
		['', 'url refused'],
	])('"%s" is refused before anything is sent', async (url, code) => {
		expect(await outcome({ url }, { allowedHosts: ['', ' ', ',', '.', '*'] })).toBe(code);
		expect(seen).toEqual([]);
	});

	test('is refused by http where the platform speaks https', async () => {
		const platform = run('https://rtcpns.example.com');
		const url = `http://obs.myhuaweicloud.com:${port}/a.wav`;
		expect(await outcome({ url }, {}, platform)).toBe('refusedHost');
		expect(seen).toEqual([]);
	});

	test.each(['127.0.0.2', '10.1.1.1', '::ffff:192.168.0.1'])(
		'of a storage host whose name leads into the network (%s) is not fetched',
		async (place) => {
			elsewhere = { 'obs.myhuaweicloud.com': [place] };
			const url = `http://obs.myhuaweicloud.com:${port}/a.wav`;
			expect(await outcome({ url })).toBe('refusedHost');
			expect(seen).toEqual([]);
		},
	);

	test('is not fetched by a connection that another workflow was allowed to open', async () => {
		elsewhere = { 'rtcpns.example.com': ['114.116.0.1'] };
		const url = `http://obs.myhuaweicloud.com:${port}/a.wav`;
		expect(await outcome({ url }, { allowedHosts: ['obs.myhuaweicloud.com'] })).toBe('sound');
		expect(await outcome({ url })).toBe('refusedHost');
		expect(seen).toHaveLength(1);
	});

	test('is fetched by http from a host that the user trusts, whatever the platform speaks', async () => {
		const platform = run('https://rtcpns.example.com');
		const url = `http://recordings.example.com:${port}/a.wav`;
		expect(await outcome({ url }, {}, platform)).toBe('refusedHost');
		const options = { allowedHosts: ['recordings.example.com'] };
		expect(await outcome({ url }, options, platform)).toBe('sound');
	});

	test('of a storage host, or of one that the user trusts, is fetched without the signature', async () => {
		for (const host of ['obs.cn-north-1.myhuaweicloud.com', 'Recordings.Example.com']) {
			const url = `http://user:pass@${host}:${port}/a.wav?sign=1`;
			expect(await outcome({ url }, { allowedHosts: ['recordings.example.com '] })).toBe('sound');
		}
		expect(fetched()).toEqual(['/a.wav?sign=1', '/a.wav?sign=1']);
		for (const { headers } of seen) {
			expect(Object.keys(headers).sort()).toEqual(PLAIN_HEADERS);
		}
	});

	test.each([
		'http://evil.example/a.wav',
		'http://127.0.0.1/a.wav',
		'//169.254.169.254/latest/meta-data/',
		'file:///etc/passwd',
		'http://[::1]/',
	])('is not followed to %s', async (location) => {
		handle = to(location);
		const url = `http://obs.myhuaweicloud.com:${port}/a.wav`;
		expect(await outcome({ url })).toBe('refusedHost');
		expect(seen).toHaveLength(1);
	});
});

describe('an address that the platform tells', () => {
	/** A platform that sends the recording on to this address. */
	const telling = (location: string, then: Handler = OK): void => {
		handle = (request, response) => {
			const isPlatform = request.url?.startsWith('/rest/') === true;
			(isPlatform ? to(location, 301) : then)(request, response);
		};
	};

	test('is fetched from any host of the wide world, without the signature', async () => {
		telling(`http://storage.example.com:${port}/a.wav`);
		expect(await outcome(NAME)).toBe('sound');
		expect(Object.keys(seen[1]?.headers ?? {}).sort()).toEqual(PLAIN_HEADERS);
	});

	const inside = ['127.0.0.1', '127.9.9.9', '10.0.0.1', '192.168.1.1', '172.16.0.1', '100.64.0.1'];
	test.each([
		...[...inside, '169.254.169.254', '0.0.0.0', 'localhost', 'a.localhost', 'metadata.internal'],
		...['[::1]', '[::]', '[fd00::1]', '[fe80::1]', '[::ffff:127.0.0.1]', '2130706433'],
	])('is not fetched from inside the network (%s)', async (host) => {
		telling(`http://${host}:${port}/a.wav`);
		expect(await outcome(NAME)).toBe('refusedHost');
		expect(fetched()).toEqual([]);
	});

	const places = [
		...['127.0.0.2', '10.0.0.1', '192.168.1.1', '172.31.0.1', '100.127.0.1', '169.254.169.254'],
		...['0.0.0.0', '192.0.0.8', '198.19.0.1', '203.0.113.7', '224.0.0.1', '255.255.255.255'],
		...['::1', 'fd00::1', 'fe80::1', 'fec0::1', 'ff02::1', '::ffff:10.0.0.1', '::10.0.0.1'],
		...['64:ff9b::a00:1', '64:ff9b:1::a00:1', '2002:a00:1::1', '2001:0:1::1'],
	];
	test.each(places)('is not fetched where its name leads into the network (%s)', async (place) => {
		elsewhere = { 'storage.example.com': [place], 'two.example.com': ['114.116.0.1', place] };
		for (const host of Object.keys(elsewhere)) {
			telling(`http://${host}:${port}/a.wav`);
			expect(await outcome(NAME)).toBe('refusedHost');
		}
		expect(fetched()).toEqual([]);
	});

	test.each(['storage', 'storage.lan', 'storage.home.arpa', 'storage.local.', 'LOCALHOST.'])(
		'is not fetched from a name that only a network of its own has (%s)',
		async (host) => {
			telling(`http://${host}:${port}/a.wav`);
			expect(await outcome(NAME)).toBe('refusedHost');
			expect(fetched()).toEqual([]);
		},
	);

	test('is not followed to a name that leads into the network', async () => {
		elsewhere = { 'deep.example.com': ['127.0.0.2'] };
		telling(`http://storage.example.com:${port}/1`, to(`http://deep.example.com:${port}/2`));
		expect(await outcome(NAME)).toBe('refusedHost');
		expect(fetched()).toEqual(['/1']);
	});

	test('is fetched from a name that leads into the network where the user trusts it', async () => {
		elsewhere = { 'storage.lan': ['127.0.0.1'], 'rtcpns.example.com': ['127.0.0.1'] };
		telling(`http://storage.lan:${port}/a.wav`);
		expect(await outcome(NAME, { allowedHosts: ['storage.lan'] })).toBe('sound');
		expect(await outcome(NAME)).toBe('refusedHost');
	});

	test('is not followed from outside to inside the network', async () => {
		telling(`http://storage.example.com:${port}/a.wav`, to(`http://127.0.0.1:${port}/secret`));
		expect(await outcome(NAME)).toBe('refusedHost');
		expect(fetched()).toEqual(['/a.wav']);
	});

	test('is fetched from inside where the platform itself is, or where the user trusts it', async () => {
		telling(`http://127.0.0.1:${port}/a.wav`);
		expect(await outcome(NAME, {}, run(`http://127.0.0.1:${port}`))).toBe('sound');
		expect(await outcome(NAME, {}, run(`http://localhost:${port}`))).toBe('sound');
		expect(await outcome(NAME, { allowedHosts: ['127.0.0.1'] })).toBe('sound');
	});

	test.each(['http://[', 'http://', 'https://a b/', 'http://a:99999/'])(
		'that is none (%s) is told as a missing address',
		async (location) => {
			telling(location);
			expect(await outcome(NAME)).toBe('noLocation');
			await expect(getUrl(run(), NAME)).rejects.toMatchObject({ code: 'noLocation' });
			telling(`http://storage.example.com:${port}/a.wav`, to(location));
			expect(await outcome(NAME)).toBe('noLocation');
		},
	);

	test('is not followed for ever', async () => {
		telling(`http://storage.example.com:${port}/1`, to('/again'));
		expect(await outcome(NAME)).toBe('redirected');
		expect(fetched()).toHaveLength(4);
	});
});

describe("n8n's policy for outgoing connections", () => {
	const forbidding = (host: string): EgressGuard => ({
		...everywhere,
		validateUrl: (url) =>
			Promise.resolve(
				new URL(url).hostname === host
					? { ok: false, error: new Error(`${host} is forbidden.`) }
					: { ok: true },
			),
	});

	test('is asked before the platform is', async () => {
		const platform = run(undefined, forbidding('rtcpns.example.com'));
		expect(await outcome(NAME, {}, platform)).toBe('forbiddenHost');
		expect(seen).toEqual([]);
	});

	test('is asked before the storage host is, and at each redirect', async () => {
		const platform = run(undefined, forbidding('obs.myhuaweicloud.com'));
		const url = `http://obs.myhuaweicloud.com:${port}/a.wav`;
		expect(await outcome({ url }, {}, platform)).toBe('forbiddenHost');
		expect(seen).toEqual([]);
		handle = to(url);
		expect(await outcome({ url: `http://a.huaweicloud.com:${port}/` }, {}, platform)).toBe(
			'forbiddenHost',
		);
		expect(seen).toHaveLength(1);
	});

	test('holds at the moment of connecting, too', async () => {
		const refusing: LookupFunction = (_, __, done) => {
			done(new Error('inside the network'), '', 4);
		};
		const platform = run(undefined, { ...everywhere, createSecureLookup: () => refusing });
		expect(await outcome(NAME, {}, platform)).toBe('unreachable');
		expect(seen).toEqual([]);
	});
});

describe('a storage host that misbehaves', () => {
	const url = (): string => `http://obs.myhuaweicloud.com:${port}/a.wav`;

	test('by more bytes than it may, announced or not, is stopped', async () => {
		handle = (_, response) => {
			response.writeHead(200, { 'content-length': 5000 }).end('x'.repeat(5000));
		};
		expect(await outcome({ url: url() }, { maxBytes: 4999 })).toBe('tooLarge');
		expect(await outcome({ url: url() }, { maxBytes: 5000 })).toHaveLength(5000);
		let sent = 0;
		handle = (_, response) => {
			const more = (): void => {
				while (!response.destroyed && sent < 1_000_000_000) {
					sent += 65_536;
					if (!response.write('x'.repeat(65_536))) {
						response.once('drain', more);
						return;
					}
				}
			};
			more();
		};
		expect(await outcome({ url: url() }, { maxBytes: 100_000 })).toBe('tooLarge');
		expect(sent).toBeLessThan(100_000_000);
	});

	test.each([-1, 'many', '5, 6'])('by a length of %p is not believed', async (length) => {
		handle = (_, response) => {
			response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\nsound`);
		};
		expect(await outcome({ url: url() }, { maxBytes: 10 })).toBe('storageUnreachable');
	});

	test.each([
		['a page with status 500', 500, 'notServed'],
		['403, as to an address that has run out', 403, 'notServed'],
		['404', 404, 'notServed'],
		['304 without a word', 304, 'notServed'],
		['206', 206, 'notServed'],
	])('by %s gives no file', async (_, status, code) => {
		handle = (__, response) => {
			response.writeHead(status).end(status === 304 ? '' : 'x'.repeat(200_000));
		};
		expect(await outcome({ url: url() })).toBe(code);
	});

	test('by hanging up in the middle gives no file', async () => {
		handle = (_, response) => {
			response.writeHead(200, { 'content-length': 1000 }).write('x'.repeat(10));
			setTimeout(() => response.destroy(), 50);
		};
		expect(await outcome({ url: url() })).toBe('notServed');
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
		handle = to(`http://storage.example.com:${port}/a.wav`);
		await getUrl(run(), { fileName: name, recordDomain: name });
		const [{ url, headers } = { url: '', headers: {} }] = seen;
		const address = new URL(url ?? '', 'http://x');
		expect(address.pathname).toBe('/rest/provision/voice/record/v1.0');
		expect([...address.searchParams]).toEqual([
			['fileName', name],
			['recordDomain', name],
		]);
		expect(headers).not.toHaveProperty('x-injected');
		expect(seen).toHaveLength(1);
	});
});
