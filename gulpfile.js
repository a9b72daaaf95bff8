/* The build: compile, bundle undici, copy what the editor shows. Run with `npm run build`. */
const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');

const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const run = promisify(execFile);

const clean = () => rm('dist', { recursive: true, force: true });

const compile = async () => {
	await run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json']);
};

/** Writes undici into the one file that imports it: nothing is installed beside the package. */
const bundle = async () => {
	await esbuild.build({
		entryPoints: ['dist/platform/undici.js'],
		outfile: 'dist/platform/undici.js',
		allowOverwrite: true,
		bundle: true,
		minify: true,
		legalComments: 'eof',
		platform: 'node',
		target: 'node20',
		format: 'cjs',
	});
};

/** Icons, codex files and output schemas: read by n8n beside the compiled node. */
const assets = () =>
	src(
		['{nodes,credentials}/**/*.{svg,png}', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'],
		{
			base: '.',
			encoding: false,
		},
	).pipe(dest('dist'));

exports.clean = clean;
exports.build = series(clean, parallel(series(compile, bundle), assets));
