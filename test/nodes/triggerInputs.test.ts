import type { IWebhookFunctions } from 'n8n-workflow';

import { readSettings } from '../../nodes/PrivateNumberTrigger/settings';
import { B, blockCall, signed, triggerDesk } from './triggerDesk';

const { push, trigger } = triggerDesk();

describe('a push about nothing', () => {
	test('is acknowledged and dropped, and not called unknown', async () => {
		expect(await push({ eventType: 'fee', feeLst: [] })).toEqual({ status: 200, text: '' });
		expect(trigger.executions).toEqual([]);
		expect(trigger.log).toEqual([expect.stringContaining('without a record')]);
	});

	test('is another than one whose records are somewhere else, which is passed on whole', async () => {
		const body = { eventType: 'fee', feeList: [{ icid: '1' }] };
		await push(body);
		expect(trigger.executions).toEqual([]);
		expect(trigger.warnings).toEqual([expect.stringContaining('unknown kind')]);
		trigger.set({ events: ['unknown'] });
		await push(body);
		expect(trigger.items()).toEqual([expect.objectContaining({ eventType: 'unknown', body })]);
	});
});

describe('JSON under another content type', () => {
	const body = { eventType: 'fee', feeLst: [{ icid: 'a&b=c' }] };
	/** Sends bytes under this content type, or without one. */
	async function send(text: string, contentType?: string): Promise<number> {
		const headers = { ...signed(), ...(contentType && { 'content-type': contentType }) };
		const answer = await fetch(trigger.url, { method: 'POST', headers, body: Buffer.from(text) });
		return answer.status;
	}

	test.each([
		['text/plain'],
		['text/plain;charset=UTF-8'],
		['application/x-www-form-urlencoded'],
		['application/octet-stream'],
		[undefined],
	])('is read like any other: %s', async (contentType) => {
		for (const text of [JSON.stringify(body), `\ufeff${JSON.stringify(body)}`]) {
			trigger.executions.length = 0;
			expect(await send(text, contentType)).toBe(200);
			expect(trigger.items()).toEqual([expect.objectContaining({ recordId: 'a&b=c' })]);
		}
	});

	test.each([['text/plain'], ['application/x-www-form-urlencoded'], [undefined]])(
		'is refused with 400 where it is no object: %s',
		async (contentType) => {
			for (const text of ['[]', '17', '"text"', 'null', '']) {
				expect(await send(text, contentType)).toBe(400);
			}
			expect(trigger.executions).toEqual([]);
		},
	);

	test('is looked for in no other text', async () => {
		expect(await send('hello', 'text/plain')).toBe(400);
		expect(await send('{"a":', undefined)).toBe(400);
		expect(await send('eventType=fee', 'application/x-www-form-urlencoded')).toBe(400);
	});

	test('needs a signature like any other', async () => {
		const headers = { 'content-type': 'text/plain' };
		expect((await trigger.post(JSON.stringify(body), headers)).status).toBe(401);
		const reused = { ...signed(), ...headers };
		expect((await trigger.post(JSON.stringify(body), reused)).status).toBe(200);
		expect((await trigger.post(JSON.stringify({ ...body, x: 1 }), reused)).status).toBe(401);
	});
});

describe('a waiting call', () => {
	const callOf = (secondsAgo: number) =>
		blockCall({ timestamp: new Date(Date.now() - secondsAgo * 1000).toISOString() });

	test.each(['workflow', 'immediately'])(
		"that is too old by n8n's clock is logged with its age and what to look at (%s)",
		async (respond) => {
			trigger.set({ respond, options: { defaultDestination: B, maxBlockAge: 20 } });
			expect((await push(callOf(40))).text).toContain('close');
			expect(trigger.log).toHaveLength(1);
			expect(trigger.warnings).toEqual([
				expect.stringMatching(/4\d seconds.*Max Call Age.*20 seconds.*clock/),
			]);
		},
	);

	test('that is asked about again is no reason for a warning', async () => {
		trigger.set({ options: { defaultDestination: B } });
		const call = callOf(0);
		expect((await push(call)).text).toContain('connect');
		expect((await push(call)).text).toContain('close');
		expect(trigger.log).toHaveLength(1);
		expect(trigger.warnings).toEqual([]);
	});
});

describe('a wait in the options', () => {
	const settingsOf = (options: object) =>
		readSettings({
			getNodeParameter: (name: string, otherwise: unknown) =>
				name === 'options' ? options : otherwise,
		} as unknown as IWebhookFunctions);

	test.each([2.5, '2.5'])('may have a fraction: %p', (wait) => {
		expect(
			settingsOf({
				replyDeadline: wait,
				ackDeadline: wait,
				maxBlockAge: wait,
				maxSignatureAge: wait,
			}),
		).toMatchObject({
			replyDeadlineMs: 2500,
			ackDeadlineMs: 2500,
			maxBlockAgeMs: 2500,
			maxSignatureAge: 2.5,
		});
	});

	test.each([
		[{ replyDeadline: 0.5 }],
		[{ ackDeadline: 0 }],
		[{ maxBlockAge: -1 }],
		[{ maxSignatureAge: -0.5 }],
		[{ replyDeadline: 'soon' }],
		[{ ackDeadline: Infinity }],
		[{ maxBlockAge: NaN }],
	])('is refused, naming it, where it is none: %p', (options) => {
		expect(() => settingsOf(options)).toThrow(`'${Object.keys(options)[0]}' is`);
	});

	test('with a fraction holds for a waiting call', async () => {
		trigger.set({
			respond: 'workflow',
			options: { replyDeadline: 1.2, defaultDestination: B, signatureCheck: 'off' },
		});
		const before = Date.now();
		expect((await trigger.post(blockCall())).text).toContain(B);
		expect(Date.now() - before).toBeGreaterThanOrEqual(1190);
	});
});
