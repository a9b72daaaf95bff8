/* The build: compile, bundle undici, copy what the editor shows. Run with `npm run build`. */
const { execFile } = require('node:child_process');
const { appendFile, readFile, readdir, rm } = require('node:fs/promises');
const { promisify } = require('node:util');

const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const run = promisify(execFile);

const clean = () => rm('dist', { recursive: true, force: true });

const compile = async () => {
	await run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json']);
};

/**
 * The only packages that may become part of ours, with what stands in them but not in their licence;
 * docs/verification.md lists them.
 */
const bundled = new Map([
	['undici', 'It contains llhttp, Copyright Fedor Indutny, 2018, under the same licence.'],
	['lru-cache', ''],
]);

/** Each library has one file that imports it. */
const seams = ['dist/platform/transport/undici.js', 'dist/platform/state/lruCache.js'];

/** Writes each library into the file that imports it: nothing is installed beside the package. */
const bundle = async () => {
	for (const file of seams) await bundleInto(file);
};

const bundleInto = async (file) => {
	const { metafile } = await esbuild.build({
		entryPoints: [file],
		outfile: file,
		allowOverwrite: true,
		bundle: true,
		minify: true,
		metafile: true,
		legalComments: 'eof',
		platform: 'node',
		target: 'node20',
		format: 'cjs',
	});
	const modules = Object.keys(metafile.inputs).flatMap(
		(path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
	);
	for (const name of new Set(modules)) await appendFile(file, await licenceOf(name));
};

/** The licence that has to travel with a bundled package, as a comment. */
const licenceOf = async (name) => {
	if (!bundled.has(name)) throw new Error(`${name} would be bundled, but is not meant to be.`);
	const { version, license } = JSON.parse(await readFile(`node_modules/${name}/package.json`));
	const folder = `node_modules/${name}`;
	const file = (await readdir(folder)).find((entry) => /^licen[cs]e(?:\.md)?$/i.test(entry));
	const parts = [
		`/*! This file contains ${name} ${version} (${license}).`,
		(await readFile(`${folder}/${file}`, 'utf8')).trim(),
		bundled.get(name),
		'*/\n',
	];
	return parts.filter((part) => part !== '').join('\n\n');
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
