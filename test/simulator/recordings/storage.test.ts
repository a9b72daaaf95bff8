import { gunzipSync } from 'node:zlib';

import { Agent, request } from 'undici';

import { cert, key } from '../certificate';
import { bodies, call, closeAll, fee, open, signedHeaders } from '../helpers';
import type { CallRequest, FaultRequest, Simulator } from '../../../simulator';

const recordPath = '/rest/provision/voice/record/v1.0';

afterEach(closeAll);

/** A simulator with one recording, and the query of its link. */
async function openRecorded(
	more: Partial<CallRequest> = {},
	options: Parameters<typeof open>[0] = {},
): Promise<{ simulator: Simulator; link: string; record: Record<string, unknown> }> {
	const simulator = await open(options);
	simulator.bind('axbKey', {
		callerNum: '13800000021',
		calleeNum: '13800000023',
		relationNum: '13800006666',
		recordFlag: 'true',
		recordHintTone: 'notice.wav',
	});
	const receiver = 'http://127.0.0.1:1/';
	simulator.setPushUrls({ callRecord: receiver });
	simulator.startCall({ caller: '13800000021', called: '13800006666', talkSeconds: 4, ...more });
	await simulator.waitForPush(({ event }) => event === 'fee');
	const record = fee(bodies(simulator, 'fee')[0]);
	const query = new URLSearchParams({
		fileName: String(record.recordObjectName),
		recordDomain: String(record.recordDomain),
	});
	return { simulator, link: `${recordPath}?${query.toString()}`, record };
}

/** Fetches the recording as a client that knows no better would. */
async function download(more: Partial<CallRequest>, fault?: FaultRequest) {
	const { simulator, link } = await openRecorded(more);
	const { headers } = await call(simulator, 'GET', link);
	if (fault) simulator.setFault({ ...fault, target: 'storage' });
	return request(headers.get('location') ?? '');
}

describe('the storage host', () => {
	it.each<[FaultRequest, number, string | undefined, number | 'some']>([
		[{ kind: 'htmlAnswer' }, 200, 'text/html', 'some'],
		[{ kind: 'emptyAnswer' }, 200, undefined, 0],
		[{ kind: 'redirectLoop' }, 302, undefined, 0],
		[{ kind: 'redirect', location: 'http://127.0.0.1:1/x' }, 302, undefined, 0],
	])('serves for %j no recording', async (fault, status, type, length) => {
		const answer = await download({}, fault);
		expect(answer.statusCode).toBe(status);
		expect(answer.headers['content-type']).toBe(type);
		const text = await answer.body.text();
		if (length === 'some') expect(text).toContain('<html>');
		else expect(text).toHaveLength(length);
	});

	it('redirects to the very same address, for ever', async () => {
		const { simulator, link } = await openRecorded();
		const { headers } = await call(simulator, 'GET', link);
		simulator.setFault({ kind: 'redirectLoop', target: 'storage' });
		await expect(fetch(headers.get('location') ?? '')).rejects.toThrow();
		expect(simulator.storageRequests.length).toBeGreaterThan(5);
	});

	it('codes the file with gzip though nobody asked', async () => {
		const answer = await download({}, { kind: 'gzip' });
		expect(answer.headers).toMatchObject({
			'content-encoding': 'gzip',
			'content-type': 'audio/wav',
		});
		const wav = gunzipSync(Buffer.from(await answer.body.arrayBuffer()));
		expect(wav).toHaveLength(44 + 4 * 16_000);
	});

	it('drips: the head of a WAV, then one byte after the other', async () => {
		const answer = await download({}, { kind: 'drip', delayMs: 1 });
		let bytes = Buffer.alloc(0);
		for await (const chunk of answer.body) {
			bytes = Buffer.concat([bytes, chunk as Buffer]);
			if (bytes.length > 60) break;
		}
		expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
		expect(bytes.subarray(44, 60).toString()).toBe(' '.repeat(16));
	});

	it.each<FaultRequest['kind']>(['reset', 'resetAfterHeaders', 'cutAnswer'])(
		'breaks off: %s',
		async (kind) => {
			const whole = async (): Promise<number> =>
				(await (await download({}, { kind })).body.arrayBuffer()).byteLength;
			const outcome = await whole().catch(() => 'broken');
			// Without a length nobody can tell an empty file from a lost one.
			expect(outcome).toBe(kind === 'resetAfterHeaders' ? 0 : 'broken');
		},
	);
});

describe('the link of a recording', () => {
	it('begins with http where https was meant', async () => {
		const { simulator, link } = await openRecorded({}, { tls: { key, cert } });
		/** Without the signature, which tells the second in which it was made. */
		const location = async (): Promise<string | undefined> => {
			const dispatcher = new Agent({ connect: { ca: cert, servername: 'localhost' } });
			const answer = await request(simulator.url + link, { headers: signedHeaders(), dispatcher });
			await answer.body.dump();
			await dispatcher.close();
			return String(answer.headers.location).split('?')[0];
		};
		const right = await location();
		expect(right).toMatch(/^https:/);
		simulator.setFault({ kind: 'plainHttpLink', operation: 'recordingLink' });
		expect(await location()).toBe(right?.replace('https:', 'http:'));
	});

	it('is refused with 1012007 until the recording is there', async () => {
		const { simulator, link } = await openRecorded({ recordingLagSeconds: 3_000_000 });
		const answer = await call(simulator, 'GET', link);
		expect([answer.status, answer.json.resultcode]).toEqual([403, '1012007']);
	});
});

describe('a hostile name in a call record', () => {
	it.each([
		['a path', '../../../tmp/x'],
		['CR and LF', 'a.wav\r\nX-Evil: yes'],
		['NUL', 'a\0.wav'],
		['a letter that turns the text round', 'a\u202Evaw.exe'],
		['a quote', 'a".wav'],
	])('%s is sent as it is, and the file can be fetched by it', async (_name, recordingName) => {
		const { simulator, link, record } = await openRecorded({ recordingName });
		expect(record.recordObjectName).toBe(recordingName);
		const { status, headers } = await call(simulator, 'GET', link);
		expect(status).toBe(301);
		const answer = await request(headers.get('location') ?? '');
		expect(answer.statusCode).toBe(200);
		expect(answer.headers['x-evil']).toBeUndefined();
		expect(answer.headers['content-disposition']).toContain(encodeURIComponent(recordingName));
		expect((await answer.body.arrayBuffer()).byteLength).toBe(44 + 4 * 16_000);
	});

	it('can stand in the domain, too, and is ordered through the control API', async () => {
		const simulator = await open();
		const order = {
			caller: '13800000021',
			called: '13800006666',
			recordingName: '../x',
			recordingDomain: 'evil.example\r\n',
		};
		const init = { method: 'POST', body: JSON.stringify(order) };
		expect((await fetch(`${simulator.url}/sim/calls`, init)).status).toBe(201);
		const { record } = await openRecorded({ recordingDomain: 'evil.example\r\n' });
		expect(record.recordDomain).toBe('evil.example\r\n');
	});
});
