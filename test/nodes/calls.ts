import type { CallRequest } from '../../simulator';
import type { Fixture } from './fixture';
import type { WebhookServer } from './webhookServer';

/** A call that has ended, with its record as the trigger gives it. */
export async function endedCall(platform: Fixture, trigger: WebhookServer, request: CallRequest) {
	const { sessionId } = platform.simulator.startCall(request);
	const call = await platform.simulator.waitForCall(sessionId);
	await platform.idle();
	const record = trigger
		.items()
		.find((item) => item.sessionId === sessionId && item.eventType === 'fee');
	return { call, record };
}
