import { cp } from 'node:fs/promises';
import { join } from 'node:path';

import { waitForWebhook } from '../playground/examples/templates';
import { chain } from '../playground/examples/chain';
import type { N8nApi } from '../playground/n8n/api';

const NAME = 'n8n-nodes-empty-trigger';

/**
 * Places another community package beside ours, before n8n starts: its trigger does nothing, and so
 * shows what n8n charges the trigger of any package but its own.
 */
export async function placeEmptyTrigger(userFolder: string): Promise<void> {
	const target = join(userFolder, '.n8n', 'nodes', 'node_modules', NAME);
	await cp(join(__dirname, 'emptyTrigger'), target, { recursive: true });
}

/** Publishes a workflow of the empty trigger alone; answers its address. */
export async function publishEmptyTrigger(api: N8nApi, webhookBase: string): Promise<string> {
	const document = chain('Empty trigger', [{ name: 'Trigger', type: `${NAME}.emptyTrigger` }]);
	const stored = await api.createWorkflow(document);
	await api.activate(stored.id, stored.versionId);
	const url = `${webhookBase}/webhook/${document.nodes[0]?.webhookId ?? ''}/empty`;
	await waitForWebhook(url);
	return url;
}
