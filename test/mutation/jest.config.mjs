import project from '../../jest.config.mjs';

const tests = process.env.MUTATION_TESTS?.split(' ').filter(Boolean) ?? [];

/** The tests that should notice. @type {import('jest').Config} */
export default {
	...project,
	rootDir: '../..',
	testMatch: tests.map((pattern) => (pattern.startsWith('!') ? pattern : `<rootDir>/${pattern}`)),
	runtime: '<rootDir>/test/mutation/runtime.cjs',
};
