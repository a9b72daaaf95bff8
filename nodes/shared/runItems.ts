import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import type { JsonObject } from '../../platform/wire/json';
import type { Application } from '../../platform/client/application';
import { openRun, type Platform } from '../../platform/client/run';
import { readApplication } from '../../platform/client/settings';
import { CREDENTIAL } from './credential';
import { fieldsOf, readFields } from './fields';
import { say } from './messages';
import { openMemo, type Memo } from './memo';
import { OutputItem, type Operation, type OperationOutput, type Resource } from './operation';
import { collect, logLate, wasCancelled, wasLost, type Outcome } from './outcomes';
import { requestOptions } from './properties';
import { properties as chineseProperties } from './properties.zh';
import { inLanguage } from './translate';

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
	const goOn = execution.continueOnFail();
	// What fails before the first item fails for each: n8n would pass on the input as a success.
	const outcomes = await runAll(execution, resources, { count: items.length, goOn }).catch(
		(error: unknown) => items.map((): Outcome => ({ error, shown: shownBefore })),
	);
	return [collect(execution, outcomes, goOn)];
}

/** Fields whose labels are known before an item has chosen its operation. */
const shownBefore = [inLanguage(requestOptions, chineseProperties)];

async function runAll(
	execution: IExecuteFunctions,
	resources: readonly Resource[],
	{ count, goOn }: { count: number; goOn: boolean },
): Promise<Outcome[]> {
	const width = Math.min(count, concurrencyOf(execution));
	const application = readApplication(await execution.getCredentials(CREDENTIAL));
	const flowControl = { heldUpMs: 0 };
	const platform = openPlatform(execution, application, flowControl);
	const run: Run = { execution, resources, memo: openMemo(execution), platform };
	const outcomes: Outcome[] = [];
	const signal = execution.getExecutionCancelSignal();
	let stopped = false;
	let next = 0;

	const worker = async (): Promise<void> => {
		while (next < count && !stopped && !signal?.aborted) {
			const itemIndex = next++;
			const outcome = await runItem(run, itemIndex);
			if (signal?.aborted) logLate(execution, itemIndex, outcome);
			// What was given up leaves a gap, as what was never begun does.
			if (wasCancelled(outcome)) return;
			outcomes[itemIndex] = outcome;
			if ('error' in outcome && !goOn) stopped = true;
		}
	};
	await Promise.all(Array.from({ length: width }, worker));
	tellFlowControl(execution, flowControl.heldUpMs / width);
	return outcomes;
}

/** What all items of a run share. */
interface Run {
	execution: IExecuteFunctions;
	resources: readonly Resource[];
	memo: Memo;
	platform: Platform;
}

/** Requests side by side are held up side by side: the time is that of one of them. */
function tellFlowControl(execution: IExecuteFunctions, waitedMs: number): void {
	const seconds = Math.round(waitedMs / 1000);
	if (seconds < 1) return;
	execution.addExecutionHints({
		message: say('slowedDown', { seconds }),
		location: 'outputPane',
	});
}

function openPlatform(
	execution: IExecuteFunctions,
	application: Application,
	flowControl: { heldUpMs: number },
): Platform {
	const options = optionsOf(execution);
	return openRun(application, {
		timeoutMs: seconds(options.number('timeout'), 30),
		flowControlWaitMs: seconds(options.number('flowControlWait'), 60),
		signal: execution.getExecutionCancelSignal(),
		egress: egressOf(execution),
		onHeldUp: (waitedMs) => {
			flowControl.heldUpMs += waitedMs;
		},
	});
}

async function runItem(run: Run, itemIndex: number): Promise<Outcome> {
	const { execution, resources, memo, platform } = run;
	let shown: INodeProperties[] = [];
	let request = '';
	try {
		const operation = chosenOperation(execution, resources, itemIndex);
		const { action, remember } = operation;
		shown = operation.fields;
		const fields = readFields(execution, itemIndex, shown);
		const input = { platform, fields, itemIndex, execution };
		if (!remember) {
			return { items: toItems(await operation.run(input), itemIndex), isChange: false };
		}
		const { baseUrl, appKey } = platform.application;
		request = JSON.stringify([baseUrl, appKey, action, fields.values]);
		const earlier = memo.recall(itemIndex, request);
		if (earlier?.output) {
			return { items: earlier.output.map((json) => toItem(json, itemIndex)), isChange: true };
		}
		if (earlier) input.platform = { ...platform, wasLost: true };
		const items = toItems(await operation.run(input), itemIndex);
		memo.remember(
			itemIndex,
			request,
			items.map(({ json }) => json),
		);
		return { items, isChange: true };
	} catch (error) {
		if (wasLost(error)) memo.remember(itemIndex, request);
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
	if (!found) throw new Error(say('noSuchOperation'));
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

function concurrencyOf(execution: IExecuteFunctions): number {
	const wanted = optionsOf(execution).integer('concurrency') ?? 10;
	return Math.min(50, Math.max(1, wanted));
}

function optionsOf(execution: IExecuteFunctions) {
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
