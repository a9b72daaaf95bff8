import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { INodeType } from 'n8n-workflow';
import prettier from 'prettier';

import { causeSections, errorSections } from './codePages';
import { fillIn } from './markdown';
import { nodePage, type DocumentedNode } from './nodePage';
import { outputFields, type OutputSchema } from './outputSchema';

/** The repository. */
export const root = dirname(dirname(__dirname));

/** A page, or a part of it, that is made from the code. */
export interface GeneratedPage {
	/** Path within the repository. */
	path: string;
	content: string;
}

/** Every generated page as it should be now. */
export async function generatedPages(): Promise<GeneratedPage[]> {
	const nodes = await Promise.all(nodeSources().map(readNode));
	const pages = [
		...nodes.map((node) => ({
			path: `docs/nodes/${node.description.name}.md`,
			content: nodePage(node),
		})),
		{ path: 'docs/errors.md', content: fillIn(read('docs/errors.md'), errorSections()) },
		{
			path: 'docs/hang-up-causes.md',
			content: fillIn(read('docs/hang-up-causes.md'), causeSections()),
		},
	];
	return await Promise.all(pages.map(formatted));
}

/** Sources of the nodes that the package lists, in its order. */
function nodeSources(): string[] {
	const { n8n } = JSON.parse(read('package.json')) as { n8n: { nodes: string[] } };
	return n8n.nodes.map((built) => built.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
}

async function readNode(source: string): Promise<DocumentedNode> {
	const module = (await import(join(root, source))) as Record<string, new () => INodeType>;
	const [Node] = Object.values(module);
	if (!Node) throw new Error(`${source} exports no node.`);
	const { description } = new Node();
	return {
		description,
		source,
		isTrigger: description.group.includes('trigger'),
		outputOf: (resource, operation) => {
			const schema = join(dirname(source), '__schema__', 'v1.0.0', resource, `${operation}.json`);
			const isThere = existsSync(join(root, schema));
			return isThere ? outputFields(JSON.parse(read(schema)) as OutputSchema) : [];
		},
	};
}

async function formatted({ path, content }: GeneratedPage): Promise<GeneratedPage> {
	const filepath = join(root, path);
	const style = await prettier.resolveConfig(filepath);
	return { path, content: await prettier.format(content, { ...style, filepath }) };
}

function read(path: string): string {
	return readFileSync(join(root, path), 'utf8');
}
