import { closeApplications } from '../../platform/application';
import { signRequest } from '../../platform/signature';
import { KEYS } from './fixture';
import { startWebhookServer, type WebhookServer } from './webhookServer';

let trigger: WebhookServer;

beforeAll(async () => {
	trigger = await startWebhookServer();
});
afterAll(async () => {
	await trigger.close();
});
beforeEach(async () => {
	await closeApplications();
	trigger.executions.length = 0;
	trigger.log.length = 0;
	trigger.warnings.length = 0;
	trigger.set({});
	trigger.onReply(() => Promise.resolve(undefined));
});

const signed = (): Record<string, string> => ({ ...signRequest(KEYS, 'aksk') });
const push = async (body: unknown) => await trigger.post(body, signed());

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
		trigger.set({
			events: [
				...['callin', 'collectInfo', 'callout', 'alerting', 'answer', 'disconnect'],
				...['fee', 'sms', 'numStatus'],
			],
		});
		await push(body);
		expect(trigger.items()).toEqual([expect.objectContaining({ eventType: 'unknown', body })]);
	});
});
