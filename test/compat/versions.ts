import { ensureInstalled } from '../../playground/npmInstall';
import { nodeBinary } from '../../playground/n8nInstall';
import { run } from '../../playground/run';

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

/** The newest published version of a range. */
async function newest(range: string): Promise<string> {
	const output = await run('npm', ['view', `n8n@${range}`, 'version', '--json'], {
		cwd: process.cwd(),
	});
	const versions = [JSON.parse(output) as string | string[]].flat();
	const last = versions
		.filter((version) => !version.includes('-'))
		.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
		.at(-1);
	if (last === undefined) throw new Error(`npm knows no n8n ${range}.`);
	return last;
}

/**
 * Installs the newest n8n of a line.
 * @returns its version, and the folder that holds its `node_modules`.
 */
export async function ensureLine({ range }: Line): Promise<{ version: string; folder: string }> {
	const version = await newest(range);
	const folder = await ensureInstalled({
		name: `n8n-${version}`,
		manifest: JSON.stringify({ private: true, dependencies: { n8n: version }, overrides }),
		needScripts: ['sqlite3'],
		say,
	});
	return { version, folder };
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
