import * as n8nWorkflow from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import type { JsonObject } from '../../platform/answer';
import { openRun, type Platform } from '../../platform/client';
import { readApplication } from '../../platform/settings';
import { CREDENTIAL } from './credential';
import { legible, toNodeError } from './errors';
import { fieldsOf, readFields } from './fields';
import { openMemo, type Memo } from './memo';
import { OutputItem, type Operation, type OperationOutput, type Resource } from './operation';

/** What became of one item. */
type Outcome = { items: INodeExecutionData[] } | { error: unknown; shown: INodeProperties[] };

/**
 * Runs a node: every input item through the chosen operation, several side by side. Output keeps the
 * order of the input. Without "continue on fail" nothing new is started after the first item that
 * did not succeed, and what is in flight is waited for.
 */
export async function runItems(
	execution: IExecuteFunctions,
	resources: readonly Resource[],
): Promise<INodeExecutionData[][]> {
	const items = execution.getInputData();
	if (items.length === 0) return [[]];
	const run: Run = {
		execution,
		resources,
		memo: openMemo(execution),
		credential: await execution.getCredentials(CREDENTIAL),
	};
	const outcomes: Outcome[] = [];
	const goOn = execution.continueOnFail();
	const signal = execution.getExecutionCancelSignal();
	let stopped = false;
	let next = 0;

	const worker = async (): Promise<void> => {
		while (next < items.length && !stopped && !signal?.aborted) {
			const itemIndex = next++;
			const outcome = await runItem(run, itemIndex);
			outcomes[itemIndex] = outcome;
			if ('error' in outcome && !goOn) stopped = true;
		}
	};
	const width = Math.min(items.length, concurrencyOf(execution));
	await Promise.all(Array.from({ length: width }, worker));
	return [collect(execution, outcomes, goOn)];
}

/** What all items of a run share. */
interface Run {
	execution: IExecuteFunctions;
	resources: readonly Resource[];
	memo: Memo;
	credential: ICredentialDataDecryptedObject;
	platform?: Platform;
}

function openPlatform({ execution, credential }: Run): Platform {
	const options = requestOptions(execution);
	return openRun(readApplication(credential), {
		timeoutMs: seconds(options.integer('timeout'), 30),
		flowControlWaitMs: seconds(options.integer('flowControlWait'), 60),
		signal: execution.getExecutionCancelSignal(),
		egress: egressOf(execution),
		onPause: (waitMs) => {
			execution.addExecutionHints({
				message: `The platform asked to slow down (flow control): waited ${waitMs / 1000} seconds.`,
				location: 'outputPane',
			});
		},
	});
}

async function runItem(run: Run, itemIndex: number): Promise<Outcome> {
	const { execution, resources, memo } = run;
	let shown: INodeProperties[] = [];
	try {
		const platform = (run.platform ??= openPlatform(run));
		const operation = chosenOperation(execution, resources, itemIndex);
		shown = operation.fields;
		const fields = readFields(execution, itemIndex, shown);
		const request = JSON.stringify([operation.action, fields.values]);
		const known = operation.remember ? memo.recall(itemIndex, request) : undefined;
		if (known) return { items: known.map((json) => toItem(json, itemIndex)) };

		const output = await operation.run({ platform, fields, itemIndex, execution });
		const items = toItems(output, itemIndex);
		if (operation.remember)
			memo.remember(
				itemIndex,
				request,
				items.map(({ json }) => json),
			);
		return { items };
	} catch (error) {
		return { error, shown };
	}
}

function chosenOperation(
	execution: IExecuteFunctions,
	resources: readonly Resource[],
	itemIndex: number,
): Operation {
	const resource = execution.getNodeParameter('resource', itemIndex);
	const operation = execution.getNodeParameter('operation', itemIndex);
	const found = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (!found) throw new Error(`This node has no such operation.`);
	return found;
}

function toItems(output: OperationOutput, itemIndex: number): INodeExecutionData[] {
	if (Array.isArray(output)) return output.map((json) => toItem(json, itemIndex));
	if (!(output instanceof OutputItem)) return [toItem(output, itemIndex)];
	const { json, binary } = output;
	return [{ json, ...(binary && { binary }), pairedItem: { item: itemIndex } }];
}

/** What came as JSON from the platform is JSON for n8n. */
function toItem(json: JsonObject, itemIndex: number): INodeExecutionData {
	return { json: json as IDataObject, pairedItem: { item: itemIndex } };
}

function collect(
	execution: IExecuteFunctions,
	outcomes: readonly Outcome[],
	goOn: boolean,
): INodeExecutionData[] {
	// A cancelled run leaves gaps, which forEach and flatMap pass over.
	outcomes.forEach((outcome, itemIndex) => {
		if ('items' in outcome || goOn) return;
		const { error, shown } = outcome;
		throw toNodeError(execution.getNode(), error, itemIndex, { shown, done: doneBefore(outcomes) });
	});
	const showsDetails = !hasErrorOutput(execution) || ROUTES_DETAILS;
	return outcomes.flatMap((outcome, itemIndex) => {
		if ('items' in outcome) return outcome.items;
		const { message, details } = legible(outcome.error, outcome.shown);
		// Exactly these keys: n8n then routes the item to the error output, input fields included.
		const json = { error: message, ...(showsDetails && { details }) };
		return [{ json, pairedItem: { item: itemIndex } }];
	});
}

/**
 * Whether n8n knows an item for the error output by `error` and `details`. Older versions, 1.x among
 * them, want `error` alone, and would take the item for a success; none of them has this export.
 */
const ROUTES_DETAILS = 'webhookDescriptionFields' in n8nWorkflow;

function hasErrorOutput(execution: IExecuteFunctions): boolean {
	return execution.getNode().onError === 'continueErrorOutput';
}

/** Names what was done, so that nobody binds it twice. */
function doneBefore(outcomes: readonly Outcome[]): string {
	const done = outcomes.flatMap((outcome, itemIndex) => {
		if (!('items' in outcome)) return [];
		const { subscriptionId } = outcome.items[0]?.json ?? {};
		return [
			typeof subscriptionId === 'string' ? `${itemIndex} (${subscriptionId})` : `${itemIndex}`,
		];
	});
	if (done.length === 0) return '';
	const shown = done.slice(0, 100).join(', ');
	return `Done before this stop, not to be repeated: item ${shown}${done.length > 100 ? ' …' : ''}.`;
}

function concurrencyOf(execution: IExecuteFunctions): number {
	const wanted = requestOptions(execution).integer('concurrency') ?? 10;
	return Math.min(50, Math.max(1, wanted));
}

function requestOptions(execution: IExecuteFunctions) {
	return fieldsOf(execution.getNodeParameter('requestOptions', 0, {}) as IDataObject);
}

function seconds(value: number | undefined, fallback: number): number {
	return Math.max(1, value ?? fallback) * 1000;
}

/** n8n's policy for outgoing connections, where the running n8n offers one. */
function egressOf({ helpers }: IExecuteFunctions) {
	const offered: Partial<Pick<typeof helpers, 'getSecureEgressFilter'>> = helpers;
	return offered.getSecureEgressFilter?.();
}
