import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { repository } from '../../playground/machine/cache';
import { run } from '../../playground/machine/run';

/** What the package is made from; everything else in the repository is development. */
const sources = [
	'LICENSE',
	'README.md',
	'credentials',
	'gulpfile.js',
	'nodes',
	'package.json',
	'platform',
	'templates',
	'tsconfig.build.json',
	'tsconfig.json',
];

/** Builds and packs a copy of the sources in a folder of its own. */
async function buildAndPack(folder: string): Promise<string> {
	for (const name of sources)
		cpSync(join(repository, name), join(folder, name), { recursive: true });
	symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
	await run('npx', ['--no-install', 'gulp', 'build'], { cwd: folder });
	const output = await run('npm', ['pack', '--loglevel=error'], { cwd: folder });
	return join(folder, output.trim().split('\n').at(-1) ?? '');
}

function digestOf(file: string): string {
	return createHash('sha256').update(readFileSync(file)).digest('hex');
}

describe('two builds of the same sources', () => {
	const folders = ['first', 'second'].map((name) =>
		realpathSync(mkdtempSync(join(tmpdir(), `private-number-${name}-`))),
	);

	const packages: string[] = [];

	beforeAll(async () => {
		for (const folder of folders) packages.push(await buildAndPack(folder));
	});

	afterAll(() => {
		for (const folder of folders) rmSync(folder, { recursive: true, force: true });
	});

	it('are the same package, byte for byte, wherever and whenever they are made', () => {
		const [first, second] = packages.map(digestOf);
		expect(first).toMatch(/^[0-9a-f]{64}$/);
		expect(second).toBe(first);
	});

	it('carry the licence of everything that is bundled, word for word', async () => {
		const [folder = ''] = folders;
		const licence = readFileSync(join(repository, 'node_modules/undici/LICENSE'), 'utf8').trim();
		const built = readFileSync(join(folder, 'dist/platform/transport/undici.js'), 'utf8');
		expect(built).toContain(licence);
		expect(built).toContain('formdata-polyfill. MIT License.');
		expect(built).toContain('llhttp, Copyright Fedor Indutny, 2018');
		await expect(
			run(process.execPath, ['-e', `require('./dist/platform/transport/undici.js')`], {
				cwd: folder,
			}),
		).resolves.toBe('');
	});
});
