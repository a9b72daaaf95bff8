import type { IDataObject } from 'n8n-workflow';

import { PrivateNumberTrigger } from '../../../nodes/PrivateNumberTrigger/PrivateNumberTrigger.node';
import type { ModeFixture } from '../modes';
import { startWebhookServer } from '../webhookServer';
import type { Example } from './example';

/** Somebody does something that makes the platform ask; gives the trigger's item of it. */
async function waitingEvent(
	{ simulator }: ModeFixture,
	act: () => Promise<unknown>,
): Promise<IDataObject> {
	const trigger = await startWebhookServer({ respond: 'workflow', events: ['callin', 'sms'] });
	try {
		simulator.setPushUrls({ all: trigger.url });
		trigger.onReply(() => Promise.resolve({}));
		await act();
		const waiting = trigger.items().find(({ needsReply }) => needsReply === true);
		if (!waiting) throw new Error('Nobody asked.');
		return waiting;
	} finally {
		simulator.setPushUrls({});
		await trigger.close();
	}
}

/** A reply to a waiting text right behind the trigger. */
export function textReply(operation: string, from: string, x: string): Example {
	return async (run, platform) => {
		const send = async () => await platform.simulator.sendSms({ from, to: x, text: '在路上' });
		const json = await waitingEvent(platform, send);
		return await run('sms', operation, { called: '13900000002' }, behindTrigger(json));
	};
}

/** A reply to a waiting call right behind the trigger. */
export function callReply(operation: string, caller: string, x: string): Example {
	return async (run, platform) => {
		const json = await waitingEvent(platform, async () => {
			platform.simulator.startCall({ caller, called: x });
			await platform.idle();
		});
		return await run('call', operation, { calleeNum: '13900000002' }, behindTrigger(json));
	};
}

function behindTrigger(json: IDataObject) {
	return {
		startType: new PrivateNumberTrigger(),
		startItems: [{ json }],
		mode: 'webhook' as const,
		onResponse: () => undefined,
	};
}
