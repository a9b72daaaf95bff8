import { performance } from 'node:perf_hooks';

import { lateness } from '../../platform/pushes/stores/lateness';

/** So many may wait whatever the clock says: one slow moment is no jam. */
const ALWAYS = 5;
/** Part of the deadline by which the process may be late. */
const LATE = 1 / 16;
/** Part of the deadline within which all that wait must be started: the rest is for their workflows. */
const STARTED = 1 / 2;

/** Calls and texts that wait for their workflow in this process. */
let waiting = 0;
/** How many of them have had their answer from a run, since the process began. */
let finished = 0;
/** What one of them costs this process, in milliseconds of work; not known before the first is over. */
let costMs: number | undefined;

/** Milliseconds that this process has worked: those do not count in which a workflow waits itself. */
const workedMs = (): number => performance.eventLoopUtilization().active;

/**
 * Counts a request that waits, until the function that it gives is called.
 *
 * @returns to be told whether the run was over in time
 */
export function waits(): (isInTime: boolean) => void {
	const begin = { worked: workedMs(), finished };
	let isOver = false;
	waiting += 1;
	return (isInTime) => {
		if (isOver) return;
		isOver = true;
		waiting -= 1;
		if (isInTime) finished += 1;
		// Runs that are under way have had a part of the work: half of theirs, taken together.
		const shared = Math.max(1, finished - begin.finished + waiting / 2);
		const cost = (workedMs() - begin.worked) / shared;
		costMs = costMs === undefined ? cost : (costMs + cost) / 2;
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
	if (waiting < ALWAYS) return undefined;
	if (late > deadlineMs * LATE)
		return `${waiting} others wait, and this process is ${late} ms late`;
	const needed = Math.round((waiting + 1) * (costMs ?? 0));
	if (needed <= deadlineMs * STARTED) return undefined;
	return `${waiting} others wait, and to start as many takes this process ${needed} ms`;
}
