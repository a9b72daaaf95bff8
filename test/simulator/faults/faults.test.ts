import { once } from 'node:events';
import { connect } from 'node:net';

import { waitUntil } from '../../waitUntil';
import {
	applicationOf,
	axbApplication,
	call,
	closeAll,
	open,
	openReceiver,
	outcome,
	signedHeaders,
} from '../helpers';
import type { Signing } from '../helpers';
import type { FaultRequest } from '../../../simulator';

const path = '/rest/caas/relationnumber/partners/v1.0';
const pair = {
	callerNum: '+8613800000021',
	calleeNum: '+8613800000023',
	relationNum: '+8613800006666',
};

afterEach(closeAll);

describe('a fault of the API', () => {
	it.each<[FaultRequest, number, string]>([
		[{ kind: 'internalError' }, 500, '1010001'],
		[{ kind: 'flowControl' }, 403, '1010010'],
		[{ kind: 'trafficControl' }, 403, '1011006'],
		[{ kind: 'ipNotAllowed' }, 403, '1020166'],
		[{ kind: 'code', http: 500, code: '1023002', text: 'Response timeout.' }, 500, '1023002'],
		[{ kind: 'htmlError' }, 500, '<html>'],
		[{ kind: 'badGateway' }, 502, '<html>'],
		[{ kind: 'redirect' }, 302, ''],
		[{ kind: 'truncatedJson' }, 200, '{"resultcode"'],
		[{ kind: 'slow', delayMs: 30 }, 200, '"subscriptionId"'],
	])('%j is answered as such', async (fault, status, text) => {
		const simulator = await open();
		simulator.setFault(fault);
		const answer = await call(simulator, 'POST', path, pair);
		expect(answer.status).toBe(status);
		expect(answer.text).toContain(text);
		expect(answer.headers.get('location')).toBeNull();
		expect(simulator.requests[0]?.fault).toBe(fault.kind);
		const acts = fault.kind === 'slow' || fault.kind === 'truncatedJson';
		expect(simulator.bindings()).toHaveLength(acts ? 1 : 0);
		if (fault.kind === 'truncatedJson') expect(() => JSON.parse(answer.text) as unknown).toThrow();
	});

	it.each(['reset', 'badGateway', 'hang'] as const)(
		'%s can come after the platform has acted: a lost answer',
		async (kind) => {
			const simulator = await open();
			simulator.setFault({ kind, acts: true, times: 1 });
			const cancel = new AbortController();
			const answer = fetch(simulator.url + path, {
				method: 'POST',
				headers: signedHeaders(),
				body: JSON.stringify(pair),
				signal: cancel.signal,
			});
			if (kind === 'hang') {
				await waitUntil(() => simulator.requests.length > 0);
				cancel.abort();
			}
			if (kind === 'badGateway') expect((await answer).status).toBe(502);
			else await expect(answer).rejects.toThrow();
			expect(simulator.bindings()).toHaveLength(1);
			expect(outcome(await call(simulator, 'POST', path, pair))).toBe('403 1012010');
		},
	);

	it('reset and cutAnswer break the connection', async () => {
		const simulator = await open();
		simulator.setFault({ kind: 'reset', times: 1 });
		await expect(call(simulator, 'POST', path, pair)).rejects.toThrow('fetch failed');
		expect(simulator.bindings()).toEqual([]);
		simulator.setFault({ kind: 'cutAnswer', times: 1 });
		await expect(call(simulator, 'POST', path, pair)).rejects.toThrow();
		expect(simulator.bindings()).toHaveLength(1);
		expect(simulator.requests.map(({ status }) => status)).toEqual([undefined, undefined]);
	});

	it('meets only what it is meant for, as often as it is meant to', async () => {
		const simulator = await open();
		simulator.setFault({ kind: 'internalError', operation: 'AXB bind', skip: 1, times: 2 });
		const query = async (): Promise<string> =>
			outcome(await call(simulator, 'GET', `${path}?subscriptionId=x`));
		const bind = async (): Promise<string> => outcome(await call(simulator, 'POST', path, {}));
		expect(await query()).toBe('403 1012007');
		expect([await bind(), await bind(), await bind(), await bind()]).toEqual([
			'403 1010002',
			'500 1010001',
			'500 1010001',
			'403 1010002',
		]);
		const fault = simulator.setFault({ kind: 'internalError', method: 'GET' });
		expect(await query()).toBe('500 1010001');
		simulator.clearFaults(fault.id);
		expect(await query()).toBe('403 1012007');
	});

	it('can meet one application alone, however that signs', async () => {
		const other = applicationOf('AXB', { appKey: 'other', appSecret: 'other', numbers: [] });
		const simulator = await open({ applications: [axbApplication, other] });
		simulator.setFault({ kind: 'internalError', appKey: 'axbKey' });
		const query = async (signing: Signing): Promise<string> =>
			outcome(await call(simulator, 'GET', `${path}?subscriptionId=x`, undefined, signing));
		const asOther = { appKey: 'other', appSecret: 'other' };
		for (const scheme of ['AKSK', 'WSSE'] as const) {
			expect(await query({ scheme })).toBe('500 1010001');
			expect(await query({ scheme, ...asOther })).toBe('403 1012007');
		}
	});

	it('holds its answer back for as long as it is told to', async () => {
		const simulator = await open();
		simulator.setFault({ kind: 'internalError', delayMs: 1000 });
		const begin = performance.now();
		expect(outcome(await call(simulator, 'POST', path, pair))).toBe('500 1010001');
		expect(performance.now() - begin).toBeGreaterThan(990);
	});

	it('can meet the storage host instead', async () => {
		const simulator = await open();
		simulator.setFault({ kind: 'redirect', target: 'storage', location: 'http://example.com/' });
		const answer = await fetch(`${simulator.storageUrl}/bucket/file.wav`, { redirect: 'manual' });
		expect(answer.headers.get('location')).toBe('http://example.com/');
		expect(outcome(await call(simulator, 'POST', path, pair))).toBe('200 0');
	});
});

describe('closing', () => {
	it('ends open connections, waiting requests and running calls at once', async () => {
		const receiver = await openReceiver();
		receiver.answerWith(() => 'hang');
		const simulator = await open({ speed: 1 });
		simulator.setPushUrls({ all: receiver.url });
		simulator.setFault({ kind: 'hang' });
		simulator.setFault({ kind: 'slow', target: 'storage', delayMs: 60_000 });
		const hanging = [
			call(simulator, 'POST', path, pair),
			fetch(`${simulator.storageUrl}/bucket/file.wav`),
		];
		for (const request of hanging) request.catch(() => undefined);
		const socket = connect(Number(new URL(simulator.url).port), '127.0.0.1');
		socket.on('error', () => undefined);
		await once(socket, 'connect');
		const ended = new Promise((resolve) => socket.on('close', resolve));
		simulator.startCall({ caller: '13800000021', called: '13800006666' });
		await simulator.waitForPush(({ event }) => event === 'callin');
		await waitUntil(() => simulator.requests.length > 0 && simulator.storageRequests.length > 0);
		const begin = Date.now();
		await simulator.close();
		// What it ended would have lasted a minute.
		expect(Date.now() - begin).toBeLessThan(10_000);
		for (const request of hanging) await expect(request).rejects.toThrow();
		await ended;
	});
});
