import { performance } from 'node:perf_hooks';

import { lateness } from '../../platform/pushes/stores/lateness';
import { openStore } from '../../platform/state/store';

/** So many may wait whatever the clock says: one slow moment is no jam. */
const ALWAYS = 5;
/** Part of the deadline by which the process may be late. */
const LATE = 1 / 16;
/** Part of the deadline within which all that wait must be started: the rest is for their workflows. */
const STARTED = 1 / 2;

/** Calls and texts that are answered by a workflow in this process. */
interface Load {
	/** How many of them wait. */
	waiting: number;
	/** How many have had their answer from a run. */
	finished: number;
	/** What one of them costs, in milliseconds of work; not known before the first is over. */
	costMs?: number;
}

const loads = openStore<Load>({ most: 1 });
const loadOfProcess = (): Load => loads.open('process', () => ({ waiting: 0, finished: 0 }));

/** Milliseconds that this process has worked: those do not count in which a workflow waits itself. */
const workedMs = (): number => performance.eventLoopUtilization().active;

/**
 * Counts a request that waits, until the function that it gives is called.
 *
 * @returns to be told whether the run was over in time
 */
export function waits(): (isInTime: boolean) => void {
	const load = loadOfProcess();
	const begin = { worked: workedMs(), finished: load.finished };
	let isOver = false;
	load.waiting += 1;
	return (isInTime) => {
		if (isOver) return;
		isOver = true;
		load.waiting -= 1;
		if (isInTime) load.finished += 1;
		// Runs that are under way have had a part of the work: half of theirs, taken together.
		const shared = Math.max(1, load.finished - begin.finished + load.waiting / 2);
		const cost = (workedMs() - begin.worked) / shared;
		load.costMs = load.costMs === undefined ? cost : (load.costMs + cost) / 2;
	};
}

/**
 * Why a workflow would answer too late, in a process that has more to start than it can: n8n starts an
 * execution for each waiting request, and with too many of them none would be answered in time.
 *
 * @returns `undefined` where there is time
 */
export function overload(deadlineMs: number): string | undefined {
	const late = Math.round(lateness());
	const { waiting, costMs = 0 } = loadOfProcess();
	if (waiting < ALWAYS) return undefined;
	if (late > deadlineMs * LATE)
		return `${waiting} others wait, and this process is ${late} ms late`;
	const needed = Math.round((waiting + 1) * costMs);
	if (needed <= deadlineMs * STARTED) return undefined;
	return `${waiting} others wait, and to start as many takes this process ${needed} ms`;
}
