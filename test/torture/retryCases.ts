import { chain } from '../../playground/examples/chain';
import type { Link } from '../../playground/examples/chain';
import { n8nNode, packageNode } from '../../playground/n8n/nodeTypes';
import type { Credential, WorkflowDocument } from '../../playground/n8n/types';

/** A workflow with Retry On Fail, and when the platform refuses. */
export interface RetryCase {
	name: string;
	/** What happens when the last try does not succeed either. */
	onError: 'stopWorkflow' | 'continueRegularOutput';
	/** Whether the items go through a loop, three a round. */
	isLoop: boolean;
	/** Which bind is refused first, counted from 0. */
	refusedFrom: number;
	/** How many binds in a row are refused; two are all tries of a node. */
	refused: number;
	/** The platform picks X, carries the bind out, and its answer is lost, in place of a refusal. */
	isLost?: boolean;
	/** How the execution is retried from the list after it has failed. */
	retryFromList?: 'savedWorkflow' | 'currentWorkflow';
}

/** Tries of the node, set in its settings. */
export const maxTries = 2;

const stop = { onError: 'stopWorkflow', refusedFrom: 4, refused: 1 } as const;
const goOn = { onError: 'continueRegularOutput', refused: 1 } as const;

/** All the ways in which n8n sends items through a node again. */
export const retryCases: readonly RetryCase[] = [
	{ name: 'Stop', isLoop: false, ...stop },
	{ name: 'Continue', isLoop: false, ...goOn, refusedFrom: 0 },
	{ name: 'Stop, in a loop', isLoop: true, ...stop },
	{ name: 'Continue, in a loop', isLoop: true, ...goOn, refusedFrom: 3 },
	{ name: 'Stop, answer lost', isLoop: false, ...stop, isLost: true },
	{ name: 'Continue, answer lost', isLoop: false, ...goOn, refusedFrom: 4, isLost: true },
	...[false, true].flatMap((isLoop) =>
		(['savedWorkflow', 'currentWorkflow'] as const).map(
			(retryFromList): RetryCase => ({
				name: `Stop${isLoop ? ', in a loop' : ''}, retried from the list (${retryFromList})`,
				...stop,
				isLoop,
				refused: maxTries,
				retryFromList,
			}),
		),
	),
];

/** A workflow that binds the people of an order list, posted as `{ items: [{ a, b }] }`. */
export function retryWorkflow(
	{ name, onError, isLoop, isLost }: RetryCase,
	credential: Credential,
	relationNum: string,
	path: string,
): WorkflowDocument {
	const bind: Link = {
		name: 'Bind',
		type: packageNode('privateNumberAxb'),
		parameters: {
			resource: 'binding',
			operation: 'create',
			callerNum: '={{ $json.a }}',
			calleeNum: '={{ $json.b }}',
			...(isLost ? { chooseNumberBy: 'auto' } : { chooseNumberBy: 'number', relationNum }),
			options: {},
			requestOptions: { concurrency: 1 },
		},
		credential,
		onError,
		retryOnFail: true,
		maxTries,
		waitBetweenTries: 100,
	};
	const start: Link[] = [
		{
			name: 'Orders',
			type: n8nNode('webhook'),
			typeVersion: 2,
			parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
		},
		{
			name: 'Each Order',
			type: n8nNode('splitOut'),
			parameters: { fieldToSplitOut: 'body.items', options: {} },
		},
	];
	if (!isLoop) return chain(name, [...start, bind]);
	const loop: Link = {
		name: 'Three at a Time',
		type: n8nNode('splitInBatches'),
		typeVersion: 3,
		parameters: { batchSize: 3, options: {} },
		after: [
			['Each Order', 0],
			['Bind', 0],
		],
	};
	return chain(name, [...start, loop, { ...bind, after: [['Three at a Time', 1]] }]);
}
