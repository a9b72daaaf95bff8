import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmSync,
	symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';

import { repository } from '../../playground/machine/cache';
import { packPackage, placePackage } from '../../playground/n8n/install/package';
import type { PackedPackage } from '../../playground/n8n/install/package';
import { run } from '../../playground/machine/run';
import { filesBelow } from './files';

interface Manifest {
	bin?: object;
	dependencies?: object;
	scripts?: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
}

/** All that may be in the package, with the file that it is made from. */
const allowed: readonly (readonly [pattern: RegExp, source: string])[] = [
	[/^(LICENSE|CHANGELOG\.md|README\.md|README\.zh-CN\.md|package\.json)$/, '$1'],
	[/^dist\/((?:credentials|nodes|platform)\/[\w./-]+)(?<!\.test)\.js$/, '$1.ts'],
	[/^dist\/((?:credentials|nodes)\/[\w./-]+\.svg)$/, '$1'],
	[/^dist\/(nodes\/\w+\/\w+\.node\.json)$/, '$1'],
	[/^dist\/(nodes\/\w+\/__schema__\/[\w./-]+\.json)$/, '$1'],
	[/^(templates\/[\w-]+\.json)$/, '$1'],
];

/** The file of the repository that one of the package is made from; undefined when it may not be there. */
function sourceOf(file: string): string | undefined {
	const [found] = allowed.filter(([pattern]) => pattern.test(file));
	return found && file.replace(...found);
}

describe('the package as npm would publish it', () => {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'private-number-tarball-')));
	let packed: PackedPackage;
	let placed: string;
	let manifest: Manifest;

	beforeAll(async () => {
		packed = await packPackage(folder);
		placed = await placePackage(packed, folder);
		manifest = JSON.parse(readFileSync(join(placed, 'package.json'), 'utf8')) as Manifest;
	});

	afterAll(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	it('holds what is on the list, and all of it is made from a file of the repository', () => {
		const files = filesBelow(placed).map((file) => relative(placed, file).split(sep).join('/'));
		expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'README.zh-CN.md']));
		expect(files.filter((file) => sourceOf(file) === undefined)).toEqual([]);
		const orphans = files.filter((file) => !existsSync(join(repository, sourceOf(file) ?? '')));
		expect(orphans).toEqual([]);
		// The rest is compiled; npm may put the fields of package.json into another order.
		const copied = files.filter((file) => !file.endsWith('.js') && file !== 'package.json');
		const changed = copied.filter((file) => {
			const source = readFileSync(join(repository, sourceOf(file) ?? ''));
			return !source.equals(readFileSync(join(placed, file)));
		});
		expect(changed).toEqual([]);
	});

	it('is all that npm installs with it, without a network', async () => {
		const empty = mkdtempSync(join(folder, 'nodes-'));
		const environment = { npm_config_cache: join(empty, 'cache') };
		await run('npm', ['install', '--offline', packed.tarball], { cwd: empty, environment });
		// npm's own notes begin with a dot.
		const installed = readdirSync(join(empty, 'node_modules')).filter((name) => name[0] !== '.');
		expect(installed).toEqual([packed.name]);
	});

	it('runs nothing when it is installed', () => {
		const ofNpm = Object.keys(manifest.scripts ?? {}).filter((name) =>
			/^(pre|post)?(install|prepare|publish|pack|uninstall)|^dependencies$/.test(name),
		);
		expect(ofNpm).toEqual([]);
		expect(manifest.bin).toBeUndefined();
	});

	test.each([
		'dist/nodes/PrivateNumberAxb/binding.d.ts',
		'dist/nodes/PrivateNumberAxb/binding.js.map',
		'dist/simulator/main.js',
		'dist/test/nodes/engine.js',
		'dist/nodes/shared/call.test.js',
		'dist/nodes/.env',
		'node_modules/undici/index.js',
		'templates/notes.md',
		'.npmrc',
		'src/index.ts',
	])('would not be let through with %s', (file) => {
		expect(sourceOf(file)).toBeUndefined();
	});

	it('loads beside n8n-workflow alone, with no other package installed', async () => {
		// n8n would hide a missing package: it lets nodes find everything that it has itself.
		const modules = join(dirname(placed), 'n8n-workflow');
		mkdirSync(dirname(modules), { recursive: true });
		symlinkSync(dirname(dirname(dirname(require.resolve('n8n-workflow')))), modules);
		expect(manifest.dependencies ?? {}).toEqual({});
		for (const file of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) {
			const program = `Object.values(require(${JSON.stringify(join(placed, file))})).forEach((Type) => new Type())`;
			await expect(run(process.execPath, ['-e', program], { cwd: placed })).resolves.toBe('');
		}
	});
});
