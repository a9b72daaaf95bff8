import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { ask } from '../../playground/n8n/ask';
import { itemsOf } from '../../playground/n8n/types';
import type { Execution, ExecutionItem } from '../../playground/n8n/types';
import type { Playground } from '../../playground/playground';
import type { SimulatorApplication } from '../../simulator';
import { waitFor } from './waiting';

/** IDs of the example workflows. */
export const examples = {
	orders: 'order-to-bind',
	recordings: 'call-record-recording-to-file',
} as const;

/** An application with a secret that stands nowhere else. */
export function newApplication(): SimulatorApplication {
	return {
		appKey: 'e2eKey',
		appSecret: `e2eSecret${randomBytes(12).toString('hex')}`,
		mode: 'AXB',
		numbers: [
			{ number: '+8613800006666', areaCode: '0755' },
			{ number: '+8613800006667', areaCode: '010' },
		],
	};
}

/** Posts JSON. */
export async function post(url: string, body: object): Promise<Response> {
	return await ask(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
}

/** Sends an order as the order system does. */
export async function sendOrder(playground: Playground, body: object): Promise<Response> {
	return await post(playground.webhooks[examples.orders]?.[0] ?? '', body);
}

/** How many executions a workflow has had. */
export async function countExecutions(playground: Playground, workflow: string): Promise<number> {
	return (await playground.api.executions(workflow)).length;
}

/** The execution of a workflow that comes after so many known ones, once it is over. */
export async function nextExecution(
	{ api }: Playground,
	workflow: string,
	known: number,
): Promise<Execution> {
	const next = await waitFor(`an execution of ${workflow}`, async () => {
		const found = (await api.executions(workflow)).at(-known - 1);
		return found && !['new', 'running'].includes(found.status) ? found : undefined;
	});
	return await api.execution(next.id);
}

/** What came of a recorded call. */
export interface RecordedCall {
	sessionId: string;
	execution: Execution;
	/** The item that the workflow ends with. */
	item: ExecutionItem | undefined;
	/** The recording as the platform's storage sends it. */
	original: Buffer;
	/** The recording as the workflow wrote it to disk. */
	saved: Buffer;
}

/** Places a call on the simulator and waits until its recording is a file. */
export async function placeRecordedCall(
	playground: Playground,
	call: object,
): Promise<RecordedCall> {
	const { simulator } = playground;
	const known = await countExecutions(playground, examples.recordings);
	const placed = await post(`${simulator.url}/sim/calls`, call);
	const { sessionId } = (await placed.json()) as { sessionId: string };
	const execution = await nextExecution(playground, examples.recordings, known);
	const [item] = itemsOf(execution, 'Call Record with File');
	const link = simulator.storageUrl + (simulator.storageRequests.at(-1)?.rawUrl ?? '');
	return {
		sessionId,
		execution,
		item,
		original: Buffer.from(await (await ask(link)).arrayBuffer()),
		saved: readFileSync(String(item?.json.path)),
	};
}

/** Everything that all processes have printed. */
export function allLogs({ n8n }: Playground): string {
	return n8n.processes.map((process) => process.log()).join('\n');
}

/** Every execution of every workflow, as JSON. */
export async function allExecutions({ api }: Playground): Promise<string[]> {
	const texts: string[] = [];
	for (const { id } of await api.workflows()) {
		for (const execution of await api.executions(id)) {
			texts.push(JSON.stringify(await api.execution(execution.id)));
		}
	}
	return texts;
}
