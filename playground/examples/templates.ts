import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ask } from '../n8n/ask';
import { repository } from '../machine/cache';
import { credentialType } from './credentials';
import { createDataTable, findDataTable } from './dataTables';
import type { Cell, ColumnType } from './dataTables';
import type { N8nApi } from '../n8n/api';
import type { Credential, WorkflowDocument, WorkflowNode } from '../n8n/types';
import { isPackageNode, n8nNode, packageNode } from '../n8n/nodeTypes';

/** What an example becomes in one n8n. */
export interface Surroundings {
	credential: Pick<Credential, 'id' | 'name'>;
	/** Folder for files, in the place of the one that Settings names. */
	filesFolder: string;
	/** Parameters that the template's notes ask for, by node. */
	fill?: Record<string, Record<string, unknown>>;
	/** What its user writes into its step Settings. */
	settings?: Settings;
	/** Credentials of n8n's own types, by their type. */
	others?: Readonly<Record<string, Pick<Credential, 'id' | 'name'>>>;
}

/** Values of the step Settings, by the name of the field. */
export type Settings = Readonly<Record<string, string | number | boolean>>;

/** Reads a template as it is on disk. */
export async function readTemplate(id: string): Promise<WorkflowDocument> {
	const text = await readFile(join(repository, 'templates', `${id}.json`), 'utf8');
	return JSON.parse(text) as WorkflowDocument;
}

/** Gives nodes their credentials, and Settings and others what is asked. */
export function settle(
	template: WorkflowDocument,
	{ credential: { id, name }, filesFolder, fill = {}, settings = {}, others = {} }: Surroundings,
): WorkflowDocument {
	const nodes = template.nodes.map((node) => ({
		...node,
		parameters: {
			...node.parameters,
			...(node.name === 'Settings' &&
				withSettings(node.parameters, { folder: filesFolder, ...settings })),
			...fill[node.name],
		},
		...withCredentials(node, { [credentialType]: { id, name }, ...others }),
	}));
	return { ...template, nodes };
}

/** The credentials that a node asks for, as far as they are there. */
function withCredentials(
	{ type, parameters }: WorkflowNode,
	chosen: Readonly<Record<string, Pick<Credential, 'id' | 'name'>>>,
): Pick<WorkflowNode, 'credentials'> {
	const asked = isPackageNode(type)
		? credentialType
		: type.endsWith('.lmChatOpenAi')
			? 'openAiApi'
			: parameters.nodeCredentialType;
	const credential = typeof asked === 'string' ? chosen[asked] : undefined;
	return credential && typeof asked === 'string'
		? { credentials: { [asked]: { id: credential.id, name: credential.name } } }
		: {};
}

/** The parameters of a step Settings with other values; names that it does not have are left out. */
function withSettings(parameters: Record<string, unknown>, settings: Settings) {
	const { assignments } = parameters as { assignments: { assignments: { name: string }[] } };
	return {
		assignments: {
			assignments: assignments.assignments.map((field) => {
				const value = settings[field.name.replace('settings.', '')];
				return value === undefined ? field : { ...field, value };
			}),
		},
	};
}

/**
 * Makes the data tables that a template's first run would make, with rows to begin with, by the name of
 * the table. A table that is there stays as it is.
 */
export async function ensureTables(
	api: N8nApi,
	{ nodes }: WorkflowDocument,
	rows: Readonly<Record<string, Record<string, Cell>[]>>,
): Promise<void> {
	for (const { type, parameters } of nodes) {
		if (type !== n8nNode('dataTable') || parameters.operation !== 'create') continue;
		const { tableName, columns } = parameters as unknown as NewTable;
		if (await findDataTable(api, tableName)) continue;
		const types = Object.fromEntries(columns.column.map(({ name, type: kind }) => [name, kind]));
		const table = await createDataTable(api, tableName, types);
		const first = rows[tableName] ?? [];
		if (first.length > 0) await table.insert(first);
	}
}

/** Parameters of a Data Table node that makes a table. */
interface NewTable {
	tableName: string;
	columns: { column: { name: string; type: ColumnType }[] };
}

/** Production addresses of the workflow's webhooks: of the trigger, and of Webhook nodes. */
export function webhookUrls(baseUrl: string, { nodes }: WorkflowDocument): string[] {
	return nodes.flatMap(({ type, webhookId, parameters }) => {
		if (type === packageNode('privateNumberTrigger')) {
			return [`${baseUrl}/webhook/${webhookId ?? ''}/private-number`];
		}
		if (type !== n8nNode('webhook') || typeof parameters.path !== 'string') return [];
		return [`${baseUrl}/webhook/${parameters.path}`];
	});
}

/** Waits until n8n answers at a production address; asking starts no execution. */
export async function waitForWebhook(url: string, seconds = 120): Promise<void> {
	const deadline = Date.now() + seconds * 1000;
	for (;;) {
		const origin = new URL(url).origin;
		const { headers } = await ask(url, { method: 'OPTIONS', headers: { origin } });
		if (/POST|GET/.test(headers.get('access-control-allow-methods') ?? '')) return;
		if (Date.now() > deadline) throw new Error(`n8n does not listen at ${url}.`);
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}
