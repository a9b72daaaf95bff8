import { getUrl } from '../../platform/recordings/recording';
import { downloadServer, type Handler, NAME, OK, PLAIN_HEADERS, to } from './downloadServer';

const server = downloadServer();

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
		expect(await server.outcome({ url }, { allowedHosts: ['', ' ', ',', '.', '*'] })).toBe(code);
		expect(server.seen).toEqual([]);
	});

	test('is refused by http where the platform speaks https', async () => {
		const platform = server.run('https://rtcpns.example.com');
		const url = `http://obs.myhuaweicloud.com:${server.port}/a.wav`;
		expect(await server.outcome({ url }, {}, platform)).toBe('refusedHost');
		expect(server.seen).toEqual([]);
	});

	test.each(['127.0.0.2', '10.1.1.1', '::ffff:192.168.0.1'])(
		'of a storage host whose name leads into the network (%s) is not fetched',
		async (place) => {
			server.elsewhere = { 'obs.myhuaweicloud.com': [place] };
			const url = `http://obs.myhuaweicloud.com:${server.port}/a.wav`;
			expect(await server.outcome({ url })).toBe('refusedHost');
			expect(server.seen).toEqual([]);
		},
	);

	test('is not fetched by a connection that another workflow was allowed to open', async () => {
		server.elsewhere = { 'rtcpns.example.com': ['114.116.0.1'] };
		const url = `http://obs.myhuaweicloud.com:${server.port}/a.wav`;
		expect(await server.outcome({ url }, { allowedHosts: ['obs.myhuaweicloud.com'] })).toBe(
			'sound',
		);
		expect(await server.outcome({ url })).toBe('refusedHost');
		expect(server.seen).toHaveLength(1);
	});

	test('is fetched by http from a host that the user trusts, whatever the platform speaks', async () => {
		const platform = server.run('https://rtcpns.example.com');
		const url = `http://recordings.example.com:${server.port}/a.wav`;
		expect(await server.outcome({ url }, {}, platform)).toBe('refusedHost');
		const options = { allowedHosts: ['recordings.example.com'] };
		expect(await server.outcome({ url }, options, platform)).toBe('sound');
	});

	test('of a storage host, or of one that the user trusts, is fetched without the signature', async () => {
		for (const host of ['obs.cn-north-1.myhuaweicloud.com', 'Recordings.Example.com']) {
			const url = `http://user:pass@${host}:${server.port}/a.wav?sign=1`;
			expect(await server.outcome({ url }, { allowedHosts: ['recordings.example.com '] })).toBe(
				'sound',
			);
		}
		expect(server.fetched()).toEqual(['/a.wav?sign=1', '/a.wav?sign=1']);
		for (const { headers } of server.seen) {
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
		server.handle = to(location);
		const url = `http://obs.myhuaweicloud.com:${server.port}/a.wav`;
		expect(await server.outcome({ url })).toBe('refusedHost');
		expect(server.seen).toHaveLength(1);
	});
});

describe('an address that the platform tells', () => {
	/** A platform that sends the recording on to this address. */
	const telling = (location: string, then: Handler = OK): void => {
		server.handle = (request, response) => {
			const isPlatform = request.url?.startsWith('/rest/') === true;
			(isPlatform ? to(location, 301) : then)(request, response);
		};
	};

	test('is fetched from any host of the wide world, without the signature', async () => {
		telling(`http://storage.example.com:${server.port}/a.wav`);
		expect(await server.outcome(NAME)).toBe('sound');
		expect(Object.keys(server.seen[1]?.headers ?? {}).sort()).toEqual(PLAIN_HEADERS);
	});

	const inside = ['127.0.0.1', '127.9.9.9', '10.0.0.1', '192.168.1.1', '172.16.0.1', '100.64.0.1'];
	test.each([
		...[...inside, '169.254.169.254', '0.0.0.0', 'localhost', 'a.localhost', 'metadata.internal'],
		...['[::1]', '[::]', '[fd00::1]', '[fe80::1]', '[::ffff:127.0.0.1]', '2130706433'],
	])('is not fetched from inside the network (%s)', async (host) => {
		telling(`http://${host}:${server.port}/a.wav`);
		expect(await server.outcome(NAME)).toBe('refusedHost');
		expect(server.fetched()).toEqual([]);
	});

	const places = [
		...['127.0.0.2', '10.0.0.1', '192.168.1.1', '172.31.0.1', '100.127.0.1', '169.254.169.254'],
		...['0.0.0.0', '192.0.0.8', '198.19.0.1', '203.0.113.7', '224.0.0.1', '255.255.255.255'],
		...['::1', 'fd00::1', 'fe80::1', 'fec0::1', 'ff02::1', '::ffff:10.0.0.1', '::10.0.0.1'],
		...['64:ff9b::a00:1', '64:ff9b:1::a00:1', '2002:a00:1::1', '2001:0:1::1'],
	];
	test.each(places)('is not fetched where its name leads into the network (%s)', async (place) => {
		server.elsewhere = {
			'storage.example.com': [place],
			'two.example.com': ['114.116.0.1', place],
		};
		for (const host of Object.keys(server.elsewhere)) {
			telling(`http://${host}:${server.port}/a.wav`);
			expect(await server.outcome(NAME)).toBe('refusedHost');
		}
		expect(server.fetched()).toEqual([]);
	});

	test.each(['storage', 'storage.lan', 'storage.home.arpa', 'storage.local.', 'LOCALHOST.'])(
		'is not fetched from a name that only a network of its own has (%s)',
		async (host) => {
			telling(`http://${host}:${server.port}/a.wav`);
			expect(await server.outcome(NAME)).toBe('refusedHost');
			expect(server.fetched()).toEqual([]);
		},
	);

	test('is not followed to a name that leads into the network', async () => {
		server.elsewhere = { 'deep.example.com': ['127.0.0.2'] };
		telling(
			`http://storage.example.com:${server.port}/1`,
			to(`http://deep.example.com:${server.port}/2`),
		);
		expect(await server.outcome(NAME)).toBe('refusedHost');
		expect(server.fetched()).toEqual(['/1']);
	});

	test('is fetched from a name that leads into the network where the user trusts it', async () => {
		server.elsewhere = { 'storage.lan': ['127.0.0.1'], 'rtcpns.example.com': ['127.0.0.1'] };
		telling(`http://storage.lan:${server.port}/a.wav`);
		expect(await server.outcome(NAME, { allowedHosts: ['storage.lan'] })).toBe('sound');
		expect(await server.outcome(NAME)).toBe('refusedHost');
	});

	test('is not followed from outside to inside the network', async () => {
		telling(
			`http://storage.example.com:${server.port}/a.wav`,
			to(`http://127.0.0.1:${server.port}/secret`),
		);
		expect(await server.outcome(NAME)).toBe('refusedHost');
		expect(server.fetched()).toEqual(['/a.wav']);
	});

	test('is fetched from inside where the platform itself is, or where the user trusts it', async () => {
		telling(`http://127.0.0.1:${server.port}/a.wav`);
		expect(await server.outcome(NAME, {}, server.run(`http://127.0.0.1:${server.port}`))).toBe(
			'sound',
		);
		expect(await server.outcome(NAME, {}, server.run(`http://localhost:${server.port}`))).toBe(
			'sound',
		);
		expect(await server.outcome(NAME, { allowedHosts: ['127.0.0.1'] })).toBe('sound');
	});

	test.each(['http://[', 'http://', 'https://a b/', 'http://a:99999/'])(
		'that is none (%s) is told as a missing address',
		async (location) => {
			telling(location);
			expect(await server.outcome(NAME)).toBe('noLocation');
			await expect(getUrl(server.run(), NAME)).rejects.toMatchObject({ code: 'noLocation' });
			telling(`http://storage.example.com:${server.port}/a.wav`, to(location));
			expect(await server.outcome(NAME)).toBe('noLocation');
		},
	);

	test('is not followed for ever', async () => {
		telling(`http://storage.example.com:${server.port}/1`, to('/again'));
		expect(await server.outcome(NAME)).toBe('notServed');
		expect(server.fetched()).toHaveLength(4);
	});
});
