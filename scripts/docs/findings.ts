import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';

import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';

import type { Findings } from './coverage';
import { root } from './nodes';
import type { GeneratedPage } from './pages';

const execute = promisify(execFile);

/** Folders that hold no page of ours. */
const FOREIGN = new Set(['node_modules', 'dist', 'coverage']);

/** Every page of the repository: Markdown files outside hidden and built folders. */
export function allPages(folder = ''): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.name.startsWith('.') || FOREIGN.has(entry.name)) return [];
		if (entry.isDirectory()) return allPages(path);
		return entry.name.endsWith('.md') ? [path] : [];
	});
}

/** The pictures of the docs, in both languages. */
export function allPictures(): string[] {
	return ['docs/images', 'docs/zh-CN/images'].flatMap((folder) =>
		readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
	);
}

/** Generated pages that differ from what the code makes of them. */
export function stalePages(generated: readonly GeneratedPage[]): Findings {
	return generated
		.filter(({ path, content }) => !existsSync(join(root, path)) || read(path) !== content)
		.map(({ path }) => `${path} is not what the code says: run \`npm run docs\`.`);
}

/** Pages of nodes that the package does not list (any more). */
export function leftOverPages(
	pages: readonly string[],
	generated: readonly GeneratedPage[],
): Findings {
	const wanted = new Set(generated.map(({ path }) => path));
	return pages
		.filter((path) => /^docs\/(?:zh-CN\/)?nodes\//.test(path) && !wanted.has(path))
		.map((path) => `${path} is the page of a node that package.json does not list: remove it.`);
}

/** Paths that a page links to, within the repository. */
export function linksOf(page: string): string[] {
	if (extname(page) !== '.md') return [];
	const targets: string[] = [];
	visit(remark().use(remarkGfm).parse(read(page)), (node) => {
		if (node.type !== 'link' && node.type !== 'definition') return;
		const [path = ''] = node.url.split('#');
		if (path !== '' && !/^[a-z]+:/i.test(path)) targets.push(normalize(join(dirname(page), path)));
	});
	return targets;
}

/** Pictures that pages show but nobody has taken; links in HTML are not Markdown's. */
export function missingPictures(pages: readonly string[]): Findings {
	return pages.flatMap((page) =>
		[...read(page).matchAll(/<img [^>]*src="([^":]+)"/g)]
			.map(([, source = '']) => join(dirname(page), source))
			.filter((path) => !existsSync(join(root, path)))
			.map((path) => `${page} shows ${path}, which is not there: run \`npm run docs:pictures\`.`),
	);
}

/** Links and anchors within the repository that lead nowhere. */
export async function deadLinks(pages: readonly string[]): Promise<Findings> {
	const options = ['--quiet', '--frail', '--no-stdout', '--no-color', '--no-config'];
	// Without a repository named, addresses of the web are left alone.
	const plugin = ['--use', 'remark-validate-links=repository:false'];
	return await tool('remark-cli/cli.js', [...options, ...plugin, ...pages]);
}

/** Words that neither English nor cspell.json knows. */
export async function misspeltWords(pages: readonly string[]): Promise<Findings> {
	const options = ['lint', '--no-progress', '--no-summary', '--no-color', '--show-suggestions'];
	return await tool('cspell/bin.mjs', [...options, ...pages]);
}

/** Runs an installed tool; what it says counts only when it did not succeed. */
async function tool(script: string, parameters: readonly string[]): Promise<Findings> {
	const program = join(root, 'node_modules', script);
	try {
		await execute(process.execPath, [program, ...parameters], { cwd: root });
		return [];
	} catch (error) {
		const { stdout = '', stderr = '', message = '' } = error as Partial<ToolFailure>;
		const said = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
		return said.length > 0 ? said : [message];
	}
}

interface ToolFailure {
	stdout: string;
	stderr: string;
	message: string;
}

function read(path: string): string {
	return readFileSync(join(root, path), 'utf8');
}
