/** The languages in which people read this package. */
export type Language = 'en' | 'zh';

/** A sentence, or a part of one, in both languages; `{name}` stands for a value. */
export type Text = Readonly<Record<Language, string>>;

/** A parameter within a sentence: people know it by the label that the editor shows. */
export interface FieldName {
	/** Parameter name as in the platform's documents, e.g. `maxDuration`. */
	field: string;
}

/** What may stand for a placeholder; a list is shown with the separators of the language. */
export type Value = string | number | FieldName | readonly string[];

/** The names of the placeholders of a template. */
type Placeholders<Template extends string> =
	Template extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

/**
 * What must be given to say a text: nothing, or a value for each placeholder. A value too few, or one
 * with a wrong name, does not compile.
 */
export type ValuesOf<Said extends Text> = [Placeholders<Said[Language]>] extends [never]
	? []
	: [values: Readonly<Record<Placeholders<Said[Language]>, Value>>];

/** A key of a table of texts, with its values. */
export interface Said<Key extends string> {
	readonly key: Key;
	readonly values: Readonly<Record<string, Value>>;
}

const SEPARATOR: Text = { en: ', ', zh: '、' };

/**
 * Puts values into a text.
 *
 * @param nameOf what the reader calls a parameter; its name in quotes unless told otherwise
 */
export function fill(
	text: Text,
	language: Language,
	values: Readonly<Record<string, Value>> = {},
	nameOf: (field: string) => string = quoted,
): string {
	return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
		const value = Object.hasOwn(values, name) ? values[name] : undefined;
		if (value === undefined) return whole;
		if (typeof value === 'string' || typeof value === 'number') return String(value);
		return 'field' in value ? nameOf(value.field) : value.join(SEPARATOR[language]);
	});
}

/** A parameter of which no label is known. */
export function quoted(field: string): string {
	return `'${field}'`;
}

/**
 * The language of a locale such as `zh-CN`, `zh_Hans_CN` or `en`: Chinese when it begins with `zh`,
 * else English.
 */
export function languageOf(locale: string | undefined): Language {
	return /^zh(?![a-z])/i.test((locale ?? '').trim()) ? 'zh' : 'en';
}
