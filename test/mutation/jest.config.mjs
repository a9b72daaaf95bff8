import project from '../../jest.config.mjs';
import { TARGETS } from './targets.mjs';

const { MUTATION_TARGET = 'platform', MUTATION_TESTS = '' } = process.env;
const chosen = MUTATION_TESTS.split(' ').filter(Boolean);
const tests = chosen.length > 0 ? chosen : TARGETS[MUTATION_TARGET].tests;

/** The tests of one target, or of some of its folders. @type {import('jest').Config} */
export default {
	...project,
	rootDir: '../..',
	testMatch: tests.map((pattern) => `<rootDir>/${pattern}`),
	// Each run is in a copy of the project, in a folder that other runs of jest pass over.
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.playground/'],
};
