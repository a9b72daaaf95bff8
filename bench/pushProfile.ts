import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { Profiler } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { packageName } from '../playground/machine/cache';
import type { Figure, Part } from './figures';
import { push } from './load';
import { startN8nBench, triggerNode, webhookNode, type BenchNode } from './n8nBench';
import { sharesIn, type Owners } from './profile';

/** Whose code n8n runs when it takes a push; folders above the last `node_modules` say nothing. */
const OWNERS: Owners<'package' | 'machines' | 'database' | 'n8n'> = [
	[new RegExp(`node_modules/${packageName}/`), 'package'],
	[/node_modules\/(?:isolated-vm|@n8n\/expression-runtime)\//, 'machines'],
	[/node_modules\/(?:@n8n\/typeorm|typeorm|sqlite3|@n8n\/db)\//, 'database'],
	[/\/node_modules\//, 'n8n'],
];

const NAMES: Readonly<Record<string, string>> = {
	package: 'this package',
	machines: 'virtual machines for expressions',
	database: 'database',
	n8n: 'the rest of n8n',
	rest: 'Node.js (garbage collector, connections)',
};

/** Whose code n8n's main thread spends its time in while a trigger takes pushes, beside the Webhook node. */
export const pushProfile: Part = async ({ short, say }) => {
	say('Pushes under the profiler');
	const amount = short ? 50 : 200;
	const trigger = await profile('the trigger', triggerNode({}), amount);
	const nothing = webhookNode('onReceived', { noResponseBody: true });
	return { figures: [...trigger, ...(await profile('the Webhook node', nothing, amount))] };
};

async function profile(who: string, node: BenchNode, amount: number): Promise<Figure[]> {
	const folder = await mkdtemp(join(tmpdir(), 'private-number-bench-'));
	try {
		const NODE_OPTIONS = `--cpu-prof --cpu-prof-dir=${folder}`;
		const n8n = await startN8nBench({ environment: { NODE_OPTIONS } });
		const span = { from: 0, to: 0 };
		try {
			const url = await n8n.publish(who, [node]);
			const body = await n8n.sample({ kind: 'fee', url, count: 1 });
			const load = { url, body: () => body, connections: 4 };
			await push({ ...load, amount: 20 });
			span.from = microseconds();
			await push({ ...load, amount });
			span.to = microseconds();
		} finally {
			await n8n.stop();
		}
		const written = await readProfile(folder, n8n.mainPid);
		return Object.entries(sharesIn(written, OWNERS, span)).map(([owner, share]) => ({
			name: `Pushes to ${who}: share of the main thread's time, ${NAMES[owner] ?? owner}`,
			value: share,
			unit: '×',
		}));
	} finally {
		await rm(folder, { recursive: true });
	}
}

/** The profile of a process's main thread; n8n's helpers write theirs beside it. */
async function readProfile(folder: string, pid: number): Promise<Profiler.Profile> {
	const name = (await readdir(folder)).find((file) => file.includes(`.${pid}.0.`));
	if (name === undefined) throw new Error('n8n has written no profile.');
	return JSON.parse(await readFile(join(folder, name), 'utf8')) as Profiler.Profile;
}

function microseconds(): number {
	return Number(process.hrtime.bigint() / 1000n);
}
