import * as n8nWorkflow from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { PlatformError } from '../../platform/codes/errors';
import { legible, toNodeError } from './errors';
import { say, sentences } from './messages';

/** What became of one item. */
export type Outcome =
	| {
			items: INodeExecutionData[];
			/** Whether it has changed the platform, and so should not be done again. */
			isChange: boolean;
	  }
	| { error: unknown; shown: INodeProperties[] };

/**
 * The output of a run: what the items came to, in their order. An item that did not succeed ends the
 * run with an error that names what was done, or becomes an item of its own.
 */
export function collect(
	execution: IExecuteFunctions,
	outcomes: readonly Outcome[],
	goOn: boolean,
): INodeExecutionData[] {
	// A cancelled run leaves gaps, which forEach and flatMap pass over.
	outcomes.forEach((outcome, itemIndex) => {
		if ('items' in outcome || goOn) return;
		const { error, shown } = outcome;
		const others = sentences(doneBefore(outcomes), unknownBeside(outcomes, itemIndex));
		throw toNodeError(execution.getNode(), error, itemIndex, { shown, others });
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

/** Whether the platform may have done what an item wanted, without an answer that tells. */
export function wasLost(error: unknown): boolean {
	return error instanceof PlatformError && error.outcome === 'lost';
}

/** Whether an item was given up because its execution was cancelled, and nothing was made. */
export function wasCancelled(outcome: Outcome): boolean {
	const error = 'error' in outcome ? outcome.error : undefined;
	return error instanceof PlatformError && error.code === 'cancelled';
}

/**
 * Logs what an item came to after its execution was cancelled: n8n has stored the execution by then.
 */
export function logLate({ logger }: IExecuteFunctions, itemIndex: number, outcome: Outcome): void {
	if ('error' in outcome) {
		if (!isUnknown(outcome.error)) return;
		logger.warn(`${LATE} ${itemIndex} was sent, and nobody knows whether it was done`);
	} else if (outcome.isChange) {
		const id = idOf(outcome.items);
		logger.warn(`${LATE} ${itemIndex} was done${id === undefined ? '' : ` (${id})`}`);
	}
}

const LATE = 'Huawei Private Number: after its execution was cancelled, item';

/** Whether a create was sent, and nobody knows whether it was carried out. */
function isUnknown(error: unknown): boolean {
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
const MOST_NAMED = 100;

/** Names what was done, so that nobody binds it twice. */
function doneBefore(outcomes: readonly Outcome[]): string {
	const done = outcomes.flatMap((outcome, itemIndex) =>
		'items' in outcome && outcome.isChange ? [{ itemIndex, items: outcome.items }] : [],
	);
	if (done.length === 0) return '';
	const named = done.slice(0, MOST_NAMED).map(({ itemIndex, items }) => {
		const id = idOf(items);
		return id === undefined ? `${itemIndex}` : say('itemWithId', { item: itemIndex, id });
	});
	const rest = ranges(done.slice(MOST_NAMED).map(({ itemIndex }) => itemIndex));
	return say('doneBefore', { items: [...named, ...rest] });
}

/** The ID of the binding that an item was about. */
function idOf([first]: readonly INodeExecutionData[]): string | undefined {
	const id = first?.json.subscriptionId;
	return typeof id === 'string' && id !== '' ? id : undefined;
}

/** Names the items of which nobody knows, beside the one whose error is shown. */
function unknownBeside(outcomes: readonly Outcome[], shownIndex: number): string {
	const unknown = outcomes.flatMap((outcome, itemIndex) =>
		'error' in outcome && isUnknown(outcome.error) && itemIndex !== shownIndex ? [itemIndex] : [],
	);
	if (unknown.length === 0) return '';
	return say('unknownBeside', { items: ranges(unknown) });
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
