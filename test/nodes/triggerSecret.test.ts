import { signRequest } from '../../platform/application/signature';
import { closeStores } from '../../platform/state/store';
import { KEYS } from './fixture';
import { startWebhookServer, type WebhookServer } from './webhookServer';

let trigger: WebhookServer;
/** When the test began; the clock stands still there. */
let begin: number;

beforeEach(async () => {
	trigger = await startWebhookServer();
	begin = Date.now();
	setClock(0);
});
afterEach(async () => {
	jest.restoreAllMocks();
	await trigger.close();
	await closeStores();
});

/** Pushes an event under a secret; answers with the status. */
async function push(appSecret = KEYS.appSecret): Promise<number> {
	const headers = { ...signRequest({ ...KEYS, appSecret }, 'aksk') } as Record<string, string>;
	const body = { eventType: 'answer', statusInfo: { sessionId: 's1' } };
	return (await trigger.post(body, headers)).status;
}

/** Sets the clock to so many seconds after the begin. */
function setClock(seconds: number): void {
	jest.spyOn(Date, 'now').mockReturnValue(begin + seconds * 1000);
}

describe('the secret that checks pushes', () => {
	test('is read once for a burst of pushes', async () => {
		for (let count = 0; count < 5; count += 1) expect(await push()).toBe(200);
		expect(trigger.credentialReads()).toBe(1);
	});

	test('is read anew after ten seconds', async () => {
		await push();
		setClock(9);
		await push();
		expect(trigger.credentialReads()).toBe(1);
		setClock(11);
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
		setClock(11);
		expect(await push()).toBe(401);
	});

	test('is looked at anew before a push is refused', async () => {
		expect(await push('wrong')).toBe(401);
		expect(await push('wrong')).toBe(401);
		expect(trigger.credentialReads()).toBe(2);
	});

	test('that n8n cannot read makes the platform send again, and the log says why', async () => {
		trigger.lockCredential('The encryption key is another one.');
		expect(await push()).toBe(500);
		expect(trigger.log).toEqual([
			'Huawei Private Number: a push could not be taken: The encryption key is another one.',
		]);
	});
});
