import { dirname, join, normalize } from 'node:path';

import { chinesePageFindings, type Sources } from './chinesePage';
import type { Findings } from './coverage';
import { anchorsOf, outline, type Section } from './outline';

/** Pages for those who read the code; they are written in English alone. */
const ENGLISH_ALONE = [
	/^docs\/architecture\.md$/,
	/^docs\/decisions\//,
	/^docs\/glossary\.md$/,
	/^docs\/performance\.md$/,
];

/** Chinese pages that nobody has written yet. A page that is written must not stand here. */
export const STILL_MISSING: readonly string[] = [];

/** Pages outside `docs/` that exist in both languages; the Chinese one stands beside the English one. */
const BESIDE = ['README.md', 'SECURITY.md', 'simulator/README.md'];

/** Chinese pages that leave out what only developers need, and say so. */
const SHORTER = ['simulator/README.zh-CN.md'];

/** The English page or picture of a Chinese one. */
export function englishTwin(page: string): string | undefined {
	const beside = page.replace(/\.zh-CN\.md$/, '.md');
	if (beside !== page && BESIDE.includes(beside)) return beside;
	return page.startsWith('docs/zh-CN/') ? page.replace('docs/zh-CN/', 'docs/') : undefined;
}

/** The Chinese page that an English one has, or should have. */
export function chineseTwin(page: string): string | undefined {
	if (BESIDE.includes(page)) return page.replace(/\.md$/, '.zh-CN.md');
	const isEnglish = page.startsWith('docs/') && englishTwin(page) === undefined;
	if (!isEnglish || ENGLISH_ALONE.some((pattern) => pattern.test(page))) return undefined;
	return page.replace('docs/', 'docs/zh-CN/');
}

/** What the checks of the pages look at. */
export interface Pages {
	/** Every page of the repository, and every picture of its docs. */
	pages: readonly string[];
	contentOf: (page: string) => string;
	/** What Chinese pages may quote. */
	sources: Sources;
	missing?: readonly string[];
}

/**
 * What is wrong with the Chinese pages beside the English ones: missing, otherwise built, leading back
 * to English, or not in this project's Chinese.
 */
export function twinFindings(options: Pages): Findings {
	const { pages, contentOf, sources, missing = STILL_MISSING } = options;
	const outlines = new Map<string, Section[]>();
	return [...coverage(pages, missing), ...pages.flatMap(ofPage)];

	function outlineOf(page: string): Section[] {
		const known = outlines.get(page) ?? (pages.includes(page) ? outline(contentOf(page)) : []);
		outlines.set(page, known);
		return known;
	}

	function ofPage(page: string): Findings {
		const english = englishTwin(page);
		if (english === undefined) return [];
		if (!pages.includes(english)) return [`${page} has no English twin ${english}.`];
		if (!page.endsWith('.md')) return [];
		return [
			...(SHORTER.includes(page) ? [] : differences(page, english, outlineOf)),
			...linksBack(page, outlineOf(page), pages),
			...chinesePageFindings(contentOf(page), sources).map((finding) => `${page}: ${finding}.`),
		];
	}
}

function coverage(pages: readonly string[], missing: readonly string[]): Findings {
	const written = missing.filter((page) => pages.includes(page));
	const lost = pages.flatMap((page) => {
		const chinese = chineseTwin(page);
		const isThere = !chinese || pages.includes(chinese) || missing.includes(chinese);
		return isThere ? [] : [`${page} has no Chinese twin ${chinese}.`];
	});
	return [...written.map((page) => `${page} is written: take it off STILL_MISSING.`), ...lost];
}

type OutlineOf = (page: string) => Section[];

/** Where two pages are built otherwise: in their headings, else in what stands under one of them. */
function differences(page: string, english: string, outlineOf: OutlineOf): Findings {
	const [is, wanted] = [outlineOf(page), outlineOf(english)];
	const levels = (sections: readonly Section[]): string =>
		sections.map(({ depth }) => depth).join(' ');
	if (levels(is) !== levels(wanted)) {
		const here = levels(is);
		return [`${page} has headings of the levels ${here}, ${english} has ${levels(wanted)}.`];
	}
	return is.flatMap((section, index) => {
		const there = wanted[index];
		if (!there) return [];
		const found = contents(page, section, outlineOf);
		return Object.entries(contents(english, there, outlineOf)).flatMap(([what, values]) => {
			const here = found[what as keyof typeof found].join(', ') || 'none';
			const expected = values.join(', ') || 'none';
			const place = section.heading === '' ? '' : ` under “${section.heading}”`;
			return here === expected
				? []
				: [`${page}${place} has ${what} ${here}, ${english} has ${expected}.`];
		});
	});
}

/** What both languages share; sentences may name their links in another order. */
function contents(page: string, section: Section, outlineOf: OutlineOf) {
	return {
		links: section.links.map((url) => target(page, url, outlineOf)).sort(),
		pictures: section.pictures.map((url) => target(page, url, outlineOf)),
		'blocks of code': section.code,
		tables: section.tables,
		numbers: section.numbers,
	};
}

/** Where a link leads, in terms of the English pages: a heading is told by its place. */
function target(page: string, url: string, outlineOf: OutlineOf): string {
	if (/^[a-z]+:/i.test(url)) return url;
	const [path = '', anchor] = url.split('#');
	const file = path === '' ? page : normalize(join(dirname(page), path));
	const known = englishTwin(file) ?? file;
	if (anchor === undefined) return known;
	return `${known}#${anchorsOf(outlineOf(file)).indexOf(decodeURIComponent(anchor))}`;
}

/** Links from a Chinese page to an English one that has a Chinese twin; to its own twin it may lead. */
function linksBack(page: string, sections: readonly Section[], pages: readonly string[]): Findings {
	const urls = sections.flatMap(({ links, pictures }) => [...links, ...pictures]);
	return urls.flatMap((url) => {
		const [path = ''] = url.split('#');
		if (path === '' || /^[a-z]+:/i.test(path)) return [];
		const found = normalize(join(dirname(page), path));
		const chinese = chineseTwin(found);
		if (chinese === undefined || !pages.includes(chinese) || found === englishTwin(page)) return [];
		return [`${page} links to ${found}, which is English: link ${chinese}.`];
	});
}
