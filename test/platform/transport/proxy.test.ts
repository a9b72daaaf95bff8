import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { closeStores } from '../../../platform/state/store';
import { call } from '../../../platform/client/calls';
import { openRun } from '../../../platform/client/run';
import { probe } from '../../../platform/recordings/probe';
import { download } from '../../../platform/recordings/recording';
import { proxyFor } from '../../../platform/transport/proxy';
import { cert, key } from '../../simulator/certificate';

/** A name that only the proxy knows. */
const HOST = 'platform.example';
const VARIABLES = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'].flatMap((name) => [
	name,
	name.toUpperCase(),
]);

/** What the server gives instead of a success: sound, or the address of a recording. */
let answerWith: string | undefined;
const answer: RequestListener = (request, response) => {
	reached.push(`${request.method} ${request.url}`);
	if (answerWith?.startsWith('http')) response.writeHead(301, { location: answerWith });
	response.end(answerWith ?? '{"resultcode":"0","resultdesc":"Success"}');
};
const platforms = {
	http: createHttpServer(answer),
	https: createHttpsServer({ key, cert }, answer),
};
/** What the proxy answers to a wish for a tunnel. */
let status: string;
let tunnels: string[];
/** Keys that the proxy was shown. */
let shown: Array<string | undefined>;
let reached: string[];
const proxy = createHttpServer().on('connect', ({ url = '', headers }, client: Socket) => {
	tunnels.push(url);
	shown.push(headers['proxy-authorization']);
	client.on('error', () => undefined);
	client.write(`HTTP/1.1 ${status}\r\n\r\n`);
	if (!status.startsWith('200')) return client.end();
	const platform = connect(Number(new URL(`http://${url}`).port), '127.0.0.1');
	platform.on('error', () => undefined);
	platform.pipe(client).pipe(platform);
});

const servers: Server[] = [platforms.http, platforms.https, proxy];
const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const application = (scheme: keyof typeof platforms) => ({
	appKey: 'testAppKey0001',
	appSecret: 'testAppSecret0001',
	authentication: 'aksk' as const,
	allowUnauthorizedCerts: true,
	baseUrl: `${scheme}://${HOST}:${portOf(platforms[scheme])}`,
});
/** Address of the proxy, which a person may write in several ways. */
const address = (scheme = 'http://'): string => `${scheme}127.0.0.1:${portOf(proxy)}`;
const before = Object.fromEntries(VARIABLES.map((name) => [name, process.env[name]]));
function setVariables(variables: Readonly<Record<string, string | undefined>>): void {
	for (const name of VARIABLES) Reflect.deleteProperty(process.env, name);
	for (const [name, value] of Object.entries(variables)) {
		if (value !== undefined) process.env[name] = value;
	}
}
const create = { method: 'POST', path: '/x', effect: 'create' } as const;

beforeAll(async () => {
	for (const server of servers) {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	}
});
beforeEach(() => {
	[status, tunnels, shown, reached, answerWith] = ['200 OK', [], [], [], undefined];
	setVariables({ HTTP_PROXY: address(), HTTPS_PROXY: address() });
});
afterEach(closeStores);
afterAll(async () => {
	setVariables(before);
	for (const server of servers) await new Promise((resolve) => server.close(resolve));
});

describe.each(['http', 'https'] as const)('behind a proxy, over %s', (scheme) => {
	test('requests go through tunnels, some of them opened ahead of need', async () => {
		const platform = openRun(application(scheme));
		for (let sent = 0; sent < 2; sent += 1) await call(platform, create);
		expect(reached).toEqual(['POST /x', 'POST /x']);
		expect(tunnels.length).toBeGreaterThanOrEqual(2);
		expect(new Set(tunnels)).toEqual(new Set([`${HOST}:${portOf(platforms[scheme])}`]));
	});

	test('so does the test of the credential', async () => {
		await probe(application(scheme));
		expect(tunnels).toHaveLength(1);
	});
});

test('a proxy that opens no tunnel sends nothing, so that a create is tried again', async () => {
	status = '503 Service Unavailable';
	const sent = call(openRun(application('https')), create);
	await expect(sent).rejects.toMatchObject({ code: 'unreachable', outcome: 'unsent' });
	expect(tunnels).toHaveLength(3);
	expect(reached).toEqual([]);
});

describe('a proxy is found', () => {
	test.each<[string, keyof typeof platforms, () => Record<string, string>]>([
		['in ALL_PROXY alone', 'https', () => ({ ALL_PROXY: address() })],
		['in ALL_PROXY alone, for http', 'http', () => ({ ALL_PROXY: address() })],
		['in lower case', 'https', () => ({ https_proxy: address() })],
		['in lower case first', 'https', () => ({ https_proxy: address(), HTTPS_PROXY: 'x://y' })],
		['in all_proxy', 'http', () => ({ all_proxy: address(), ALL_PROXY: 'x://y' })],
		['without a scheme', 'https', () => ({ HTTPS_PROXY: address('') })],
		['without a scheme, for http', 'http', () => ({ http_proxy: address('') })],
		['beside a variable that is empty', 'https', () => ({ https_proxy: '', ALL_PROXY: address() })],
		['with blanks around it', 'https', () => ({ HTTPS_PROXY: ` ${address()} ` })],
		['where NO_PROXY names others', 'https', () => ({ ALL_PROXY: address(), NO_PROXY: '.lan' })],
	])('%s', async (_, scheme, variables) => {
		setVariables(variables());
		await call(openRun(application(scheme)), create);
		expect(tunnels).toEqual([`${HOST}:${portOf(platforms[scheme])}`]);
		expect(reached).toEqual(['POST /x']);
	});

	test.each([
		['me:secret@', 'Basic bWU6c2VjcmV0'],
		['me@', 'Basic bWU6'],
		['m%40:%E5%AF%86@', 'Basic bUA65a+G'],
		['', undefined],
	])('and shown the keys in "%s"', async (keys, expected) => {
		setVariables({ HTTPS_PROXY: address(`http://${keys}`) });
		await call(openRun(application('https')), create);
		expect(shown).toEqual([expected]);
	});
});

describe('no proxy is used', () => {
	/** A platform at an address that needs no proxy. */
	const direct = () => ({
		...application('http'),
		baseUrl: `http://127.0.0.1:${portOf(platforms.http)}`,
	});

	test.each([
		'127.0.0.1',
		'*',
		'example.com,127.0.0.1',
		'example.com 127.0.0.1',
		'*.0.0.1',
		'.0.0.1',
		'*0.1',
		'PORT',
	])('where NO_PROXY is "%s"', async (names) => {
		const NO_PROXY = names.replace('PORT', `127.0.0.1:${portOf(platforms.http)}`);
		setVariables({ ALL_PROXY: address(), NO_PROXY });
		await call(openRun(direct()), create);
		expect([tunnels, reached]).toEqual([[], ['POST /x']]);
	});

	test.each(['27.0.0.1', '127.0.0.1:1', '0.0.1', 'example.com'])(
		'unless NO_PROXY is "%s"',
		async (NO_PROXY) => {
			setVariables({ ALL_PROXY: address(), NO_PROXY });
			await call(openRun(direct()), create);
			expect(tunnels).toHaveLength(1);
		},
	);

	test('for https where only HTTP_PROXY is set, as in n8n', () => {
		const environment = (name: string) =>
			name === 'HTTP_PROXY' ? 'http://proxy.example:8080' : undefined;
		expect(proxyFor(new URL('https://a.example'), environment)).toBeUndefined();
		expect(proxyFor(new URL('http://a.example'), environment)?.host).toBe('proxy.example:8080');
	});
});

describe('a proxy that is none', () => {
	test.each([
		['HTTPS_PROXY', 'https', 'http://me:hunter22@'],
		['https_proxy', 'https', 'http:/proxy'],
		['ALL_PROXY', 'https', 'socks5://me:hunter22@127.0.0.1:1'],
		['all_proxy', 'http', 'proxy.example:99999'],
		['HTTP_PROXY', 'http', 'two words'],
		['http_proxy', 'http', 'http://'],
	] as const)('in %s is named, and no password shown', async (name, scheme, value) => {
		setVariables({ [name]: value });
		const sent = call(openRun(application(scheme)), create);
		await expect(sent).rejects.toMatchObject({
			code: 'badProxy',
			outcome: 'unsent',
			text: expect.stringContaining(` ${name} `) as string,
		});
		await expect(sent).rejects.not.toThrow(/hunter22|Invalid URL/);
		expect(await probe(application(scheme))).toMatchObject({ code: 'badProxy' });
	});
});

describe('a recording behind a proxy', () => {
	const url = (host: string): string => `http://${host}:${portOf(platforms.http)}/a.wav`;
	const fetchFrom = async (host: string, allowedHosts: string[]) => {
		const from = { url: url(host) };
		const { body } = await download(openRun(application('http')), from, { allowedHosts });
		return (await buffer(body)).length;
	};

	test('is fetched by the name that only the proxy knows', async () => {
		answerWith = 'RIFF\0\0\0\0WAVE';
		expect(await fetchFrom('obs.myhuaweicloud.com', [])).toBeGreaterThan(0);
		expect(await fetchFrom('recordings.example', ['recordings.example'])).toBeGreaterThan(0);
		expect(tunnels).toHaveLength(2);
	});

	test('is not fetched from what has the looks of a host inside the network', async () => {
		answerWith = url('10.0.0.1');
		const named = download(openRun(application('http')), { fileName: 'a', recordDomain: 'b' });
		await expect(named).rejects.toMatchObject({ code: 'refusedHost' });
		expect(tunnels).toEqual([`${HOST}:${portOf(platforms.http)}`]);
	});
});
