import type { IDataObject } from 'n8n-workflow';

import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node.js';
import { closeStores } from '../../platform/state/store';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { runNode } from '../nodes/engine';
import type { RunResult } from '../nodes/engine';
import type { Figure } from './figures';

const application = { appKey: 'flowKey', appSecret: 'flowSecret', mode: 'AXB' as const };
const x = '+8617000000001';

/** What the simulated platform takes in a second. */
const perSecond = 50;
/** Failed signatures after which the simulated platform locks the address. */
const lockAfter = 20;
/** Highest concurrency that the node offers. */
const mostConcurrent = 50;

/** Many items at once against a platform that allows few, and with a secret that it refuses. */
export async function tortureFlowControl(items: number): Promise<Figure[]> {
	const warnings: Error[] = [];
	const listen = (warning: Error): number => warnings.push(warning);
	process.on('warning', listen);
	const figures = [
		...(await throttled(items)),
		...(await wrongSecret(10)),
		...(await wrongSecret(mostConcurrent)),
	];
	process.off('warning', listen);
	const what = 'warnings of Node.js on the way';
	return [...figures, { part: 'flow control', what, value: warnings.length, must: { be: 0 } }];
}

async function throttled(items: number): Promise<Figure[]> {
	return await withSimulator(perSecond, async (simulator) => {
		const { json, hints } = await bindAll(simulator, items, 10, application.appSecret);
		const refusals = simulator.requests.filter(({ status }) => status === 403).length;
		const part = 'flow control';
		const bound = json.filter(({ subscriptionId }) => typeof subscriptionId === 'string').length;
		return [
			{ part, what: `items at ${perSecond} requests a second`, value: items },
			{ part, what: 'items that succeeded', value: bound, must: { be: items } },
			{
				part,
				what: 'bindings that the platform holds',
				value: simulator.bindings().length,
				must: { be: items },
			},
			{ part, what: 'refusals on the way', value: refusals, must: { atLeast: 1 } },
			{ part, what: 'hints shown to the user', value: hints.length, must: { atLeast: 1 } },
		];
	});
}

async function wrongSecret(concurrency: number): Promise<Figure[]> {
	return await withSimulator(undefined, async (simulator) => {
		const { json } = await bindAll(simulator, 1000, concurrency, 'wrong');
		const part = `wrong secret, concurrency ${concurrency}`;
		const locked = simulator.requests.filter(({ answerBody }) => answerBody?.includes('1020176'));
		const failed = json.filter(({ error }) => typeof error === 'string').length;
		return [
			{ part, what: 'items that got the reason', value: failed, must: { be: 1000 } },
			{
				part,
				what: 'requests sent',
				value: simulator.requests.length,
				must: { atMost: 3 },
			},
			{ part, what: 'requests that met the IP lock', value: locked.length, must: { be: 0 } },
			{
				part,
				what: `signatures refused (lock at ${lockAfter})`,
				value: simulator.requests.length,
				must: { atMost: lockAfter - 1 },
			},
		];
	});
}

async function withSimulator<T>(
	requestsPerSecond: number | undefined,
	act: (simulator: Simulator) => Promise<T>,
): Promise<T> {
	const simulator = await startSimulator({
		applications: [
			{ ...application, requestsPerSecond, numbers: [{ number: x, areaCode: '0755' }] },
		],
		limits: { authenticationFailures: lockAfter },
	});
	try {
		return await act(simulator);
	} finally {
		await closeStores();
		await simulator.close();
	}
}

/** Runs the AXB node over many items in n8n's engine. */
async function bindAll(
	simulator: Simulator,
	count: number,
	concurrency: number,
	appSecret: string,
): Promise<RunResult> {
	const items = Array.from(
		{ length: count },
		(_, index): IDataObject => ({
			a: `${13_800_000_000 + index}`,
			b: `${13_900_000_000 + index}`,
		}),
	);
	const parameters = {
		resource: 'binding',
		operation: 'create',
		callerNum: '={{ $json.a }}',
		calleeNum: '={{ $json.b }}',
		chooseNumberBy: 'number',
		relationNum: x,
		options: {},
		requestOptions: { concurrency, flowControlWait: 1 },
	};
	const { appKey } = application;
	return await runNode(new PrivateNumberAxb(), parameters, {
		items,
		credential: { appKey, appSecret, baseUrl: simulator.url, authentication: 'aksk' },
		settings: { onError: 'continueRegularOutput' },
	});
}
