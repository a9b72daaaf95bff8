import { createRequire } from 'node:module';
import { join } from 'node:path';

import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	VersionedNodeType,
} from 'n8n-workflow';
import { Agent, request } from 'undici';

import { signRequest } from '../platform/application/signature';
import { ensureN8n } from '../playground/n8n/install/n8n';
import { n8nNode } from '../playground/n8n/nodeTypes';
import { runNode, type RunResult } from '../test/nodes/engine';
import { fromPackage } from './package';

/** Who does the work. */
export type Candidate = 'node' | 'httpRequest' | 'httpRequestBatched' | 'helper' | 'undici';

/** A number of binds to make. */
export interface Work {
	candidate: Candidate;
	/** Base URL of the server. */
	url: string;
	items: IDataObject[];
	/** How many at once. */
	width: number;
	/** Whether the bare pool uses connections again; the others decide for themselves. Default true. */
	keepsConnections?: boolean;
	/** Application that the node speaks for; default: the one that all share. */
	appKey?: string;
}

const { PrivateNumberAxb } = fromPackage(
	'nodes/PrivateNumberAxb/PrivateNumberAxb.node',
) as typeof import('../nodes/PrivateNumberAxb/PrivateNumberAxb.node');

const { closeStores } = fromPackage(
	'platform/state/store',
) as typeof import('../platform/state/store');

const PATH = '/rest/caas/relationnumber/partners/v1.0';
const KEYS = { appKey: 'benchAppKey0001', appSecret: 'benchAppSecret0001' };

/** Orders as a workflow has them: two people and a privacy number, with a few other fields. */
export function orders(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({
		orderId: `order-${index}`,
		customer: `+86139${String(index).padStart(8, '0')}`,
		driver: `+86138${String(index).padStart(8, '0')}`,
		privacyNumber: '+8617000000001',
		city: 'Shenzhen',
	}));
}

/** Makes the binds; the result is the engine's, where the engine ran. */
export type Run = () => Promise<RunResult | undefined>;

/** Loads what the work needs, so that only the work itself is measured. */
export async function prepare(work: Work): Promise<Run> {
	if (work.candidate === 'undici') {
		return async () => {
			await bareLoop(work);
			return undefined;
		};
	}
	const node = await nodeOf(work);
	return async () => await runInEngine(work, node);
}

async function runInEngine(work: Work, node: BenchNode): Promise<RunResult> {
	const { type, parameters, settings } = node;
	const { url, appKey = KEYS.appKey } = work;
	const credential = { ...KEYS, appKey, baseUrl: url, authentication: 'aksk' };
	const result = await runNode(type, parameters, { items: work.items, credential, settings });
	if (result.error) throw new Error(`${work.candidate}: ${result.error.message}`);
	const bound = result.json.filter(({ subscriptionId }) => typeof subscriptionId === 'string');
	if (bound.length !== work.items.length) throw new Error(`Only ${bound.length} items were bound.`);
	return result;
}

interface BenchNode {
	type: INodeType;
	parameters: IDataObject;
	settings?: Partial<INode>;
}

async function nodeOf({ candidate, url, width }: Work): Promise<BenchNode> {
	switch (candidate) {
		case 'node':
			return {
				type: new PrivateNumberAxb(),
				parameters: {
					resource: 'binding',
					operation: 'create',
					callerNum: '={{ $json.customer }}',
					calleeNum: '={{ $json.driver }}',
					chooseNumberBy: 'number',
					relationNum: '={{ $json.privacyNumber }}',
					options: {},
					requestOptions: { concurrency: width },
				},
			};
		case 'helper':
			return { type: helper(url, width), parameters: {} };
		default: {
			const batch = { batchSize: width, batchInterval: 1 };
			const options = candidate === 'httpRequestBatched' ? { batching: { batch } } : {};
			return {
				type: await httpRequest(),
				settings: { type: n8nNode('httpRequest'), typeVersion: 4.2 },
				parameters: {
					method: 'POST',
					url: url + PATH,
					authentication: 'predefinedCredentialType',
					nodeCredentialType: 'huaweiPrivateNumberApi',
					sendBody: true,
					specifyBody: 'json',
					jsonBody:
						'={{ { "callerNum": $json.customer, "calleeNum": $json.driver, "relationNum": $json.privacyNumber } }}',
					options,
				},
			};
		}
	}
}

/** n8n's own HTTP Request node, from the n8n that the playground has installed. */
async function httpRequest(): Promise<INodeType> {
	const { folder } = await ensureN8n();
	const load = createRequire(join(folder, 'package.json'));
	const { HttpRequest } = load('n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js') as {
		HttpRequest: new () => VersionedNodeType;
	};
	return new HttpRequest().getNodeType(4.2);
}

/** A node that sends with n8n's request helper, as most nodes do, but so many at once. */
function helper(url: string, width: number): INodeType {
	const { description } = new PrivateNumberAxb();
	return {
		description: { ...description, name: 'helper', properties: [] },
		async execute() {
			const output: INodeExecutionData[] = [];
			await sideBySide(this.getInputData(), width, async ({ json }, item) => {
				const answer = (await this.helpers.httpRequestWithAuthentication.call(
					this,
					'huaweiPrivateNumberApi',
					{ method: 'POST', url: url + PATH, body: bodyOf(json), json: true },
				)) as IDataObject;
				output[item] = { json: answer, pairedItem: { item } };
			});
			return [output];
		},
	};
}

/** Does the same with each item, so many of them at once. */
async function sideBySide<Item>(
	items: readonly Item[],
	width: number,
	act: (item: Item, index: number) => Promise<void>,
): Promise<void> {
	const queue = items.entries();
	const worker = async (): Promise<void> => {
		for (const [index, item] of queue) await act(item, index);
	};
	await Promise.all(Array.from({ length: width }, worker));
}

const agents = new Map<string, Agent>();

function agentFor(width: number, keepsConnections: boolean): Agent {
	const key = `${width} ${keepsConnections}`;
	// Without pipelining a connection is used once.
	const pipelining = keepsConnections ? 1 : 0;
	const agent = agents.get(key) ?? new Agent({ connections: width, pipelining });
	agents.set(key, agent);
	return agent;
}

/** Closes what an earlier run has left open, so that the next one begins as the first did. */
export async function closeConnections(): Promise<void> {
	await closeStores();
	await Promise.all([...agents.values()].map((agent) => agent.close()));
	agents.clear();
}

/** No n8n, no node: the fastest that these connections can be used. */
async function bareLoop({ url, items, width, keepsConnections = true }: Work): Promise<void> {
	const dispatcher = agentFor(width, keepsConnections);
	await sideBySide(items, width, async (item) => {
		const answer = await request(url + PATH, {
			dispatcher,
			method: 'POST',
			headers: { 'Content-Type': 'application/json', ...signRequest(KEYS, 'aksk') },
			body: JSON.stringify(bodyOf(item)),
		});
		const { subscriptionId } = (await answer.body.json()) as IDataObject;
		if (typeof subscriptionId !== 'string') throw new Error('An item was not bound.');
	});
}

function bodyOf({ customer, driver, privacyNumber }: IDataObject): IDataObject {
	return { callerNum: customer, calleeNum: driver, relationNum: privacyNumber };
}
