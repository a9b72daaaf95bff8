import { request } from 'node:http';

import type { JsonObject } from '../../platform/wire/json';
import { closeStores } from '../../platform/state/store';
import { KEYS } from '../nodes/fixture';
import { ALL, signed } from '../nodes/triggerDesk';
import { sharedTrigger, type WebhookServer } from '../nodes/webhookServer';

/** A trigger that takes every event; nothing is remembered between two tests. */
export function hostileDesk() {
	const trigger = sharedTrigger({ events: ALL });
	beforeEach(closeStores);
	afterAll(closeStores);
	return {
		trigger,
		sendRaw: async (headers: string[], body: Buffer | string, path = '') =>
			await sendRaw(trigger, headers, body, path),
		expectUnharmed: async () => {
			await expectUnharmed(trigger);
		},
	};
}

/** Sends header lines and bytes exactly as given; no client tidies them up. */
async function sendRaw(
	trigger: WebhookServer,
	headers: string[],
	body: Buffer | string,
	path: string,
): Promise<{ status: number; text: string }> {
	return await new Promise((resolve, reject) => {
		const outgoing = request(trigger.url + path, { method: 'POST', headers }, (answer) => {
			let text = '';
			answer.setEncoding('utf8');
			answer.on('data', (chunk: string) => (text += chunk));
			answer.on('end', () => {
				resolve({ status: answer.statusCode ?? 0, text });
			});
		});
		outgoing.on('error', reject);
		outgoing.end(body);
	});
}

/** Header lines of a push, signed unless told otherwise. */
export function headerLines(
	body: Buffer | string,
	signature: Record<string, string> = signed(),
): string[] {
	const length = String(Buffer.byteLength(body));
	return [
		...['Host', 'localhost', 'Content-Type', 'application/json', 'Content-Length', length],
		...Object.entries(signature).flat(),
	];
}

/** What must hold after anything at all: nobody has gained anything, and the trigger still works. */
async function expectUnharmed(trigger: WebhookServer): Promise<void> {
	expect(({} as JsonObject).polluted).toBeUndefined();
	expect(trigger.log.join('\n')).not.toContain(KEYS.appSecret);
	const before = trigger.executions.length;
	const { status } = await trigger.post(
		{ eventType: 'answer', statusInfo: { sessionId: 'alive' } },
		signed(),
	);
	expect(status).toBe(200);
	expect(trigger.executions).toHaveLength(before + 1);
}
