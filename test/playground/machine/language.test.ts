import { languageOf, shellLocale } from '../../../playground/machine/language';

describe('the language of a shell', () => {
	test.each(['zh_CN.UTF-8', 'zh-CN', 'zh', 'zh_CN', 'zh-Hans-CN', 'ZH_cn', 'zh_TW.UTF-8'])(
		'%s is Chinese',
		(locale) => {
			expect(languageOf(locale)).toBe('zh-CN');
		},
	);

	test.each(['', 'C', 'POSIX', 'en_US.UTF-8', 'de_DE', 'zha_CN', 'C.UTF-8'])(
		'%j is English',
		(locale) => {
			expect(languageOf(locale)).toBe('en');
		},
	);

	test.each([
		[{ LC_ALL: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US', LANG: 'en_US' }, 'zh_CN.UTF-8'],
		[{ LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US' }, 'zh_CN'],
		[{ LC_MESSAGES: 'en_US', LANG: 'zh_CN' }, 'en_US'],
		[{ LANG: 'zh_CN' }, 'zh_CN'],
		[{}, ''],
	])('%j says %s', (environment, locale) => {
		expect(shellLocale(environment)).toBe(locale);
	});
});
