import { TARGETS, TEXTS } from './targets.mjs';

const target = process.env.MUTATION_TARGET ?? 'platform';
/** Files, or lines of files, in place of the whole target. */
const only = process.env.MUTATION_ONLY?.split(' ').filter(Boolean) ?? [];

/** How `npm run mutation` runs StrykerJS. @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
	mutate: [...(only.length > 0 ? only : TARGETS[target].mutate), ...TEXTS],
	plugins: ['@stryker-mutator/jest-runner'],
	testRunner: 'jest',
	jest: { projectType: 'custom', configFile: 'test/mutation/jest.config.mjs' },
	coverageAnalysis: 'perTest',
	// A constant of a file is read once, when the file loads: each mutant would need all tests.
	ignoreStatic: true,
	concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 1),
	// A loop without end is found by the time it takes.
	timeoutMS: 10_000,
	dryRunTimeoutMinutes: 60,
	// What neither the code nor its tests have changed since is not tried again.
	incremental: true,
	incrementalFile: `.artifacts/mutation/${target}-last.json`,
	tempDirName: '.artifacts/stryker',
	ignorePatterns: ['.playground', 'dist'],
	reporters: ['json', 'html', 'progress-append-only'],
	jsonReporter: { fileName: `.artifacts/mutation/${target}.json` },
	htmlReporter: { fileName: `.artifacts/mutation/${target}.html` },
};
