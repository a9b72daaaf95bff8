import { configWithoutCloudSupport } from '@n8n/node-cli/eslint';
import tseslint from 'typescript-eslint';

const n8nImports = ['n8n-workflow', 'n8n-core', 'n8n-workflow/*', 'n8n-core/*'];

/** Refuses imports that would break through a wall of docs/architecture.md. */
const wall = (folder, patterns) => ({
	files: [`${folder}/**/*.{ts,tsx}`],
	rules: {
		'no-restricted-imports': [
			'error',
			{
				patterns: patterns.map((group) => ({
					// With its index file: '../simulator' has no slash behind it.
					group: [...new Set([group, group.replace(/\/\*\*$/, '')])],
					message: `${folder}/ does not know ${group}: see docs/architecture.md`,
				})),
			},
		],
	},
});

export default tseslint.config(
	{
		ignores: [
			'dist',
			'node_modules',
			'coverage',
			'.playground',
			'.artifacts',
			'playground/node_modules',
			// Bodies of Code steps, which n8n wraps into a function.
			'scripts/templates/code',
		],
	},
	...configWithoutCloudSupport,
	{
		files: ['**/*.{ts,tsx}'],
		extends: [tseslint.configs.strictTypeChecked],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'no-console': 'error',
			// `${number}` is plain in messages and URLs; objects and undefined stay refused.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// `_` marks what a signature demands and a body does not need.
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
		},
	},
	{
		// Only nodes/ may know n8n's errors; nodes/shared turns the others' errors into them.
		files: ['{platform,simulator,playground,scripts,bench,test}/**/*.{ts,tsx}'],
		rules: { '@n8n/community-nodes/require-node-api-error': 'off' },
	},
	{
		// Keys of simulated applications: nothing behind them is real.
		files: ['{simulator,playground,test,bench}/**/*.{ts,tsx}'],
		rules: { '@n8n/community-nodes/no-hardcoded-secrets': 'off' },
	},
	wall('platform', [...n8nImports, '**/nodes/**', '**/credentials/**', '**/simulator/**']),
	wall('simulator', [...n8nImports, '**/nodes/**', '**/credentials/**', '**/platform/**']),
	wall('nodes', ['**/simulator/**', '**/playground/**', '**/test/**']),
	{
		// Command-line programs speak to a person on the console.
		files: [
			'simulator/main.ts',
			'playground/**/*.ts',
			'scripts/**',
			'bench/**/*.ts',
			'test/e2e/**',
			'test/torture/**',
		],
		rules: { 'no-console': 'off' },
	},
);
