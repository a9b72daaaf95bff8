import { request } from 'node:http';

import fc from 'fast-check';

import type { JsonObject } from '../../platform/wire/json';
import { X1 } from '../nodes/fixture';
import { A, ALL, blockCall, signed } from '../nodes/triggerDesk';
import { headerLines, hostileDesk } from './hostilePushes';

const { expectUnharmed, sendRaw, trigger } = hostileDesk();

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
		const call = blockCall({ x: 'deep' });
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

	test('with a hundred thousand records is refused, and with a waiting text beside them answered', async () => {
		const feeLst = Array.from({ length: 100_000 }, (_, icid) => ({ icid }));
		expect((await trigger.post({ eventType: 'fee', feeLst }, signed())).status).toBe(400);
		expect(trigger.executions).toEqual([]);
		const smsEvent = { notificationMode: 'Block', calling: A, virtualNumber: X1 };
		const { text } = await trigger.post({ smsEvent, feeLst }, signed());
		expect(JSON.parse(text)).toEqual({ actions: [{ operation: 'DiscardMessage' }] });
	});

	const empties = `[${'{},'.repeat(200_000)}{}]`;
	test.each([
		['call records', `{"eventType":"fee","feeLst":${empties}}`],
		['numbers', `{"eventType":"numStatus","numInfo":${empties}}`],
		['numbers behind one call record', `{"feeLst":[{}],"numInfo":${empties}}`],
		['a list within a record', `{"eventType":"fee","feeLst":[{"x":${empties}}]}`],
		['a list beside a call', `{"eventType":"callin","statusInfo":{},"x":${empties}}`],
		['parameters of a text', `{"smsEvent":{"extInfo":{"extParas":${empties}}}}`],
		['an unknown kind', `{"eventType":"later","laterInfo":${empties}}`],
		['lists', `{"eventType":"later","laterInfo":${empties.replaceAll('{}', '[]')}}`],
	])('with very many objects as %s is refused before a byte of it is read', async (_, body) => {
		trigger.set({ events: ALL });
		const parse = jest.spyOn(JSON, 'parse');
		try {
			for (const type of ['application/json', 'text/plain', 'application/xml']) {
				const headers = { ...signed(), 'content-type': type };
				expect((await trigger.post(body, headers)).status).toBe(400);
			}
			expect(parse.mock.calls.filter(([text]) => text.length > 1000)).toEqual([]);
		} finally {
			parse.mockRestore();
		}
		expect(trigger.warnings).toHaveLength(3);
		// Where options lack the switch n8n itself reads JSON that comes as such.
		trigger.set({ events: ALL, options: {} });
		expect((await trigger.post(body, signed())).status).toBe(400);
		expect(trigger.executions).toEqual([]);
		expect(trigger.warnings).toHaveLength(4);
	});

	test('with megabytes around very many records is taken in a moment', async () => {
		trigger.set({ events: ALL, options: { maskNumbers: true } });
		const feeLst = Array.from({ length: 1000 }, (_, icid) => ({ icid }));
		const before = Date.now();
		const push = { eventType: 'fee', feeLst, traceId: 'x'.repeat(10_000_000) };
		expect((await trigger.post(push, signed())).status).toBe(200);
		expect(Date.now() - before).toBeLessThan(60_000);
		expect(trigger.items()).toHaveLength(1000);
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
		const body = JSON.stringify(blockCall());
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
		const { text } = await trigger.post(blockCall({ sessionId: 's2' }), signed());
		expect(JSON.parse(text)).toMatchObject({ operation: 'close' });
		trigger.set({ events: ALL });
		await expectUnharmed();
	});
});
