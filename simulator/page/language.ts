/// <reference lib="dom" />
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import { texts } from './texts';
import type { Language, TextName } from './texts';

/** Name under which the browser remembers what was chosen on the page. */
const stored = 'language';

/** What was chosen on the page before; else the browser's language. */
export function firstLanguage(): Language {
	const chosen = localStorage.getItem(stored);
	if (chosen === 'en' || chosen === 'zh') return chosen;
	return /^zh\b/i.test(navigator.languages[0] ?? navigator.language) ? 'zh' : 'en';
}

/** Remembers a choice. */
export function keepLanguage(language: Language): void {
	localStorage.setItem(stored, language);
}

/** Says a text in the language of the page; `values` stand in for its `{names}`. */
export type Say = (name: TextName, values?: Readonly<Record<string, string | number>>) => string;

/** The words of a language. */
export const sayIn =
	(language: Language): Say =>
	(name, values = {}) =>
		texts[name][language].replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));

/** The language that the page is in. */
export const LanguageContext = createContext<Language>('en');

/** The words of the page for a component. */
export const useTexts = (): Say => sayIn(useContext(LanguageContext));
