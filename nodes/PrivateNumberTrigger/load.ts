import { lateness } from '../../platform/pushes/stores/lateness';

/** Calls and texts that wait for their workflow in this process. */
let waiting = 0;
/** So many may wait whatever the clock says: one slow moment is no jam. */
const ALWAYS = 5;
/** Part of the deadline by which the process may be late. */
const SHARE = 1 / 16;

/** Counts a request that waits, until the function that it gives is called. */
export function waits(): () => void {
	let isDone = false;
	waiting += 1;
	return () => {
		if (!isDone) waiting -= 1;
		isDone = true;
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
	if (waiting < ALWAYS || late <= deadlineMs * SHARE) return undefined;
	return `${waiting} others wait, and this process is ${late} ms late`;
}
