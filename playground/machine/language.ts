/** The languages of what a person reads, as n8n writes them in `N8N_DEFAULT_LOCALE`. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** The language of a locale in any spelling, e.g. `zh_CN.UTF-8` or `zh-Hans`; English for all others. */
export function languageOf(locale: string): Language {
	return /^zh(?![a-z])/i.test(locale) ? 'zh-CN' : 'en';
}

/** The locale of messages in a shell: the first of POSIX's variables that is not empty decides. */
export function shellLocale(environment: NodeJS.ProcessEnv = process.env): string {
	const { LC_ALL, LC_MESSAGES, LANG } = environment;
	return [LC_ALL, LC_MESSAGES, LANG].find(Boolean) ?? '';
}
