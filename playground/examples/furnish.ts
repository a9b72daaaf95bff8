import type { PushUrls, Simulator, SimulatorApplication } from '../../simulator';
import { credentialOf, ensureCredential } from './credentials';
import type { Cell } from './dataTables';
import { ensureExample } from './ensureExample';
import { leadsOf } from './leads';
import type { Example } from './sets';
import { ensureTables, readTemplate, waitForWebhook, webhookUrls } from './templates';
import type { Surroundings } from './templates';
import { signIn } from '../n8n/api';
import type { N8nApi } from '../n8n/api';
import type { N8nSet } from '../n8n/set';
import type { Credential, Owner, StoredWorkflow } from '../n8n/types';

/** A credential that its user fills in; examples that ask for one cannot be published without. */
const languageModel: Omit<Credential, 'id'> = {
	name: 'Language model (your key here)',
	type: 'openAiApi',
	data: { apiKey: 'your key here', url: 'https://api.deepseek.com/v1' },
};

/** What an n8n holds. */
export interface Contents {
	api: N8nApi;
	/** One for each application of the simulator. */
	credentials: Credential[];
	/** The examples. */
	workflows: StoredWorkflow[];
	/** Production addresses of the webhooks of each published example, by its ID. */
	webhooks: Record<string, string[]>;
}

/** What an n8n shall hold. */
export interface Furniture {
	owner: Owner;
	applications: readonly SimulatorApplication[];
	/** Those whose mode no application has are left out. */
	examples: readonly Example[];
}

/**
 * Makes what is missing: owner, credentials, data tables, examples. Then the platform learns where to
 * push.
 */
export async function furnish(
	n8n: N8nSet,
	simulator: Simulator,
	{ owner, applications, examples }: Furniture,
): Promise<Contents> {
	const api = await signIn(n8n.main.url, owner);
	const contents: Contents = { api, credentials: [], workflows: [], webhooks: {} };
	// The editor fills a new node in with the credential that was changed last: the first one here.
	for (const application of [...applications].reverse()) {
		const wanted = credentialOf(application, simulator.url);
		contents.credentials.unshift(await ensureCredential(api, wanted));
	}
	const rows = firstRows(examples, applications);
	const robotAddress = simulator.state().robots.find(({ robot }) => robot === 'wecom')?.url ?? '';
	const model = await ensureCredential(api, languageModel);
	const addresses: Record<string, PushUrls> = {};
	// n8n lists the latest first.
	for (const example of [...examples].reverse()) {
		const index = applications.findIndex(({ mode }) => mode === example.mode);
		const application = applications[index];
		const credential = contents.credentials[index];
		if (!application || !credential) continue;
		const workflow = await place(api, example, application, {
			credential,
			others: { openAiApi: model },
			filesFolder: n8n.filesFolder,
			webhookBase: n8n.webhookBase,
			rows,
			robotAddress,
		});
		contents.workflows.unshift(workflow);
		if (!workflow.active) continue;
		const urls = webhookUrls(n8n.webhookBase, workflow);
		for (const url of urls) await waitForWebhook(url);
		contents.webhooks[example.id] = urls;
		for (const kind of example.pushes ?? []) {
			(addresses[application.appKey] ??= {})[kind] = urls[0];
		}
	}
	for (const [appKey, urls] of Object.entries(addresses)) simulator.setPushUrls(urls, appKey);
	simulator.setGuide(leadsOf(contents, n8n.main.url, applications, examples));
	return contents;
}

/** Where an example comes to stand. */
interface Place extends Pick<Surroundings, 'credential' | 'filesFolder' | 'others'> {
	webhookBase: string;
	/** What tables hold at first, by their name. */
	rows: FirstRows;
	/** Robot of the group chat on the simulator's page: the kind that the examples ask first. */
	robotAddress: string;
}

type FirstRows = Readonly<Record<string, Record<string, Cell>[]>>;

/** First rows of every table: several examples share one, and whoever comes first makes it. */
function firstRows(
	examples: readonly Example[],
	applications: readonly SimulatorApplication[],
): FirstRows {
	const all = examples.map(({ mode, rows }) => {
		const application = applications.find((one) => one.mode === mode);
		return application && rows ? Object.entries(rows(application)) : [];
	});
	return Object.fromEntries(all.flat());
}

/** Imports an example with what it needs. */
async function place(
	api: N8nApi,
	{ id, settings, feeds = {} }: Example,
	application: SimulatorApplication,
	{ webhookBase, rows, robotAddress, ...surroundings }: Place,
): Promise<StoredWorkflow> {
	await ensureTables(api, await readTemplate(id), rows);
	const addresses: Record<string, string> = {};
	for (const [setting, fed] of Object.entries(feeds)) {
		const urls: string[] = [];
		for (const one of fed) urls.push(...webhookUrls(webhookBase, await readTemplate(one)));
		addresses[setting] = urls.join(' ');
	}
	const all = { waitMinutes: 1, robotAddress, ...addresses, ...settings?.(application) };
	return await ensureExample(api, id, { ...surroundings, settings: all });
}
