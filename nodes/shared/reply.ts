import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { JsonObject } from '../../platform/wire/json';
import { readPush, senderOf } from '../../platform/pushes/notifications';
import { isObject } from '../../platform/wire/json';
import { text } from '../../platform/wire/read';
import { FlowRefusal } from './errors';
import { say } from './messages';
import { OutputItem, type Operation, type OperationInput } from './operation';

const TRIGGER = 'privateNumberTrigger';
/** Names, in the execution's own context, the node that has answered the waiting request. */
const REPLIED = 'privateNumberReplied';

/** What a reply must know of the request that waits. */
export interface WaitingRequest {
	/** Sender of a text, exactly as the platform told it. */
	from?: string;
}

/** What is particular to a reply operation. */
type Reply = Omit<Operation, 'remember' | 'displayOptions' | 'run'> & {
	/** The JSON that the platform wants. */
	build: (input: OperationInput, request: WaitingRequest) => JsonObject;
};

/**
 * An operation that answers the request which started the execution, then passes its input on. The
 * request is found through the execution, whatever nodes stand between.
 */
export function replyOperation({ build, ...operation }: Reply): Operation {
	return {
		...operation,
		// Nothing waits for a tool of an AI agent, and it could not answer.
		displayOptions: { hide: { '@tool': [true] } },
		// What was answered is marked in the execution, so that a retry does not answer again.
		remember: false,
		run: async (input) => {
			const { execution, itemIndex } = input;
			const item = execution.getInputData()[itemIndex] as INodeExecutionData;
			if (itemIndex === 0) await answer(input, build);
			else if (itemIndex === 1) hint(execution, say('firstAnswers'));
			return new OutputItem(item.json, item.binary);
		},
	};
}

async function answer(input: OperationInput, build: Reply['build']): Promise<void> {
	const { execution } = input;
	const mode = execution.getMode();
	const request = mode === 'retry' ? undefined : waitingRequest(execution);
	if (!request) {
		throw new FlowRefusal(
			'nobodyWaiting',
			say('nobodyWaits'),
			mode === 'retry' ? say('retryTooLate') : say('howToReply'),
		);
	}
	const context = execution.getContext('flow');
	const self = `${execution.getNode().name}:${String(execution.getWorkflowDataProxy(0).$runIndex)}`;
	if (context[REPLIED] === self) return;
	if (context[REPLIED] !== undefined) {
		throw new FlowRefusal('alreadyAnswered', say('answeredAlready'), say('oneReply'));
	}
	const body = JSON.stringify(build(input, request));
	if (mode === 'manual') {
		hint(execution, say('manualReply', { body }));
	}
	if (mode === 'integrated') {
		hint(execution, say('subWorkflow'));
	}
	// n8n sends a Buffer as it is; an object would arrive as an empty answer.
	const response = { statusCode: 200, headers: {}, body: Buffer.from(body) };
	await Promise.resolve(execution.sendResponse(response as unknown as IDataObject));
	context[REPLIED] = self;
}

/** The request that waits, from the input item or from the trigger's item of this execution. */
function waitingRequest(execution: IExecuteFunctions): WaitingRequest | undefined {
	const own = execution.getInputData()[0]?.json;
	const triggers = triggersBefore(execution);
	const candidates = triggers.flatMap(({ name, waits }) =>
		itemsOf(execution, name).map((json) => ({ json, waits })),
	);
	if (own) candidates.push({ json: own, waits: triggers.some(({ waits }) => waits) });
	for (const { json, waits } of candidates) {
		const request = readRequest(json, waits);
		if (request) return request;
	}
	return undefined;
}

/**
 * Reads a simplified item, or the platform's body where the trigger does not simplify; that does not
 * tell whether the trigger has answered by itself.
 */
function readRequest(json: IDataObject, waits: boolean): WaitingRequest | undefined {
	if (json.needsReply === true) return { from: text(json, 'from') };
	if (!waits) return undefined;
	const push = readPush(json, new Date());
	return push.question && { from: senderOf(push) };
}

/** The triggers that may have started this execution, and whether they leave answers to the workflow. */
function triggersBefore(execution: IExecuteFunctions): Array<{ name: string; waits: boolean }> {
	return execution
		.getParentNodes(execution.getNode().name, { includeNodeParameters: true })
		.filter(({ type }) => type.endsWith(`.${TRIGGER}`))
		.map(({ name, parameters }) => ({
			name,
			waits: (parameters?.respond ?? 'workflow') === 'workflow',
		}));
}

/** The items of a node of this execution; none when it did not run. */
function itemsOf(execution: IExecuteFunctions, nodeName: string): IDataObject[] {
	const outputs = [0, 1, 2, 3].flatMap((output) => {
		try {
			const { $items } = execution.getWorkflowDataProxy(0) as unknown as {
				$items: (name: string, output: number) => INodeExecutionData[];
			};
			return $items(nodeName, output);
		} catch {
			// The trigger did not start this execution, or has fewer outputs.
			return [];
		}
	});
	return outputs.map(({ json }) => json).filter(isObject);
}

function hint(execution: IExecuteFunctions, message: string): void {
	execution.addExecutionHints({ message, location: 'outputPane' });
}
