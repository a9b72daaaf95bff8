/** The account that owns an n8n; password: 8 signs with a digit and a capital. */
export interface Owner {
	email: string;
	firstName: string;
	lastName: string;
	password: string;
}

/** A credential as n8n's REST interface writes it. */
export interface Credential {
	id: string;
	name: string;
	type: string;
	data: Record<string, unknown>;
}

/** What the test button of a credential shows. */
export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** A node of a workflow document, as far as anybody here looks at it. */
export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	webhookId?: string;
	credentials?: Record<string, { id: string; name: string }>;
	/** What happens when the node does not succeed; default `stopWorkflow`. */
	onError?: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	retryOnFail?: boolean;
	/** Tries with `retryOnFail`, 2 to 5. */
	maxTries?: number;
	/** Milliseconds between the tries. */
	waitBetweenTries?: number;
}

/** A workflow as the editor exports it. */
export interface WorkflowDocument {
	id?: string;
	name: string;
	/** Needed by n8n 1 when a workflow is made; n8n 2 publishes instead. */
	active?: boolean;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
	meta?: Record<string, unknown>;
}

/** A workflow that n8n holds. */
export interface StoredWorkflow extends WorkflowDocument {
	id: string;
	active: boolean;
	versionId: string;
	/** Version that is published, if any. */
	activeVersionId?: string | null;
	/** Whether its user has put it away; it cannot be changed then. */
	isArchived?: boolean;
}

/** An execution in the list. */
export interface ExecutionSummary {
	id: string;
	workflowId: string;
	status: 'new' | 'running' | 'success' | 'error' | 'crashed' | 'canceled' | 'waiting';
	mode: string;
}

/** A file that an item carries; its bytes are behind `id`. */
export interface BinaryFile {
	id?: string;
	fileName?: string;
	mimeType: string;
	fileSize?: string;
}

/** An item that a node gave out. */
export interface ExecutionItem {
	json: Record<string, unknown>;
	binary?: Record<string, BinaryFile>;
	error?: unknown;
}

/** One run of a node in an execution. */
export interface NodeRun {
	error?: { message: string; description?: string | null };
	data?: { main?: (ExecutionItem[] | null)[] };
}

/** An execution with its data. */
export interface Execution extends ExecutionSummary {
	data: {
		resultData: {
			runData: Record<string, NodeRun[]>;
			error?: { message: string; description?: string | null };
		};
	};
}

/** Items of a node's first output in its last run; empty when it did not run. */
export function itemsOf(execution: Execution, nodeName: string): ExecutionItem[] {
	const run = execution.data.resultData.runData[nodeName]?.at(-1);
	return run?.data?.main?.[0] ?? [];
}
