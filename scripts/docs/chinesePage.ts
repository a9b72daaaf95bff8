import type { Labels } from './labels';
import { proseOf } from './prose';
import { chineseFindings, PAGE_WORDS } from './terms';

/** What Chinese pages may quote. */
export interface Sources {
	/** Of the editor. */
	labels: Labels;
	/** What the package and the simulator's page say, and names of examples; `{name}` stands for a value. */
	sentences: readonly string[];
	/** Texts of the platform, which stay as they are. */
	platformTexts: readonly string[];
}

/** Quotes on Chinese pages that are no words of a screen of ours, with whose words they are. */
const SAID: readonly string[] = [
	// Huawei's console.
	...['应用管理', '应用管理 → 应用详情', '是否开通录音', '是否开通短信', '是否需要短信功能'],
	...['是否推送X号码状态', '短信通知携带短信内容', '呼叫话单接收地址', '呼叫状态接收地址'],
	...['短信控制地址', '短信通知地址', 'X号码状态接收地址', '绑定关系', '是'],
	// Other consoles of Huawei Cloud.
	...['容器镜像服务 SWR → 镜像中心 → 镜像加速器', '云证书管理服务'],
	// Phones and carriers.
	...['拨号助理', '您拨打的号码是空号'],
	// What people say, to each other or to a model.
	...['为保障您的权益，本次通话将被录音', '请拨 170 0000 0003，分机号 0012'],
	...['给订单 A-1001 绑定 138… 和 139…', '不用问，直接解绑', '确认'],
	// What the page itself calls so.
	...['已收到', '平台', '太多', '不存在', '没有开通短信', '每次查询都被切断', '每次尝试都被切断'],
	...['收不到事件', '200，内容为空', '起初', '现在'],
	...['毫秒时间、换行、密钥', '秒级时间、换行、密钥'],
];

/** What is wrong with the Chinese of a page: its words, its spacing, and what it quotes. */
export function chinesePageFindings(content: string, sources: Sources): string[] {
	const blocks = proseOf(content);
	const foreign = [...new Set(sources.platformTexts)].sort((a, b) => b.length - a.length);
	return [
		...blocks.flatMap((block) => {
			const own = foreign.reduce((text, quote) => text.replaceAll(quote, '…'), block);
			return chineseFindings(withoutEnglishNames(own), PAGE_WORDS);
		}),
		...blocks.flatMap((block) => wrongPairs(block, sources.labels)),
		...blocks.flatMap((block) => unknownQuotes(block, sources)),
	];
}

/**
 * English in brackets behind Chinese, and English in quotes, is what a screen or a log shows; so is a
 * word with its Chinese in brackets behind it.
 */
function withoutEnglishNames(block: string): string {
	if (!/\p{Script=Han}/u.test(block)) return '';
	return block
		.replace(/（[^）\p{Script=Han}]*）/gu, '（1）')
		.replace(/“[^”\p{Script=Han}]*”/gu, '“1”')
		.replace(/[A-Za-z]+(?: [A-Za-z]+)*(?=（[^）]*\p{Script=Han})/gu, '1');
}

/** A label with its English behind it, as in “应答方式”（Respond）, that do not belong together. */
function wrongPairs(block: string, labels: Labels): string[] {
	return [...block.matchAll(/(.*?)（([A-Z][^）\p{Script=Han}]+)）/gu)].flatMap(
		([, before = '', en = '']) => {
			const isQuote = before.endsWith('”');
			const words = before.replace(/”$/, '');
			const known = labels.get(en);
			if (known === undefined) {
				return isQuote ? [`${before.slice(-12)}（${en}）: no panel shows ${en}`] : [];
			}
			const isRight = [...known].some((zh) => words.endsWith(isQuote ? `“${zh}` : zh));
			const names = [...known].join(', ');
			return isRight ? [] : [`${before.slice(-12)}（${en}）: the panel calls ${en} ${names}`];
		},
	);
}

/** Quotes that neither a screen of ours nor anybody known says. */
function unknownQuotes(block: string, { labels, sentences, platformTexts }: Sources): string[] {
	const shown = new Set([...labels.values()].flatMap((names) => [...names]));
	const isKnown = (quote: string): boolean =>
		SAID.includes(quote) ||
		platformTexts.includes(quote) ||
		quote.split(' → ').every((part) => shown.has(part)) ||
		sentences.some((sentence) => says(sentence, quote));
	return [...block.matchAll(/“([^”]*\p{Script=Han}[^”]*)”/gu)].flatMap(([, quote = '']) =>
		isKnown(quote) ? [] : [`“${quote}” is quoted, but nobody says so`],
	);
}

/** Whether a quote is a sentence, or the start of one up to a mark; `……` stands for what changes. */
function says(sentence: string, quote: string): boolean {
	const escaped = quote.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const pattern = escaped.replace(/ ?…+ ?/g, '.*');
	return new RegExp(`^${pattern}(?:$|[，。：；（{])`, 'u').test(sentence);
}
