import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { ensureN8n } from '../playground/n8n/install/n8n';
import { startN8n } from '../playground/n8n/process';
import { packPackage, placePackage } from '../playground/n8n/install/package';
import { run } from '../playground/machine/run';
import type { Part } from './figures';
import { median } from './statistics';

/** What loading the package took. */
interface StartResult {
	ms: number;
	/** Bytes of objects and code that stay in use. */
	heap: number;
}

/** What the package adds to n8n's start, and to the disk. */
export const start: Part = async ({ short, say }) => {
	const userFolder = await mkdtemp(join(tmpdir(), 'private-number-bench-'));
	try {
		const packed = await packPackage(userFolder);
		const folder = await placePackage(packed, userFolder);
		const loads: StartResult[] = [];
		say('Loading the package in fresh processes');
		for (let round = 0; round < (short ? 3 : 9); round += 1) loads.push(await load(folder));
		say('Starting n8n');
		const starts: number[] = [];
		// The first start makes the database.
		for (let round = 0; round < 3; round += 1) starts.push(await startOnce(userFolder));
		const startMs = median(starts.slice(1));
		const loadMs = median(loads.map(({ ms }) => ms));
		return {
			figures: [
				{ name: 'Loading the package', value: loadMs, unit: 'ms' },
				{ name: "Loading the package over n8n's whole start", value: loadMs / startMs, unit: '×' },
				{
					name: 'Memory that stays after loading',
					value: median(loads.map(({ heap }) => heap)) / 1024 ** 2,
					unit: 'MB',
				},
				{
					name: 'Tarball',
					value: (await stat(packed.tarball)).size / 1024,
					unit: 'KB',
				},
			],
			samples: { loads, starts },
		};
	} finally {
		await rm(userFolder, { recursive: true, force: true });
	}
};

async function load(folder: string): Promise<StartResult> {
	const install = await ensureN8n();
	const script = join(__dirname, 'loadPackage.mjs');
	const settings = { cwd: folder };
	const printed = await run(
		install.node,
		['--expose-gc', script, install.folder, folder],
		settings,
	);
	const { nodes, ...result } = JSON.parse(printed) as StartResult & { nodes: number };
	if (nodes === 0) throw new Error('The package has no nodes.');
	return result;
}

async function startOnce(userFolder: string): Promise<number> {
	const install = await ensureN8n();
	const begin = performance.now();
	const n8n = await startN8n({ install, userFolder });
	const ms = performance.now() - begin;
	await n8n.stop();
	return ms;
}
