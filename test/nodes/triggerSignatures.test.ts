import { signRequest } from '../../platform/application/signature';
import { signatureHeaders } from '../../simulator/wire/signature';
import { KEYS } from './fixture';
import { signed, triggerDesk } from './triggerDesk';

const { sample, trigger } = triggerDesk();

/** Headers of somebody who does not know the secret. */
const forged = () =>
	({ ...signRequest({ ...KEYS, appSecret: 'x' }, 'aksk') }) as Record<string, string>;

describe('who may send', () => {
	test.each(['aksk', 'wsse', 'url'] as const)('a push signed with %s is taken', async (scheme) => {
		expect((await sample('callin', 'AXB', { scheme })).status).toBe(200);
		expect(trigger.items()).toHaveLength(1);
	});

	test.each<[string, number, Record<string, string>]>([
		['is taken with the host and the protocol that the proxy tells', 200, {}],
		['is taken where several proxies tell theirs', 200, { 'x-forwarded-proto': 'https, http' }],
		['is refused with another host', 401, { 'x-forwarded-host': 'other.example.com' }],
		['is refused with another protocol', 401, { 'x-forwarded-proto': 'http' }],
	])('an address behind a proxy that is part of a signature %s', async (_, status, told) => {
		const { pathname } = new URL(trigger.url);
		const url = `https://n8n.example.com${pathname}`;
		const headers = {
			...signatureHeaders({ ...KEYS, scheme: 'url', url, now: Date.now() }),
			'x-forwarded-host': 'n8n.example.com',
			'x-forwarded-proto': 'https',
			...told,
		};
		expect((await trigger.post({ eventType: 'callin', statusInfo: {} }, headers)).status).toBe(
			status,
		);
	});

	test.each([
		['an unsigned push', () => ({})],
		['a push signed with another secret', forged],
		['a push of another application', () => ({ ...signRequest({ ...KEYS, appKey: 'x' }, 'aksk') })],
		[
			'a push signed two days ago',
			() => ({ ...signRequest(KEYS, 'aksk', 'n1', new Date(Date.now() - 2 * 86_400_000)) }),
		],
		[
			'a push signed tomorrow',
			() => ({ ...signRequest(KEYS, 'aksk', 'n2', new Date(Date.now() + 86_400_000)) }),
		],
		['half a signature', () => ({ 'X-AKSK': 'UsernameToken Username="testAppKey0001"' })],
		['a signature that is none', () => ({ 'X-AKSK': '"'.repeat(500) })],
	])('%s is refused with a reason, and starts nothing', async (_, headers) => {
		const { status, text } = await trigger.post(
			{ eventType: 'callin', statusInfo: {} },
			headers() as Record<string, string>,
		);
		expect(status).toBe(401);
		const { message } = JSON.parse(text) as { message: string };
		expect(message).not.toBe('');
		expect(trigger.executions).toEqual([]);
		expect(trigger.log).toEqual([`Huawei Private Number: a push was refused: ${message}`]);
		expect(trigger.log[0]).not.toContain(KEYS.appSecret);
	});

	test('a redelivery with the same nonce is taken; the same nonce with another body is not', async () => {
		const headers = signed();
		const body = {
			eventType: 'callin',
			statusInfo: { sessionId: 's', timestamp: '2026-01-01 00:00:00' },
		};
		expect((await trigger.post(body, headers)).status).toBe(200);
		expect((await trigger.post(body, headers)).status).toBe(200);
		const forged = { ...body, statusInfo: { ...body.statusInfo, sessionId: 'other' } };
		expect((await trigger.post(forged, headers)).status).toBe(401);
		expect(trigger.executions).toHaveLength(2);
	});

	test('unsigned pushes pass where the user allows them, wrong signatures do not', async () => {
		trigger.set({ options: { signatureCheck: 'whenPresent' } });
		const body = { eventType: 'callin', statusInfo: {} };
		expect((await trigger.post(body)).status).toBe(200);
		expect((await trigger.post(body, forged())).status).toBe(401);
	});

	test('anything passes where the user switches the check off', async () => {
		trigger.set({ options: { signatureCheck: 'off' } });
		for (const headers of [{}, forged()]) {
			expect((await trigger.post({ eventType: 'callin', statusInfo: {} }, headers)).status).toBe(
				200,
			);
		}
	});

	test('an old signature passes where the user accepts any age', async () => {
		trigger.set({ options: { maxSignatureAge: 0 } });
		const headers = { ...signRequest(KEYS, 'aksk', 'n3', new Date('2018-01-01')) } as Record<
			string,
			string
		>;
		expect((await trigger.post({ eventType: 'callin', statusInfo: {} }, headers)).status).toBe(200);
	});

	test('a signature that comes again with another body passes where the user allows it', async () => {
		const headers = signed();
		const body = (sessionId: string) => ({ eventType: 'answer', statusInfo: { sessionId } });
		await trigger.post(body('one'), headers);
		expect((await trigger.post(body('two'), headers)).status).toBe(401);
		expect(trigger.warnings).toEqual([expect.stringContaining('Allow Reused Signatures')]);
		trigger.set({ options: { allowReusedSignatures: true } });
		expect((await trigger.post(body('two'), headers)).status).toBe(200);
	});

	test('a form with parts, of which n8n keeps no bytes, is not taken for any other', async () => {
		trigger.set({ options: {} });
		const headers = signed();
		const send = async (text: string) =>
			(await trigger.post(text, { ...headers, 'content-type': 'multipart/form-data' })).status;
		expect(await send('one')).toBe(200);
		expect(await send('two')).toBe(401);
		expect(await send('one')).toBe(200);
		expect((await trigger.post({}, headers)).status).toBe(401);
	});
});

describe('a push that is refused', () => {
	const wrong = (more: object) => ({ ...KEYS, ...more });
	const headers = (keys: typeof KEYS, created = new Date()) =>
		({ ...signRequest(keys, 'aksk', undefined, created) }) as Record<string, string>;

	test.each<[string, () => Record<string, string>]>([
		['is unsigned', () => ({})],
		['has a signature that cannot be read', () => ({ 'X-AKSK': 'UsernameToken x' })],
		['was signed two days ago', () => headers(KEYS, new Date(Date.now() - 2 * 86_400_000))],
		['will be signed tomorrow', () => headers(KEYS, new Date(Date.now() + 86_400_000))],
	])('costs no look at the credential where it %s', async (_, sign) => {
		const before = trigger.credentialReads();
		expect((await trigger.post({}, sign())).status).toBe(401);
		expect(trigger.credentialReads()).toBe(before);
	});

	test.each([
		['of another application', wrong({ appKey: 'x' })],
		['with another secret', wrong({ appSecret: 'x' })],
	])('%s costs one look at most, however many come at once', async (_, keys) => {
		await trigger.post({}, signed());
		const before = trigger.credentialReads();
		const answers = await Promise.all(
			Array.from({ length: 30 }, async () => await trigger.post({}, headers(keys))),
		);
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
		// One a second; the thirty may take a moment on a busy machine.
		expect(trigger.credentialReads() - before).toBeLessThan(10);
	});
});
