import { EVENT_TYPES } from '../../platform/pushes/kinds';
import { signRequest } from '../../platform/application/signature';
import { closeStores } from '../../platform/state/store';
import type { ModeName, SampleKind } from '../../simulator';
import { KEYS, X1, sharedPlatform, startPlatform, type Fixture } from './fixture';
import { sharedTrigger, type WebhookServer } from './webhookServer';

/** Two people. */
export const A = '+8613800000021';
export const B = '+8613800000023';

/** Every kind of event that can be chosen. */
export const ALL: string[] = [...EVENT_TYPES, 'unknown'];

/** Headers of a push that the platform has just signed. */
export const signed = (): Record<string, string> => ({ ...signRequest(KEYS, 'aksk') });

/** Now, as the platform writes it. */
export const stampOfNow = (): string => new Date().toISOString().slice(0, 19).replace('T', ' ');

/** The push of a call that waits for an answer and has just arrived. */
export const blockCall = (more: object = {}): object => ({
	eventType: 'callin',
	statusInfo: {
		sessionId: `s${Math.random()}`,
		timestamp: stampOfNow(),
		caller: A,
		called: X1,
		notifyMode: 'Block',
		...more,
	},
});

/** A trigger with the platform before it. */
export interface TriggerDesk {
	platform: Fixture;
	trigger: WebhookServer;
	/** Sends a signed push. */
	push: (body: unknown, signal?: AbortSignal) => ReturnType<WebhookServer['post']>;
	/** Has the simulator send a sample. */
	sample: (
		kind: SampleKind,
		mode?: ModeName,
		more?: object,
	) => Promise<{ status?: number; body: string; answerBody?: string }>;
}

/** One trigger and one platform for the tests of a file; nothing is remembered between two tests. */
export function triggerDesk(): TriggerDesk {
	const platform = sharedPlatform(() => startPlatform('AXB', { recording: true }));
	const trigger = sharedTrigger();
	beforeEach(closeStores);
	return {
		platform,
		trigger,
		push: async (body, signal) => await trigger.post(body, signed(), signal),
		sample: async (kind, mode = 'AXB', more = {}) =>
			await platform.simulator.sendSample({ kind, mode, url: trigger.url, ...KEYS, ...more }),
	};
}
