import { connect } from 'node:net';

import { presets } from '../../../simulator/faults/presets';
import { applicationOf, call, closeAll, open, outcome, signedHeaders } from '../helpers';
import type { FaultRequest, Simulator } from '../../../simulator';

const path = '/rest/caas/relationnumber/partners/v1.0';
const pair = {
	callerNum: '+8613800000021',
	calleeNum: '+8613800000023',
	relationNum: '+8613800006666',
};

afterEach(closeAll);

/** A simulator whose every answer meets this fault. */
async function openWith(fault: FaultRequest): Promise<Simulator> {
	const simulator = await open();
	simulator.setFault(fault);
	return simulator;
}

describe('an answer in an odd form', () => {
	it.each<[FaultRequest, number, string, string | null]>([
		[{ kind: 'htmlAnswer' }, 401, '<html>', 'text/html'],
		[{ kind: 'htmlAnswer', http: 200 }, 200, '<html>', 'text/html'],
		[{ kind: 'emptyAnswer' }, 401, '', null],
		[{ kind: 'emptyAnswer', http: 200 }, 200, '', null],
		[
			{ kind: 'code', http: 401, code: '1999999', text: 'Unknown.' },
			401,
			'{"resultcode":"1999999","resultdesc":"Unknown."}',
			'application/json;charset=UTF-8',
		],
		[
			{ kind: 'code', code: 'cancelled' },
			403,
			'"resultcode":"cancelled"',
			'application/json;charset=UTF-8',
		],
		[{ kind: 'redirectLoop' }, 302, '', null],
	])('%j is answered before the platform acts', async (fault, status, text, type) => {
		const simulator = await openWith(fault);
		const answer = await call(simulator, 'POST', path, pair);
		expect(answer.status).toBe(status);
		if (text === '') expect(answer.text).toBe('');
		else expect(answer.text).toContain(text);
		expect(answer.headers.get('content-type')).toBe(type);
		expect(answer.headers.get('location')).toBe(fault.kind === 'redirectLoop' ? path : null);
		expect(simulator.bindings()).toEqual([]);
	});

	it.each([
		[undefined, undefined, /^1$/],
		[30, 'seconds', /^30$/],
		[30, 'date', /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/],
	] as const)('429 says when to come again: %s %s', async (retryAfter, retryAfterAs, expected) => {
		const simulator = await openWith({ kind: 'tooManyRequests', retryAfter, retryAfterAs });
		const answer = await call(simulator, 'POST', path, pair);
		expect(answer.status).toBe(429);
		expect(answer.text).toBe('');
		expect(answer.headers.get('retry-after')).toMatch(expected);
	});

	it('a bind is answered without an id, but done', async () => {
		const simulator = await openWith({ kind: 'noId' });
		const { json } = await call(simulator, 'POST', path, pair);
		expect(json).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
			callDirection: 0,
			duration: 0,
			maxDuration: 0,
		});
		expect(simulator.bindings()).toHaveLength(1);
	});

	it('a result code is a number, of a success and of a refusal', async () => {
		const simulator = await openWith({ kind: 'numericCode' });
		expect((await call(simulator, 'POST', path, pair)).json.resultcode).toBe(0);
		expect((await call(simulator, 'POST', path, pair)).json.resultcode).toBe(1012010);
	});

	/** The bytes of the answer's body, which a client would not show. */
	async function bytes(simulator: Simulator): Promise<{ head: string; body: Buffer }> {
		const socket = connect(Number(new URL(simulator.url).port), '127.0.0.1');
		const lines = Object.entries({ ...signedHeaders(), Host: 'x' }).map((pair) => pair.join(': '));
		socket.write(`GET ${path}?subscriptionId=x HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
		const chunks: Buffer[] = [];
		for await (const chunk of socket) chunks.push(chunk as Buffer);
		const all = Buffer.concat(chunks);
		const end = all.indexOf('\r\n\r\n');
		return { head: all.subarray(0, end).toString().toLowerCase(), body: all.subarray(end + 4) };
	}

	it('a byte order mark stands before the JSON', async () => {
		const { body } = await bytes(await openWith({ kind: 'byteOrderMark' }));
		expect(body.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
		expect(JSON.parse(body.subarray(3).toString())).toMatchObject({ resultcode: '1012007' });
	});

	it('gzip comes though nobody asked for it', async () => {
		const { head, body } = await bytes(await openWith({ kind: 'gzip' }));
		expect(head).toContain('content-encoding: gzip');
		const { gunzipSync } = await import('node:zlib');
		expect(JSON.parse(gunzipSync(body).toString())).toMatchObject({ resultcode: '1012007' });
	});

	it('drips for ever', async () => {
		const simulator = await openWith({ kind: 'drip', delayMs: 1 });
		const answer = await fetch(simulator.url + path, { headers: signedHeaders() });
		expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
		const reader = answer.body?.getReader();
		let text = '';
		while (text.length < 20) {
			text += Buffer.from((await reader?.read())?.value ?? []).toString();
		}
		expect(text).toMatch(/^\{ {19,}$/);
		await reader?.cancel();
	});

	it('drips at long intervals, and yet begins at once', async () => {
		const simulator = await openWith({ kind: 'drip', delayMs: 3_600_000 });
		// Long for an answer, short for an hour.
		const signal = AbortSignal.timeout(10_000);
		const answer = await fetch(simulator.url + path, { headers: signedHeaders(), signal });
		const reader = answer.body?.getReader();
		expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toMatch(/^\{/);
		await reader?.cancel();
	});
});

describe('an answer that repeats the signature of its request', () => {
	const headers = signedHeaders({ nonce: 'abc', created: '2026-01-01T00:00:00Z' });
	const header = headers['X-AKSK'] ?? '';
	const digest = /PasswordDigest="([^"]*)"/.exec(header)?.[1] ?? 'none';
	const decoded = (text: string): string =>
		text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

	it.each<[NonNullable<FaultRequest['form']>, string, (text: string) => string]>([
		['json', 'application/json', (text) => (JSON.parse(text) as { resultdesc: string }).resultdesc],
		['xml', 'text/xml', (text) => text.replaceAll('&quot;', '"')],
		['htmlTable', 'text/html', (text) => text.replaceAll('&quot;', '"')],
		['entities', 'text/html', decoded],
		[
			'base64',
			'application/json',
			(text) => Buffer.from(text.split(' ').at(-1)?.replace('"}', '') ?? '', 'base64').toString(),
		],
	])('as %s', async (form, type, read) => {
		const simulator = await openWith({ kind: 'echoedSignature', form });
		const answer = await fetch(simulator.url + path, { method: 'POST', headers, body: '{}' });
		expect(answer.status).toBe(403);
		expect(answer.headers.get('content-type')).toContain(type);
		const text = await answer.text();
		expect(read(text)).toContain(digest);
		expect(read(text)).toContain(header);
		const isHidden = form === 'entities' || form === 'base64';
		expect(text.includes(digest)).toBe(!isHidden);
	});
});

describe('a list that never ends', () => {
	it('has full pages with ever new ids and a total that no page reaches (AXB)', async () => {
		const simulator = await open();
		await call(simulator, 'POST', path, pair);
		simulator.setFault({ kind: 'endlessList', method: 'GET' });
		const ids = new Set<unknown>();
		for (const pageIndex of [1, 2, 99]) {
			const query = `${path}?relationNum=%2B8613800006666&pageSize=10&pageIndex=${pageIndex}`;
			const { json } = await call(simulator, 'GET', query);
			const rows = json.relationNumList as { subscriptionId: string }[];
			expect(rows).toHaveLength(10);
			expect(json).toMatchObject({ totalCount: 1_000_000_000, pageIndex: String(pageIndex) });
			for (const { subscriptionId } of rows) ids.add(subscriptionId);
		}
		expect(ids.size).toBe(30);
	});

	it.each([
		['/rest/caas/extendnumber/v2.0?virtualNum=%2B8613800006666&limit=5', 'bindingList'],
		['/rest/caas/virtualnumber/v1.0?limit=5', 'virtualNumList'],
	])('always names one more cursor (%s)', async (query, list) => {
		const simulator = await open({ applications: [applicationOf('AXE')] });
		simulator.bind('axbKey', { virtualNum: '+8613800006666', bindNum: '+8613800000023' });
		simulator.setFault({ kind: 'endlessList', method: 'GET' });
		const cursors = new Set<unknown>();
		let cursor = '';
		for (let page = 0; page < 4; page += 1) {
			const { json } = await call(simulator, 'GET', query + cursor);
			expect(json[list]).toHaveLength(5);
			cursors.add(json.nextCursor);
			cursor = `&cursor=${String(json.nextCursor)}`;
		}
		expect(cursors.size).toBe(4);
		expect(cursors.has(undefined)).toBe(false);
		simulator.clearFaults();
		// The cursors are well-formed ones.
		expect(outcome(await call(simulator, 'GET', query + cursor))).toBe('200 0');
	});
});

describe('the list of faults to switch on', () => {
	it('has a name in two languages for each, no name twice, and the control API takes them all', async () => {
		const simulator = await open();
		const body = JSON.stringify(presets.map(({ fault }) => fault));
		const answer = await fetch(`${simulator.url}/sim/faults`, { method: 'PUT', body });
		expect(answer.status).toBe(200);
		expect(simulator.faults).toHaveLength(presets.length);
		for (const language of ['en', 'zh'] as const) {
			const names = presets.map((preset) => preset[language]);
			expect(new Set(names).size).toBe(presets.length);
			expect(names.every((name) => /[\u4e00-\u9fff]/.test(name) === (language === 'zh'))).toBe(
				true,
			);
		}
	});

	it('has every kind', async () => {
		const { apiFaults, pushFaults } = await import('../../../simulator/faults/kinds');
		const kinds = new Set(presets.map(({ fault }) => fault.kind));
		expect([...kinds].sort()).toEqual(Object.keys({ ...apiFaults, ...pushFaults }).sort());
	});
});
