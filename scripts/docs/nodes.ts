import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import type { INodeTypeDescription } from 'n8n-workflow';

import type { Language } from '../../platform/codes/text';

/** The repository. */
export const root = dirname(dirname(__dirname));

const LOCALES: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

/** A node as the editor shows it. */
export interface Described {
	/** Path of its source in the repository. */
	source: string;
	description: INodeTypeDescription;
}

/** The nodes that the package lists, in its order, as an n8n of this language shows them. */
export async function nodesIn(language: Language): Promise<Described[]> {
	const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[] };
	};
	const sources = n8n.nodes.map((built) => built.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
	const program = join(__dirname, 'describe.ts');
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['--import', 'tsx', program, ...sources],
		{
			cwd: root,
			env: { ...process.env, N8N_DEFAULT_LOCALE: LOCALES[language] },
			maxBuffer: 64 * 1024 * 1024,
		},
	);
	const descriptions = JSON.parse(stdout) as INodeTypeDescription[];
	return descriptions.map((description, index) => ({ description, source: sources[index] ?? '' }));
}
