import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { tortureBulk } from './bulkKill';
import { tortureDeliveries } from './deliveries';
import { isRight, tableOf } from './figures';
import type { Figure } from './figures';
import { tortureFlowControl } from './flowControl';
import { tortureHostile } from './hostile';
import { tortureLostAnswers } from './lostAnswers';
import { tortureRetries } from './retries';

const usage = `Puts the package under the worst that a network, a platform and n8n can do to it.

  npm run torture -- [options]

  --only PART      lostAnswers, flowControl, retries, hostile, deliveries or bulkKill; may be
                   repeated (all)
  --pushes N       events that the part deliveries pushes (1000)
  --kills N        how often n8n is killed meanwhile (one in 1000 pushes, 3 at least)
  --recipe NAME    how its workflow keeps each event once: upsert (default), or removeDuplicates,
                   which shows what n8n's Remove Duplicates cannot promise
  --pairs N        pairs of the spreadsheet that the part bulkKill binds; n8n is killed once in 200 (200)
  --runs N         runs of the part lostAnswers (2000)
  --attacks N      pushes of the part hostile, of all kinds in turn (2000)
  --seed N         what is cut and killed, and when (1)
  --output FILE    writes how many figures are right and wrong, as JSON
`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			only: { type: 'string', multiple: true },
			pushes: { type: 'string', default: '1000' },
			kills: { type: 'string' },
			recipe: { type: 'string', default: 'upsert' },
			runs: { type: 'string', default: '2000' },
			attacks: { type: 'string', default: '2000' },
			pairs: { type: 'string', default: '200' },
			seed: { type: 'string', default: '1' },
			output: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(usage);
		return;
	}
	const seed = count('--seed', values.seed);
	const runs = count('--runs', values.runs);
	const attacks = count('--attacks', values.attacks);
	const pairs = count('--pairs', values.pairs);
	const pushes = count('--pushes', values.pushes);
	const kills = count('--kills', values.kills ?? `${Math.max(3, Math.ceil(pushes / 1000))}`);
	const { recipe } = values;
	if (recipe !== 'upsert' && recipe !== 'removeDuplicates') {
		throw new Error(`There is no recipe ${recipe}: choose upsert or removeDuplicates.`);
	}
	const parts: Record<string, () => Promise<Figure[]>> = {
		lostAnswers: () => tortureLostAnswers(runs, seed),
		flowControl: () => tortureFlowControl(1000),
		retries: tortureRetries,
		hostile: () => tortureHostile(attacks, seed),
		deliveries: () => tortureDeliveries({ events: pushes, kills, recipe, seed }),
		bulkKill: () => tortureBulk(pairs, Math.ceil(pairs / 200), seed),
	};
	const figures: Figure[] = [];
	for (const name of values.only ?? Object.keys(parts)) {
		const part = parts[name];
		if (!part)
			throw new Error(`There is no part ${name}: choose ${Object.keys(parts).join(', ')}.`);
		console.log(`${name} …`);
		const start = Date.now();
		figures.push(...(await part()));
		console.log(`${name}: ${Math.round((Date.now() - start) / 1000)} s`);
	}
	console.log(`\n${tableOf(figures)}`);
	const held = figures.filter(({ must }) => must);
	const right = held.filter(isRight).length;
	console.log(`\n${right} right, ${held.length - right} wrong`);
	if (values.output !== undefined) {
		const result = { numPassedTests: right, numFailedTests: held.length - right };
		await writeFile(values.output, JSON.stringify(result));
	}
	if (right < held.length) process.exitCode = 1;
}

/** @throws Error with one sentence when an option is no number. */
function count(option: string, text: string): number {
	const number = Number(text);
	if (Number.isSafeInteger(number) && number > 0) return number;
	throw new Error(`${option} ${text} is no number: give 1 or more.`);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
