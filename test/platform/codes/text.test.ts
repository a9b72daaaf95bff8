import { detail, DETAILS } from '../../../platform/codes/details';
import { PlatformError, localError, refuse } from '../../../platform/codes/errors';
import { EXPECTATIONS } from '../../../platform/codes/expectations';
import { LOCAL_CODES } from '../../../platform/codes/localCodes';
import { explain } from '../../../platform/codes/refusals';
import { RESULT_CODES } from '../../../platform/codes/resultCodes';
import { fill, languageOf, type Text } from '../../../platform/codes/text';

describe('the language of a locale', () => {
	test.each([
		'zh',
		'zh-CN',
		'zh_CN',
		'zh-cn',
		'ZH-cn',
		'ZH-Hans-CN',
		'zh_Hans_CN',
		'zh_TW',
		' zh-TW',
	])('such as "%s" is Chinese', (locale) => {
		expect(languageOf(locale)).toBe('zh');
	});

	test.each([undefined, '', ' ', 'en', 'en-US', 'fr', 'de', 'en-ZH', 'zha', 'zhuang', 'c', '中文'])(
		'such as %p is English',
		(locale) => {
			expect(languageOf(locale)).toBe('en');
		},
	);
});

test('a text without its Chinese cannot be built', () => {
	// @ts-expect-error -- the Chinese is missing
	const text: Text = { en: 'Nobody is waiting' };
	expect(text.zh).toBeUndefined();
});

describe('a text with values', () => {
	const text: Text = { en: '{a} of {list} for {other}', zh: '{other}：{list} 中的 {a}' };
	const values = { a: 1, list: ['x', 'y'], other: { field: 'tone' } };

	test('is filled in both languages, each in its own order', () => {
		expect(fill(text, 'en', values)).toBe("1 of x, y for 'tone'");
		expect(fill(text, 'zh', values)).toBe("'tone'：x、y 中的 1");
	});

	test('calls a parameter by the label that people know', () => {
		expect(fill(text, 'zh', values, () => '“放音”')).toBe('“放音”：x、y 中的 1');
	});

	test('takes a value as it is, whatever stands in it', () => {
		const hostile = { a: '$& {list} {toString}', list: [], other: '{a}' };
		expect(fill(text, 'en', hostile)).toBe('$& {list} {toString} of  for {a}');
		expect(fill({ en: '{toString}', zh: '' }, 'en', {})).toBe('{toString}');
	});
});

test('what the compiler refuses: a key that is not there, a value too few, a wrong name', () => {
	// @ts-expect-error -- no such expectation
	expect(() => refuse('duration', 1, 'nothing')).toThrow();
	// @ts-expect-error -- the range is missing
	expect(refuse('duration', 1, 'secondsWithin').expected).toContain('{lowest}');
	// @ts-expect-error -- another name
	expect(refuse('duration', 1, 'length', { most: 1 }).expected).toContain('{longest}');
	// @ts-expect-error -- the seconds are missing
	expect(detail('time').key).toBe('time');
});

test('a refusal carries its detail in every language, and says it in English', () => {
	const refusal = localError('timeout', detail('time', { seconds: 30 }), 'lost');
	expect(refusal.text).toBe('No answer within 30 seconds.');
	expect(refusal.detail && fill(DETAILS[refusal.detail.key], 'zh', refusal.detail.values)).toBe(
		'30 秒内没有应答。',
	);
	expect(refusal).toBeInstanceOf(PlatformError);
});

const tables: Record<string, Readonly<Record<string, Text>>> = {
	expectations: EXPECTATIONS,
	details: DETAILS,
	'messages of result codes': Object.fromEntries(
		Object.entries(RESULT_CODES).flatMap(([code, entry]) => (entry ? [[code, entry.message]] : [])),
	),
	'remedies of result codes': Object.fromEntries(
		Object.entries(RESULT_CODES).flatMap(([code, entry]) => (entry ? [[code, entry.remedy]] : [])),
	),
	'messages of local codes': Object.fromEntries(
		Object.entries(LOCAL_CODES).map(([code, { message }]) => [code, message]),
	),
	'remedies of local codes': Object.fromEntries(
		Object.entries(LOCAL_CODES).map(([code, { remedy }]) => [code, remedy]),
	),
};

describe.each(Object.entries(tables))('the Chinese of the %s', (name, table) => {
	const texts = Object.entries(table).filter(
		([, { en }]) => en.replace(/\{\w+\}|HTTP|[\s:]/g, '') !== '',
	);

	test.each(texts)('%s is Chinese, with the same values', (_, { en, zh }) => {
		expect(zh).toMatch(/[\u4e00-\u9fff]/);
		const places = (template: string) => (template.match(/\{\w+\}/g) ?? []).sort();
		expect(places(zh)).toEqual(places(en));
	});

	test.each(texts)('%s ends as its English does', (_, { en, zh }) => {
		if (name !== 'expectations') expect(/。$/.test(zh)).toBe(/\.$/.test(en));
	});
});

test('an unlisted code is explained in both languages', () => {
	const { message, remedy } = explain(
		new PlatformError({ code: '1999999', text: '', outcome: 'refused' }),
	);
	expect(message.zh).toContain('1999999');
	expect(remedy.zh).toMatch(/^请.*。$/);
});
