import { actionNode } from '../shared/actionNode.zh';
import type { Chinese } from '../shared/translate';

/** The Chinese of what this node alone shows. */
export const own: Chinese = {
	'Huawei Private Number AXB': '华为隐私号 AXB',
	'Let two people call and text each other through a privacy number (隐私保护通话 AXB模式)':
		'让双方通过隐私号打电话、发短信（隐私保护通话 AXB 模式）',
	'Create AXB binding': '新建 AXB 绑定',
	'Let two people call and text each other through a privacy number (绑定)':
		'让双方通过隐私号打电话、发短信',
	'Update AXB binding': '修改 AXB 绑定',
	'Change the people or the settings of a binding (修改绑定)': '更换绑定的号码，或修改绑定的设置',
	'Get AXB binding': '查询 AXB 绑定',
	'Read one binding (查询绑定)': '按绑定 ID 查询一条绑定',
	'Get many AXB bindings': '查询 AXB 绑定列表',
	'List the bindings of a privacy number (查询绑定列表)': '列出一个隐私号的绑定',
	'Delete AXB binding': '解除 AXB 绑定',
	'Unbind, so that the privacy number no longer connects the two (解绑)':
		'解绑后，双方不能再通过隐私号联系',
	'Number of the first person (A号码), in any usual spelling': '第一个人的号码，平时怎么写就怎么填',
	'Number of the second person (B号码), in any usual spelling':
		'第二个人的号码，平时怎么写就怎么填',
	'Number that both people see and call (隐私号码X), one ordered for the application':
		'双方看到和拨打的号码，是为这个应用订购的',
	'Area of Number A': '按 A 的城市',
	'A and B may call each other (双向)': 'A 和 B 可以互相呼叫',
	'Only A may call B': '只有 A 可以呼叫 B',
	'Only B may call A': '只有 B 可以呼叫 A',
	'After how many seconds the platform unbinds by itself (绑定时长): 60 to 7776000 (90 days), 0 for never':
		'到时由平台自动解绑。60 到 7776000（90 天），0 表示不自动解绑',
	'New Life of Binding (Seconds)': '新的绑定时长（秒）',
	'After how many seconds from this change the platform unbinds by itself (绑定时长): up to 7776000 (90 days), 0 for never':
		'从这次修改算起，到时由平台自动解绑。最多 7776000（90 天），0 表示不自动解绑',
	'Delete All Bindings of This Number': '解除这个号码的全部绑定',
	'Whether to remove every binding of the privacy number, up to 5000 (全部解绑)':
		'是否解除这个隐私号的全部绑定，最多 5000 条',
	'A free number of the city of A (按A号码归属地选号)': '由平台在 A 号码的归属地选空闲的号码',
	'Unbind one pair (绑定ID)': '解绑一对号码',
	'Unbind every pair of a number (隐私号码X)': '解绑一个隐私号的全部号码',
	'This removes every binding of the privacy number at once, up to 5000, and cannot be taken back. To remove one pair, identify it by Binding ID.':
		'这会一次解绑这个隐私号的全部绑定，最多 5000 条，不能撤销。只解绑一对号码时，请按“绑定 ID”指定。',
};

/** The Chinese of everything that this node shows. */
export const chinese: Chinese = {
	...actionNode,
	...own,
};
