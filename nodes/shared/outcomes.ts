import * as n8nWorkflow from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { PlatformError } from '../../platform/codes/errors';
import { legible, toNodeError, withRemedy, type Tried } from './errors';
import { say, sentences } from './messages';

/** What became of one item. */
export type Outcome =
	| {
			state: 'done';
			items: INodeExecutionData[];
			/** Whether it has changed the platform, and so should not be done again. */
			isChange: boolean;
	  }
	| {
			state: 'failed';
			error: unknown;
			tried: Tried;
	  }
	/** It was not begun, or given up before anything was sent, because the run was stopped. */
	| { state: 'cancelled' };

/**
 * The output of a run: what the items came to, in their order. An item that did not succeed ends the
 * run with an error that names what was done, or becomes an item of its own.
 */
export function collect(
	execution: IExecuteFunctions,
	outcomes: readonly Outcome[],
	goOn: boolean,
): INodeExecutionData[] {
	const isTool = runsAsTool(execution);
	const failed = outcomes.findIndex(({ state }) => state === 'failed');
	const first = outcomes[failed];
	if (first?.state === 'failed' && !goOn) {
		const others = sentences(doneBefore(outcomes), unknownBeside(outcomes, failed));
		throw toNodeError(execution.getNode(), first.error, failed, { ...first.tried, others, isTool });
	}
	const showsDetails = !hasErrorOutput(execution) || ROUTES_DETAILS;
	return outcomes.flatMap((outcome, itemIndex) => {
		if (outcome.state === 'cancelled') return [];
		if (outcome.state === 'done') return outcome.items;
		const { message, description, details } = legible(outcome.error, outcome.tried);
		// Exactly these keys: n8n then routes the item to the error output, input fields included.
		const error = isTool ? withRemedy(message, description) : message;
		const json = { error, ...(showsDetails && { details }) };
		return [{ json, pairedItem: { item: itemIndex } }];
	});
}

/**
 * Whether an AI agent runs this node as one of its tools: it gets nothing but the message of an error.
 * Where the agent leaves its tools to n8n's engine, only the name of the type tells.
 */
function runsAsTool(execution: IExecuteFunctions): boolean {
	// Older versions of n8n cannot be asked.
	const asked: Partial<Pick<IExecuteFunctions, 'isToolExecution'>> = execution;
	return asked.isToolExecution?.() === true || execution.getNode().type.endsWith('Tool');
}

/** Whether the platform may have done what an item wanted, without an answer that tells. */
export function wasLost(error: unknown): boolean {
	return error instanceof PlatformError && error.outcome === 'lost';
}

/** What an item came to that did not succeed. */
export function failure(error: unknown, tried: Tried): Outcome {
	const isCancelled = error instanceof PlatformError && error.code === 'cancelled';
	return isCancelled ? { state: 'cancelled' } : { state: 'failed', error, tried };
}

/** Whether a create was sent, and nobody knows whether it was carried out. */
export function isUnknown(error: unknown): boolean {
	return error instanceof PlatformError && error.code === 'outcomeUnknown';
}

/**
 * Whether n8n knows an item for the error output by `error` and `details`. Older versions, 1.x among
 * them, want `error` alone, and would take the item for a success; none of them has this export.
 */
const ROUTES_DETAILS = 'webhookDescriptionFields' in n8nWorkflow;

function hasErrorOutput(execution: IExecuteFunctions): boolean {
	return execution.getNode().onError === 'continueErrorOutput';
}

/** So many items are named with their IDs; more would be no message any more. */
export const MOST_NAMED = 100;

/** Names what was done, so that nobody binds it twice. */
function doneBefore(outcomes: readonly Outcome[]): string {
	const done = outcomes.flatMap((outcome, itemIndex) =>
		outcome.state === 'done' && outcome.isChange ? [{ itemIndex, items: outcome.items }] : [],
	);
	if (done.length === 0) return '';
	const named = done.slice(0, MOST_NAMED).map(({ itemIndex: item, items }) => {
		const id = idOf(items);
		return id === undefined ? `${item}` : say('itemWithId', { item, id });
	});
	const rest = ranges(done.slice(MOST_NAMED).map(({ itemIndex }) => itemIndex));
	const message = say('doneBefore', { items: [...named, ...rest] });
	return rest.length === 0 ? message : sentences(message, say('allInLog'));
}

/** The ID of the binding that an item was about. */
export function idOf([first]: readonly INodeExecutionData[]): string | undefined {
	const id = first?.json.subscriptionId;
	return typeof id === 'string' && id !== '' ? id : undefined;
}

/** Names the items of which nobody knows, beside the one whose error is shown. */
function unknownBeside(outcomes: readonly Outcome[], shownIndex: number): string {
	const unknown = outcomes.flatMap((outcome, itemIndex) =>
		outcome.state === 'failed' && isUnknown(outcome.error) && itemIndex !== shownIndex
			? [itemIndex]
			: [],
	);
	if (unknown.length === 0) return '';
	return say('unknownBeside', { items: ranges(unknown) });
}

/** Says which deletes found nothing: a success, but perhaps not what was meant. */
export function hintNothingFound(execution: IExecuteFunctions, outcomes: readonly Outcome[]): void {
	const empty = outcomes.flatMap((outcome, itemIndex) =>
		outcome.state === 'done' && outcome.items[0]?.json.alreadyDeleted === true ? [itemIndex] : [],
	);
	if (empty.length === 0) return;
	const message = say('nothingToDelete', { items: ranges(empty) });
	execution.addExecutionHints({ message, location: 'outputPane' });
}

/** Ascending numbers as text, neighbours joined: `3`, `7–20`. */
function ranges(numbers: readonly number[]): string[] {
	const found: Array<[first: number, last: number]> = [];
	for (const number of numbers) {
		const current = found.at(-1);
		if (current?.[1] === number - 1) current[1] = number;
		else found.push([number, number]);
	}
	return found.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
}
