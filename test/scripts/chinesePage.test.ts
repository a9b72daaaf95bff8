import { chinesePageFindings } from '../../scripts/docs/chinesePage';
import { labelsOf } from '../../scripts/docs/labels';

const labels = labelsOf(
	[{ displayName: 'Respond' }, { displayName: 'Longest Call (Minutes)' }],
	[{ displayName: '应答方式' }, { displayName: '最大通话时长（分钟）' }],
);

const sources = {
	labels,
	sentences: ['连不上平台', '平台流控，多用了 {seconds} 秒。', '订单 → 绑定'],
	platformTexts: ['被叫用户忙(空号)'],
};

const found = (page: string): string => chinesePageFindings(page, sources).join('\n');

describe('a Chinese page', () => {
	it.each([
		['another word for a thing', '请填写虚拟号。', '隐私号'],
		['another word in a table', '| 字段 |\n| --- |\n| 呼叫记录 |', '话单'],
		['another word under a picture', '<img src="a.png" alt="取消绑定之后">', '解绑'],
		['Latin letters without a blank', '填写绑定ID。', 'blank'],
		['code without a blank', '填写`id`。', 'blank'],
		['a half-width mark', '请检查,再试。', 'half-width'],
		['English that was left behind', '请检查 the address 再试。', '“the” is not Chinese'],
		[
			'a sentence in English in brackets with Chinese',
			'请检查（see 控制台）。',
			'“see” is not Chinese',
		],
		[
			'a label that the panel does not have',
			'把“答应方式”（Respond）设为它。',
			'the panel calls Respond',
		],
		['a label without its quotes', '**应答办法**（Respond）设为它。', 'the panel calls Respond'],
		['a field that no panel has', '把“应答方式”（Reply Mode）打开。', 'no panel shows Reply Mode'],
		['a message that nobody says', '提示是“无法访问平台”。', 'nobody says so'],
		['a part of a message', '提示是“不上平台”。', 'nobody says so'],
	])('is told of %s', (_, page, finding) => {
		expect(found(page)).toContain(finding);
	});

	it.each([
		['a label with its English', '把“应答方式”（Respond）打开。'],
		[
			'a label with and without its unit',
			'“最大通话时长”（Longest Call）和“最大通话时长（分钟）”。',
		],
		['messages of the package', '提示“连不上平台”或“平台流控，多用了……秒”。'],
		['a message with a value', '提示“平台流控，多用了 …… 秒”。'],
		['names of examples', '运行“订单 → 绑定”。'],
		['names of the console', '填写“X号码状态接收地址”，查看 X号码状态。'],
		['code and names that are English', '点击 _Execute step_，运行 `npm start`，看 **Settings**。'],
		['what a log says', '日志里有“a push was refused”（推送被拒绝）一行。'],
		['words of the platform', '| 原因 |\n| --- |\n| 被叫用户忙(空号) |'],
		['bold words in front of a paragraph', '**承诺。** 绑定一次。'],
	])('may hold %s', (_, page) => {
		expect(found(page)).toBe('');
	});
});
