import { join } from 'node:path';

import base from '../../jest.config.mjs';

const inN8n = (name) => join(process.env.COMPAT_N8N, 'node_modules', name);

/** The tests of the nodes, with the built package and with the engine of an installed n8n. */
export default {
	...base,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/nodes/**/*.test.ts'],
	// Output schemas are for the editor of n8n 2: n8n 1 has nothing that reads them.
	testPathIgnorePatterns: ['/node_modules/', 'schemas'],
	modulePathIgnorePatterns: ['<rootDir>/.playground/'],
	moduleNameMapper: {
		'^(n8n-core|n8n-workflow|reflect-metadata)$': inN8n('$1'),
		'^\\.\\./\\.\\./(nodes|platform|credentials)/(.*)$': '<rootDir>/dist/$1/$2',
	},
};
