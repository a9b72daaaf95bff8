import { randomUUID } from 'node:crypto';

import { publish } from '../../playground/examples/chain';
import type { ExecutionSummary } from '../../playground/n8n/types';
import type { Playground } from '../../playground/playground';
import type { SimulatorApplication } from '../../simulator';
import { post } from '../e2e/user';
import { waitFor } from '../e2e/waiting';
import type { Figure } from './figures';
import { retryCases, retryWorkflow } from './retryCases';
import type { RetryCase } from './retryCases';
import { withPlayground } from './withPlayground';

const x = '+8613800006666';
const application: SimulatorApplication = {
	appKey: 'retryKey',
	appSecret: 'retrySecret',
	mode: 'AXB',
	numbers: [{ number: x, areaCode: '0755' }],
};
const operation = 'AXB bind';
/** What the platform says to a bind that it refuses. */
const refusal = {
	kind: 'code',
	operation,
	http: 403,
	code: '1012008',
	text: 'No number is free.',
} as const;
/** The platform has acted, and its answer does not arrive. */
const lostAnswer = { kind: 'reset', operation, acts: true } as const;
/** Items of each case: three rounds of its loop. */
const itemsOfCase = 9;

/** Sends items through a node again in every way that a real n8n knows, and counts the bindings. */
export async function tortureRetries(): Promise<Figure[]> {
	return await withPlayground(
		{ simulator: { applications: [application] } },
		async (playground) => {
			const figures: Figure[] = [];
			for (const retryCase of retryCases)
				figures.push(...(await tortureCase(playground, retryCase)));
			return figures;
		},
	);
}

async function tortureCase(playground: Playground, retryCase: RetryCase): Promise<Figure[]> {
	const { api, n8n, simulator, credentials } = playground;
	const [credential] = credentials;
	if (!credential) throw new Error('There is no credential.');
	simulator.reset();
	const { refused, refusedFrom, retryFromList, isLost = false, onError } = retryCase;
	const fault = isLost ? lostAnswer : refusal;
	simulator.setFault({ ...fault, skip: refusedFrom, times: refused });
	const document = retryWorkflow(retryCase, credential, x, randomUUID());
	const { workflow, url } = await publish(api, n8n.webhookBase, document);
	const items = Array.from({ length: itemsOfCase }, (_, index) => ({
		a: `${13_800_000_000 + index}`,
		b: `${13_900_000_000 + index}`,
	}));
	await post(url, { items });
	const first = await executionOver(playground, workflow.id, 1);
	let last = first;
	if (retryFromList) {
		const loadWorkflow = retryFromList === 'currentWorkflow';
		await api.request('POST', `/rest/executions/${first.id}/retry`, { loadWorkflow });
		last = await executionOver(playground, workflow.id, 2);
	}

	const binds = simulator.requests.filter(({ method }) => method === 'POST');
	const timesOf = ({ a }: { a: string }): number =>
		simulator.bindings().filter((binding) => JSON.stringify(binding).includes(a)).length;
	const part = `retry: ${retryCase.name}`;
	// Nobody knows of the item whose answer was lost: a run that stops there binds no further one.
	const stopsForGood = isLost && onError === 'stopWorkflow';
	const bound = stopsForGood ? refusedFrom + 1 : itemsOfCase;
	const succeeds = Number(!stopsForGood);
	return [
		{
			part,
			what: isLost ? 'binds whose answer was lost' : 'binds that were refused',
			value: binds.filter(({ status }) => status !== 200).length,
			must: { be: refused },
		},
		{
			part,
			what: `items of ${itemsOfCase} that the platform bound once`,
			value: items.filter((item) => timesOf(item) === 1).length,
			must: { be: bound },
		},
		{
			part,
			what: 'binds sent for what was bound',
			value: binds.length - (isLost ? 0 : refused) - bound,
			must: { be: 0 },
		},
		{
			part,
			what: 'execution failed before it was retried',
			value: Number(first.status === 'error'),
			must: { be: Number(retryFromList !== undefined || stopsForGood) },
		},
		{
			part,
			what: 'execution succeeded in the end',
			value: Number(last.status === 'success'),
			must: { be: succeeds },
		},
	];
}

/** The newest execution of a workflow once there are so many and it is over. */
async function executionOver(
	{ api }: Playground,
	workflowId: string,
	count: number,
): Promise<ExecutionSummary> {
	const look = async (): Promise<ExecutionSummary | undefined> => {
		const all = await api.executions(workflowId);
		const newest = all[0];
		const isOver = newest && !['new', 'running'].includes(newest.status);
		return all.length === count && isOver ? newest : undefined;
	};
	return await waitFor(`execution ${count}`, look, 120);
}
