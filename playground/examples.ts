import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { ModeName } from '../simulator';
import { repository } from './cache';
import { credentialType } from './credentials';
import type { N8nApi } from './n8nApi';
import type { Credential, StoredWorkflow, WorkflowDocument } from './n8nTypes';

/** An example workflow and its place in the playground. */
export interface Example {
	/** File name in `templates/` without its ending; also the ID of the workflow. */
	id: string;
	/** Mode of the application whose credential its nodes get. */
	mode: ModeName;
	/** Whether the platform pushes everything of that application to its trigger. */
	getsPushes: boolean;
}

/** The workflows that the playground imports and activates. */
export const examples: readonly Example[] = [
	{ id: 'order-to-bind', mode: 'AXB', getsPushes: false },
	{ id: 'call-record-recording-to-file', mode: 'AXB', getsPushes: true },
];

/** What an example becomes in one n8n. */
export interface Surroundings {
	credential: Pick<Credential, 'id' | 'name'>;
	/** Folder that takes the place of the one that the template names. */
	filesFolder: string;
}

const packageName = 'n8n-nodes-huawei-private-number';

/** Where n8n in its container may write files; the templates name this folder. */
const templateFilesFolder = '/home/node/.n8n-files';

/** Reads a template as it is on disk. */
export async function readTemplate(id: string): Promise<WorkflowDocument> {
	const text = await readFile(join(repository, 'templates', `${id}.json`), 'utf8');
	return JSON.parse(text) as WorkflowDocument;
}

/** Gives the nodes of the package their credential, and file nodes their folder. */
export function settle(
	template: WorkflowDocument,
	{ credential: { id, name }, filesFolder }: Surroundings,
): WorkflowDocument {
	const nodes = template.nodes.map((node) => ({
		...node,
		parameters: Object.fromEntries(
			Object.entries(node.parameters).map(([key, value]) => [
				key,
				typeof value === 'string' ? value.replace(templateFilesFolder, filesFolder) : value,
			]),
		),
		...(node.type.startsWith(`${packageName}.`) && {
			credentials: { [credentialType]: { id, name } },
		}),
	}));
	return { ...template, nodes };
}

/**
 * Imports and activates an example. An earlier import of the same template stays as it is, with what
 * its user has changed; when the template has changed since, it is updated in place.
 */
export async function ensureExample(
	api: N8nApi,
	id: string,
	surroundings: Surroundings,
): Promise<StoredWorkflow> {
	const settled = settle(await readTemplate(id), surroundings);
	const digest = createHash('sha256').update(JSON.stringify(settled)).digest('hex');
	const wanted = { ...settled, meta: { ...settled.meta, playgroundDigest: digest } };
	const found = await api.workflow(id);
	const isSame = found?.meta?.playgroundDigest === digest;
	if (found && isSame && found.activeVersionId) return found;
	const stored = !found
		? await api.createWorkflow({ ...wanted, id })
		: isSame
			? found
			: await api.updateWorkflow(id, wanted);
	return await api.activate(id, stored.versionId);
}

/** Production addresses of the workflow's webhooks: of the trigger, and of Webhook nodes. */
export function webhookUrls(baseUrl: string, { nodes }: WorkflowDocument): string[] {
	return nodes.flatMap(({ type, webhookId, parameters }) => {
		if (type === `${packageName}.privateNumberTrigger`) {
			return [`${baseUrl}/webhook/${webhookId ?? ''}/private-number`];
		}
		if (type !== 'n8n-nodes-base.webhook' || typeof parameters.path !== 'string') return [];
		return [`${baseUrl}/webhook/${parameters.path}`];
	});
}

/** Waits until n8n answers at a production address; asking starts no execution. */
export async function waitForWebhook(url: string, seconds = 60): Promise<void> {
	const deadline = Date.now() + seconds * 1000;
	for (;;) {
		const origin = new URL(url).origin;
		const { headers } = await fetch(url, { method: 'OPTIONS', headers: { origin } });
		if (headers.get('access-control-allow-methods')?.includes('POST')) return;
		if (Date.now() > deadline) throw new Error(`n8n does not listen at ${url}.`);
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}
