import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Question } from '../../platform/pushes/notifications';
import type { JsonObject } from '../../platform/wire/json';
import { FlowRefusal } from './errors';
import { say } from './messages';
import { OutputItem, type Operation, type OperationInput } from './operation';
import { waitingRequest, type WaitingRequest } from './waitingRequest';

/** Names, in the execution's own context, the node that has answered the waiting request. */
const REPLIED = 'privateNumberReplied';
/** Clocks differ, and times of the platform have whole seconds; in seconds. */
const TOLERANCE = 1;

/** What is particular to a reply operation. */
type Reply = Omit<Operation, 'remember' | 'displayOptions' | 'asks' | 'run'> & {
	/** What it can answer: the JSON for a call means nothing to a text. */
	answers: Question;
	/** The JSON that the platform wants. */
	build: (input: OperationInput, request: WaitingRequest) => JsonObject;
};

/**
 * An operation that answers the request which started the execution, then passes its input on. The
 * request is found through the execution, whatever nodes stand between.
 */
export function replyOperation({ answers, build, ...operation }: Reply): Operation {
	return {
		...operation,
		// Nothing waits for a tool of an AI agent, and it could not answer.
		displayOptions: { hide: { '@tool': [true] } },
		// What was answered is marked in the execution, so that a retry does not answer again.
		remember: false,
		run: async (input) => {
			const { execution, itemIndex } = input;
			if (itemIndex === 0) await answer(input, { answers, build });
			if (itemIndex === 1) hint(execution, say('firstAnswers'));
			const item = execution.getInputData()[itemIndex];
			return new OutputItem(item?.json ?? {}, item?.binary);
		},
	};
}

async function answer(
	input: OperationInput,
	{ answers, build }: Pick<Reply, 'answers' | 'build'>,
): Promise<void> {
	const { execution } = input;
	const mode = execution.getMode();
	const request = mode === 'retry' ? undefined : waitingRequest(execution);
	if (!request) throw nobodyWaits(mode === 'retry' ? 'retryTooLate' : 'howToReply');
	const { question = answers } = request;
	if (question !== answers) throw nobodyWaits(question === 'sms' ? 'textWaits' : 'callWaits');
	const context = execution.getContext('flow');
	const self = `${execution.getNode().name}:${String(execution.getWorkflowDataProxy(0).$runIndex)}`;
	// An earlier try of this node has answered.
	if (context[REPLIED] === self) return;
	if (context[REPLIED] !== undefined) {
		throw new FlowRefusal('alreadyAnswered', say('answeredAlready'), say('oneReply'));
	}
	const body = JSON.stringify(build(input, request));
	if (mode === 'manual') hint(execution, say('manualReply', { body }));
	if (mode === 'integrated') hint(execution, say('subWorkflow'));
	// n8n sends a Buffer as it is; an object would arrive as an empty answer. Its types know neither.
	const response: unknown = { statusCode: 200, headers: {}, body: Buffer.from(body) };
	await Promise.resolve(execution.sendResponse(response as IDataObject));
	context[REPLIED] = self;
	if (mode !== 'manual') tellLate(execution, request);
}

function nobodyWaits(
	remedy: 'retryTooLate' | 'howToReply' | 'textWaits' | 'callWaits',
): FlowRefusal {
	return new FlowRefusal('nobodyWaiting', say('nobodyWaits'), say(remedy));
}

/** Says that the default answer had gone out by the time of this one. */
function tellLate(execution: IExecuteFunctions, { time, deadline }: WaitingRequest): void {
	const age = Math.floor((Date.now() - Date.parse(time ?? '')) / 1000);
	// An unknown time is no number, and not late.
	if (!(age > deadline + TOLERANCE)) return;
	hint(execution, say('lateReply', { age, deadline }));
	execution.logger.warn(
		`Huawei Private Number: a reply came ${age} seconds after the request, later than its deadline of ${deadline} seconds`,
	);
}

function hint(execution: IExecuteFunctions, message: string): void {
	execution.addExecutionHints({ message, location: 'outputPane' });
}
