import { parse } from 'flatted';

import { ask } from './ask';
import type {
	Credential,
	CredentialTest,
	Execution,
	ExecutionSummary,
	Owner,
	StoredWorkflow,
	WorkflowDocument,
} from './types';

/** n8n refused a request; the message is n8n's own. */
export class N8nApiError extends Error {
	constructor(
		message: string,
		/** HTTP status of the answer. */
		readonly status: number,
	) {
		super(message);
		this.name = 'N8nApiError';
	}
}

/** What the editor does, over the REST interface that it uses itself, signed in as one user. */
export interface N8nApi {
	readonly url: string;
	/** Stored credentials of a type. Their secrets are not told. */
	credentials(type: string): Promise<Credential[]>;
	createCredential(credential: Omit<Credential, 'id'>): Promise<Credential>;
	updateCredential(credential: Credential): Promise<Credential>;
	/** Presses the test button: of data that are not stored, or of a stored credential by its ID. */
	testCredential(credential: Omit<Credential, 'id'> & { id?: string }): Promise<CredentialTest>;
	/** Undefined when there is none of this ID. */
	workflow(id: string): Promise<StoredWorkflow | undefined>;
	workflows(): Promise<Pick<StoredWorkflow, 'id' | 'name' | 'active'>[]>;
	/** The document's own ID is kept. */
	createWorkflow(workflow: WorkflowDocument): Promise<StoredWorkflow>;
	/** What is not given stays. */
	updateWorkflow(id: string, workflow: Partial<WorkflowDocument>): Promise<StoredWorkflow>;
	/** Publishes a version; its webhooks and triggers listen when this resolves, or shortly after. */
	activate(id: string, versionId: string): Promise<StoredWorkflow>;
	/** Executions of a workflow, newest first. */
	executions(workflowId: string): Promise<ExecutionSummary[]>;
	/** One execution with all its data. */
	execution(id: string): Promise<Execution>;
	/** A file of an execution, by the ID in its binary data. */
	binary(id: string): Promise<Buffer>;
	/** Any file that the editor loads, such as a list of node types or an icon. */
	file(path: string): Promise<Response>;
	/** Any other request of the editor; answers what is in n8n's envelope. */
	request<T>(method: string, path: string, body?: unknown): Promise<T>;
}

/**
 * Signs in. On a new n8n the owner account is made first.
 * @throws N8nApiError when the password is not the account's.
 */
export async function signIn(url: string, owner: Owner): Promise<N8nApi> {
	const settings = (await (await ask(`${url}/rest/settings`)).json()) as {
		data: { userManagement: { showSetupOnFirstLoad: boolean } };
	};
	const isNew = settings.data.userManagement.showSetupOnFirstLoad;
	const { email, password } = owner;
	const response = isNew
		? await send(url, 'POST', '/rest/owner/setup', owner)
		: await send(url, 'POST', '/rest/login', { emailOrLdapLoginId: email, password });
	await read(response);
	const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
	return connect(url, cookie.join('; '));
}

function connect(url: string, cookie: string): N8nApi {
	const call = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
		(await read(await send(url, method, path, body, cookie))) as T;
	const file = async (path: string): Promise<Response> => {
		const response = await send(url, 'GET', path, undefined, cookie);
		if (!response.ok) throw new N8nApiError(`${path}: ${response.statusText}`, response.status);
		return response;
	};
	const filter = (wanted: object): string => `filter=${encodeURIComponent(JSON.stringify(wanted))}`;

	return {
		url,
		credentials: (type) => call('GET', `/rest/credentials?${filter({ type })}`),
		createCredential: (credential) => call('POST', '/rest/credentials', credential),
		updateCredential: ({ id, ...credential }) =>
			call('PATCH', `/rest/credentials/${id}`, credential),
		testCredential: (credential) =>
			call('POST', '/rest/credentials/test', { credentials: { id: '', ...credential } }),
		async workflow(id) {
			// Asking for one that does not exist would leave a warning in n8n's log.
			const { exists } = await call<{ exists: boolean }>('GET', `/rest/workflows/${id}/exists`);
			return exists ? await call('GET', `/rest/workflows/${id}`) : undefined;
		},
		workflows: () => call('GET', '/rest/workflows'),
		createWorkflow: (workflow) => call('POST', '/rest/workflows', workflow),
		updateWorkflow: (id, workflow) => call('PATCH', `/rest/workflows/${id}`, workflow),
		async activate(id, versionId) {
			try {
				return await call('POST', `/rest/workflows/${id}/activate`, { versionId });
			} catch (error) {
				if (!(error instanceof N8nApiError) || error.status !== 404) throw error;
				// n8n 1 has a switch in the place of publishing.
				return await call('PATCH', `/rest/workflows/${id}`, { active: true, versionId });
			}
		},
		async executions(workflowId) {
			const path = `/rest/executions?limit=100&${filter({ workflowId })}`;
			const { results } = await call<{ results: ExecutionSummary[] }>('GET', path);
			return results;
		},
		async execution(id) {
			const path = `/rest/executions/${id}`;
			const { data, ...summary } = await call<ExecutionSummary & { data: string }>('GET', path);
			return { ...summary, data: parse(data) as Execution['data'] };
		},
		async binary(id) {
			const path = `/rest/binary-data?id=${encodeURIComponent(id)}&action=download`;
			return Buffer.from(await (await file(path)).arrayBuffer());
		},
		file,
		request: call,
	};
}

async function send(
	url: string,
	method: string,
	path: string,
	body?: unknown,
	cookie?: string,
): Promise<Response> {
	return await ask(url + path, {
		method,
		headers: {
			...(body !== undefined && { 'content-type': 'application/json' }),
			...(cookie !== undefined && { cookie }),
		},
		body: body === undefined ? undefined : JSON.stringify(body),
	});
}

/** Takes the content out of n8n's envelope. */
async function read(response: Response): Promise<unknown> {
	const text = await response.text();
	let answer: { data?: unknown; message?: string };
	try {
		answer = JSON.parse(text) as typeof answer;
	} catch {
		throw new N8nApiError(text || response.statusText, response.status);
	}
	if (!response.ok) throw new N8nApiError(answer.message ?? text, response.status);
	return answer.data;
}
