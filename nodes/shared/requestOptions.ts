import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { RunOptions } from '../../platform/client/run';
import { fieldsOf, type Fields } from './fields';

const concurrency: INodeProperties = {
	displayName: 'Concurrency',
	name: 'concurrency',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 50 },
	default: 10,
	description: 'How many items are sent at the same time (并发数), 1 to 50',
};

const flowControlWait: INodeProperties = {
	displayName: 'Flow Control Wait (Seconds)',
	name: 'flowControlWait',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 600 },
	default: 60,
	description:
		'Longest single wait after the platform asked to slow down (流控), 1 to 600. Most waits are shorter.',
};

const timeout: INodeProperties = {
	displayName: 'Timeout (Seconds)',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 3600 },
	default: 30,
	description: 'How long to wait for an answer of the platform (超时)',
};

/** How a node sends; the same for every operation that sends. */
export const requestOptions: INodeProperties = {
	displayName: 'Request Options',
	name: 'requestOptions',
	type: 'collection',
	placeholder: 'Add request option',
	default: {},
	options: [concurrency, flowControlWait, timeout],
};

/** How many items are sent side by side. @throws InputError when that is no whole number */
export function concurrencyOf(execution: IExecuteFunctions): number {
	return within(concurrency, optionsOf(execution).integer(concurrency.name));
}

/** How a run of the node deals with the platform. @throws InputError when an option is no number */
export function runOptionsOf(execution: IExecuteFunctions): RunOptions {
	const options = optionsOf(execution);
	return {
		timeoutMs: within(timeout, options.number(timeout.name)) * 1000,
		flowControlWaitMs: within(flowControlWait, options.number(flowControlWait.name)) * 1000,
		signal: execution.getExecutionCancelSignal(),
		egress: egressOf(execution),
	};
}

function optionsOf(execution: IExecuteFunctions): Fields {
	return fieldsOf(execution.getNodeParameter('requestOptions', 0, {}) as IDataObject);
}

/** The nearest value that an option allows: expressions may give any. */
function within({ typeOptions, default: preset }: INodeProperties, wanted?: number): number {
	const { minValue = 1, maxValue = Infinity } = typeOptions ?? {};
	return Math.min(maxValue, Math.max(minValue, wanted ?? Number(preset)));
}

/** n8n's policy for outgoing connections, where the running n8n offers one. */
function egressOf({ helpers }: IExecuteFunctions): RunOptions['egress'] {
	const offered: Partial<Pick<typeof helpers, 'getSecureEgressFilter'>> = helpers;
	return offered.getSecureEgressFilter?.();
}
