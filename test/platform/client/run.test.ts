import { lookup } from 'node:dns';
import type { ServerResponse } from 'node:http';

import { readAnswer } from '../../../platform/client/answer';
import { call, remove } from '../../../platform/client/calls';
import { connectionKey } from '../../../platform/client/exchange';
import { openRun } from '../../../platform/client/run';
import { waitUntil } from '../../waitUntil';
import {
	answer,
	APPLICATION,
	CUT,
	egressAtSecondTry,
	GOOD,
	type Handler,
	request,
	scriptedServer,
} from './scriptedServer';

const server = scriptedServer();

const SLOWER = answer(403, { resultcode: '1010010', resultdesc: '' });
const WRONG_VALUE = answer(403, { resultcode: '1010002', resultdesc: '' });
const WRONG_MODE = answer(403, { resultcode: '1010029', resultdesc: '' });
const NONE = answer(403, { resultcode: '1012001', resultdesc: '' });

test('a request goes out as it is asked for, signed', async () => {
	const headers: Array<Record<string, unknown>> = [];
	server.script = [
		(incoming, response) => {
			headers.push(incoming.headers);
			GOOD(incoming, response);
		},
	];
	const query = { callerNum: '+8613800000001', pageSize: 10, pageIndex: undefined };
	await call(openRun({ ...APPLICATION, baseUrl: `${server.baseUrl}//` }), {
		method: 'POST',
		path: '/rest/x',
		query,
		body: { callerNum: '+8613800000001' },
		effect: 'create',
	});
	expect(server.requests).toEqual(['POST /rest/x?callerNum=%2B8613800000001&pageSize=10']);
	expect(server.bodies).toEqual(['{"callerNum":"+8613800000001"}']);
	expect(headers[0]?.['x-aksk']).toContain(APPLICATION.appKey);
});

test('a run below a path of the platform stays below it', async () => {
	await call(openRun({ ...APPLICATION, baseUrl: `${server.baseUrl}/gateway/` }), request('read'));
	expect(server.requests).toEqual(['GET /gateway/x']);
});

describe('a run begins with three requests', () => {
	/** Answers the first request as told, and no other until the test is over. */
	function hold(first: Handler): ServerResponse[] {
		const held: ServerResponse[] = [];
		server.script = [first, (_, response) => void held.push(response)];
		return held;
	}

	test.each([
		['a success', GOOD],
		['a refusal of one value', WRONG_VALUE],
	])('and sends all others at once after %s', async (_, first) => {
		const held = hold(first);
		const run = server.open();
		const all = Array.from({ length: 10 }, async () => await call(run, request('create')));
		await waitUntil(() => held.length === 9);
		for (const response of held) GOOD(response.req, response);
		await Promise.allSettled(all);
		expect(server.requests).toHaveLength(10);
	});

	test('and with one after the other while the platform says nothing of the keys', async () => {
		const held = hold((_, response) => response.writeHead(403).end());
		const run = server.open();
		const all = Array.from({ length: 10 }, async () => await call(run, request('create')));
		await Promise.race(all).catch(() => undefined);
		await waitUntil(() => held.length === 3);
		for (let turns = 0; turns < 20; turns += 1) await new Promise(setImmediate);
		expect(held).toHaveLength(3);
		server.script = [GOOD];
		for (const response of held) GOOD(response.req, response);
		await Promise.allSettled(all);
	});
});

describe('after too many requests, while one of them tries', () => {
	/** Another request, which comes while the one that tries is on its way. */
	let next: Promise<unknown>;
	/** Sends a request that is told to wait, and then tries: how that ends, after the next one came. */
	async function tryWith(end: Handler, nextRun = server.open()): Promise<unknown> {
		server.script.push(
			SLOWER,
			(incoming, response) => {
				next = call(nextRun, request('read'));
				next.catch(() => undefined);
				setImmediate(() => {
					end(incoming, response);
				});
			},
			GOOD,
		);
		const tried = server.open().send(request('create'), (given) => {
			if (given.text === 'defect') throw new TypeError('a defect');
			return readAnswer(given);
		});
		return await tried.catch((error: unknown) => error);
	}

	test.each<[string, Handler, object]>([
		['is lost', CUT, { outcome: 'lost' }],
		['is refused for its value', WRONG_VALUE, { code: '1010002' }],
		['meets a defect', (_, response) => response.end('defect'), { name: 'TypeError' }],
	])('others go on when it %s', async (_, end, expected) => {
		server.script = [];
		expect(await tryWith(end)).toMatchObject(expected);
		expect(await next).toMatchObject({ resultcode: '0' });
		expect(server.requests).toHaveLength(3);
	});

	test('others go on when its run has ended', async () => {
		server.script = [WRONG_MODE];
		const ended = server.open();
		await expect(call(ended, request('read'))).rejects.toMatchObject({ code: '1010029' });
		server.script = [];
		expect(await tryWith(SLOWER, ended)).toMatchObject({ resultcode: '0' });
		await expect(next).rejects.toMatchObject({ code: '1010029' });
		expect(server.requests).toHaveLength(4);
	});
});

test('a defect is told as such each time, however many requests meet it', async () => {
	const run = server.open();
	const meet = async (): Promise<never> =>
		await run.send(request('create'), () => {
			throw new TypeError('a defect');
		});
	for (let count = 1; count <= 13; count += 1) await expect(meet()).rejects.toThrow(TypeError);
	expect(server.requests).toHaveLength(13);
});

test('a defect is told as such, too, where an earlier answer was lost', async () => {
	server.script = [CUT, GOOD];
	const sent = server.open().send(request('read'), () => {
		throw new TypeError('a defect');
	});
	await expect(sent).rejects.toThrow(TypeError);
	expect(server.requests).toHaveLength(2);
});

test('another application does not wait because of this one', async () => {
	server.script = [(_, response) => response.writeHead(429, { 'retry-after': '3000' }).end(), GOOD];
	const cancel = new AbortController();
	const held = call(server.open({ signal: cancel.signal }), request('read'));
	await waitUntil(() => server.requests.length === 1);
	const other = { ...APPLICATION, appKey: 'testAppKey0002', baseUrl: server.baseUrl };
	expect(await call(openRun(other), request('read'))).toMatchObject({ resultcode: '0' });
	cancel.abort();
	await expect(held).rejects.toMatchObject({ code: 'cancelled' });
});

test('runs share connections only where these are opened in the same way', () => {
	const application = { ...APPLICATION, baseUrl: 'https://platform.example' };
	const egress = {
		validateUrl: () => Promise.resolve({ ok: true as const }),
		createSecureLookup: () => lookup,
	};
	const ways = [
		connectionKey(application),
		connectionKey({ ...application, allowUnauthorizedCerts: true }),
		connectionKey({ ...application, appKey: 'testAppKey0002' }),
		connectionKey(application, egress),
	];
	expect(new Set(ways.map(([key]) => key)).size).toBe(4);
	expect(connectionKey({ ...application })[0]).toBe(ways[0]?.[0]);
	expect(ways.map(([, { rejectUnauthorized }]) => rejectUnauthorized)).toEqual([
		true,
		false,
		true,
		true,
	]);
	expect(ways.map((way) => way[1].lookup)).toEqual([undefined, undefined, undefined, lookup]);
});

test('nobody is told of flow control where there was none', async () => {
	const onHeldUp = jest.fn();
	const run = server.open({ onHeldUp });
	await Promise.all([1, 2, 3, 4, 5].map(async () => await call(run, request('read'))));
	expect(onHeldUp).not.toHaveBeenCalled();
});

test('what was never sent has removed nothing', async () => {
	const egress = egressAtSecondTry();
	server.script = [NONE];
	const removed = remove(server.open({ egress }), request('change'), true);
	expect(await removed).toEqual({ alreadyDeleted: true });
});
