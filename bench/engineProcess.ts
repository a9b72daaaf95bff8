import { performance } from 'node:perf_hooks';

import type { IDataObject } from 'n8n-workflow';

import { closeConnections, orders, prepare, type Candidate, type Run } from './candidates';
import { serve } from './childProcess';

/** What a process with the engine is asked to do. */
export interface EngineTask {
	candidate: Candidate;
	url: string;
	count: number;
	width: number;
	/** Whether to begin without open connections. */
	fresh?: boolean;
	/** Whether to watch the heap, which takes time. */
	watchHeap?: boolean;
}

/** How it went. */
export interface EngineResult {
	ms: number;
	heap?: HeapUse;
}

/** Bytes of live objects. */
export interface HeapUse {
	/** Highest growth during the run, over what lived before it. */
	growth: number;
	/** What the input items take. */
	input: number;
	/** What the output items take. */
	output: number;
}

serve<EngineTask, EngineResult>(async ({ candidate, url, count, width, fresh, watchHeap }) => {
	if (fresh) await closeConnections();
	const work = { candidate, url, items: orders(count), width };
	const run = await prepare(work);
	if (watchHeap) return await watched(run, work.items);
	globalThis.gc?.();
	const start = performance.now();
	await run();
	return { ms: performance.now() - start };
});

/** Runs the work and looks at the live heap ten times a second. */
async function watched(run: Run, items: IDataObject[]): Promise<EngineResult> {
	const before = live();
	let peak = before;
	const look = (): void => {
		peak = Math.max(peak, live());
	};
	const timer = setInterval(look, 100);
	const start = performance.now();
	const result = await run();
	const ms = performance.now() - start;
	look();
	clearInterval(timer);
	const input = sizeOf(items);
	const output = sizeOf(result?.outputs ?? []);
	return { ms, heap: { growth: peak - before, input, output } };
}

function live(): number {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed;
}

/** Heap that a copy of a value takes. */
function sizeOf(value: unknown): number {
	const before = live();
	const copy = JSON.parse(JSON.stringify(value)) as unknown;
	const after = live();
	return copy === undefined ? 0 : after - before;
}
