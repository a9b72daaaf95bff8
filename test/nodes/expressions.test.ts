import { isSafeObjectProperty } from 'n8n-workflow';

import type { ModeName, SampleKind } from '../../simulator';
import { KEYS, sharedPlatform, startPlatform } from './fixture';
import { startWebhookServer, type WebhookServer } from './webhookServer';

/** Names within an item that n8n refuses in expressions: a user could not drag them anywhere. */
function refusedNames(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => [
		...(isSafeObjectProperty(name) ? [] : [name]),
		...refusedNames(inner),
	]);
}

describe('an item of the trigger in expressions', () => {
	let trigger: WebhookServer;

	const platform = sharedPlatform(() => startPlatform('AXB'));
	beforeAll(async () => {
		trigger = await startWebhookServer();
	});
	afterAll(async () => {
		await trigger.close();
	});
	const itemOf = async (kind: SampleKind, mode: ModeName) => {
		trigger.set({ events: [kind] });
		await platform.simulator.sendSample({ kind, mode, url: trigger.url, ...KEYS });
		const item = trigger.items().at(-1);
		trigger.executions.length = 0;
		if (!item) throw new Error(`No item came of ${kind}.`);
		return item;
	};

	it.each([
		['callin', 'AXB'],
		['answer', 'AX'],
		['collectInfo', 'AXE'],
		['disconnect', 'AXYB'],
		['fee', 'AXB'],
		['fee', 'X'],
		['sms', 'AXB'],
		['numStatus', 'AXB'],
	] as const)('tells everything of %s (%s) under names that n8n accepts', async (kind, mode) => {
		expect(refusedNames(await itemOf(kind, mode))).toEqual([]);
	});
});
