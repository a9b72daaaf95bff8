import type { IExecuteFunctions } from 'n8n-workflow';

import { isSubscriptionId } from '../../platform/wire/subscriptionId';
import { every } from '../../platform/transport/timer';
import { idOf, isUnknown, MOST_NAMED, type Outcome } from './outcomes';

/*
 * What a run of many items tells n8n's log. Whoever reads a log need not be allowed to read numbers:
 * no line holds one, nor any text of an item.
 */

/** How often the log hears how far a run is, in milliseconds. */
const EVERY_MS = 10_000;

/**
 * Tells the log every ten seconds how far a run is; a short run says nothing.
 *
 * @param outcomes what became of each item, filled in while the run goes on
 * @returns to be called at the end, with the time that flow control took of the run, in milliseconds
 */
export function logProgress(
	execution: IExecuteFunctions,
	outcomes: readonly Outcome[],
): (heldUpMs: number) => void {
	const count = outcomes.length;
	if (count === 1) return () => undefined;
	const startedAt = performance.now();
	let before = { settled: 0, at: startedAt };
	let isLong = false;
	const settled = (): number => outcomes.filter(({ state }) => state !== 'cancelled').length;
	const tell = (text: string): void => {
		execution.logger.info(`${nameOf(execution)}: ${text}`);
	};
	const stop = every(EVERY_MS, () => {
		isLong = true;
		const now = { settled: settled(), at: performance.now() };
		const pace = perSecond(now.settled - before.settled, now.at - before.at);
		tell(`${now.settled} of ${count} items, ${pace} a second`);
		before = now;
	});
	return (heldUpMs) => {
		stop();
		if (!isLong) return;
		const ms = performance.now() - startedAt;
		const pace = perSecond(settled(), ms);
		const heldUp = heldUpMs === 0 ? '' : `, ${seconds(heldUpMs)} of them for flow control`;
		tell(
			`ended with ${settled()} of ${count} items after ${seconds(ms)}${heldUp}, ${pace} a second`,
		);
	};
}

/**
 * Writes what was done into the log, as lines that can be pasted into a spreadsheet: of a run that
 * was cancelled n8n keeps no output, and the message of one that has stopped names the first only.
 */
export function logDone(
	execution: IExecuteFunctions,
	outcomes: readonly Outcome[],
	goOn: boolean,
): void {
	const isCancelled = execution.getExecutionCancelSignal()?.aborted === true;
	const hasStopped = !goOn && outcomes.some(({ state }) => state === 'failed');
	if (!isCancelled && !hasStopped) return;
	const rows = outcomes.flatMap((outcome, itemIndex) => {
		const row = rowOf(outcome);
		return row ? [[itemIndex, ...row].join('\t')] : [];
	});
	if (rows.length === 0 || (!isCancelled && rows.length <= MOST_NAMED)) return;
	const how = isCancelled ? 'was cancelled' : 'has stopped';
	const heading = `${nameOf(execution)}: ${how}. Done of its ${outcomes.length} items:`;
	execution.logger.warn([heading, COLUMNS, ...rows].join('\n'));
}

const COLUMNS = ['item', 'subscriptionId', 'outcome'].join('\t');

/** ID and outcome of an item that has, or may have, changed the platform. */
function rowOf(outcome: Outcome): [id: string, outcome: string] | undefined {
	if (outcome.state === 'failed') {
		return isUnknown(outcome.error) ? ['', 'unknown'] : undefined;
	}
	if (outcome.state === 'cancelled' || !outcome.isChange) return undefined;
	const { json } = outcome.items[0] ?? {};
	const found = ['alreadyBound', 'alreadyDeleted'].find((word) => json?.[word] === true);
	return [cell(idOf(outcome.items)), found ?? 'done'];
}

/** An ID as a spreadsheet takes it for a text; a phone number that stands in its place is left out. */
function cell(id: string | undefined): string {
	if (id === undefined || !isSubscriptionId(id)) return '';
	return /^[=+\-@]/.test(id) ? `'${id}` : id;
}

/** Which run of which node a line is about: several write to one log. */
function nameOf(execution: IExecuteFunctions): string {
	return `Huawei Private Number: execution ${execution.getExecutionId()}, node "${execution.getNode().name}"`;
}

function perSecond(items: number, ms: number): string {
	return ((items * 1000) / Math.max(ms, 1)).toFixed(1);
}

function seconds(ms: number): string {
	return `${Math.ceil(ms / 1000)} seconds`;
}
