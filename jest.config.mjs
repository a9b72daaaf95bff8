import { availableParallelism } from 'node:os';

const swc = [
	'@swc/jest',
	{
		jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
		module: { type: 'commonjs' },
	},
];

/** What reads Markdown is written in modules that Jest cannot load as they are. */
const modules =
	'(?:bail|ccount|character-entities|decode-named|devlop|escape-string-regexp|is-plain-obj|longest-streak|markdown-table|mdast|micromark|remark|trough|unified|unist|vfile|zwitch)';

/** @type {import('jest').Config} */
export default {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/compat/'],
	transform: { '\\.ts$': swc, [`/node_modules/${modules}[^/]*/.*\\.js$`]: swc },
	transformIgnorePatterns: [`/node_modules/(?!${modules})`],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.playground/', '<rootDir>/.artifacts/'],
	// Tests wait more than they work: for a slow server, for a pace, for a time-out.
	maxWorkers: 2 * availableParallelism(),
	// A busy machine stands still for seconds.
	testTimeout: 120_000,
};
