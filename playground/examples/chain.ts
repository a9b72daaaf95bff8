import { randomUUID } from 'node:crypto';

import { credentialType } from './credentials';
import { waitForWebhook, webhookUrls } from './templates';
import type { N8nApi } from '../n8n/api';
import type { Credential, StoredWorkflow, WorkflowDocument, WorkflowNode } from '../n8n/types';

/** A node of a chain; it follows the node before it unless it says otherwise. */
export type Link = Pick<WorkflowNode, 'name' | 'type'> &
	Partial<Pick<WorkflowNode, 'typeVersion' | 'parameters'>> &
	Pick<WorkflowNode, 'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries'> & {
		/** Credential of a node of the package. */
		credential?: Credential;
		/** Nodes that this one follows, each with one of its outputs (from 0). */
		after?: [name: string, output: number][];
	};

/** Builds a workflow of nodes in a row, with branches where a node names others before it. */
export function chain(name: string, links: readonly Link[]): WorkflowDocument {
	const connections: Record<string, { main: { node: string; type: 'main'; index: number }[][] }> =
		{};
	links.forEach((link, index) => {
		const before = links[index - 1]?.name;
		for (const [from, output] of link.after ?? (before === undefined ? [] : [[before, 0]])) {
			const { main } = (connections[from] ??= { main: [] });
			for (let at = 0; at <= output; at += 1) main[at] ??= [];
			main[output]?.push({ node: link.name, type: 'main', index: 0 });
		}
	});
	return { name, nodes: links.map(toNode), connections, settings: { executionOrder: 'v1' } };
}

function toNode({ credential, after: _, ...link }: Link, index: number): WorkflowNode {
	return {
		typeVersion: 1,
		parameters: {},
		...link,
		id: randomUUID(),
		webhookId: randomUUID(),
		position: [index * 220, 0],
		...(credential && {
			credentials: { [credentialType]: { id: credential.id, name: credential.name } },
		}),
	};
}

/** A workflow that is active, and the address of its first webhook. */
export interface Published {
	workflow: StoredWorkflow;
	url: string;
}

/** Stores and activates a workflow, and waits until its webhook listens. */
export async function publish(
	api: N8nApi,
	webhookBase: string,
	document: WorkflowDocument,
): Promise<Published> {
	const stored = await api.createWorkflow(document);
	const workflow = await api.activate(stored.id, stored.versionId);
	const [url = ''] = webhookUrls(webhookBase, workflow);
	await waitForWebhook(url);
	return { workflow, url };
}
