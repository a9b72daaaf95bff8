import { LANGUAGE } from './language';

/** The Chinese of what the editor shows, by its English. */
export type Chinese = Readonly<Record<string, string>>;

/** Keys of a description whose texts people read, wherever they stand. */
const SHOWN = new Set([
	'displayName',
	'description',
	'placeholder',
	'hint',
	'action',
	'message',
	'errorMessage',
	'header',
	'inactive',
	'active',
	'activationHint',
	'activationMessage',
	'eventTriggerDescription',
	'buttonLabel',
	'buttonText',
	'inputLabel',
	'multipleValueButtonText',
]);

/** Keys below which only names and values stand. */
const INTERNAL = new Set(['displayOptions', 'default', 'routing', 'codex', 'webhooks']);

/**
 * Descriptions of nodes, fields or operations in the language of this n8n. English is the source: the
 * same description, with the Chinese of each text where n8n is Chinese.
 */
export function inLanguage<Described>(described: Described, chinese: Chinese): Described {
	if (LANGUAGE === 'en') return described;
	return withTexts(described, (text) => chineseOf(text, chinese));
}

/**
 * A copy of a description in which every text that people read is replaced. Names, values and
 * functions stay what they are.
 *
 * @param replace gives the new text; told once for each place
 */
export function withTexts<Described>(
	described: Described,
	replace: (text: string) => string,
): Described {
	return walk(described, replace) as Described;
}

/** The Chinese of a text; of an example of numbers or code, the word before it is enough. */
export function chineseOf(text: string, chinese: Chinese): string {
	return Object.hasOwn(chinese, text) ? (chinese[text] ?? text) : text.replace(/^e\.g\. /, '例如 ');
}

/** @param at the key under which the value stands */
function walk(value: unknown, replace: (text: string) => string, at = ''): unknown {
	if (Array.isArray(value)) return value.map((entry) => walk(entry, replace));
	if (typeof value !== 'object' || value === null) return value;
	// The copy keeps what stands under symbols, which n8n reads too.
	const copy: Record<string, unknown> = { ...value };
	for (const [key, inner] of Object.entries(value)) {
		if (typeof inner === 'string') {
			if (inner !== '' && isShown(key, value, at)) copy[key] = replace(inner);
		} else if (!INTERNAL.has(key)) {
			copy[key] = walk(inner, replace, key);
		}
	}
	return copy;
}

/**
 * A `name` is a label where a `value` stands beside it, as in a choice, and in `defaults`, where it is
 * what a new node is called on the canvas; else programs read it.
 */
function isShown(key: string, of: object, at: string): boolean {
	if (key !== 'name') return SHOWN.has(key);
	return at === 'defaults' || ('value' in of && !('displayName' in of));
}
