import type { Candidate } from './candidates';
import { startChild, type Child } from './childProcess';
import type { EngineOwner, EngineResult, EngineTask } from './engineProcess';
import type { Figure, Part } from './figures';
import type { Shares } from './profile';
import type { ServerCounts, ServerTask } from './server';
import { interleave, median } from './statistics';

type Engine = Child<EngineTask, EngineResult>;

/**
 * Many binds in one run of a node on a server of this machine that keeps connections: what the
 * processor does, and what the memory holds. What a way through the internet costs is in `distance`.
 */
export const bulk: Part = async ({ short, say }) => {
	const server = await startChild<ServerTask, ServerCounts>('server');
	const node: Engine = await startChild('engineProcess');
	const bare: Engine = await startChild('engineProcess');
	const count = short ? 2000 : 10_000;
	try {
		const { url } = await server.ask({ task: 'begin', behaviour: {} });
		const work = { url, count, width: 50 };
		say(`${count} binds, 50 at once`);
		const rate = (engine: Engine, candidate: Candidate) => async (): Promise<number> =>
			(count * 1000) / (await engine.ask({ ...work, candidate })).ms;
		const candidates = { node: rate(node, 'node'), undici: rate(bare, 'undici') };
		// The first round compiles the code, and shows that the server keeps connections.
		await interleave(candidates, 1);
		const rates = await interleave(candidates, short ? 3 : 5);
		const profile = await node.ask({ ...work, candidate: 'node', profile: true });
		const { heap } = await node.ask({ ...work, candidate: 'node', watchHeap: true });
		const { growth, input, output } = heap ?? { growth: NaN, input: NaN, output: NaN };
		const name = `${count} binds, 50 at once`;
		return {
			figures: [
				{
					name: `${name}: throughput over a bare undici pool`,
					value: median(rates.node) / median(rates.undici),
					unit: '×',
				},
				...sharesOf(name, profile.shares),
				{
					name: `${name}: peak growth of the live heap over the items (in and out)`,
					value: growth / (input + output),
					unit: '×',
					goal: { atMost: 1.5 },
				},
			],
			samples: { rates, heap },
		};
	} finally {
		for (const child of [server, node, bare]) child.stop();
	}
};

const OWNERS: Readonly<Record<keyof Shares<EngineOwner>, string>> = {
	expressions: "n8n's expressions",
	engine: "n8n's engine",
	package: 'this package',
	connections: 'connections (undici, TLS, sockets)',
	rest: 'the rest (garbage collector, event loop)',
};

/** Whose code the run is spent in: what is not this package's cannot be mended here. */
function sharesOf(name: string, shares: EngineResult['shares']): Figure[] {
	return Object.entries(shares ?? {}).map(([owner, share]) => ({
		name: `${name}: share of the processor time, ${OWNERS[owner as keyof typeof OWNERS]}`,
		value: share,
		unit: '×',
	}));
}
