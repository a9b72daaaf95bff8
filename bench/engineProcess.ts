import { performance } from 'node:perf_hooks';

import type { IDataObject } from 'n8n-workflow';

import { closeConnections, orders, prepare, type Candidate, type Run } from './candidates';
import { serve } from './childProcess';
import { sharesOf, type Owners, type Shares } from './profile';

/** What a process with the engine is asked to do. */
export interface EngineTask {
	candidate: Candidate;
	url: string;
	count: number;
	width: number;
	/** Whether the bare pool may use connections again; default true. */
	keepsConnections?: boolean;
	/** Whether to begin without open connections. */
	fresh?: boolean;
	/** Whether to watch the heap, which takes time. */
	watchHeap?: boolean;
	/** Whether to tell whose code the time is spent in. */
	profile?: boolean;
}

/** Whose code the engine runs. */
export type EngineOwner = 'expressions' | 'engine' | 'package' | 'connections';

const OWNERS: Owners<EngineOwner> = [
	[/\/dist\/platform\/undici\.js$/, 'connections'],
	[/\/(?:dist\/)?(?:nodes\/PrivateNumber|nodes\/shared|platform\/|credentials\/)/, 'package'],
	[/\/(?:luxon|tournament|recast|ast-types|n8n-workflow)\//, 'expressions'],
	[/\/(?:n8n-core|@n8n)\//, 'engine'],
	[
		/^(?:node:internal\/(?:streams|stream_base|tls|net|http)|node:(?:net|tls|_tls|stream))/,
		'connections',
	],
];

/** How it went. */
export interface EngineResult {
	ms: number;
	heap?: HeapUse;
	/** Share of each owner in the busy time. */
	shares?: Shares<EngineOwner>;
	/** Share of the time in which the process had something to do. */
	busy?: number;
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

serve<EngineTask, EngineResult>(async (task) => {
	const { candidate, url, count, width, keepsConnections } = task;
	if (task.fresh) await closeConnections();
	const work = { candidate, url, items: orders(count), width, keepsConnections };
	const run = await prepare(work);
	if (task.watchHeap) return await watched(run, work.items);
	globalThis.gc?.();
	const start = performance.now();
	const before = performance.eventLoopUtilization();
	const shares = task.profile ? await sharesOf(run, OWNERS) : void (await run());
	const { utilization } = performance.eventLoopUtilization(before);
	return { ms: performance.now() - start, shares, busy: utilization };
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
