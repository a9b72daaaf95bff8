import type { JsonObject } from '../wire/json';

/** Fields of a message that hold words, in the order in which people read them. */
const wordFields = ['title', 'content', 'text', 'description', 'elements', 'main_title', 'desc'];

/** An object's own value; undefined for anything else. */
export const field = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined;

/** A field's text; empty when it has none. */
export function textOf(value: unknown, ...names: string[]): string {
	const found = names.reduce(field, value);
	return typeof found === 'string' ? found : '';
}

/** The words of a rich message, line by line: cards, posts, news. */
export function wordsIn(value: unknown): string {
	if (typeof value === 'string') return value;
	if (Array.isArray(value)) {
		// A line of a post is a list of its pieces.
		const isLine = value.every((one) => typeof field(one, 'tag') === 'string');
		return value
			.map(wordsIn)
			.filter(Boolean)
			.join(isLine ? '' : '\n');
	}
	if (typeof value !== 'object' || value === null) return '';
	const object = value as JsonObject;
	const named = wordFields.map((name) => wordsIn(object[name])).filter(Boolean);
	if (named.length > 0) return [...new Set(named)].join('\n');
	return Object.values(object)
		.filter((inner) => typeof inner === 'object')
		.map(wordsIn)
		.filter(Boolean)
		.join('\n');
}
