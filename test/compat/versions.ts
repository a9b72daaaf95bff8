import { ensureInstalled } from '../../playground/n8n/npmInstall';
import pinned from '../../playground/package.json';
import { ensureN8n, nodeBinary } from '../../playground/n8n/install';
import { run } from '../../playground/machine/run';

/** A line of n8n that the package supports, and the versions of Node.js that it allows. */
export interface Line {
	name: string;
	/** The newest release of this range is taken. */
	range: string;
	nodes: readonly NodeLine[];
}

/** A major version of Node.js, and what n8n needs to run on it. */
export interface NodeLine {
	major: string;
	environment?: Record<string, string>;
}

export const lines: readonly Line[] = [
	{ name: 'the newest n8n', range: '2', nodes: [{ major: '24' }] },
	{
		name: 'the last n8n 1',
		range: '1.123',
		nodes: [
			// Its newer way to read expressions comes built for later versions only.
			{ major: '20', environment: { N8N_EXPRESSION_ENGINE: 'legacy' } },
			{ major: '22' },
			{ major: '24' },
		],
	},
];

/** n8n 1 fetches xlsx from a server of its makers; spreadsheets play no part here. */
const overrides = { xlsx: 'npm:xlsx@0.18.5' };

const say = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

/** The published versions of a range, newest first. */
async function published(range: string): Promise<string[]> {
	const output = await run('npm', ['view', `n8n@${range}`, 'version', '--json'], {
		cwd: process.cwd(),
	});
	return [JSON.parse(output) as string | string[]]
		.flat()
		.filter((version) => !version.includes('-'))
		.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}

/**
 * Installs the newest n8n of a line, and says first which one that is: another day it is another
 * one. A release that names packages which are not published, or not
 * yet on the registry in use, is passed over.
 * @returns the folder that holds its `node_modules`.
 */
export async function ensureLine({ name, range }: Line): Promise<string> {
	for (const version of (await published(range)).slice(0, 5)) {
		say(`${name}: ${version}`);
		try {
			return await ensureVersion(version);
		} catch (error) {
			if (!String(error).includes('ETARGET')) throw error;
			say(`n8n ${version} is passed over: npm lacks a package that it names.`);
		}
	}
	throw new Error(`npm has no n8n ${range} that can be installed.`);
}

async function ensureVersion(version: string): Promise<string> {
	if (version === pinned.dependencies.n8n) return (await ensureN8n({ say })).folder;
	return await ensureInstalled({
		name: `n8n-${version}`,
		manifest: JSON.stringify({ private: true, dependencies: { n8n: version }, overrides }),
		needScripts: ['sqlite3'],
		say,
	});
}

/** The binaries of Node.js in the named major versions. */
export async function ensureNodes(majors: readonly string[]): Promise<Record<string, string>> {
	const name = (major: string): string => `node-${major}`;
	const dependencies = Object.fromEntries(
		majors.map((major) => [name(major), `npm:node@${major}`]),
	);
	const folder = await ensureInstalled({
		name: `nodejs-${majors.join('-')}`,
		manifest: JSON.stringify({ private: true, dependencies }),
		needScripts: majors.map(name),
		say,
	});
	return Object.fromEntries(majors.map((major) => [major, nodeBinary(folder, name(major))]));
}
