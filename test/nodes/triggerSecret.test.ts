import { closeApplications } from '../../platform/application';
import { signRequest } from '../../platform/signature';
import { KEYS } from './fixture';
import { startWebhookServer, type WebhookServer } from './webhookServer';

let trigger: WebhookServer;

beforeEach(async () => {
	trigger = await startWebhookServer();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await trigger.close();
	await closeApplications();
});

/** Pushes an event under a secret; answers with the status. */
async function push(appSecret = KEYS.appSecret): Promise<number> {
	const headers = { ...signRequest({ ...KEYS, appSecret }, 'aksk') } as Record<string, string>;
	const body = { eventType: 'answer', statusInfo: { sessionId: 's1' } };
	return (await trigger.post(body, headers)).status;
}

/** Moves the clock on by so many seconds. */
function wait(seconds: number): void {
	const now = Date.now() + seconds * 1000;
	jest.spyOn(Date, 'now').mockReturnValue(now);
}

describe('the secret that checks pushes', () => {
	test('is read once for a burst of pushes', async () => {
		for (let count = 0; count < 5; count += 1) expect(await push()).toBe(200);
		expect(trigger.credentialReads()).toBe(1);
	});

	test('is read anew after ten seconds', async () => {
		await push();
		wait(9);
		await push();
		expect(trigger.credentialReads()).toBe(1);
		wait(11);
		await push();
		expect(trigger.credentialReads()).toBe(2);
	});

	test('works at once when it was changed', async () => {
		expect(await push()).toBe(200);
		trigger.setSecret('another');
		expect(await push('another')).toBe(200);
		expect(await push()).toBe(401);
	});

	test('opens nothing ten seconds after it was replaced', async () => {
		expect(await push()).toBe(200);
		trigger.setSecret('another');
		wait(11);
		expect(await push()).toBe(401);
	});

	test('is looked at anew before a push is refused', async () => {
		expect(await push('wrong')).toBe(401);
		expect(await push('wrong')).toBe(401);
		expect(trigger.credentialReads()).toBe(2);
	});
});
