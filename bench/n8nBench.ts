import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

import { chain, publish } from '../playground/examples/chain';
import { credentialOf } from '../playground/examples/credentials';
import { signIn } from '../playground/n8n/api';
import { ensureN8n } from '../playground/n8n/install/n8n';
import { startQueue } from '../playground/n8n/queue';
import { openQueueServices, type QueueServices } from '../playground/n8n/queueServices';
import { startSingle } from '../playground/n8n/set';
import type { WorkflowNode } from '../playground/n8n/types';
import { n8nNode, packageNode } from '../playground/n8n/nodeTypes';
import { playgroundOwner } from '../playground/playground';
import { inTemporaryFolder } from '../playground/temporary';
import { startSimulator, type SampleRequest, type SimulatorApplication } from '../simulator';
import { placeEmptyTrigger, publishEmptyTrigger } from './emptyTrigger';

/** The application whose pushes are measured. */
export const APPLICATION: SimulatorApplication = {
	appKey: 'benchAppKey0001',
	appSecret: 'benchAppSecret0001',
	mode: 'X',
	numbers: [{ number: '+8613800006666', areaCode: '0755' }],
};

/** A node of a measured workflow, as far as it differs from the others. */
export type BenchNode = Pick<WorkflowNode, 'type' | 'typeVersion' | 'parameters'>;

/** A real n8n, and the simulated platform that pushes to it. */
export interface N8nBench {
	/** Publishes a workflow of these nodes in a row; answers its address. */
	publish(name: string, nodes: BenchNode[]): Promise<string>;
	/** Publishes a trigger of another package, which does nothing, in one process; answers its address. */
	publishEmptyTrigger(): Promise<string>;
	/** Body of a sample push, once the address has taken it. */
	sample(request: Omit<SampleRequest, 'mode'>): Promise<string>;
	/** The process with the editor, which takes the pushes where there is no other. */
	mainPid: number;
	/** Processor time that the processes of n8n have used so far, in milliseconds. */
	cpuMs(): number;
	stop(): Promise<void>;
}

/** Which n8n to start. */
export interface N8nBenchOptions {
	isQueue?: boolean;
	/** In queue mode; default 1 each. */
	workers?: number;
	webhookProcessors?: number;
	/** Of one process; default SQLite. Queue mode has PostgreSQL. */
	database?: 'postgres';
	/** Settings of n8n beside its defaults. */
	environment?: Record<string, string>;
}

/** Starts an n8n with the package in it. */
export async function startN8nBench(options: N8nBenchOptions = {}): Promise<N8nBench> {
	const { isQueue = false, workers, webhookProcessors } = options;
	const install = await ensureN8n({ say: console.error });
	const simulator = await startSimulator({ applications: [APPLICATION] });
	const services = options.database === 'postgres' ? await openQueueServices() : undefined;
	const environment = { ...(services && databaseOf(services)), ...options.environment };
	const n8n = await inTemporaryFolder(async (userFolder) => {
		const common = { install, userFolder, environment };
		if (!isQueue) {
			await placeEmptyTrigger(userFolder);
			return await startSingle(common);
		}
		return await startQueue({ ...common, workers, webhookProcessors });
	}).catch(async (error: unknown) => {
		await services?.remove();
		throw error;
	});
	const api = await signIn(n8n.main.url, playgroundOwner);
	const credential = await api.createCredential(credentialOf(APPLICATION, simulator.url));
	return {
		async publish(name, nodes) {
			const links = nodes.map((node, index) => ({ ...node, name: `Node ${index}`, credential }));
			const { url } = await publish(api, n8n.webhookBase, chain(name, links));
			return url;
		},
		publishEmptyTrigger: async () => await publishEmptyTrigger(api, n8n.webhookBase),
		async sample(request) {
			const { body, status } = await simulator.sendSample({ mode: 'X', ...request });
			if (status !== 200) throw new Error(`${request.url} answered ${String(status)}.`);
			return body;
		},
		mainPid: n8n.main.pid,
		cpuMs: () => cpuOf(n8n.processes.map(({ pid }) => pid)),
		async stop() {
			await n8n.stop();
			await services?.remove();
			await simulator.close();
		},
	};
}

/** The database of queue mode's services, for an n8n of one process. */
function databaseOf({ environment }: QueueServices): Record<string, string> {
	return Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith('DB_')));
}

/** Linux tells the processor time of a process in hundredths of a second; elsewhere it is not known. */
function cpuOf(pids: number[]): number {
	return pids.reduce((sum, pid) => {
		const file = `/proc/${pid}/stat`;
		if (!existsSync(file)) return NaN;
		const fields = readFileSync(file, 'utf8').split(') ').pop()?.split(' ') ?? [];
		return sum + (Number(fields[11]) + Number(fields[12])) * 10;
	}, 0);
}

/** The package's trigger. */
export function triggerNode(parameters: Record<string, unknown>): BenchNode {
	return {
		type: packageNode('privateNumberTrigger'),
		typeVersion: 1,
		parameters,
	};
}

/** n8n's own Webhook node. */
export function webhookNode(responseMode: string, options: Record<string, unknown>): BenchNode {
	const path = randomUUID();
	return {
		type: n8nNode('webhook'),
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path, responseMode, options },
	};
}
