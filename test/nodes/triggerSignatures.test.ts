import { signRequest } from '../../platform/client/signature';
import { KEYS } from './fixture';
import { signed, triggerDesk } from './triggerDesk';

const { sample, trigger } = triggerDesk();

describe('who may send', () => {
	test.each(['aksk', 'wsse', 'url'] as const)('a push signed with %s is taken', async (scheme) => {
		expect((await sample('callin', 'AXB', { scheme })).status).toBe(200);
		expect(trigger.items()).toHaveLength(1);
	});

	test.each([
		['an unsigned push', () => ({})],
		[
			'a push signed with another secret',
			() => ({ ...signRequest({ ...KEYS, appSecret: 'x' }, 'aksk') }),
		],
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
		expect((JSON.parse(text) as { message: string }).message).not.toBe('');
		expect(trigger.executions).toEqual([]);
		expect(trigger.log).toHaveLength(1);
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
		const wrong = { ...signRequest({ ...KEYS, appSecret: 'x' }, 'aksk') } as Record<string, string>;
		expect((await trigger.post(body, wrong)).status).toBe(401);
	});

	test('anything passes where the user switches the check off', async () => {
		trigger.set({ options: { signatureCheck: 'off' } });
		expect((await trigger.post({ eventType: 'callin', statusInfo: {} })).status).toBe(200);
	});

	test('an old signature passes where the user accepts any age', async () => {
		trigger.set({ options: { maxSignatureAge: 0 } });
		const headers = { ...signRequest(KEYS, 'aksk', 'n3', new Date('2018-01-01')) } as Record<
			string,
			string
		>;
		expect((await trigger.post({ eventType: 'callin', statusInfo: {} }, headers)).status).toBe(200);
	});
});
