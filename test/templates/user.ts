import {
	readTemplate,
	settle,
	waitForWebhook,
	webhookUrls,
} from '../../playground/examples/templates';
import type { Settings } from '../../playground/examples/templates';
import type { N8nApi } from '../../playground/n8n/api';
import type {
	Credential,
	Execution,
	StoredWorkflow,
	WorkflowDocument,
} from '../../playground/n8n/types';
import type { Playground } from '../../playground/playground';
import type { ModeName } from '../../simulator';
import { waitFor } from '../e2e/waiting';

/** A template that somebody has imported. */
export interface Imported {
	id: string;
	/** Publishes it; resolves once its webhooks listen, to their production addresses. */
	publish(): Promise<string[]>;
	/** Clicks "Execute workflow" beside a trigger, and waits until the execution is over. */
	run(trigger: string): Promise<Execution>;
	/** The next finished execution that nobody has asked for yet. */
	next(): Promise<Execution>;
	/** How many production executions there were, those under way included. */
	count(): Promise<number>;
}

/** How the user of a template prepares it. */
export interface Preparation {
	/** Mode of the application whose credential is chosen. */
	mode: ModeName;
	/** Parameters that the notes ask for, by node. */
	fill?: Record<string, Record<string, unknown>>;
	/** Credentials of other kinds, by their type. */
	credentials?: Record<string, Pick<Credential, 'id' | 'name'>>;
	/** Whether the samples stay pinned; default true. */
	pins?: boolean;
	/** What is written into its step Settings. */
	settings?: Settings;
	/** File name in `templates/` without its ending. */
	template: string;
}

/** Imports a template, chooses the credential in its nodes, and fills in what its notes ask for. */
export async function importTemplate(
	{ api, credentials, n8n }: Playground,
	{ template, mode, fill, settings, credentials: others = {}, pins = true }: Preparation,
): Promise<Imported> {
	const credential = credentials.find(({ name }) => name.endsWith(` ${mode}`));
	if (!credential) throw new Error(`No application has the mode ${mode}.`);
	const { filesFolder } = n8n;
	const surroundings = { credential, filesFolder, fill, settings, others };
	const document = settle(await readTemplate(template), surroundings);
	return await importWorkflow(api, pins ? document : { ...document, pinData: {} });
}

/** Imports any workflow. */
export async function importWorkflow(api: N8nApi, document: WorkflowDocument): Promise<Imported> {
	const { id, versionId } = await api.createWorkflow(document);
	const seen = new Set<string>();
	const finished = async (executionId: string): Promise<Execution | undefined> => {
		const execution = await api.execution(executionId);
		return ['new', 'running'].includes(execution.status) ? undefined : execution;
	};
	return {
		id,
		async publish() {
			const workflow: StoredWorkflow = await api.activate(id, versionId);
			const urls = webhookUrls(api.url, workflow);
			for (const url of urls) await waitForWebhook(url);
			return urls;
		},
		async run(trigger) {
			const { executionId } = await api.request<{ executionId: string }>(
				'POST',
				`/rest/workflows/${id}/run`,
				{ triggerToStartFrom: { name: trigger } },
			);
			seen.add(executionId);
			return await waitFor(`the end of ${trigger}`, () => finished(executionId));
		},
		async next() {
			const execution = await waitFor(`an execution of ${document.name}`, async () => {
				const found = (await api.executions(id)).filter((one) => !seen.has(one.id)).at(-1);
				return found && (await finished(found.id));
			});
			seen.add(execution.id);
			return execution;
		},
		async count() {
			return (await api.executions(id)).filter(({ mode }) => mode !== 'manual').length;
		},
	};
}
