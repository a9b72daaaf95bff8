import type { INodeProperties } from 'n8n-workflow';

import { MESSAGES } from '../../../nodes/shared/messages';
import { DETAILS } from '../../../platform/codes/details';
import { EXPECTATIONS } from '../../../platform/codes/expectations';
import { LOCAL_CODES } from '../../../platform/codes/localCodes';
import { HOLDERS, PARAMETERS, REMEDIES } from '../../../platform/codes/remedies';
import { RESULT_CODES } from '../../../platform/codes/resultCodes';
import type { Text } from '../../../platform/codes/text';
import { chineseFindings } from '../../../scripts/docs/terms';
import { describedIn, describedInBoth, sharedChinese, textsIn } from './descriptions';

const described = describedInBoth();

/** Keys below which people read what stands there. */
const READ =
	/(?:^|\.)(?:displayName|description|placeholder|hint|action|subtitle|outputs|eventTriggerDescription|activationMessage|header|inactive|active|activationHint|defaults\.name|options\.\d+\.name|modes\.\d+\.displayName|errorMessage)$/;

/** Where two descriptions differ, with both texts. */
function differences(en: object, zh: object): Array<[way: string, en: string, zh: string]> {
	const chinese = new Map(textsIn(zh));
	return textsIn(en).flatMap(([way, text]) => {
		const other = chinese.get(way) ?? '';
		return other === text ? [] : [[way, text, other]];
	});
}

/** A description without the texts that may differ. */
function bare(value: unknown, way: readonly string[] = []): unknown {
	if (typeof value === 'string') return READ.test(way.join('.')) ? '…' : value;
	if (typeof value === 'function') return 'function';
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((entry, index) => bare(entry, [...way, `${index}`]));
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, bare(inner, [...way, key])]),
	);
}

/** The labels in an expression of the editor, such as the subtitle; else the text itself. */
function labelsWithin(text: string): string[] {
	if (!text.startsWith('={{')) return [text];
	const [found = '{}'] = /\{".*\}(?=\))|\[\{.*?\}\]/.exec(text) ?? [];
	return textsIn(JSON.parse(found))
		.filter(([way]) => !way.endsWith('type'))
		.map(([, label]) => label);
}

/** A name of a field, a node or a collection is no label: a choice's name is. */
function isLabel(way: string, en: object): boolean {
	if (!/options\.\d+\.name$/.test(way)) return true;
	const owner = way
		.split('.')
		.slice(0, -1)
		.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], en);
	return !('displayName' in (owner as object));
}

describe.each(described.map((entry) => [entry.name, entry] as const))(
	'%s in Chinese',
	(_, { en, zh, own }) => {
		test('differs in texts only: names, values, types and defaults are the same', () => {
			expect(bare(zh)).toEqual(bare(en));
			const changed = differences(en, zh).filter(([way]) => !isLabel(way, en));
			expect(changed).toEqual([]);
		});

		test('has Chinese for every text that people read', () => {
			const left = textsIn(en).filter(([way, text]) => {
				if (text === '' || !READ.test(way) || !isLabel(way, en)) return false;
				const chinese = new Map(textsIn(zh)).get(way) ?? '';
				return chinese === text && chineseFindings(text).length > 0;
			});
			expect(left).toEqual([]);
		});

		test('is written as this project writes Chinese', () => {
			const read = textsIn(zh)
				.filter(([way]) => READ.test(way) && isLabel(way, zh))
				.flatMap(([, text]) => labelsWithin(text));
			const findings = [...new Set(read)].flatMap((text) => {
				const [first] = chineseFindings(text);
				return first === undefined ? [] : [`${text} — ${first}`];
			});
			expect(findings).toEqual([]);
		});

		test('holds no sentence beside the texts that are looked at here', () => {
			const others = textsIn(zh).filter(([way]) => !READ.test(way) || !isLabel(way, zh));
			expect(others.filter(([, text]) => /[A-Za-z]{2} [A-Za-z]{2}|[一-鿿]/.test(text))).toEqual([]);
		});

		test('holds no Chinese whose English is gone', () => {
			const shown = new Set(textsIn(en).map(([, text]) => text));
			const quoted = JSON.stringify(en);
			const orphans = Object.keys(own).filter(
				(text) => !shown.has(text) && !quoted.includes(`\\"${text}\\"`),
			);
			expect(orphans).toEqual([]);
		});
	},
);

test.each(sharedChinese())('%s holds no Chinese whose English is gone', (_, chinese) => {
	const shown = new Set(described.flatMap(({ en }) => textsIn(en).map(([, text]) => text)));
	expect(Object.keys(chinese).filter((text) => !shown.has(text))).toEqual([]);
});

describe('the language is that of the locale', () => {
	test.each(['zh', 'zh-CN', 'zh_CN', 'ZH-cn', 'zh-Hans-CN', 'zh_TW'])('%s is Chinese', (locale) => {
		const { displayName, defaults } = describedIn(locale, 'privateNumberAxb');
		expect(displayName).toBe('华为隐私号 AXB');
		expect(defaults.name).toBe('华为隐私号 AXB');
	});

	test.each([undefined, '', 'en-US', 'fr', 'ja-JP', 'zhuang'])('%p is English', (locale) => {
		const { displayName, defaults } = describedIn(locale, 'privateNumberAxb');
		expect(displayName).toBe('Huawei Private Number AXB');
		expect(defaults.name).toBe('Huawei Private Number AXB');
	});
});

const tables: Record<string, ReadonlyArray<readonly [string, Text]>> = {
	messages: Object.entries(MESSAGES),
	expectations: Object.entries(EXPECTATIONS),
	details: Object.entries(DETAILS),
	holders: Object.entries(HOLDERS),
	parameters: PARAMETERS.map(({ named, remedy }) => [named.source, remedy] as const),
	remedies: Object.entries(REMEDIES).flatMap(([asks, codes]) =>
		Object.entries(codes).flatMap(([code, { message, remedy }]) =>
			[message, remedy].flatMap((text) => (text ? [[`${asks} ${code}`, text] as const] : [])),
		),
	),
	'local codes': Object.entries(LOCAL_CODES).flatMap(([code, { message, remedy }]) => [
		[code, message] as const,
		[`${code} remedy`, remedy] as const,
	]),
	'result codes': Object.entries(RESULT_CODES).flatMap(([code, entry]) =>
		entry ? [[code, entry.message] as const, [`${code} remedy`, entry.remedy] as const] : [],
	),
};

describe('what the package says while it works is written as this project writes Chinese', () => {
	test.each(Object.entries(tables))('in the %s', (_, texts) => {
		const findings = texts.flatMap(([key, { zh }]) =>
			chineseFindings(zh).map((finding) => `${key}: ${zh} — ${finding}`),
		);
		expect(findings).toEqual([]);
	});

	test.each(Object.entries(tables))('and is Chinese in the %s', (_, texts) => {
		const same = ['App Key', 'App Secret'];
		const isOnlyValues = (text: string): boolean =>
			!/[a-z]/i.test(text.replace(/\{\w+\}|HTTP/g, ''));
		const left = texts.filter(
			([, { en, zh }]) => !/[“\p{Script=Han}]/u.test(zh) && !isOnlyValues(en) && !same.includes(en),
		);
		expect(left).toEqual([]);
	});
});

describe('what the texts put in quotes', () => {
	/** Names that people find in Huawei's console. */
	const CONSOLE = [
		'应用管理',
		'应用管理 → 应用详情',
		'放音文件管理',
		'号码管理',
		'绑定关系',
		'呼叫话单接收地址',
	];
	const labels = new Set(
		described.flatMap(({ zh }) =>
			textsIn(zh)
				.filter(([way]) => /(?:displayName|name|action)$/.test(way))
				.flatMap(([, label]) => [label, label.replace(/（[^）]*）$/, '')]),
		),
	);

	test.each(
		[
			...Object.entries(tables).flatMap(([, texts]) => texts.map(([key, { zh }]) => [key, zh])),
			...described.flatMap(({ name, zh }) =>
				textsIn(zh)
					.filter(([way]) => way.endsWith('description') || way.endsWith('displayName'))
					.map(([way, text]) => [`${name} ${way}`, text]),
			),
		].filter(([, text]) => text?.includes('“')),
	)('is what people find: %s, %s', (_, text = '') => {
		const names = [...text.matchAll(/“([^”{]+)”/g)].map(([, name]) => name ?? '');
		expect(names.filter((name) => !labels.has(name) && !CONSOLE.includes(name))).toEqual([]);
	});
});

test('errors call the fields of the credential as its form does', () => {
	const form = described.find(({ name }) => name === 'huaweiPrivateNumberApi');
	for (const language of ['en', 'zh'] as const) {
		const { properties } = form?.[language] as { properties: INodeProperties[] };
		for (const field of ['appKey', 'appSecret', 'baseUrl'] as const) {
			const shown = properties.find(({ name }) => name === field);
			expect(MESSAGES[field][language]).toBe(shown?.displayName);
		}
	}
});

describe('the list of terms', () => {
	test.each([
		['请填写虚拟号', '隐私号'],
		['你的号码', '您'],
		['绑定ID', 'blank'],
		['请检查 Session ID', 'Session'],
		['请检查,再试', 'half-width'],
		['请检查 ，再试', 'beside'],
	])('sees what is wrong with %s', (text, finding) => {
		expect(chineseFindings(text).join()).toContain(finding);
	});

	test('takes the words of the console as it writes them', () => {
		expect(chineseFindings('请检查凭证中的 APP接入地址和 App Key：共 3 处。')).toEqual([]);
	});
});
