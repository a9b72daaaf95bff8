import 'reflect-metadata';

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// n8n-core writes a key file into the user folder before the first run.
const userFolder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
process.env.N8N_USER_FOLDER ??= userFolder;
process.env.N8N_ENCRYPTION_KEY ??= 'engine-tests';
// Refusals are what many tests are about; the engine would print each of them.
process.env.N8N_LOG_LEVEL ??= 'silent';

import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	Workflow,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IExecuteFunctions,
	type IExecuteResponsePromiseData,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IRunExecutionData,
	type IWorkflowExecuteAdditionalData,
	type LogLevel,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { HuaweiPrivateNumberApi } from '../../credentials/HuaweiPrivateNumberApi.credentials';

function removeUserFolder(): void {
	rmSync(userFolder, { recursive: true, force: true });
}
if ('afterAll' in globalThis) afterAll(removeUserFolder);
else process.once('exit', removeUserFolder);

/** A node of a test workflow. */
export interface TestNode {
	name: string;
	type: INodeType;
	parameters?: IDataObject;
	/** Node settings such as `onError` and `retryOnFail`. */
	settings?: Partial<INode>;
}

export interface RunOptions {
	/** Input of the first node after the start. */
	items?: IDataObject[];
	credential?: ICredentialDataDecryptedObject;
	mode?: WorkflowExecuteMode;
	/** State of an earlier execution, to retry it. */
	runData?: IRunExecutionData;
	/** Told of every answer that a node sends to a waiting request. */
	onResponse?: (response: IExecuteResponsePromiseData) => void;
	/** Items of the start node as they are, binary data included. */
	startItems?: INodeExecutionData[];
	/** Node type that the first node pretends to be, e.g. the trigger; its items are the start items. */
	startType?: INodeType;
	/** Its parameters. */
	startParameters?: IDataObject;
	/** Called with the running execution, to cancel it. */
	onStart?: (cancel: () => void) => void;
	/** Told of each line that a node writes to n8n's log. */
	onLog?: (level: LogLevel, line: string) => void;
}

/** What a workflow came to. */
export interface RunResult {
	run: IRun;
	/** Items of each output of the last node, of its last run. */
	outputs: INodeExecutionData[][];
	/** JSON of the first output's items. */
	json: IDataObject[];
	/** The error that ended the run, if any. */
	error?: Error & { description?: string | null; httpCode?: string | null; context?: IDataObject };
	/** Hints that the last node showed. */
	hints: string[];
}

/** Gives out the items that the test put in: stands where a trigger stands in a real workflow. */
function startNode(items: INodeExecutionData[], type?: INodeType): INodeType {
	return {
		description: {
			...type?.description,
			displayName: 'Start',
			name: type?.description.name ?? 'start',
			group: ['trigger'],
			version: 1,
			description: '',
			defaults: {},
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: type?.description.properties ?? [],
		},
		execute: () => Promise.resolve([items]),
	};
}

/** A node whose lines for n8n's log come to the test. */
function logging(type: INodeType, onLog: RunOptions['onLog']): INodeType {
	if (!onLog) return type;
	const levels = ['debug', 'info', 'warn', 'error'] as const;
	const logger = Object.fromEntries(
		levels.map((level) => [
			level,
			(line: string) => {
				onLog(level, line);
			},
		]),
	);
	return Object.assign(Object.create(type) as INodeType, {
		execute(this: IExecuteFunctions) {
			return type.execute?.call(Object.create(this, { logger: { value: logger } }) as never);
		},
	});
}

/** Runs one node on items, as a workflow of two nodes in the real engine. */
export async function runNode(
	type: INodeType,
	parameters: IDataObject,
	options: RunOptions & { settings?: Partial<INode> } = {},
): Promise<RunResult> {
	const { settings } = options;
	return await runWorkflow([{ name: 'Node', type, parameters, settings }], options);
}

/** Runs nodes one after the other in the real engine. */
export async function runWorkflow(chain: TestNode[], options: RunOptions = {}): Promise<RunResult> {
	const start = options.startItems ?? (options.items ?? [{}]).map((json) => ({ json }));
	const all: TestNode[] = [
		{
			name: 'Start',
			type: startNode(start, options.startType),
			parameters: options.startParameters,
		},
		...chain.map((node) => ({ ...node, type: logging(node.type, options.onLog) })),
	];
	const workflow = buildWorkflow(all);
	const additionalData = additionalDataOf(options);
	const execute = options.runData
		? new WorkflowExecute(additionalData, options.mode ?? 'integrated', options.runData)
		: new WorkflowExecute(
				additionalData,
				options.mode ?? 'integrated',
				createRunExecutionData({
					executionData: {
						nodeExecutionStack: [
							{
								node: workflow.getNode('Start') as INode,
								data: { main: [[{ json: {} }]] },
								source: null,
							},
						],
					},
				}),
			);
	const running = execute.processRunExecutionData(workflow);
	options.onStart?.(() => {
		running.cancel();
	});
	const run = await running;
	return resultOf(run, all.at(-1)?.name ?? '');
}

/** Type name under which the engine knows a node of the test. */
function typeName(type: INodeType): string {
	return `n8n-nodes-huawei-private-number.${type.description.name}`;
}

/** A workflow of these nodes, one after the other. */
export function buildWorkflow(all: TestNode[]): Workflow {
	const byName = new Map(all.map(({ type, settings }) => [settings?.type ?? typeName(type), type]));
	const nodeTypes = {
		getByName: (name: string) => byName.get(name),
		getByNameAndVersion: (name: string) => byName.get(name),
		getKnownTypes: () => ({}),
	} as unknown as INodeTypes;
	return new Workflow({
		id: 'test',
		name: 'test',
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1', timezone: 'Asia/Shanghai' },
		nodes: all.map(({ name, type, parameters, settings }, index) => ({
			id: `${index}`,
			name,
			type: typeName(type),
			typeVersion: 1,
			position: [index * 200, 0],
			parameters: (parameters ?? {}) as INode['parameters'],
			credentials: { huaweiPrivateNumberApi: { id: '1', name: 'test' } },
			...settings,
		})),
		connections: Object.fromEntries(
			all
				.slice(1)
				.map(({ name }, index) => [
					all[index]?.name ?? '',
					{ main: [[{ node: name, type: NodeConnectionTypes.Main, index: 0 }]] },
				]),
		),
	});
}

type Sign = (
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
) => Promise<IHttpRequestOptions>;

/** What the engine hands to nodes beside the workflow. */
export function additionalDataOf(options: RunOptions): IWorkflowExecuteAdditionalData {
	const hooks = new ExecutionLifecycleHooks(options.mode ?? 'integrated', '1', {
		id: 'test',
		name: 'test',
		active: false,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes: [],
		connections: {},
		activeVersionId: null,
	} as unknown as ConstructorParameters<typeof ExecutionLifecycleHooks>[2]);
	if (options.onResponse) hooks.addHandler('sendResponse', options.onResponse);
	const sign = new HuaweiPrivateNumberApi().authenticate as Sign;
	return {
		hooks,
		executionId: '1',
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: 'http://127.0.0.1/rest',
		instanceBaseUrl: 'http://127.0.0.1/',
		webhookBaseUrl: 'http://127.0.0.1/webhook',
		webhookTestBaseUrl: 'http://127.0.0.1/webhook-test',
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		credentialsHelper: {
			getParentTypes: () => [],
			isCredentialUsableByNode: () => true,
			getDecrypted: () => Promise.resolve(options.credential ?? {}),
			getCredentials: () => Promise.resolve({}),
			preAuthentication: () => Promise.resolve(undefined),
			runPreAuthentication: () => Promise.resolve(undefined),
			getCredentialsProperties: () => new HuaweiPrivateNumberApi().properties,
			authenticate: async (
				credentials: ICredentialDataDecryptedObject,
				_type: string,
				requestOptions: IHttpRequestOptions,
			) => await sign(credentials, requestOptions),
		},
	} as unknown as IWorkflowExecuteAdditionalData;
}

function resultOf(run: IRun, last: string): RunResult {
	const task = run.data.resultData.runData[last]?.at(-1);
	const outputs = (task?.data?.main ?? []).map((items) => items ?? []);
	const error = (run.data.resultData.error ?? task?.error) as RunResult['error'];
	return {
		run,
		outputs,
		json: (outputs[0] ?? []).map(({ json }) => json),
		error,
		hints: (task?.hints ?? []).map(({ message }) => message),
	};
}
