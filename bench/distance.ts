import type { Candidate } from './candidates';
import { startChild, type Child } from './childProcess';
import type { EngineResult, EngineTask } from './engineProcess';
import type { Figure, Part, PartOptions } from './figures';
import type { ServerCounts, ServerTask } from './server';
import { interleave, median } from './statistics';

const CANDIDATES = [
	'node',
	'helper',
	'undici',
	'httpRequest',
	'httpRequestBatched',
] as const satisfies Candidate[];
/** The way to the platform and back, in milliseconds; a new connection takes two trips more. */
const TRIP_MS = 30;
const WIDTHS = [10, 50];
/** Binds of the first round, which compiles the code, and shows whether the platform keeps connections. */
const WARM_UP = 200;
/** No goal is about the HTTP Request node: the short form leaves it out. */
const WITH_GOAL = CANDIDATES.slice(0, 3);

type Name = (typeof CANDIDATES)[number];
type Engine = Child<EngineTask, EngineResult>;

/** So many at once, to a platform of this kind. */
interface Cell {
	width: number;
	hangsUp: boolean;
}

interface CellResult extends Cell {
	/** Binds a second of each candidate, median of the rounds. */
	throughput: Partial<Record<Name, number>>;
	/** Most connections that a candidate opened in a round. */
	connections: Partial<Record<Name, number>>;
	/** Most of a round in which the process of a candidate had something to do. */
	busy: Partial<Record<Name, number>>;
	/** Whose code the node's process runs, as shares of its busy time; not in the short form. */
	shares?: EngineResult['shares'];
}

/** Many binds on a platform that is as far away as one in another city. */
export const distance: Part = async (options) => {
	const names = options.short ? WITH_GOAL : CANDIDATES;
	const engines = new Map<Name, Engine>();
	for (const name of names) engines.set(name, await startChild('engineProcess'));
	try {
		const cells: CellResult[] = [];
		for (const hangsUp of [false, true]) {
			for (const width of WIDTHS) cells.push(await measure(engines, { width, hangsUp }, options));
		}
		return { figures: cells.flatMap(figuresOf), samples: cells };
	} finally {
		for (const engine of engines.values()) engine.stop();
	}
};

async function measure(
	engines: ReadonlyMap<Name, Engine>,
	cell: Cell,
	{ short, say }: PartOptions,
): Promise<CellResult> {
	const { width, hangsUp } = cell;
	const count = short ? 300 : 1000;
	say(`${count} binds, ${width} at once, ${kindOf(cell)}`);
	// A server of its own: nobody knows yet whether it keeps connections.
	const server = await startChild<ServerTask, ServerCounts>('server');
	const ask = async (candidate: Name, binds: number, profile = false) => {
		const behaviour = { tripMs: TRIP_MS, hangsUp };
		const { url } = await server.ask({ task: 'begin', behaviour });
		const task = { candidate, url, count: binds, width, keepsConnections: !hangsUp, profile };
		const result = (await engines.get(candidate)?.ask(task)) ?? { ms: NaN };
		const counts = await server.ask({ task: 'end' });
		return { ...result, connections: counts.connections };
	};
	const connections: CellResult['connections'] = {};
	const busy: CellResult['busy'] = {};
	const warmUp = (candidate: Name) => async (): Promise<number> =>
		(await ask(candidate, WARM_UP)).ms;
	const round = (candidate: Name) => async (): Promise<number> => {
		const result = await ask(candidate, count);
		connections[candidate] = Math.max(connections[candidate] ?? 0, result.connections);
		busy[candidate] = Math.max(busy[candidate] ?? 0, result.busy ?? 0);
		return (count * 1000) / result.ms;
	};
	const tasksOf = (task: typeof round) =>
		Object.fromEntries([...engines.keys()].map((name) => [name, task(name)]));
	try {
		await interleave(tasksOf(warmUp), 1);
		const rates = await interleave(tasksOf(round), 3);
		const throughput = Object.fromEntries(
			Object.entries(rates).map(([name, values]) => [name, median(values)]),
		);
		say(`  binds a second: ${JSON.stringify(rates)}; connections: ${JSON.stringify(connections)}`);
		const shares = short ? undefined : (await ask('node', count, true)).shares;
		return { ...cell, throughput, connections, busy, shares };
	} finally {
		server.stop();
	}
}

function kindOf({ hangsUp }: Cell): string {
	return hangsUp ? 'a platform that hangs up' : 'a platform that keeps connections';
}

function figuresOf(cell: CellResult): Figure[] {
	const { width, hangsUp, throughput, connections } = cell;
	const where = `${TRIP_MS} ms away, ${width} at once, ${kindOf(cell)}`;
	const { node = NaN, helper, undici, httpRequest, httpRequestBatched } = throughput;
	const over = (other: number | undefined, name: string, goal?: Figure['goal']): Figure[] =>
		other === undefined
			? []
			: [{ name: `${where}: throughput over ${name}`, value: node / other, unit: '×', goal }];
	const share = (of: string, value: number): Figure => ({
		name: `${where}: ${of}`,
		value,
		unit: '×',
	});
	const bestOf = httpRequest && httpRequestBatched && Math.max(httpRequest, httpRequestBatched);
	return [
		...over(helper, "n8n's request helper", { atLeast: hangsUp ? 1.8 : 2 }),
		...over(undici, 'a bare undici pool', hangsUp ? undefined : { atLeast: 0.9 }),
		...over(bestOf, 'the HTTP Request node at its best'),
		{
			name: `${where}: connections opened (helper: ${connections.helper ?? '–'})`,
			value: connections.node ?? NaN,
			unit: 'connections',
		},
		...Object.entries(cell.busy).map(([name, value]) =>
			share(`time in which ${name} works`, value),
		),
		...Object.entries(cell.shares ?? {}).map(([owner, value]) =>
			share(`of it, the node's time in ${owner}`, value),
		),
	];
}
