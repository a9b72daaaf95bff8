import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import prettier from 'prettier';

import type { Language } from '../../platform/codes/text';
import { causeSections, errorSections } from './codePages';
import { fillIn } from './markdown';
import { nodePage } from './nodePage';
import { nodesIn, root } from './nodes';
import { englishTwin } from './twins';
import { outputFields, type OutputField, type OutputSchema } from './outputSchema';

/** A page, or a part of it, that is made from the code. */
export interface GeneratedPage {
	/** Path within the repository. */
	path: string;
	content: string;
}

/** Where the pages of each language stand. */
const FOLDERS: Readonly<Record<Language, string>> = { en: 'docs', zh: 'docs/zh-CN' };

/** Every generated page as it should be now, in both languages. */
export async function generatedPages(): Promise<GeneratedPage[]> {
	const pages = await Promise.all([pagesIn('en'), pagesIn('zh')]);
	return await Promise.all(pages.flat().map(formatted));
}

async function pagesIn(language: Language): Promise<GeneratedPage[]> {
	const folder = FOLDERS[language];
	const filled = (name: string, sections: string): GeneratedPage => ({
		path: `${folder}/${name}`,
		content: fillIn(read(`${folder}/${name}`), sections),
	});
	const nodes = await nodesIn(language);
	return [
		...nodes.map(({ source, description }) => {
			const path = `${folder}/nodes/${description.name}.md`;
			const node = { source, description, outputOf: outputsBeside(source) };
			return { path, content: withKnownLinks(path, nodePage(node, language)) };
		}),
		filled('errors.md', errorSections(language)),
		filled('hang-up-causes.md', causeSections(language)),
	];
}

/** Lets links of a Chinese page lead to English ones where no Chinese one is written. */
function withKnownLinks(path: string, content: string): string {
	return content.replace(/\]\(([^):#]+\.md)/g, (link, target: string) => {
		const page = join(dirname(path), target);
		const english = englishTwin(page);
		if (english === undefined || existsSync(join(root, page))) return link;
		return `](${relative(dirname(path), english)}`;
	});
}

/** Finds the fields of an operation's output in the schemas beside a node's source. */
function outputsBeside(source: string) {
	return (resource: string, operation: string): OutputField[] => {
		const schema = join(dirname(source), '__schema__', 'v1.0.0', resource, `${operation}.json`);
		const isThere = existsSync(join(root, schema));
		return isThere ? outputFields(JSON.parse(read(schema)) as OutputSchema) : [];
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
