import type { FlowControlRule } from '../simulator/config/behaviour';
import { startChild, type Child } from './childProcess';
import type { Figure, Part, PartOptions } from './figures';
import type { PaceResult, PaceTask } from './paceProcess';
import type { PaceServerResult, PaceServerTask } from './paceServer';

const ALGORITHMS = ['tokenBucket', 'fixedWindow', 'slidingWindow'] as const;
/** Runs go on for about so many seconds. */
const SECONDS = 12;
/** Runs at the same time send no more than this altogether, in requests a second. */
const MOST_TOGETHER = 200;

/** A run of binds against a limit. */
interface Case {
	algorithm: FlowControlRule['algorithm'];
	/** Requests a second that the platform takes. */
	limit: number;
	width: number;
	/** Part of the limit that another program uses up. */
	othersShare: number;
}

interface CaseResult extends Case {
	/** Time of the run over the time that the limit allows. */
	ratio: number;
	/** Refusals over the number of binds. */
	refused: number;
}

interface Bench {
	server: Child<PaceServerTask, PaceServerResult>;
	node: Child<PaceTask, PaceResult>;
}

/** Many binds on a platform with flow control: how near the node comes to what the platform takes. */
export const pace: Part = async (options) => {
	const bench: Bench = {
		server: await startChild('paceServer'),
		node: await startChild('paceProcess'),
	};
	try {
		const results: CaseResult[] = [];
		for (const cases of groupsOf(casesOf(options))) {
			results.push(...(await measure(bench, cases, options)));
		}
		return { figures: figuresOf(results), samples: results };
	} finally {
		for (const child of [bench.server, bench.node]) child.stop();
	}
};

function casesOf({ short }: PartOptions): Case[] {
	return (short ? [20] : [5, 20, 50, 200]).flatMap((limit) =>
		[0, 0.5].flatMap((othersShare) =>
			(short ? [10] : [1, 10, 50]).flatMap((width) =>
				ALGORITHMS.map((algorithm) => ({ algorithm, limit, width, othersShare })),
			),
		),
	);
}

/** What waits most of the time can be measured at the same time. */
function groupsOf(cases: readonly Case[]): Case[][] {
	const groups: Case[][] = [];
	for (const one of cases) {
		const last = groups.at(-1);
		const isSame = last?.[0]?.limit === one.limit;
		if (last && isSame && (last.length + 1) * one.limit <= MOST_TOGETHER) last.push(one);
		else groups.push([one]);
	}
	return groups;
}

async function measure(
	{ server, node }: Bench,
	cases: readonly Case[],
	{ say }: PartOptions,
): Promise<CaseResult[]> {
	const rules = cases.map(({ algorithm, limit, othersShare }) => ({
		algorithm,
		requests: limit,
		othersShare,
	}));
	const { url, appKeys } = await server.ask({ task: 'open', rules });
	const runs = cases.map((one, index) => ({
		appKey: appKeys[index] ?? '',
		count: shareOf(one) * SECONDS,
		width: one.width,
	}));
	const times = await node.ask({ url, runs });
	const { refusals } = await server.ask({ task: 'close' });
	return cases.map((one, index) => {
		const count = shareOf(one) * SECONDS;
		// What fits into the first second is taken at once.
		const allowedMs = (SECONDS - 1) * 1000;
		const ratio = (times[index] ?? NaN) / allowedMs;
		const result = { ...one, ratio, refused: (refusals[index] ?? NaN) / count };
		say(`  ${nameOf(one)}: ${ratio.toFixed(2)}, refused ${result.refused.toFixed(2)}`);
		return result;
	});
}

/** Requests a second that are left for us. */
function shareOf({ limit, othersShare }: Case): number {
	return limit * (1 - othersShare);
}

function nameOf({ algorithm, limit, width, othersShare }: Case): string {
	const others = othersShare > 0 ? ', half of it used by others' : '';
	return `${limit} a second${others}, ${algorithm}, ${width} at once`;
}

/** The worst of each limit, for people seldom know how their platform counts. */
function figuresOf(results: readonly CaseResult[]): Figure[] {
	const kinds = [...new Set(results.map(kindOf))];
	return kinds.flatMap((kind): Figure[] => {
		const own = results.filter((result) => kindOf(result) === kind);
		const name = `Binds on a platform that takes ${kind}`;
		return [
			{
				name: `${name}: time over its limit, worst of ${own.length}`,
				value: Math.max(...own.map(({ ratio }) => ratio)),
				unit: '×',
				goal: { atMost: 1.15 },
			},
			{
				name: `${name}: refusals a bind, most of ${own.length}`,
				value: Math.max(...own.map(({ refused }) => refused)),
				unit: '×',
			},
		];
	});
}

function kindOf({ limit, othersShare }: Case): string {
	return `${limit} a second${othersShare > 0 ? ' and gives half to another program' : ''}`;
}
