import project from '../../jest.config.mjs';

const tests = process.env.MUTATION_TESTS?.split(' ').filter(Boolean) ?? [];

/** The tests that should notice. @type {import('jest').Config} */
export default {
	...project,
	rootDir: '../..',
	testMatch: tests.map((pattern) => `<rootDir>/${pattern}`),
	// Each run is in a copy of the project, in a folder that other runs of jest pass over.
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.playground/'],
};
