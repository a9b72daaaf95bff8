/**
 * Changes the code in small ways, one at a time, and tells which changes no test notices.
 *
 * `npm run mutation` tries everything, for hours; `npm run mutation -- platform/wire` a folder;
 * `npm run mutation -- --simulator` the simulator; `npm run mutation -- --changed [branch]` a sample
 * of the lines of `platform/` that differ from a branch, within ten minutes. The full reports stand in
 * `.artifacts/mutation/`.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

import { changedLines } from '../test/mutation/changed';
import { percentOf, readReport } from '../test/mutation/report';

/** Of the mutants that change what can be seen, so many percent must be noticed. */
const GOAL = 95;

const TARGETS = ['platform', 'nodes', 'simulator'];

/** Runs the mutants of a target. @returns whether its tests notice enough of them */
function run(target: string, mutate: readonly string[]): boolean {
	const report = `.artifacts/mutation/${target}.json`;
	rmSync(report, { force: true });
	const args = ['stryker', 'run', 'test/mutation/stryker.config.mjs'];
	const what = {
		MUTATION_TARGET: target,
		MUTATION_ONLY: mutate.join(' '),
		MUTATION_TESTS: testsOf(mutate).join(' '),
	};
	const env = { ...process.env, IS_SET_UP: '1', ...what };
	// eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- a tool, not a node: fixed command, no shell
	const { status } = spawnSync('npx', args, { env, stdio: 'inherit' });
	if (status !== 0) return false;
	const score = readReport(report);
	for (const { place, mutator, line, replacement, isRun } of score.survivors) {
		console.log(
			`${place} ${mutator}${isRun ? '' : ' (no test runs it)'}\n- ${line}\n+ ${replacement}\n`,
		);
	}
	const percent = percentOf(score);
	console.log(
		`${target}: ${score.noticed} of ${score.mutants} noticed (${percent} %), ${score.known} more are named in test/mutation/survivors/`,
	);
	// What only the tests of other folders notice counts as a survivor of a part: that is no verdict.
	return mutate.length > 0 || percent >= GOAL;
}

/** The tests of a folder of `platform/` stand in the folder of the same name: others need not run. */
function testsOf(mutate: readonly string[]): string[] {
	const folders = mutate.map((path) => /^platform\/[^/*]+/.exec(path)?.[0]);
	if (!folders.every((folder) => folder !== undefined)) return [];
	return [...new Set(folders)].map((folder) => `test/${folder}/**/*.test.ts`);
}

/** What is to be mutated, by target: an empty list is all of it. */
function chosen(paths: readonly string[]): Array<[string, string[]]> {
	const [first, second = 'origin/main'] = paths;
	if (first === undefined)
		return [
			['platform', []],
			['nodes', []],
		];
	if (first === '--simulator') return [['simulator', []]];
	if (first === '--changed') {
		const lines = changedLines(second, 'platform');
		return lines.length > 0 ? [['platform', lines]] : [];
	}
	return TARGETS.map((target): [string, string[]] => [
		target,
		paths
			.filter((path) => path === target || path.startsWith(`${target}/`))
			.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.ts`)),
	]).filter(([, files]) => files.length > 0);
}

const results = chosen(process.argv.slice(2)).map(([target, mutate]) => run(target, mutate));
if (results.includes(false)) process.exitCode = 1;
