/**
 * Changes the code in small ways, one at a time, and tells which changes no test notices.
 *
 * `npm run mutation` tries everything, for hours; `npm run mutation -- platform/wire` a folder;
 * `npm run mutation -- --simulator` the simulator. With `--sample 100` it tries 100 lines of each folder.
 * `npm run mutation -- --changed [branch]` tries a sample of the lines of `platform/` that have
 * changed since a branch was left, within ten minutes. The full reports stand in `.artifacts/mutation/`.
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

import { baseOfChange, changedLines } from '../test/mutation/changed';
import {
	add,
	afterMore,
	NOTHING,
	percentOf,
	readReport,
	type Score,
} from '../test/mutation/report';
import {
	allBatches,
	batchOf,
	linesBatch,
	sampleOf,
	SIMULATOR,
	TEXTS,
	type Batch,
} from '../test/mutation/targets';

/** Of the mutants that change what can be seen, so many percent must be noticed. */
const GOAL = 95;
/** … and of the few of a changed line, among which chance counts. */
const GOAL_OF_FEW = 80;

/** Runs the mutants of a batch. @returns `undefined` where they could not be run */
function run({ name, paths, tests, perProcessor = 2 }: Batch): Score | undefined {
	let score: Score | undefined;
	for (const [step, patterns] of tests.entries()) {
		const left = score?.survivors.map(({ range }) => range) ?? paths.map(asPattern);
		if (left.length === 0) break;
		const env = {
			MUTATION_CONCURRENCY: `${availableParallelism() * perProcessor}`,
			...process.env,
			IS_SET_UP: '1',
			MUTATION_NAME: `${name}-${step + 1}`,
			MUTATION_ONLY: [...left, ...TEXTS].join(' '),
			MUTATION_TESTS: patterns.join(' '),
		};
		const args = ['stryker', 'run', 'test/mutation/stryker.config.mjs'];
		// eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- a tool, not a node: fixed command, no shell
		const { status } = spawnSync('npx', args, { env, stdio: 'inherit' });
		if (status !== 0) return undefined;
		const report = readReport(`.artifacts/mutation/${env.MUTATION_NAME}.json`);
		score = score ? afterMore(score, report) : report;
	}
	return score;
}

/** A folder stands for its files. */
const asPattern = (path: string): string => (/\.ts\b/.test(path) ? path : `${path}/**/*.ts`);

/** Arguments of the command line; what stands beside them are folders, or the branch. */
const options = {
	changed: { type: 'boolean', default: false },
	simulator: { type: 'boolean', default: false },
	sample: { type: 'string' },
} as const;

/** The lines of `platform/` that have changed since a branch was left. */
function changed(branch = 'origin/main'): Batch[] {
	const base = baseOfChange(branch);
	const lines = changedLines(base, 'platform');
	console.log(`${lines.length} lines, changed since ${base}:\n${lines.join('\n')}`);
	return lines.length > 0 ? [linesBatch(lines)] : [];
}

/** What is to be mutated, and how much of it, in percent, must be noticed. */
function chosen(): { batches: readonly Batch[]; goal: number } {
	const { values, positionals } = parseArgs({ options, allowPositionals: true });
	if (values.changed) return { batches: changed(positionals[0]), goal: GOAL_OF_FEW };
	const named = values.simulator ? [SIMULATOR] : positionals.map(batchOf);
	const whole = named.length > 0 ? named : allBatches();
	if (values.sample === undefined) return { batches: whole, goal: GOAL };
	const most = Number(values.sample);
	if (!Number.isInteger(most) || most < 1) throw new Error('--sample takes a number of lines.');
	return { batches: whole.map((batch) => sampleOf(batch, most)), goal: GOAL };
}

function main(): void {
	const { batches, goal } = chosen();
	let all = NOTHING;
	for (const batch of batches) {
		const score = run(batch);
		if (!score) {
			process.exitCode = 1;
			continue;
		}
		for (const { place, mutator, line, replacement, isRun } of score.survivors) {
			const why = isRun ? '' : ' (no test runs it)';
			console.log(`${place} ${mutator}${why}\n- ${line}\n+ ${replacement}\n`);
		}
		console.log(told(batch.name, score));
		all = add(all, score);
	}
	console.log(told('all', all));
	if (percentOf(all) < goal) process.exitCode = 1;
}

const told = (name: string, score: Score): string =>
	`${name}: ${score.noticed} of ${score.mutants} noticed (${percentOf(score)} %), ${score.known} more are named in test/mutation/survivors/`;

main();
