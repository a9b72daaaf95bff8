import { request } from 'node:http';

import fc from 'fast-check';

import type { JsonObject } from '../../platform/wire/json';
import { closeStores } from '../../platform/state/store';
import { digestOf, signRequest } from '../../platform/client/signature';
import { KEYS, X1 } from '../nodes/fixture';
import { sharedTrigger } from '../nodes/webhookServer';
import pushes from '../platform/fixtures/pushes.json';

const ALL = [
	...['callin', 'collectInfo', 'callout', 'alerting', 'answer', 'disconnect'],
	...['fee', 'sms', 'numStatus'],
];
const A = '+8613800000021';

const trigger = sharedTrigger({ events: ALL });
beforeEach(closeStores);
afterAll(closeStores);

const signed = (): Record<string, string> => ({ ...signRequest(KEYS, 'aksk') });
const stampOfNow = (): string => new Date().toISOString().slice(0, 19).replace('T', ' ');
const waitingCall = (more: JsonObject = {}) => ({
	eventType: 'callin',
	statusInfo: {
		sessionId: 's1',
		timestamp: stampOfNow(),
		caller: A,
		called: X1,
		notifyMode: 'Block',
		...more,
	},
});

/** Sends header lines and bytes exactly as given; no client tidies them up. */
async function sendRaw(
	headers: string[],
	body: Buffer | string,
	path = '',
): Promise<{ status: number; text: string }> {
	return await new Promise((resolve, reject) => {
		const outgoing = request(trigger.url + path, { method: 'POST', headers }, (answer) => {
			let text = '';
			answer.setEncoding('utf8');
			answer.on('data', (chunk: string) => (text += chunk));
			answer.on('end', () => {
				resolve({ status: answer.statusCode ?? 0, text });
			});
		});
		outgoing.on('error', reject);
		outgoing.end(body);
	});
}

function headerLines(
	body: Buffer | string,
	signature: Record<string, string> = signed(),
): string[] {
	const length = String(Buffer.byteLength(body));
	return [
		...['Host', 'localhost', 'Content-Type', 'application/json', 'Content-Length', length],
		...Object.entries(signature).flat(),
	];
}

/** What must hold after anything at all: nobody has gained anything, and the trigger still works. */
async function expectUnharmed(): Promise<void> {
	expect(({} as JsonObject).polluted).toBeUndefined();
	expect(trigger.log.join('\n')).not.toContain(KEYS.appSecret);
	const before = trigger.executions.length;
	const { status } = await trigger.post(
		{ eventType: 'answer', statusInfo: { sessionId: 'alive' } },
		signed(),
	);
	expect(status).toBe(200);
	expect(trigger.executions).toHaveLength(before + 1);
}

describe('a push that the platform has not signed', () => {
	test.each(pushes)('starts nothing: $name', async ({ body }) => {
		const { status, text } = await trigger.post(body);
		expect(status).toBe(401);
		expect(JSON.parse(text)).toEqual({ message: 'the signature is missing' });
		expect(trigger.executions).toEqual([]);
	});

	test.each(['afterSuccess', 'workflow'])('starts nothing under %s', async (respond) => {
		trigger.set({ respond, events: ALL });
		expect((await trigger.post(waitingCall())).status).toBe(401);
		expect(trigger.executions).toEqual([]);
	});

	test('starts nothing, whatever its headers hold', async () => {
		const good = signed()['X-AKSK'] ?? '';
		const parts = good.match(/\w+="[^"]*"/g) ?? [];
		const text = fc.stringMatching(/^[\x20-\x7e]{0,60}$/);
		const header = fc.oneof(
			text,
			fc
				.tuple(fc.nat(good.length), fc.nat(good.length), text)
				.map(([from, to, put]) => good.slice(0, from) + put + good.slice(to)),
			fc
				.record({ u: text, d: text, n: text, c: text })
				.map(({ u, d, n, c }) =>
					[
						`UsernameToken Username="${u}"`,
						`PasswordDigest="${d}"`,
						`Nonce="${n}"`,
						`Created="${c}"`,
					].join(),
				),
		);
		await fc.assert(
			fc.asyncProperty(fc.constantFrom('X-AKSK', 'X-WSSE'), header, async (name, value) => {
				// What leaves all four parts as they are has forged nothing.
				fc.pre(!parts.every((part) => value.includes(part)));
				const { status } = await trigger.post(waitingCall(), { [name]: value });
				expect(status).toBe(401);
			}),
			{ numRuns: 300 },
		);
		expect(trigger.executions).toEqual([]);
		await expectUnharmed();
	});

	test.each([
		['twice', (value: string) => ['X-AKSK', value, 'X-AKSK', value]],
		['in two schemes', (value: string) => ['X-AKSK', 'UsernameToken', 'X-WSSE', value]],
		['in another header', (value: string) => ['Authorization', value]],
		['under a name that comes close', (value: string) => ['X-AKSK-', value, 'X_AKSK', value]],
	])('starts nothing with a good signature %s', async (_, lines) => {
		const body = JSON.stringify(waitingCall());
		const { status } = await sendRaw(
			[...headerLines(body, {}), ...lines(signed()['X-AKSK'] ?? '')],
			body,
		);
		expect(status).toBe(401);
		expect(trigger.executions).toEqual([]);
	});

	test('starts nothing when the forger names the host that its signature is for', async () => {
		const created = `${new Date().toISOString().slice(0, 19)}Z`;
		const digest = digestOf('aksk', '', 'n1', created);
		const value = `UsernameToken Username="${KEYS.appKey}",PasswordDigest="${digest}",Nonce="n1",Created="${created}"`;
		const headers = {
			'X-AKSK': value,
			'X-Forwarded-Host': 'evil.example',
			'X-Forwarded-Proto': 'x',
		};
		expect((await trigger.post(waitingCall(), headers)).status).toBe(401);
		expect(trigger.executions).toEqual([]);
	});

	test('is told why, without a word about what would have been right', async () => {
		const { text } = await trigger.post({ a: 1 }, {
			...signRequest({ ...KEYS, appSecret: 'guess' }, 'aksk'),
		} as Record<string, string>);
		expect(text).not.toContain(KEYS.appSecret);
		expect(text).not.toContain(KEYS.appKey);
	});
});

describe('a signature that somebody has seen', () => {
	let body: Buffer;
	beforeEach(() => {
		body = Buffer.from(JSON.stringify(waitingCall()));
	});

	test('carries no other body: not one byte may differ', async () => {
		const signature = signed();
		expect((await sendRaw(headerLines(body, signature), body)).status).toBe(200);
		for (let index = 0; index < body.length; index += 7) {
			const forged = Buffer.from(body);
			forged[index] = (forged[index] ?? 0) ^ 1;
			const { status } = await sendRaw(headerLines(forged, signature), forged);
			// What is no JSON any more is refused by n8n before it comes here.
			expect([401, 422]).toContain(status);
		}
		expect(trigger.executions).toHaveLength(1);
	});

	test('carries no other body with its nonce written in another way', async () => {
		const signature = signed();
		await sendRaw(headerLines(body, signature), body);
		const value = signature['X-AKSK'] ?? '';
		const forged = JSON.stringify({ eventType: 'fee', feeLst: [{ icid: 'forged' }] });
		const [nonce = '', created = ''] = ['Nonce', 'Created'].map(
			(name) => new RegExp(`${name}="([^"]*)"`).exec(value)?.[1] ?? '',
		);
		const rewritten = [
			value.replace(nonce, ` ${nonce}`),
			value.replace(nonce, nonce.toUpperCase()),
			value.replace(`Nonce="${nonce}"`, `NONCE="${nonce}"`),
			value.replace('UsernameToken ', '  usernametoken  '),
			value
				.replace(nonce, nonce + created.slice(0, -3))
				.replace(`"${created}"`, `"${created.slice(-3)}"`),
			value
				.replace(nonce, nonce.slice(0, -1))
				.replace(`"${created}"`, `"${nonce.slice(-1)}${created}"`),
		];
		trigger.set({ events: ALL, options: { maxSignatureAge: 0 } });
		for (const header of rewritten) {
			const { status } = await sendRaw(headerLines(forged, { 'X-AKSK': header }), forged);
			expect({ header, status }).toEqual({ header, status: 401 });
		}
	});

	test('connects no call a second time, whatever is put behind the address', async () => {
		trigger.set({ events: ALL, options: { defaultDestination: '13900000009' } });
		const answers = [];
		for (const path of ['', '?a=1', '?a=2', '/']) {
			const { text } = await sendRaw(headerLines(body), body, path);
			answers.push((JSON.parse(text) as JsonObject).operation);
		}
		expect(answers).toEqual(['connect', 'close', 'close', 'close']);
	});
});

describe('a signed push of any content', () => {
	const respond = ['immediately', 'afterSuccess', 'workflow'];

	test('is taken or refused with a reason, never a fault', async () => {
		const key = fc.constantFrom(
			...['eventType', 'statusInfo', 'smsEvent', 'feeLst', 'numInfo', 'notifyMode', 'sessionId'],
			...['notificationMode', 'caller', 'calling', 'called', 'recordFlag', 'recordObjectName'],
			...['__proto__', 'constructor', 'prototype', 'toString', 'toJSON', 'polluted'],
		);
		const leaf = fc.oneof(
			fc.jsonValue({ maxDepth: 1 }),
			fc.constantFrom<unknown>('callin', 'fee', 'numStatus', 'Block', '__proto__', 1e308, -0),
		);
		const { body } = fc.letrec<{ body: JsonObject; value: unknown }>((tie) => ({
			value: fc.oneof({ maxDepth: 4 }, leaf, tie('body'), fc.array(tie('value'), { maxLength: 3 })),
			body: fc.dictionary(key, tie('value'), { maxKeys: 5 }),
		}));
		const settings = fc.record({
			respond: fc.constantFrom(...respond),
			simplify: fc.boolean(),
			options: fc.record({
				maskNumbers: fc.boolean(),
				separateOutputs: fc.boolean(),
				privateNumbers: fc.constantFrom('', X1),
				replyDeadline: fc.constant(1),
			}),
		});
		trigger.onReply(() => Promise.resolve({ operation: 'close', closeInfo: {} }));
		await fc.assert(
			fc.asyncProperty(body, settings, async (given, parameters) => {
				trigger.set({ ...parameters, events: ALL });
				const { status } = await trigger.post(JSON.stringify(given), signed());
				expect([200, 400]).toContain(status);
			}),
			{ numRuns: 500 },
		);
		expect(trigger.log.filter((line) => line.includes('could not be taken'))).toEqual([]);
		trigger.set({ events: ALL });
		await expectUnharmed();
	});

	// A refusal would bring each of them six times more.
	test.each(respond)('nested a hundred thousand times over is dropped under %s', async (mode) => {
		const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
		const bodies = [
			deep(100_000),
			`{"eventType":"answer","statusInfo":{"sessionId":${deep(100_000)}}}`,
			`{"eventType":"fee","feeLst":[{"x":${deep(100_000)}}]}`,
			`{"eventType":"fee","feeLst":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
			`{"eventType":"numStatus","numInfo":[{}],"x":${deep(33)}}`,
		];
		for (const simplify of [true, false]) {
			trigger.set({ respond: mode, simplify, events: ALL, options: { maskNumbers: true } });
			for (const body of bodies) {
				trigger.log.length = 0;
				expect(await trigger.post(body, signed())).toEqual({ status: 200, text: '' });
				expect(trigger.log).toEqual([expect.stringContaining('dropped')]);
			}
		}
		expect(trigger.executions).toEqual([]);
		trigger.set({ events: ALL });
		await expectUnharmed();
	});

	test.each(respond)('nested as deep leaves nobody waiting under %s', async (mode) => {
		const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
		const text = { notificationMode: 'Block', calling: A, virtualNumber: X1, x: 'deep' };
		const call = waitingCall({ x: 'deep' });
		const options = { defaultDestination: '13900000009', replyDeadline: 1 };
		trigger.set({ respond: mode, events: ALL, options });
		const answers = [];
		for (const push of [call, call, { smsEvent: text }]) {
			const body = JSON.stringify(push).replace('"deep"', deep);
			const { status, text } = await trigger.post(body, signed());
			expect(status).toBe(200);
			answers.push(JSON.parse(text));
		}
		expect(answers).toMatchObject([
			{ operation: 'connect' },
			{ operation: 'close' },
			{ actions: [{ operation: 'vNumberRoute' }] },
		]);
		expect(trigger.executions).toEqual([]);
	});

	test('nested as deep as the platform could ever mean it is taken whole', async () => {
		const x = JSON.parse(`${'['.repeat(28)}${']'.repeat(28)}`) as unknown;
		await trigger.post({ eventType: 'fee', feeLst: [{ icid: 'i', x }] }, signed());
		expect(trigger.items()).toEqual([expect.objectContaining({ extra: { x } })]);
	});

	test('of ten megabytes is taken in a moment', async () => {
		const big = 'x'.repeat(10_000_000);
		const before = Date.now();
		for (const statusInfo of [{ sessionId: big }, { userData: `b64.${big}` }, { timestamp: big }]) {
			const { status } = await trigger.post({ eventType: 'callin', statusInfo }, signed());
			expect(status).toBe(200);
		}
		expect(Date.now() - before).toBeLessThan(60_000);
		await expectUnharmed();
	});

	test('with a hundred thousand records is taken, one item a record', async () => {
		const feeLst = Array.from({ length: 100_000 }, (_, icid) => ({ icid }));
		expect((await trigger.post({ eventType: 'fee', feeLst }, signed())).status).toBe(200);
		expect(trigger.items()).toHaveLength(100_000);
	});

	test('with megabytes around very many records is taken in a moment', async () => {
		trigger.set({ events: ALL, options: { maskNumbers: true } });
		const feeLst = Array.from({ length: 10_000 }, (_, icid) => ({ icid }));
		const before = Date.now();
		const push = { eventType: 'fee', feeLst, traceId: 'x'.repeat(10_000_000) };
		expect((await trigger.post(push, signed())).status).toBe(200);
		expect(Date.now() - before).toBeLessThan(60_000);
		expect(trigger.items()).toHaveLength(10_000);
	});

	test.each([
		[
			'bytes that are no UTF-8',
			Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xc3, 0x28, 0x22, 0x7d]),
		],
		['a byte order mark', Buffer.from('\ufeff{"eventType":"answer","statusInfo":{}}')],
		[
			'half a character',
			Buffer.from('{"eventType":"callin","statusInfo":{"sessionId":"\\ud800"}}'),
		],
		['zero bytes', Buffer.from('{"eventType":"callin","statusInfo":{"sessionId":"\\u0000"}}')],
		[
			'two keys of one name',
			Buffer.from('{"eventType":"fee","eventType":"callin","statusInfo":{}}'),
		],
		[
			'endless numbers',
			Buffer.from(`{"eventType":"callin","statusInfo":{"stateCode":${'9'.repeat(100_000)}}}`),
		],
	])('with %s does no harm', async (_, body) => {
		const { status } = await sendRaw(headerLines(body), body);
		expect([200, 400, 422]).toContain(status);
		await expectUnharmed();
	});

	test('from somebody who hangs up before the answer does no harm', async () => {
		trigger.set({ respond: 'workflow', events: ALL, options: { replyDeadline: 1 } });
		const body = JSON.stringify(waitingCall());
		await new Promise<void>((resolve) => {
			const outgoing = request(trigger.url, { method: 'POST', headers: headerLines(body) });
			outgoing.on('error', () => {
				resolve();
			});
			trigger.onReply(() => {
				outgoing.destroy();
				return Promise.resolve(undefined);
			});
			outgoing.end(body);
		});
		// The next one is answered at its deadline: by then that of the first has passed.
		trigger.onReply(() => Promise.resolve(undefined));
		const { text } = await trigger.post(waitingCall({ sessionId: 's2' }), signed());
		expect(JSON.parse(text)).toMatchObject({ operation: 'close' });
		trigger.set({ events: ALL });
		await expectUnharmed();
	});
});

describe('settings that cannot be read when a push comes', () => {
	test.each([
		{ defaultDestination: '1380000000' },
		{ privateNumbers: '13800000001x' },
		{ replyDeadline: 'soon' },
		{ replyDeadline: 0 },
		{ maxBlockAge: -1 },
		{ maxSignatureAge: -1 },
		{ signatureCheck: 'perhaps' },
	])('%j make the platform send again, and the log names the field alone', async (options) => {
		trigger.set({ events: ALL, respond: 'workflow', options });
		const { status, text } = await trigger.post(waitingCall(), signed());
		expect(status).toBe(500);
		expect(text).not.toMatch(/\d{7,}/);
		expect(trigger.executions).toEqual([]);
		expect(trigger.log).toHaveLength(1);
		expect(trigger.log[0]).toContain(Object.keys(options)[0]);
		expect(trigger.log[0]).not.toMatch(/\d{7,}x?"/);
	});

	test.each([
		['afterSuccess', { ackDeadline: 4_000_000 }],
		['workflow', { replyDeadline: 4_000_000 }],
	])('deadlines of %s that no timer can hold are not over at once', async (respond, options) => {
		trigger.set({ respond, events: ALL, options });
		trigger.onRun(() => new Promise((resolve) => setTimeout(resolve, 300)));
		trigger.onReply(
			() =>
				new Promise((resolve) =>
					setTimeout(() => {
						resolve({ operation: 'connect', connectInfo: { calleeNum: A } });
					}, 300),
				),
		);
		const isCall = respond === 'workflow';
		const body = isCall ? waitingCall() : { eventType: 'answer', statusInfo: {} };
		const { status, text } = await trigger.post(body, signed());
		expect(status).toBe(200);
		if (isCall) expect(text).toContain('connect');
	});
});
