import type { Candidate } from './candidates';
import { startChild, type Child } from './childProcess';
import type { EngineOwner, EngineResult, EngineTask } from './engineProcess';
import type { Figure, Part, PartOptions } from './figures';
import type { Shares } from './profile';
import type { ServerCounts, ServerTask } from './server';
import { interleave, median } from './statistics';

const CANDIDATES: Candidate[] = [
	'node',
	'httpRequest',
	'httpRequestBatched',
	'sequential',
	'undici',
];

/** So many binds against a server of this delay, so many at once. */
interface Cell {
	count: number;
	delayMs: number;
	width: number;
	rounds: number;
}

/** What a cell came to. */
interface CellResult extends Cell {
	/** Binds a second, median of the rounds. */
	throughput: Partial<Record<Candidate, number>>;
	/** Most connections that a candidate opened in a round. */
	connections: Partial<Record<Candidate, number>>;
}

type Engine = Child<EngineTask, EngineResult>;
interface Bench {
	server: Child<ServerTask, ServerCounts>;
	engines: Map<Candidate, Engine>;
}

/** Many binds in one run of a node, side by side with the other ways to make them. */
export const bulk: Part = async (options) => {
	const engines = new Map<Candidate, Engine>();
	for (const candidate of CANDIDATES) engines.set(candidate, await startChild('engineProcess'));
	const bench: Bench = { server: await startChild('server'), engines };
	try {
		const cells: CellResult[] = [];
		for (const cell of cellsOf(options)) {
			cells.push(await measure(bench, cell, options));
		}
		const shares = await profile(bench, options.short ? 2000 : 10_000);
		const memory = await watchHeap(bench, options.short ? 2000 : 10_000);
		return {
			figures: [...cells.flatMap(figuresOf), ...shares, memory.figure],
			samples: { cells, heap: memory.heap },
		};
	} finally {
		for (const child of [...engines.values(), bench.server]) child.stop();
	}
};

function cellsOf({ short }: PartOptions): Cell[] {
	if (short) {
		return [10, 50].map((width) => ({ count: 500, delayMs: 20, width, rounds: 3 }));
	}
	const sizes = [
		{ count: 1000, rounds: 3 },
		{ count: 10_000, rounds: 1 },
	];
	// The delay that the goals are about comes first.
	return [20, 0, 60].flatMap((delayMs) =>
		sizes.flatMap((size) => [10, 50].map((width) => ({ ...size, delayMs, width }))),
	);
}

async function measure(bench: Bench, cell: Cell, options: PartOptions): Promise<CellResult> {
	const { count, delayMs, width, rounds } = cell;
	options.say(`${count} binds, ${delayMs} ms of delay, ${width} at once`);
	const connections: CellResult['connections'] = {};
	const run = (candidate: Candidate) => async (): Promise<number> => {
		const engine = bench.engines.get(candidate);
		const { url } = await bench.server.ask({ task: 'begin', delayMs });
		const task = { candidate, url, count, width, fresh: true };
		const { ms } = (await engine?.ask(task)) ?? { ms: NaN };
		const counts = await bench.server.ask({ task: 'end' });
		connections[candidate] = Math.max(connections[candidate] ?? 0, counts.connections);
		return ms;
	};
	// One after the other is slow and always alike: once, and not with many.
	const repeated = CANDIDATES.filter((candidate) => candidate !== 'sequential');
	const tasks = Object.fromEntries(repeated.map((candidate) => [candidate, run(candidate)]));
	// The first round warms up; where there is one round only, the cells before it did.
	if (rounds > 1) await interleave(tasks, 1);
	const times = await interleave(tasks, rounds);
	if (count <= 1000 && !options.short) times.sequential = [await run('sequential')()];
	const throughput = Object.fromEntries(
		Object.entries(times).map(([name, values]) => [name, (count * 1000) / median(values)]),
	);
	const rates = Object.entries(throughput).map(([name, rate]) => `${name} ${Math.round(rate)}`);
	options.say(`  binds a second: ${rates.join(', ')}`);
	return { ...cell, throughput, connections };
}

function figuresOf({ count, delayMs, width, throughput, connections }: CellResult): Figure[] {
	const where = `${count} binds, ${delayMs} ms, ${width} at once`;
	const { node = NaN, httpRequest = NaN, httpRequestBatched = NaN, undici = NaN } = throughput;
	const atGoal = delayMs === 20;
	const figures: Figure[] = [
		{
			name: `${where}: throughput over the HTTP Request node at its best`,
			value: node / Math.max(httpRequest, httpRequestBatched),
			unit: '×',
			...(atGoal && { goal: { atLeast: width === 50 ? 4 : 2 } }),
		},
		{
			name: `${where}: throughput over a bare undici loop`,
			value: node / undici,
			unit: '×',
			...(atGoal && { goal: { atLeast: 0.8 } }),
		},
		{
			name: `${where}: connections opened (HTTP Request node: ${connections.httpRequest ?? '–'})`,
			value: connections.node ?? NaN,
			unit: 'connections',
			goal: { atMost: width },
		},
	];
	if (throughput.sequential !== undefined) {
		const value = node / throughput.sequential;
		figures.push({ name: `${where}: throughput over a sequential loop`, value, unit: '×' });
	}
	return figures;
}

const OWNERS: Readonly<Record<keyof Shares<EngineOwner>, string>> = {
	expressions: "n8n's expressions",
	engine: "n8n's engine",
	package: 'this package',
	connections: 'connections (undici, TLS, sockets)',
	rest: 'the rest (garbage collector, event loop)',
};

/** Whose code a run without delay is spent in: what is not this package's cannot be mended here. */
async function profile({ server, engines }: Bench, count: number): Promise<Figure[]> {
	const { url } = await server.ask({ task: 'begin', delayMs: 0 });
	const task = { candidate: 'node', url, count, width: 50, profile: true } as const;
	const { shares } = (await engines.get('node')?.ask(task)) ?? {};
	return Object.entries(shares ?? {}).map(([owner, share]) => ({
		name: `${count} binds: share of the processor time, ${OWNERS[owner as keyof typeof OWNERS]}`,
		value: share,
		unit: '×',
	}));
}

/** What a run of the node adds to the live heap at most, in relation to the items it makes. */
async function watchHeap({ server, engines }: Bench, count: number) {
	const { url } = await server.ask({ task: 'begin', delayMs: 0 });
	const task = { candidate: 'node', url, count, width: 50 } as const;
	// Compiled code and open connections are no items.
	await engines.get('node')?.ask(task);
	const heap = (await engines.get('node')?.ask({ ...task, watchHeap: true }))?.heap;
	const { growth, input, output } = heap ?? { growth: NaN, input: NaN, output: NaN };
	const figure: Figure = {
		name: `${count} binds: peak growth of the live heap over the items (in and out)`,
		value: growth / (input + output),
		unit: '×',
		goal: { atMost: 1.5 },
	};
	return { figure, heap };
}
