import { createServer, type AddressInfo, type Socket } from 'node:net';

import { call } from '../../../platform/client/calls';
import { openRun } from '../../../platform/client/run';
import { APPLICATION, egressAtSecondTry, GOOD, request, scriptedServer } from './scriptedServer';

const server = scriptedServer();

describe('time', () => {
	test('that is over is told as such', async () => {
		await server.connect();
		server.script = [() => undefined];
		await expect(call(server.open({ timeoutMs: 1500 }), request('create'))).rejects.toMatchObject({
			code: 'timeout',
			outcome: 'lost',
			text: 'No answer within 1.5 seconds.',
		});
	});

	test.each([2 ** 31, 2 ** 45])(
		'of %d milliseconds, which no timer can hold, is not over at once',
		async (timeoutMs) => {
			server.script = [
				(_, response) =>
					setTimeout(() => {
						GOOD(_, response);
					}, 100),
			];
			await call(server.open({ timeoutMs }), request('create'));
			expect(server.requests).toHaveLength(1);
		},
	);
});

describe('an answer without end', () => {
	test('is not read to its end', async () => {
		let sent = 0;
		server.script = [
			(_, response) => {
				const more = (): void => {
					while (!response.destroyed && sent < 500_000_000) {
						sent += 65_536;
						if (!response.write('x'.repeat(65_536))) {
							response.once('drain', more);
							return;
						}
					}
				};
				more();
			},
		];
		await expect(call(server.open(), request('create'))).rejects.toMatchObject({
			code: 'tooLarge',
		});
		expect(sent).toBeLessThan(100_000_000);
	});
});

test('a redirect is never followed: the signature stays with the platform', async () => {
	server.script = [
		(_, response) => response.writeHead(302, { location: `${server.baseUrl}/elsewhere` }).end(),
	];
	await expect(call(server.open(), request('read'))).rejects.toMatchObject({ code: 'redirected' });
	expect(server.requests).toEqual(['GET /x']);
});

test('a host that the policy for connections forbids gets no request', async () => {
	const egress = {
		validateUrl: () => Promise.resolve({ ok: false as const, error: new Error('forbidden') }),
		createSecureLookup: () => () => undefined,
	};
	await expect(call(server.open({ egress }), request('read'))).rejects.toMatchObject({
		code: 'forbiddenHost',
		outcome: 'unsent',
	});
	expect(server.requests).toEqual([]);
});

test('a policy that cannot look a name up for a moment is asked again, for all items', async () => {
	const egress = egressAtSecondTry();
	const platform = server.open({ egress });
	const all = [1, 2, 3].map(async () => await call(platform, request('create')));
	expect(await Promise.all(all)).toHaveLength(3);
	expect(egress.validateUrl).toHaveBeenCalledTimes(2);
});

test.each([
	['before there is a connection, was not sent', 'create', 'unreachable', 'unsent'],
	[
		'before there is a connection, was not sent, when it is cancelled',
		'read',
		'cancelled',
		'unsent',
	],
] as const)('a request that is given up %s', async (_, effect, code, outcome) => {
	// Takes the connection, and never says a word of TLS.
	const sockets: Socket[] = [];
	const cancel = new AbortController();
	const isCancelled = code === 'cancelled';
	const silent = createServer((socket) => {
		sockets.push(socket.on('error', () => undefined));
		if (isCancelled) cancel.abort();
	});
	await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
	const { port } = silent.address() as AddressInfo;
	const application = { ...APPLICATION, baseUrl: `https://127.0.0.1:${port}` };
	const platform = openRun(application, {
		timeoutMs: isCancelled ? 60_000 : 600,
		signal: cancel.signal,
	});
	await expect(call(platform, request(effect))).rejects.toMatchObject({ code, outcome });
	for (const socket of sockets) socket.destroy();
	silent.close();
});

test('a request that is given up while it waits for its answer may have been acted on', async () => {
	await server.connect();
	server.script = [() => undefined];
	await expect(call(server.open({ timeoutMs: 1000 }), request('create'))).rejects.toMatchObject({
		code: 'timeout',
		outcome: 'lost',
	});
});
