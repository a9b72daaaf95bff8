import { existsSync, readdirSync } from 'node:fs';
import { matchesGlob } from 'node:path';

import { codeLines, sample } from './lines';

/** Mutants that are tried together. */
export interface Batch {
	/** Names the report. */
	name: string;
	/** Folders, files, or lines of files (`file:first-last`). */
	paths: readonly string[];
	/** The tests that should notice, the nearest first: what those do not, the next ones may. */
	tests: ReadonlyArray<readonly string[]>;
	/** Tried at once by each processor; default: two, for tests wait more than they work. */
	perProcessor?: number;
}

/** Tables, and files that hold nothing but texts or descriptions of fields. */
export const TEXTS = [
	'!**/*.zh.ts',
	'!**/*.d.ts',
	'!platform/codes/{cityCodes,details,expectations,hangUpCauses,interfaces,localCodes,remedies,resultCodes}.ts',
	'!platform/pushes/pushCodes.ts',
	'!nodes/**/*.node.ts',
	'!nodes/**/{choices,messages,notices,properties,texts,bindingFields,settingFields}.ts',
];

const TESTS: Readonly<Record<string, readonly string[]>> = {
	platform: ['test/platform/**/*.test.ts'],
	nodes: ['test/nodes/**/*.test.ts', 'test/hostile/push*.test.ts'],
};

/** Tests that take longer than all others together come last. */
const NONE_OF_THE_SLOW =
	'!**/{*Answers,*Crowd,*Faults,*Once,*Refusals,*Runs,*Storage,call,languages,scouts}.test.ts';

/** Tests of what the modes share. */
const SHARED_TESTS = ['test/nodes/**/*.test.ts', NONE_OF_THE_SLOW];

/** Tests of the trigger; those of a crowd of callers take as long as all others. */
const TRIGGER_TESTS = [
	[
		...['trigger', 'push', 'repl', 'late'].map((name) => `test/nodes/${name}*.test.ts`),
		'test/hostile/push*.test.ts',
		NONE_OF_THE_SLOW,
	],
	['test/nodes/triggerCrowd.test.ts'],
];

/** What the tests of the nodes lean on: signatures, validation, pace, short connections. */
export const SIMULATOR: Batch = {
	name: 'simulator',
	paths: [
		'simulator/api',
		'simulator/http',
		'simulator/wire/fields.ts',
		'simulator/wire/signature.ts',
	],
	tests: [
		['test/simulator/{api,faults,wire}/*.test.ts', 'test/simulator/modes/axb.test.ts'],
		['test/simulator/**/*.test.ts'],
	],
};

/** Lines of `platform/`. */
export const linesBatch = (paths: readonly string[]): Batch => ({
	name: 'changed',
	paths,
	tests: [TESTS.platform ?? []],
});

/** A folder of `platform/` or `nodes/`, or a file. */
export function batchOf(path: string): Batch {
	const [target = '', folder = ''] = path.split('/');
	const all = TESTS[target];
	if (!all) throw new Error(`Nothing is known of the tests of ${path}.`);
	const near = nearTests(target, folder);
	return {
		name: [target, folder].filter(Boolean).join('-'),
		paths: [path],
		tests: [...near, all],
		// The engine of n8n works all the time.
		...(target === 'nodes' && { perProcessor: 1 }),
	};
}

/** So many lines of a batch, from all over it, where there is no time for all. */
export const sampleOf = (batch: Batch, most: number): Batch => ({
	...batch,
	name: `${batch.name}-sample`,
	paths: sample(batch.paths.flatMap(codeLines).filter(isNoText), most),
});

/** Whether a line (`file:first-last`) stands in a file that is mutated. */
const isNoText = (line: string): boolean => {
	const [file = ''] = line.split(':');
	return !TEXTS.some((pattern) => matchesGlob(file, pattern.slice(1)));
};

/** All that is mutated without a choice, folder by folder. */
export function allBatches(): Batch[] {
	const folders = Object.keys(TESTS).flatMap((target) =>
		readdirSync(target, { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map(({ name }) => `${target}/${name}`),
	);
	return folders.map(batchOf);
}

/** The tests that are about one folder, the nearest first. */
function nearTests(target: string, folder: string): Batch['tests'] {
	const own = `test/${target}/${folder}`;
	if (target === 'platform') return existsSync(own) ? [[`${own}/**/*.test.ts`]] : [];
	if (folder === 'shared') return [SHARED_TESTS];
	const [, mode] = /^PrivateNumber(\w+)$/.exec(folder) ?? [];
	if (mode === undefined) return [];
	if (mode === 'Trigger') return TRIGGER_TESTS;
	return [[`test/nodes/${mode.toLowerCase()}[.A-Z]*test.ts`]];
}
