import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { closeStores } from '../../platform/state/store';
import type { EgressGuard } from '../../platform/transport/egress';
import { openRun } from '../../platform/client/run';
import { InputError, PlatformError } from '../../platform/codes/errors';
import { download, type DownloadOptions } from '../../platform/recordings/recording';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export const NAME = { fileName: 'a.wav', recordDomain: 'ostor.huawei.com' };
/** Headers of a request that carries no secret. */
export const PLAIN_HEADERS = ['accept', 'accept-encoding', 'connection', 'host'];
/** How a storage names its recordings. */
export const SOUND = { 'content-type': 'audio/wav' };
export const OK: Handler = (_, response) => response.writeHead(200, SOUND).end('sound');
export const to =
	(location: string, status = 302): Handler =>
	(_, response) => {
		response.writeHead(status, { location }).end('x'.repeat(100_000));
	};

/** The platform and all storages of the world, on one port of this machine. */
export interface DownloadServer {
	handle: Handler;
	/** The requests that came. */
	seen: IncomingMessage[];
	port: number;
	/** Where names lead to that are no names of this server. */
	elsewhere: Readonly<Record<string, string[]>>;
	/** A policy that forbids nothing. */
	everywhere: EgressGuard;
	run(baseUrl?: string, egress?: EgressGuard): ReturnType<typeof openRun>;
	/** The refusal of a download, or the bytes that came. */
	outcome(
		source: Parameters<typeof download>[1],
		options?: DownloadOptions,
		platform?: ReturnType<typeof openRun>,
	): Promise<string>;
	/** Paths of requests, without those to the platform itself. */
	fetched(): string[];
}

/** Gives the tests of a file one server, which has seen nothing when a test begins. */
export function downloadServer(): DownloadServer {
	/**
	 * Nearly every name leads to the test's own server, as the platform's does, so that names of the
	 * wide world can be used.
	 */
	const lookup: LookupFunction = (hostname, options, done) => {
		const found = (world.elsewhere[hostname] ?? ['127.0.0.1']).map((address) => ({
			address,
			family: address.includes(':') ? 6 : 4,
		}));
		const [{ address, family } = { address: '', family: 4 }] = found;
		if (options.all) done(null, found);
		else done(null, address, family);
	};
	const world: DownloadServer = {
		handle: OK,
		seen: [],
		port: 0,
		elsewhere: {},
		everywhere: {
			validateUrl: () => Promise.resolve({ ok: true }),
			createSecureLookup: () => lookup,
		},
		run(baseUrl = `http://rtcpns.example.com:${world.port}`, egress = world.everywhere) {
			const keys = { appKey: 'testAppKey0001', appSecret: 'testAppSecret0001' };
			const application = {
				...keys,
				authentication: 'aksk',
				allowUnauthorizedCerts: false,
			} as const;
			return openRun({ ...application, baseUrl }, { egress, timeoutMs: 30_000 });
		},
		async outcome(source, options = {}, platform = world.run()) {
			try {
				const { body } = await download(platform, source, options);
				return (await buffer(body)).toString();
			} catch (error) {
				if (error instanceof PlatformError) return error.code;
				if (error instanceof InputError) return `${error.field} refused`;
				throw error;
			}
		},
		fetched: () =>
			world.seen
				.filter(({ url }) => url?.startsWith('/rest/') === false)
				.map(({ url }) => url ?? ''),
	};
	const server = createServer((request, response) => {
		world.seen.push(request);
		world.handle(request, response);
	});
	beforeAll(async () => {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		world.port = (server.address() as AddressInfo).port;
	});
	afterAll(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	beforeEach(() => {
		world.seen = [];
		world.handle = OK;
		world.elsewhere = {};
	});
	afterEach(closeStores);
	return world;
}
