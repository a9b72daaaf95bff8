import { performance } from 'node:perf_hooks';

import { closeConnections, orders, prepare } from './candidates';
import { serve } from './childProcess';

/** Runs of the node at the same time, each with an application of its own. */
export interface PaceTask {
	url: string;
	runs: Array<{ appKey: string; count: number; width: number }>;
}

/** How long each run took, in milliseconds. */
export type PaceResult = number[];

serve<PaceTask, PaceResult>(async ({ url, runs }) => {
	const times = await Promise.all(
		runs.map(async ({ appKey, count, width }) => {
			const work = { candidate: 'node', url, items: orders(count), width, appKey } as const;
			const run = await prepare(work);
			const start = performance.now();
			await run();
			return performance.now() - start;
		}),
	);
	await closeConnections();
	return times;
});
