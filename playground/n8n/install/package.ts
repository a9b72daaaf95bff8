import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { repository } from '../../machine/cache';
import { run } from '../../machine/run';

/** A file that `npm pack` has made. */
export interface PackedPackage {
	name: string;
	version: string;
	/** The tarball, as npm would publish it. */
	tarball: string;
}

/** Packs the package as npm would publish it; it must have been built. */
export async function packPackage(folder: string): Promise<PackedPackage> {
	const manifest = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')) as {
		name: string;
		version: string;
	};
	const output = await run('npm', ['pack', '--loglevel=error', `--pack-destination=${folder}`], {
		cwd: repository,
	});
	const file = output.trim().split('\n').at(-1) ?? '';
	return { name: manifest.name, version: manifest.version, tarball: join(folder, file) };
}

/**
 * Unpacks a tarball where n8n looks for community packages, in place of an earlier one. Nothing is
 * installed beside it.
 * @returns the folder of the package.
 */
export async function placePackage(packed: PackedPackage, userFolder: string): Promise<string> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const target = join(nodes, 'node_modules', packed.name);
	const fresh = join(nodes, `${packed.name}.new`);
	await rm(fresh, { recursive: true, force: true });
	await mkdir(fresh, { recursive: true });
	await run('tar', ['-xzf', packed.tarball, '-C', fresh, '--strip-components=1'], {
		cwd: dirname(packed.tarball),
	});
	await rm(target, { recursive: true, force: true });
	await mkdir(dirname(target), { recursive: true });
	await rename(fresh, target);
	return target;
}

/** Packs the package and unpacks it into the homes of n8n processes. */
export async function installPackage(userFolders: string[]): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'private-number-package-'));
	try {
		const packed = await packPackage(folder);
		for (const userFolder of userFolders) await placePackage(packed, userFolder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
