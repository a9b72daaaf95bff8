import type { Candidate } from './candidates';
import { startChild, type Child } from './childProcess';
import type { EngineResult, EngineTask } from './engineProcess';
import type { Figure, Part } from './figures';
import type { ServerCounts, ServerTask } from './server';
import { interleave, median } from './statistics';

const CANDIDATES = ['node', 'httpRequest', 'undici'] as const satisfies Candidate[];
type Name = (typeof CANDIDATES)[number];
type Times = Record<Name, number[]>;

/** One bind in a run of its own: what engine and node add to the bare request. */
export const single: Part = async ({ short, say }) => {
	const server = await startChild<ServerTask, ServerCounts>('server');
	try {
		const { url } = await server.ask({ task: 'begin', behaviour: {} });
		const task = (candidate: Name): EngineTask => ({ candidate, url, count: 1, width: 1 });
		say('Warm: connections open, code compiled');
		const warm = await measureWarm(task, short ? 100 : 400);
		say('Cold: the first run of a process');
		const cold = await measureCold(task, short ? 3 : 10);
		return {
			figures: [...figuresOf('warm', warm), ...figuresOf('cold', cold)],
			samples: { warm, cold },
		};
	} finally {
		server.stop();
	}
};

type Engine = Child<EngineTask, EngineResult>;

async function measureWarm(task: (name: Name) => EngineTask, rounds: number): Promise<Times> {
	const engines = await Promise.all(
		CANDIDATES.map(
			async (name): Promise<[Name, Engine]> => [name, await startChild('engineProcess')],
		),
	);
	try {
		const runs = engines.map(([name, engine]) => [
			name,
			async () => (await engine.ask(task(name))).ms,
		]);
		const candidates = Object.fromEntries(runs) as Record<Name, () => Promise<number>>;
		await interleave(candidates, 50);
		return await interleave(candidates, rounds);
	} finally {
		for (const [, engine] of engines) engine.stop();
	}
}

async function measureCold(task: (name: Name) => EngineTask, rounds: number): Promise<Times> {
	const run = (name: Name) => async (): Promise<number> => {
		const engine: Engine = await startChild('engineProcess');
		try {
			return (await engine.ask(task(name))).ms;
		} finally {
			engine.stop();
		}
	};
	return await interleave(
		{ node: run('node'), httpRequest: run('httpRequest'), undici: run('undici') },
		rounds,
	);
}

function figuresOf(state: 'warm' | 'cold', times: Times): Figure[] {
	const [node, httpRequest, bare] = CANDIDATES.map((name) => median(times[name])) as [
		number,
		number,
		number,
	];
	return [
		{
			name: `One bind, ${state}: time over the HTTP Request node`,
			value: node / httpRequest,
			unit: '×',
		},
		{
			name: `One bind, ${state}: added to the bare request of ${bare.toFixed(1)} ms`,
			value: node - bare,
			unit: 'ms',
		},
		{
			name: `One bind, ${state}: added by the HTTP Request node`,
			value: httpRequest - bare,
			unit: 'ms',
		},
	];
}
