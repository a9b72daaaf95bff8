import fc from 'fast-check';

import type { JsonObject } from '../../platform/wire/json';
import { digestOf, signRequest } from '../../platform/application/signature';
import { KEYS } from '../nodes/fixture';
import { ALL, blockCall, signed } from '../nodes/triggerDesk';
import pushes from '../platform/fixtures/pushes.json';
import { headerLines, hostileDesk } from './hostilePushes';

const { expectUnharmed, sendRaw, trigger } = hostileDesk();

describe('a push that the platform has not signed', () => {
	test.each(pushes)('starts nothing: $name', async ({ body }) => {
		const { status, text } = await trigger.post(body);
		expect(status).toBe(401);
		expect(JSON.parse(text)).toEqual({ message: 'the signature is missing' });
		expect(trigger.executions).toEqual([]);
	});

	test.each(['afterSuccess', 'workflow'])('starts nothing under %s', async (respond) => {
		trigger.set({ respond, events: ALL });
		expect((await trigger.post(blockCall())).status).toBe(401);
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
				const { status } = await trigger.post(blockCall(), { [name]: value });
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
		const body = JSON.stringify(blockCall());
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
		expect((await trigger.post(blockCall(), headers)).status).toBe(401);
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
		body = Buffer.from(JSON.stringify(blockCall()));
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
