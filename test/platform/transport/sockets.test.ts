import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { connect, type AddressInfo, type LookupFunction, type Server, type Socket } from 'node:net';

import { socketOpener, type SocketSettings } from '../../../platform/transport/sockets';
import { waitUntil } from '../../waitUntil';
import { cert, key } from '../../simulator/certificate';

const http = createHttp();
const https = createHttps({ cert, key });
/** What the proxy was asked for, and what it answers. */
let asked: Array<{ url: string; host?: string }>;
let status: string;
/** Connections to the proxy that are over. */
let closed: number;
const proxy = createHttp().on('connect', ({ url = '', headers }, client: Socket) => {
	asked.push({ url, host: headers.host });
	client.on('error', () => undefined);
	client.on('close', () => (closed += 1));
	client.write(`HTTP/1.1 ${status}\r\n\r\n`);
	if (status !== '200 OK') {
		client.resume().on('end', () => client.end());
		return;
	}
	const target = connect(portOf(https), '127.0.0.1');
	target.on('error', () => undefined);
	target.pipe(client).pipe(target);
});
const servers = [http, https, proxy];
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const opened: Socket[] = [];
async function open(url: string, settings: Partial<SocketSettings> = {}): Promise<Socket> {
	const socket = await socketOpener({ rejectUnauthorized: false, ...settings })(new URL(url));
	opened.push(socket.on('error', () => undefined));
	return socket;
}
const proxyFor = () => new URL(`http://127.0.0.1:${portOf(proxy)}`);

beforeAll(async () => {
	for (const server of servers) {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	}
});
beforeEach(() => {
	[asked, closed] = [[], 0];
	status = '200 OK';
});
afterEach(() => {
	for (const socket of opened.splice(0)) socket.destroy();
});
afterAll(async () => {
	for (const server of servers) {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
});

describe('a socket', () => {
	test('is opened past TLS', async () => {
		const socket = await open(`https://127.0.0.1:${portOf(https)}`);
		expect(socket).toMatchObject({ encrypted: true });
		expect(await open(`http://127.0.0.1:${portOf(http)}`)).not.toMatchObject({ encrypted: true });
	});

	test('is not opened to a host whose certificate nobody knows, unless one wants that', async () => {
		const url = `https://127.0.0.1:${portOf(https)}`;
		await expect(open(url, { rejectUnauthorized: true })).rejects.toMatchObject({
			code: expect.stringMatching(/CERT|SELF/) as string,
		});
	});

	test('is opened where the lookup leads, and not where it does not', async () => {
		const names: string[] = [];
		const lookup: LookupFunction = (name, options, done) => {
			names.push(name);
			if (options.all) done(null, [{ address: '127.0.0.1', family: 4 }]);
			else done(null, '127.0.0.1', 4);
		};
		await open(`http://platform.example:${portOf(http)}`, { lookup });
		expect(names).toEqual(['platform.example']);
		const nowhere: LookupFunction = (_, options, done) => {
			done(new Error('nobody knows it'), options.all ? [] : '');
		};
		await expect(
			open(`http://platform.example:${portOf(http)}`, { lookup: nowhere }),
		).rejects.toThrow('nobody knows it');
	});

	test('is opened to an address of IPv6', async () => {
		const error = await open('http://[::1]:1').catch((reason: unknown) => reason);
		// Nobody listens there: what counts is that the address is understood.
		expect(error).not.toMatchObject({ code: 'ENOTFOUND' });
	});
});

describe('through a proxy', () => {
	test.each([
		['https://platform.example', 'platform.example:443'],
		['https://platform.example:8443', 'platform.example:8443'],
		['http://platform.example', 'platform.example:80'],
		['http://platform.example:8080', 'platform.example:8080'],
	])('a tunnel for %s leads to %s', async (url, expected) => {
		const socket = await open(url, { proxyFor });
		expect(asked).toEqual([{ url: expected, host: expected }]);
		expect(socket.destroyed).toBe(false);
	});

	test('TLS is spoken with the host, not with the proxy', async () => {
		const socket = await open('https://platform.example', { proxyFor });
		expect(socket).toMatchObject({ encrypted: true });
	});

	test.each(['503 Service Unavailable', '407 Proxy Authentication Required', '204 No Content'])(
		'nothing is opened when it answers %s',
		async (answer) => {
			status = answer;
			await expect(open('https://platform.example', { proxyFor })).rejects.toThrow(
				`The proxy ${proxyFor().host} answered HTTP ${answer.slice(0, 3)}.`,
			);
		},
	);

	test('nothing of a refused tunnel stays open', async () => {
		status = '503 Service Unavailable';
		await open('https://platform.example', { proxyFor }).catch(() => undefined);
		await waitUntil(() => closed === 1);
		expect(asked).toHaveLength(1);
	});

	test('the way is direct where there is none for the address', async () => {
		await open(`http://127.0.0.1:${portOf(http)}`, { proxyFor: () => undefined });
		expect(asked).toEqual([]);
	});
});
