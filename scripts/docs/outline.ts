import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';

/** What stands under one heading of a page, without its words. */
export interface Section {
	/** The heading, or nothing above the first one. */
	heading: string;
	depth: number;
	/** Where its links lead, as they are written. */
	links: string[];
	/** Files of its pictures, as they are written. */
	pictures: string[];
	/** Languages of its blocks of code. */
	code: string[];
	/** Rows and columns of its tables, e.g. `4×3`. */
	tables: string[];
	/** Its numbers of three digits or more, each once: codes, years, limits, measurements. */
	numbers: string[];
}

/** A page in its sections. */
export function outline(content: string): Section[] {
	const sections: Section[] = [emptySection('', 0)];
	visit(parsed(content), (node) => {
		if (node.type === 'heading') sections.push(emptySection(toString(node), node.depth));
		const section = sections.at(-1);
		if (section) note(node, section);
	});
	for (const section of sections) section.numbers = [...new Set(section.numbers)].sort();
	return sections;
}

/** The headings of a page as links name them, in their order. */
export function anchorsOf(sections: readonly Section[]): string[] {
	const seen = new Map<string, number>();
	return sections.map(({ heading }) => {
		const words = heading.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '');
		const anchor = words.replaceAll(' ', '-');
		const before = seen.get(anchor) ?? 0;
		seen.set(anchor, before + 1);
		return before === 0 ? anchor : `${anchor}-${before}`;
	});
}

/** A page as a tree. */
export function parsed(content: string): Root {
	return remark().use(remarkGfm).parse(content);
}

function emptySection(heading: string, depth: number): Section {
	return { heading, depth, links: [], pictures: [], code: [], tables: [], numbers: [] };
}

function note(node: Nodes, section: Section): void {
	switch (node.type) {
		case 'link':
		case 'definition':
			section.links.push(node.url);
			break;
		case 'image':
			section.pictures.push(node.url);
			break;
		case 'html':
			section.pictures.push(...attributes(node.value, 'src'));
			break;
		case 'code':
			section.code.push(node.lang ?? '');
			break;
		case 'table':
			section.tables.push(`${node.children.length}×${node.children[0]?.children.length ?? 0}`);
			break;
		case 'text':
		case 'inlineCode':
			section.numbers.push(...numbersIn(node.value));
			break;
	}
}

/** The values of an attribute in HTML. */
export function attributes(html: string, name: string): string[] {
	return [...html.matchAll(new RegExp(`<img [^>]*${name}="([^"]*)"`, 'g'))].map(
		([, value = '']) => value,
	);
}

/** Thousands may be apart, as in `10 000`. */
function numbersIn(text: string): string[] {
	const together = text.replace(/(?<=\d)[ \u00a0,](?=\d{3}(?!\d))/g, '');
	return together.match(/\d{3,}/g) ?? [];
}
