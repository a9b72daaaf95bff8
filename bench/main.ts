import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';

import { bulk } from './bulk';
import { callers } from './callers';
import { distance } from './distance';
import { table, type Part, type PartResult } from './figures';
import { pace } from './pace';
import { pushes } from './pushes';
import { pushProfile } from './pushProfile';
import { recording } from './recording';
import { refused } from './refused';
import { reply } from './reply';
import { scaling } from './scaling';
import { signing } from './signing';
import { single } from './single';
import { start } from './start';

const PARTS: Readonly<Record<string, Part>> = {
	signing,
	bulk,
	distance,
	pace,
	single,
	pushes,
	pushProfile,
	refused,
	reply,
	callers,
	recording,
	start,
	scaling,
};

const { values } = parseArgs({
	options: {
		only: { type: 'string', multiple: true },
		setup: { type: 'string', multiple: true },
		short: { type: 'boolean', default: false },
		json: { type: 'string', default: '.playground/bench.json' },
	},
});

async function main(): Promise<void> {
	const names = values.only ?? Object.keys(PARTS);
	const results: Record<string, PartResult> = {};
	for (const name of names) {
		const part = PARTS[name];
		if (!part) throw new Error(`There is no part "${name}": ${Object.keys(PARTS).join(', ')}.`);
		console.error(`\n== ${name}`);
		results[name] = await part({
			short: values.short,
			setups: values.setup,
			say: console.error,
		});
		console.log(`\n### ${name}\n\n${table(results[name].figures)}`);
	}
	const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
	await mkdir(dirname(values.json), { recursive: true });
	await writeFile(values.json, JSON.stringify({ machine, results }, null, '\t'));
	console.error(`\nEverything measured is in ${values.json}.`);
}

void main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
