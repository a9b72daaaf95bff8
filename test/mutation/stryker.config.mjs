const { MUTATION_NAME: name, MUTATION_ONLY = '', MUTATION_CONCURRENCY } = process.env;

/** How `npm run mutation` runs StrykerJS. @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
	mutate: MUTATION_ONLY.split(' '),
	plugins: ['@stryker-mutator/jest-runner'],
	testRunner: 'jest',
	jest: { projectType: 'custom', configFile: 'test/mutation/jest.config.mjs' },
	coverageAnalysis: 'perTest',
	// A constant of a file is read once, when the file loads: each mutant would need all tests.
	ignoreStatic: true,
	concurrency: Number(MUTATION_CONCURRENCY),
	// A loop without end is found by the time it takes; a busy machine takes its time, too.
	timeoutMS: 20_000,
	dryRunTimeoutMinutes: 60,
	// What neither the code nor its tests have changed since is not tried again.
	incremental: true,
	incrementalFile: `.artifacts/mutation/${name}-last.json`,
	tempDirName: '.artifacts/stryker',
	ignorePatterns: ['.playground', 'dist'],
	reporters: ['json', 'html', 'progress-append-only'],
	jsonReporter: { fileName: `.artifacts/mutation/${name}.json` },
	htmlReporter: { fileName: `.artifacts/mutation/${name}.html` },
};
