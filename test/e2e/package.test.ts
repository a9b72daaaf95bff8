import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

import { packPackage, placePackage } from '../../playground/n8n/package';
import type { PackedPackage } from '../../playground/n8n/package';
import { run } from '../../playground/machine/run';
import { filesBelow } from './files';

interface Manifest {
	dependencies?: object;
	n8n: { nodes: string[]; credentials: string[] };
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

	it('holds the compiled package and nothing of its development', () => {
		const top = new Set(filesBelow(placed).map((file) => relative(placed, file).split('/')[0]));
		top.delete('CHANGELOG.md');
		expect([...top].sort()).toEqual([
			'LICENSE',
			'README.md',
			'README.zh-CN.md',
			'dist',
			'package.json',
			'templates',
		]);
		const sources = filesBelow(placed).filter((file) => /\.(ts|map|test\.js)$/.test(file));
		expect(sources).toEqual([]);
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
