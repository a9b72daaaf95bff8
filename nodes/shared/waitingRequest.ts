import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readPush, type Question } from '../../platform/pushes/notifications';
import { isObject, type JsonObject } from '../../platform/wire/json';
import * as read from '../../platform/wire/read';

const TRIGGER = 'privateNumberTrigger';
/** Outputs of a trigger that has one for each kind of event. */
const SEPARATE_OUTPUTS = 4;
/** What the trigger takes where nobody has set a deadline, in seconds. */
const PRESET_DEADLINE = 4;
/** What waits, by the event that asks. */
const QUESTIONS: ReadonlyMap<unknown, Question> = new Map([
	['callin', 'call'],
	['sms', 'sms'],
]);

/** What a reply must know of the request that waits. */
export interface WaitingRequest {
	/** What waits; absent where an item of another making says only that something does. */
	question?: Question;
	/** Sender of a text, exactly as the platform told it. */
	from?: string;
	/** Who calls. */
	callerNumber?: string;
	/** X. */
	privateNumber?: string;
	/** When it was asked. ISO time. */
	time?: string;
	/** After how many seconds the default answer goes out. */
	deadline: number;
}

/** A trigger that may have started the execution. */
interface Trigger {
	name: string;
	outputs: number;
	/** Whether it leaves answers to the workflow. */
	waits: boolean;
	deadline: number;
}

/**
 * The request that started the execution and waits for an answer: in an item of the trigger, whatever
 * nodes stand between, or in the input itself, as in a sub-workflow.
 */
export function waitingRequest(execution: IExecuteFunctions): WaitingRequest | undefined {
	for (const trigger of triggersBefore(execution)) {
		for (const item of itemsOf(execution, trigger)) {
			const request = readRequest(item, trigger);
			if (request) return request;
		}
	}
	const [own] = execution.getInputData();
	return own && readRequest(own.json);
}

/**
 * Reads a simplified item, or the platform's body where the trigger does not simplify; the body does
 * not tell whether the trigger has answered by itself.
 */
function readRequest(json: JsonObject, trigger?: Trigger): WaitingRequest | undefined {
	const deadline = trigger?.deadline ?? PRESET_DEADLINE;
	if (json.needsReply === true) {
		return { question: QUESTIONS.get(json.eventType), ...partsOf(json), deadline };
	}
	if (!trigger?.waits) return undefined;
	const { question, events } = readPush(json, new Date());
	return question && { question, ...partsOf({ ...events[0] }), deadline };
}

function partsOf(event: JsonObject): Omit<WaitingRequest, 'question' | 'deadline'> {
	return {
		from: read.text(event, 'from'),
		callerNumber: read.text(event, 'callerNumber'),
		privateNumber: read.text(event, 'privateNumber'),
		time: read.text(event, 'time'),
	};
}

function triggersBefore(execution: IExecuteFunctions): Trigger[] {
	return execution
		.getParentNodes(execution.getNode().name, { includeNodeParameters: true })
		.filter(({ type }) => type.endsWith(`.${TRIGGER}`))
		.map(({ name, parameters = {} }) => {
			const options: JsonObject = isObject(parameters.options) ? parameters.options : {};
			const deadline = read.integer(options, 'replyDeadline') ?? PRESET_DEADLINE;
			return {
				name,
				outputs: options.separateOutputs === true ? SEPARATE_OUTPUTS : 1,
				waits: (parameters.respond ?? 'workflow') === 'workflow',
				deadline,
			};
		});
}

/** The items of a trigger; none where another one has started this execution. */
function itemsOf(execution: IExecuteFunctions, { name, outputs }: Trigger): JsonObject[] {
	const data = execution.getWorkflowDataProxy(0);
	const nodeNamed = data.$ as (name: string) => { isExecuted: boolean };
	if (!nodeNamed(name).isExecuted) return [];
	return Array.from({ length: outputs }, (_, output): INodeExecutionData[] =>
		data.$items(name, output),
	)
		.flat()
		.map(({ json }) => json);
}
