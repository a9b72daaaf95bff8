import e2e from '../jest.e2e.config.mjs';

/** The measurements that guard the ratios: one process at a time, for they measure time. */
export default {
	...e2e,
	rootDir: '..',
	testMatch: ['<rootDir>/bench/**/*.test.ts'],
	testTimeout: 1_200_000,
};
