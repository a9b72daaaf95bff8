import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { RunOptions } from '../../platform/client/client';
import { fieldsOf, type Fields } from './fields';
import { say } from './messages';

const CONCURRENCY = { least: 1, most: 50, preset: 10 };
/** In seconds. */
const TIMEOUT = { least: 1, most: 3600, preset: 30 };
/** In seconds. */
const FLOW_CONTROL_WAIT = { least: 1, most: 600, preset: 60 };

/** How a node sends; the same for every operation that sends. */
export const requestOptions: INodeProperties = {
	displayName: 'Request Options',
	name: 'requestOptions',
	type: 'collection',
	placeholder: 'Add request option',
	default: {},
	options: [
		{
			displayName: 'Concurrency',
			name: 'concurrency',
			type: 'number',
			typeOptions: { minValue: CONCURRENCY.least, maxValue: CONCURRENCY.most },
			default: CONCURRENCY.preset,
			description: 'How many items are sent at the same time (并发数), 1 to 50',
		},
		{
			displayName: 'Flow Control Wait (Seconds)',
			name: 'flowControlWait',
			type: 'number',
			typeOptions: { minValue: FLOW_CONTROL_WAIT.least, maxValue: FLOW_CONTROL_WAIT.most },
			default: FLOW_CONTROL_WAIT.preset,
			description:
				'Longest single wait after the platform asked to slow down (流控), 1 to 600. Most waits are shorter.',
		},
		{
			displayName: 'Timeout (Seconds)',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: TIMEOUT.least, maxValue: TIMEOUT.most },
			default: TIMEOUT.preset,
			description: 'How long to wait for an answer of the platform (超时)',
		},
	],
};

/** How many items are sent side by side. @throws InputError when that is no whole number */
export function concurrencyOf(execution: IExecuteFunctions): number {
	return within(CONCURRENCY, optionsOf(execution).integer('concurrency'));
}

/** How a run of the node deals with the platform. @throws InputError when an option is no number */
export function runOptionsOf(execution: IExecuteFunctions): RunOptions {
	const options = optionsOf(execution);
	return {
		timeoutMs: within(TIMEOUT, options.number('timeout')) * 1000,
		flowControlWaitMs: within(FLOW_CONTROL_WAIT, options.number('flowControlWait')) * 1000,
		signal: execution.getExecutionCancelSignal(),
		egress: egressOf(execution),
		onPause: (waitMs) => {
			execution.addExecutionHints({
				message: say('slowedDown', { seconds: Math.ceil(waitMs / 1000) }),
				location: 'outputPane',
			});
		},
	};
}

function optionsOf(execution: IExecuteFunctions): Fields {
	return fieldsOf(execution.getNodeParameter('requestOptions', 0, {}) as IDataObject);
}

/** The nearest value that is allowed: expressions may give any. */
function within({ least, most, preset }: typeof TIMEOUT, wanted = preset): number {
	return Math.min(most, Math.max(least, wanted));
}

/** n8n's policy for outgoing connections, where the running n8n offers one. */
function egressOf({ helpers }: IExecuteFunctions): RunOptions['egress'] {
	const offered: Partial<Pick<typeof helpers, 'getSecureEgressFilter'>> = helpers;
	return offered.getSecureEgressFilter?.();
}
