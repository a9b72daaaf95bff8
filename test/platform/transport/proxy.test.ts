import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type AddressInfo, type Server, type Socket } from 'node:net';

import { closeStores } from '../../../platform/state/store';
import { call } from '../../../platform/client/calls';
import { openRun } from '../../../platform/client/run';
import { probe } from '../../../platform/recordings/probe';
import { cert, key } from '../../simulator/certificate';

/** A name that only the proxy knows. */
const HOST = 'platform.example';
const VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY'] as const;

const answer: RequestListener = (request, response) => {
	reached.push(`${request.method} ${request.url}`);
	response.end('{"resultcode":"0","resultdesc":"Success"}');
};
const platforms = {
	http: createHttpServer(answer),
	https: createHttpsServer({ key, cert }, answer),
};
/** What the proxy answers to a wish for a tunnel. */
let status: string;
let tunnels: string[];
let reached: string[];
const proxy = createHttpServer().on('connect', ({ url = '' }, client: Socket) => {
	tunnels.push(url);
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
const create = { method: 'POST', path: '/x', effect: 'create' } as const;

beforeAll(async () => {
	for (const server of servers) {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	}
});
beforeEach(() => {
	[status, tunnels, reached] = ['200 OK', [], []];
	for (const name of VARIABLES) process.env[name] = `http://127.0.0.1:${portOf(proxy)}`;
});
afterEach(async () => {
	for (const name of VARIABLES) Reflect.deleteProperty(process.env, name);
	await closeStores();
});
afterAll(async () => {
	for (const server of servers) await new Promise((resolve) => server.close(resolve));
});

describe.each(['http', 'https'] as const)('behind a proxy, over %s', (scheme) => {
	test('requests go through a tunnel, which serves the next one too', async () => {
		const platform = openRun(application(scheme));
		for (let sent = 0; sent < 2; sent += 1) await call(platform, create);
		expect(reached).toEqual(['POST /x', 'POST /x']);
		expect(tunnels).toEqual([`${HOST}:${portOf(platforms[scheme])}`]);
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
