import type { Root } from 'mdast';
import { normalize, dirname, join } from 'node:path';

import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';

import type { Findings } from './coverage';
import { CONSOLE_NAMES, termFindings } from './terms';

/** Pages for those who read the code; they are written in English alone. */
const ENGLISH_ALONE = [
	/^docs\/architecture\.md$/,
	/^docs\/decisions\//,
	/^docs\/glossary\.md$/,
	/^docs\/performance\.md$/,
];

/** Chinese pages that nobody has written yet. A page that is written must not stand here. */
export const STILL_MISSING: readonly string[] = [];

const CHINESE_README = 'README.zh-CN.md';

/** The English page of a Chinese one. */
export function englishTwin(page: string): string | undefined {
	if (page === CHINESE_README) return 'README.md';
	return page.startsWith('docs/zh-CN/') ? page.replace('docs/zh-CN/', 'docs/') : undefined;
}

/** The Chinese page that an English one has, or should have. */
export function chineseTwin(page: string): string | undefined {
	if (page === 'README.md') return CHINESE_README;
	const isEnglish = page.startsWith('docs/') && englishTwin(page) === undefined;
	if (!isEnglish || ENGLISH_ALONE.some((pattern) => pattern.test(page))) return undefined;
	return page.replace('docs/', 'docs/zh-CN/');
}

/**
 * What is wrong with the Chinese pages beside the English ones: missing, otherwise built, leading back
 * to English, or in other words than this project's.
 *
 * @param quoted texts of the platform, which stay as they are
 */
export function twinFindings(
	pages: readonly string[],
	contentOf: (page: string) => string,
	quoted: readonly string[] = [],
	missing: readonly string[] = STILL_MISSING,
): Findings {
	return [...coverage(pages, missing), ...pages.flatMap(ofPage)];

	function ofPage(page: string): Findings {
		const english = englishTwin(page);
		if (english === undefined) return [];
		if (!pages.includes(english)) return [`${page} has no English page ${english}.`];
		const content = contentOf(page);
		return [
			...differences(page, english, outline(contentOf(english)), outline(content)),
			...linksBack(page, content, pages),
			...termFindings(prose(content, quoted)).map((finding) => `${page}: ${finding}.`),
		];
	}
}

function coverage(pages: readonly string[], missing: readonly string[]): Findings {
	const written = missing.filter((page) => pages.includes(page));
	const lost = pages.flatMap((page) => {
		const chinese = chineseTwin(page);
		const isThere = !chinese || pages.includes(chinese) || missing.includes(chinese);
		return isThere ? [] : [`${page} has no Chinese page ${chinese}.`];
	});
	return [...written.map((page) => `${page} is written: take it off STILL_MISSING.`), ...lost];
}

/** How a page is built: its headings by their levels, its pictures and blocks of code. */
interface Outline {
	headings: number[];
	figures: number;
	code: number;
}

function outline(content: string): Outline {
	const found: Outline = { headings: [], figures: 0, code: 0 };
	visit(parsed(content), (node) => {
		if (node.type === 'heading') found.headings.push(node.depth);
		if (node.type === 'image') found.figures += 1;
		if (node.type === 'html') found.figures += node.value.match(/<img /g)?.length ?? 0;
		if (node.type === 'code') found.code += 1;
	});
	return found;
}

function differences(page: string, english: string, wanted: Outline, is: Outline): Findings {
	const say = (what: string, here: unknown, there: unknown): string =>
		`${page} has ${what} ${String(here)}, ${english} has ${String(there)}.`;
	const levels = ({ headings }: Outline): string => headings.join(' ');
	return [
		...(levels(is) === levels(wanted)
			? []
			: [say('headings of the levels', levels(is), levels(wanted))]),
		...(is.figures === wanted.figures ? [] : [say('pictures:', is.figures, wanted.figures)]),
		...(is.code === wanted.code ? [] : [say('blocks of code:', is.code, wanted.code)]),
	];
}

/** Links from a Chinese page to an English one that has a Chinese twin; to its own twin it may lead. */
function linksBack(page: string, content: string, pages: readonly string[]): Findings {
	const found: Findings = [];
	visit(parsed(content), (node) => {
		if (node.type !== 'link' && node.type !== 'definition') return;
		const [path = ''] = node.url.split('#');
		if (path === '' || /^[a-z]+:/i.test(path)) return;
		const target = normalize(join(dirname(page), path));
		const chinese = chineseTwin(target);
		if (chinese === undefined || !pages.includes(chinese) || target === englishTwin(page)) return;
		found.push(`${page} links to ${target}, which is English: link ${chinese}.`);
	});
	return found;
}

/** What people wrote: no code, no names of pages and pictures, no texts of the platform. */
function prose(content: string, quoted: readonly string[]): string {
	const words: string[] = [];
	visit(parsed(content), (node) => {
		if (node.type === 'text') words.push(node.value);
		if (node.type === 'image') words.push(node.alt ?? '');
	});
	const longestFirst = [...new Set([...quoted, ...CONSOLE_NAMES])].sort(
		(a, b) => b.length - a.length,
	);
	return longestFirst.reduce((text, quote) => text.replaceAll(quote, ''), words.join('\n'));
}

function parsed(content: string): Root {
	return remark().use(remarkGfm).parse(content);
}
