import { ensureInstalled } from '../../playground/n8n/install/npm';
import pinned from '../../playground/package.json';
import { ensureN8n, nodeBinary } from '../../playground/n8n/install/n8n';
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

/** Its newer way to read expressions comes built for later versions only. */
const node20: NodeLine = { major: '20', environment: { N8N_EXPRESSION_ENGINE: 'legacy' } };
const node22: NodeLine = { major: '22' };
const node24: NodeLine = { major: '24' };

/** The newest n8n for which there is a language pack in Chinese. */
const chinese = { name: 'the n8n of the Chinese language pack', range: '2.33.7' };
const lastOne = { name: 'the last n8n 1', range: '1.123' };

/** Every line that the package supports, on every Node.js that it allows. */
const every: readonly Line[] = [
	{ name: 'the newest n8n', range: '2', nodes: [node24] },
	{ ...chinese, nodes: [node22, node24] },
	{ ...lastOne, nodes: [node20, node22, node24] },
];

/** Each line on one Node.js, each Node.js once; the newest is the one that everybody has installed. */
const short: readonly Line[] = [
	{ name: 'the pinned n8n', range: pinned.dependencies.n8n, nodes: [node24] },
	{ ...chinese, nodes: [node22] },
	{ ...lastOne, nodes: [node20] },
];

/** What is tested: everything, or with `COMPAT_ROWS=ci` what a machine gets through in minutes. */
export const lines = process.env.COMPAT_ROWS === 'ci' ? short : every;

/** The major versions of Node.js that the lines need. */
export const majors = [
	...new Set(lines.flatMap(({ nodes }) => nodes.map(({ major }) => major))),
].sort();

/** n8n 1 fetches xlsx from a server of its makers; spreadsheets play no part here. */
const overrides = { xlsx: 'npm:xlsx@0.18.5' };

/** Tells what goes on while tests run, whose output jest keeps for itself. */
export const say = (line: string): void => {
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
 * Installs the newest n8n of a line, and says first which one that is: another day it is
 * another one. A release that names packages which are not published, or not yet on the registry in
 * use, is passed over.
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

/** The binaries of Node.js in the major versions that the lines need. */
export async function ensureNodes(): Promise<Record<string, string>> {
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
