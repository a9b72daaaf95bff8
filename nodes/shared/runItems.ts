import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { openRun, type Platform } from '../../platform/client/run';
import { readApplication } from '../../platform/application/settings';
import { CREDENTIAL } from './credential';
import type { Tried } from './errors';
import { readFields } from './fields';
import { openIdempotencyRecord, type IdempotencyRecord } from './idempotencyRecord';
import { say } from './messages';
import type { Operation, OperationInput, Resource } from './operation';
import { collect, failure, hintNothingFound, wasLost, type Outcome } from './outcomes';
import { presentItems } from './present';
import { concurrencyOf, requestOptions, runOptionsOf } from './requestOptions';
import { requestOptions as chinese } from './requestOptions.zh';
import { logDone, logProgress } from './runLog';
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
		(error: unknown) => items.map(() => failure(error, { shown: shownBefore })),
	);
	hintNothingFound(execution, outcomes);
	return [collect(execution, outcomes, goOn)];
}

/** Fields whose labels are known before an item has chosen its operation. */
const shownBefore = [inLanguage(requestOptions, chinese)];

/** What all items of a run share. */
interface Run {
	execution: IExecuteFunctions;
	resources: readonly Resource[];
	record: IdempotencyRecord;
	platform: Platform;
	/** Time zone of the workflow. */
	zone: string;
}

async function runAll(
	execution: IExecuteFunctions,
	resources: readonly Resource[],
	{ count, goOn }: { count: number; goOn: boolean },
): Promise<Outcome[]> {
	const width = Math.min(count, concurrencyOf(execution));
	const application = readApplication(await execution.getCredentials(CREDENTIAL));
	const flowControl = { heldUpMs: 0 };
	const platform = openRun(application, {
		...runOptionsOf(execution),
		onHeldUp: (waitedMs) => {
			flowControl.heldUpMs += waitedMs;
		},
	});
	const record = openIdempotencyRecord(execution);
	const run: Run = { execution, resources, record, platform, zone: execution.getTimezone() };
	const outcomes = Array.from({ length: count }, (): Outcome => ({ state: 'cancelled' }));
	const signal = execution.getExecutionCancelSignal();
	const endProgress = logProgress(execution, outcomes);
	let stopped = false;
	let next = 0;

	const worker = async (): Promise<void> => {
		while (next < count && !stopped && !signal?.aborted) {
			const itemIndex = next++;
			const outcome = await runItem(run, itemIndex);
			outcomes[itemIndex] = outcome;
			if (outcome.state === 'failed' && !goOn) stopped = true;
		}
	};
	await Promise.all(Array.from({ length: width }, worker));
	const heldUpMs = flowControl.heldUpMs / width;
	endProgress(heldUpMs);
	logDone(execution, outcomes, goOn);
	tellFlowControl(execution, heldUpMs);
	return outcomes;
}

/** Requests side by side are held up side by side: the time is that of one of them. */
function tellFlowControl(execution: IExecuteFunctions, waitedMs: number): void {
	if (waitedMs === 0) return;
	const seconds = Math.ceil(waitedMs / 1000);
	const message = say('slowedDown', { seconds });
	execution.addExecutionHints({ message, location: 'outputPane' });
}

async function runItem(run: Run, itemIndex: number): Promise<Outcome> {
	const { execution, resources, platform, zone } = run;
	let tried: Tried = {};
	try {
		const operation = chosenOperation(execution, resources, itemIndex);
		tried = { shown: operation.fields, asks: operation.asks };
		const fields = readFields(execution, itemIndex, operation.fields);
		const input = { platform, fields, itemIndex, execution };
		if (operation.remember) return await runOnce(run, operation, input);
		const items = presentItems(await operation.run(input), itemIndex, zone);
		return { state: 'done', items, isChange: false };
	} catch (error) {
		return failure(error, tried);
	}
}

/** Runs an operation that changes the platform, unless an earlier try of the execution has done it. */
async function runOnce(
	{ record, platform, zone }: Run,
	operation: Operation,
	input: OperationInput,
): Promise<Outcome> {
	const { itemIndex, fields } = input;
	const { baseUrl, appKey } = platform.application;
	// No text of the editor: a worker may speak another language.
	const what = [operation.asks, operation.value];
	const request = JSON.stringify([baseUrl, appKey, ...what, fields.values]);
	const earlier = record.find(itemIndex, request);
	if (earlier.state === 'done') {
		const pairedItem = { item: itemIndex };
		const items = earlier.output.map((json) => ({ json, pairedItem }));
		return { state: 'done', items, isChange: true };
	}
	const wasLostBefore = earlier.state === 'lost';
	try {
		const told = { ...input, platform: { ...platform, wasLost: wasLostBefore } };
		const items = presentItems(await operation.run(told), itemIndex, zone);
		record.done(
			itemIndex,
			request,
			items.map(({ json }) => json),
		);
		return { state: 'done', items, isChange: true };
	} catch (error) {
		if (wasLost(error)) record.lost(itemIndex, request);
		return failure(error, { shown: operation.fields, asks: operation.asks });
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
