import e2e from '../../jest.e2e.config.mjs';

/** Tests against other versions of n8n and Node.js, which are installed beside the pinned ones. */
export default {
	...e2e,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/compat/**/*.test.ts'],
};
