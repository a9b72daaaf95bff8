import project from '../../jest.config.mjs';
import { TARGETS } from './targets.mjs';

const { tests } = TARGETS[process.env.MUTATION_TARGET ?? 'platform'];

/** The tests of one target. @type {import('jest').Config} */
export default {
	...project,
	rootDir: '../..',
	testMatch: tests.map((pattern) => `<rootDir>/${pattern}`),
	// Each run is in a copy of the project, in a folder that other runs of jest pass over.
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.playground/'],
};
