import fc from 'fast-check';

import { closeStores } from '../../platform/state/store';
import { startSimulator } from '../../simulator';
import type { Simulator, SimulatorApplication } from '../../simulator';
import { endings, stages, startFaultProxy } from './faultProxy';
import type { FaultProxy, Stage } from './faultProxy';
import type { Figure } from './figures';
import { actions } from './lostActions';
import type { Action, Verdict } from './lostActions';
import { randomRow } from './random';

/** How many people have their requests cut at the same time. */
const lanes = 40;

const numbersFrom = (first: number, count: number, areaCode: string) =>
	Array.from({ length: count }, (_, index) => ({ number: `+86${first + index}`, areaCode }));

/** An AXB and an AX application with a number for every lane, and others to choose from. */
const applications: SimulatorApplication[] = [
	{
		appKey: 'tortureAxbKey',
		appSecret: 'tortureAxbSecret',
		mode: 'AXB',
		numbers: [
			...numbersFrom(17_000_010_000, lanes, '010'),
			...numbersFrom(17_000_011_000, 4, '0755'),
		],
	},
	{
		appKey: 'tortureAxKey',
		appSecret: 'tortureAxSecret',
		mode: 'AX',
		numbers: [
			...numbersFrom(17_000_020_000, lanes, '010'),
			...numbersFrom(17_000_021_000, 5 * lanes, '0755'),
		],
	},
];

/** What breaks a promise. */
const mustNotBe: readonly Verdict[] = [
	'doubleBinding',
	'falseFailure',
	'falseSuccess',
	'unknownUncut',
	'gaveUp',
];

interface Run {
	action: Action;
	cuts: Stage[];
}

/** The runs of a seed: what is done, and at which stages its requests are cut. */
function runsOf(count: number, seed: number): Run[] {
	const run = fc.record({
		action: fc.constantFrom(...actions),
		cuts: fc.array(fc.constantFrom(...stages), { minLength: 1, maxLength: 4 }),
	});
	return fc.sample(run, { numRuns: count, seed });
}

/**
 * Binds, changes and unbinds through a proxy that cuts connections at every stage, and compares what
 * the client says with what the platform holds.
 */
export async function tortureLostAnswers(count: number, seed: number): Promise<Figure[]> {
	const simulator = await startSimulator({ applications });
	const random = randomRow(seed);
	const proxies = await Promise.all(
		Array.from({ length: lanes }, (_, lane) =>
			startFaultProxy(simulator.url, endings[lane % endings.length] ?? 'short', random),
		),
	);
	const verdicts = new Map<Verdict, number>();
	const wrong: string[] = [];
	const queue = runsOf(count, seed);
	const lane = async (proxy: FaultProxy, index: number): Promise<void> => {
		for (let run = queue.pop(); run; run = queue.pop()) {
			const verdict = await perform(simulator, proxy, index, run);
			verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
			if (mustNotBe.includes(verdict)) {
				wrong.push(`${verdict}: ${run.action.name}, cut at ${run.cuts.join(', ')}`);
			}
		}
	};
	try {
		await Promise.all(proxies.map(lane));
	} finally {
		await closeStores();
		await Promise.all(proxies.map((proxy) => proxy.close()));
		await simulator.close();
	}
	for (const line of wrong.slice(0, 20)) process.stdout.write(`  ${line}\n`);
	const sumOf = (count: (proxy: FaultProxy) => number): number =>
		proxies.map(count).reduce((sum, one) => sum + one, 0);
	const of = (verdict: Verdict): number => verdicts.get(verdict) ?? 0;
	const part = 'lost answers';
	return [
		{ part, what: 'runs', value: count },
		{ part, what: 'requests or answers cut', value: sumOf(cutsOf) },
		{ part, what: 'of these, effects that came later', value: sumOf(({ met }) => met.lateEffect) },
		{
			part,
			what: 'requests on a connection used before',
			value: sumOf(({ reused }) => reused),
			must: { atLeast: 1 },
		},
		{
			part,
			what: 'of these, on one that was being closed',
			value: sumOf(({ unread }) => unread),
			must: { be: 0 },
		},
		{ part, what: 'done, and the platform agrees', value: of('right') },
		{ part, what: 'not done, and the platform agrees', value: of('notDone') },
		{ part, what: 'double bindings', value: of('doubleBinding'), must: { be: 0 } },
		{ part, what: 'false failures', value: of('falseFailure'), must: { be: 0 } },
		{ part, what: 'false successes', value: of('falseSuccess'), must: { be: 0 } },
		{
			part,
			what: 'outcomeUnknown, and nothing was cut',
			value: of('unknownUncut'),
			must: { be: 0 },
		},
		{ part, what: 'outcomeUnknown, platform chose X', value: of('unknown') },
		{ part, what: 'outcomeUnknown, every look was cut', value: of('unknownCut') },
		{ part, what: 'repeatable changes, every try cut', value: of('unanswered') },
		{ part, what: 'given up although a try was left', value: of('gaveUp'), must: { be: 0 } },
	];
}

/** How many requests a proxy has cut, or their answers. */
function cutsOf({ met }: FaultProxy): number {
	return stages.slice(1).reduce((sum, stage) => sum + met[stage], 0);
}

async function perform(
	simulator: Simulator,
	proxy: FaultProxy,
	lane: number,
	{ action, cuts }: Run,
): Promise<Verdict> {
	const [axb, ax] = applications as [SimulatorApplication, SimulatorApplication];
	const application = action.mode === 'AXB' ? axb : ax;
	const cutBefore = cutsOf(proxy);
	const people = { a: `+86${13_800_100_000 + lane}`, b: `+86${13_900_100_000 + lane}` };
	const scene = {
		simulator,
		application: {
			appKey: application.appKey,
			appSecret: application.appSecret,
			baseUrl: proxy.url,
			authentication: 'aksk' as const,
			allowUnauthorizedCerts: false,
		},
		...people,
		x: application.numbers[lane]?.number ?? '',
		bindings: () =>
			simulator.bindings(application.appKey).filter((binding) => binding.a === people.a),
		settled: async () => {
			proxy.plan([]);
			await proxy.settled();
		},
		cuts: cuts.filter((stage) => stage !== 'none').length,
		cut: () => {
			proxy.plan(cuts);
		},
		wasCut: () => cutsOf(proxy) > cutBefore,
	};
	const verdict = await action.run(scene);
	for (const { subscriptionId } of scene.bindings()) simulator.release(subscriptionId);
	return verdict;
}
