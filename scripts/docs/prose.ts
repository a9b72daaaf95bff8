import type { Node, Nodes, Parents } from 'mdast';
import { visit } from 'unist-util-visit';

import { attributes, parsed } from './outline';

/** Stands in a text for code and for names that are English on the screen. */
const NAME = '`…`';

/**
 * What people wrote on a page, a paragraph, heading or cell each. Code is left out, and so are names
 * that are marked as such and hold no Chinese: _Execute step_, **Settings**, the words of a link.
 */
export function proseOf(content: string): string[] {
	const found: string[] = [];
	visit(parsed(content), (node) => {
		if (node.type === 'html') found.push(...attributes(node.value, 'alt'));
		if (node.type === 'image') found.push(node.alt ?? '');
		if (!isBlock(node)) return;
		// The star of a required field is no word.
		found.push(wordsOf(node).replace(/ \*$/, ''));
	});
	return found;
}

function isBlock(node: Nodes): node is Extract<Nodes, Parents> {
	return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}

function wordsOf(node: Parents): string {
	return node.children
		.map((child, index) => {
			const words = wordsOfOne(child);
			// Markdown needs the blank behind bold words that end in a Chinese mark.
			const before = node.children[index - 1];
			return isBold(before) && endsInMark(before) ? words.replace(/^ /, '') : words;
		})
		.join('');
}

function wordsOfOne(node: Nodes): string {
	if (node.type === 'text') return node.value;
	if (node.type === 'inlineCode') return NAME;
	if (node.type === 'break') return '\n';
	if (!('children' in node)) return '';
	const words = wordsOf(node as Parents);
	return /\p{Script=Han}/u.test(words) ? words : words.replace(/^[^，。：；！？、]+/, NAME);
}

function isBold(node: Node | undefined): node is Parents {
	return node?.type === 'strong';
}

function endsInMark(node: Parents): boolean {
	return /[，。：；！？、”）]$/.test(wordsOf(node));
}
