import base from './jest.config.mjs';

/**
 * Tests against a real n8n process; one after the other, for each n8n takes half a gigabyte. A wait
 * that is in vain ends before its test and says for what it was.
 */
export default {
	...base,
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	maxWorkers: 1,
	testTimeout: 300_000,
};
