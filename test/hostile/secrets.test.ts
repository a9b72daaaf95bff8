import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { inspect } from 'node:util';

import { stringify } from 'flatted';
import type { IDataObject } from 'n8n-workflow';

import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { testSignature } from '../../nodes/shared/credential';
import { closeStores } from '../../platform/state/store';
import { signRequest } from '../../platform/application/signature';
import { runNode, type RunResult } from '../nodes/engine';
import { startWebhookServer } from '../nodes/webhookServer';
import { cert, key } from '../simulator/certificate';

const SECRET = 'veryOwnSecret0001';
const A = '13800000021';
const BIND = {
	resource: 'binding',
	operation: 'create',
	callerNum: A,
	calleeNum: '13800000022',
	chooseNumberBy: 'number',
	relationNum: '17000000001',
};
const GET = {
	resource: 'binding',
	operation: 'get',
	subscriptionId: 's1',
};
const DOWNLOAD = {
	resource: 'recording',
	operation: 'download',
	source: 'file',
	fileName: 'a.wav',
	recordDomain: 'ostor.huawei.com',
	binaryPropertyName: 'data',
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
/** Everything that a request proved its sender with. */
let proofs: Set<string>;
/** What was printed while a test ran. */
let printed: string[];
let plain: Server;
let secure: Server;

const listener: Handler = (request, response) => {
	for (const name of ['x-aksk', 'x-wsse', 'authorization']) {
		const header = request.headers[name];
		if (typeof header !== 'string') continue;
		proofs.add(header);
		const digest = /PasswordDigest="([^"]+)"/.exec(header)?.[1];
		if (digest !== undefined) proofs.add(digest);
	}
	FAILURES.get(decodeURIComponent(request.url?.split('/')[1] ?? ''))?.(request, response);
};
/** The address of a server that fails in this way; each run has one of its own. */
const urlOf = (failure: string, run = '', server = plain, scheme = 'http'): string => {
	const { port } = server.address() as AddressInfo;
	return `${scheme}://127.0.0.1:${port}/${encodeURIComponent(failure)}/${run}`;
};

beforeAll(async () => {
	plain = createServer(listener).listen(0, '127.0.0.1');
	secure = createTlsServer({ key, cert }, listener).listen(0, '127.0.0.1');
	await Promise.all(
		[plain, secure].map((server) => new Promise((done) => server.once('listening', done))),
	);
});
afterAll(async () => {
	await closeStores();
	await Promise.all([plain, secure].map((server) => new Promise((done) => server.close(done))));
});
beforeEach(() => {
	proofs = new Set();
	printed = [];
	for (const stream of [process.stdout, process.stderr]) {
		jest.spyOn(stream, 'write').mockImplementation((text) => {
			printed.push(String(text));
			return true;
		});
	}
});
afterEach(async () => {
	jest.restoreAllMocks();
	await closeStores();
});

/** Fails when anything that a user or a log could see tells a secret. */
function expectNoSecretIn(result: unknown): void {
	const seen = [inspect(result, { depth: 30, showHidden: true, maxStringLength: null })];
	try {
		seen.push(stringify(result));
	} catch {
		// What cannot be stored in an execution is covered by the inspection.
	}
	const all = [...seen, ...printed].join('\n');
	for (const secret of [SECRET, encodeURIComponent(SECRET), ...proofs]) {
		const places = all.split('\n').filter((line) => line.includes(secret));
		expect(places).toEqual([]);
	}
	expect(all).not.toMatch(/PasswordDigest="?[A-Za-z0-9+/]{20}/);
}

const echo = (request: IncomingMessage): string =>
	Object.entries(request.headers)
		.map(([name, value]) => `${name}: ${String(value)}`)
		.join('\n');
const json =
	(status: number, body: (request: IncomingMessage) => object): Handler =>
	(request, response) => {
		response
			.writeHead(status, { 'content-type': 'application/json' })
			.end(JSON.stringify(body(request)));
	};

const FAILURES = new Map<string, Handler>([
	['a wrong secret', json(401, () => ({ resultcode: '1010010', resultdesc: 'Invalid digest.' }))],
	[
		'words that repeat the request',
		json(401, (request) => ({ resultcode: '1010010', resultdesc: `Invalid: ${echo(request)}` })),
	],
	['a code that repeats the request', json(403, (request) => ({ resultcode: echo(request) }))],
	[
		'a page that repeats the request',
		(request, response) => response.writeHead(500).end(`<pre>${echo(request)}</pre>`),
	],
	['JSON that repeats the request', json(502, ({ headers }) => ({ headers }))],
	['JSON that is cut', (_, response) => response.end('{"resultcode":"0","subscr')],
	['a redirect without an address', (_, response) => response.writeHead(302).end()],
	[
		'a redirect that repeats the request',
		(request, response) => {
			const location = `http://evil.example/?${encodeURIComponent(echo(request))}`;
			response.writeHead(302, { location }).end();
		},
	],
	['silence', () => undefined],
	['a cut connection', (request) => request.socket.destroy()],
	['nonsense', (request) => request.socket.end('nonsense\r\n\r\n')],
	['flow control without end', json(429, () => ({}))],
	['success', json(200, () => ({ resultcode: '0', subscriptionId: 's1' }))],
]);
const failures = [...FAILURES.keys()].filter((name) => name !== 'success');

describe.each(['aksk', 'wsse'])('signed with %s, no secret shows', (authentication) => {
	const credential = (baseUrl: string) => ({
		appKey: 'testAppKey0001',
		appSecret: SECRET,
		baseUrl,
		authentication,
	});
	const run = async (
		parameters: object,
		baseUrl: string,
		{ goOn = false, timeout = 30 } = {},
	): Promise<RunResult> => {
		const requestOptions = { timeout, flowControlWait: 1 };
		return await runNode(new PrivateNumberAxb(), { ...parameters, requestOptions } as IDataObject, {
			credential: credential(baseUrl),
			settings: goOn ? { onError: 'continueRegularOutput' } : {},
		});
	};

	test('after whatever goes wrong', async () => {
		// Two failures at once, so that nobody waits for the other runs.
		for (let index = 0; index < failures.length; index += 2) {
			const runs = failures.slice(index, index + 2).flatMap((failure) => {
				const timeout = failure === 'silence' ? 1 : 30;
				return [
					run(BIND, urlOf(failure, `${authentication}1`), { goOn: true, timeout }),
					run(BIND, urlOf(failure, `${authentication}2`), { timeout }),
					run(GET, urlOf(failure, `${authentication}3`), { timeout }),
					run(DOWNLOAD, urlOf(failure, `${authentication}4`), { goOn: true, timeout }),
				];
			});
			for (const result of await Promise.all(runs)) {
				expect(result.json[0]?.error ?? result.error?.message).toEqual(expect.any(String));
				expectNoSecretIn(result);
			}
		}
		expect(proofs.size).toBeGreaterThan(50);
		expect(printed).toEqual([]);
	}, 120_000);

	test('when nobody answers, or the certificate cannot be verified', async () => {
		const secureUrl = urlOf('success', '', secure, 'https');
		for (const baseUrl of ['http://127.0.0.1:1', 'https://nobody.invalid', secureUrl]) {
			const result = await run(GET, baseUrl);
			expect(result.error?.message).toEqual(expect.any(String));
			expectNoSecretIn(result);
		}
	});

	test.each([
		{ appSecret: `${SECRET} ${SECRET}` },
		{ baseUrl: `https://me:${SECRET}@example.com` },
		{ appKey: '' },
	])('when the credential itself cannot be used', async (wrong) => {
		const result = await runNode(new PrivateNumberAxb(), GET, {
			credential: { ...credential(urlOf('success')), ...wrong },
		});
		expect(result.error?.message).toEqual(expect.any(String));
		expectNoSecretIn(result);
	});

	test('when the run succeeds', async () => {
		const result = await run(BIND, urlOf('success'));
		expect(result.json[0]).toMatchObject({ subscriptionId: 's1' });
		expectNoSecretIn(result);
	});

	test('in the answers of the test button', async () => {
		const answers = failures.map(async (failure) => {
			const data = credential(urlOf(failure, `${authentication}5`));
			return await testSignature.call({} as never, { data } as never);
		});
		for (const answer of await Promise.all(answers)) {
			expect(answer.message).toMatch(/\w/);
			expectNoSecretIn(answer);
		}
	}, 60_000);
});

test('log lines of refused and dropped pushes show no secret, no signature and no number', async () => {
	const keys = { appKey: 'testAppKey0001', appSecret: 'testAppSecret0001' };
	const trigger = await startWebhookServer({ options: { defaultDestination: A } });
	const headers = (secret: string) =>
		({ ...signRequest({ ...keys, appSecret: secret }, 'aksk') }) as Record<string, string>;
	const call = { sessionId: 's', caller: `+86${A}`, called: `+86${A}`, notifyMode: 'Block' };
	const body = { eventType: 'callin', statusInfo: { ...call, timestamp: '2019-01-23 09:15:14' } };
	try {
		const used = headers(keys.appSecret);
		await trigger.post(body);
		await trigger.post(body, headers('wrong'));
		await trigger.post(body, used);
		await trigger.post({ ...body, more: A }, used);
		await trigger.post({ eventType: A, [A]: A }, headers(keys.appSecret));
		trigger.set({ respond: 'workflow' });
		await trigger.post(body, headers(keys.appSecret));
		trigger.set({ options: { defaultDestination: '138000000' } });
		await trigger.post(body, headers(keys.appSecret));
		trigger.set({ options: { privateNumbers: `${A}, ${A}9` } });
		await trigger.post(body, headers(keys.appSecret));
		expect(trigger.log.length).toBeGreaterThanOrEqual(6);
		const lines = trigger.log.join('\n');
		expect(lines).not.toContain(keys.appSecret);
		expect(lines).not.toContain(A);
		expect(lines).not.toContain('138000000"');
		for (const value of Object.values(used)) expect(lines).not.toContain(value);
	} finally {
		await trigger.close();
	}
});
