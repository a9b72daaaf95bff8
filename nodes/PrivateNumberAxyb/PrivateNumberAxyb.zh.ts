import { actionNode } from '../shared/actionNode.zh';
import type { Chinese } from '../shared/translate';

/** The Chinese of what this node alone shows. */
export const own: Chinese = {
	'Huawei Private Number AXYB': '华为隐私号 AXYB',
	'Give both people a privacy number of their own, so that each sees only that of the other (隐私保护通话 AXYB模式). Closed to new applications.':
		'给双方各分配一个隐私号，互相只能看到对方的隐私号（隐私保护通话 AXYB 模式）。不再接受新应用申请。',
	'Create AXYB binding': '新建 AXYB 绑定',
	'Give A a privacy number X (绑定AX), whose callers become peers':
		'给 A 分配隐私号 X，拨打 X 的人会成为对端',
	'Get AXYB binding': '查询 AXYB 绑定',
	'Read a binding with its peers, one item for each of up to five (查询绑定)':
		'查询一条绑定和它的对端，每个对端输出一条，最多五条',
	'Delete AXYB binding': '解除 AXYB 绑定',
	'Unbind A and every peer, so that X and Y no longer connect them (解绑)':
		'解除 A 和全部对端的绑定，双方不能再通过 X 和 Y 联系',
	Peer: '对端',
	Add: '添加',
	'Add peer to AXYB binding': '添加 AXYB 绑定的对端',
	'Give B a privacy number Y, on which A reaches B (绑定YB)': '给 B 分配隐私号 Y，A 拨打 Y 接通 B',
	Remove: '移除',
	'Remove peer from AXYB binding': '移除 AXYB 绑定的对端',
	'Take the privacy number Y away from B; A keeps X (解绑YB)':
		'收回 B 的隐私号 Y，A 的隐私号 X 保持不变',
	'The number that stands for A (隐私号码X)': '代表 A 的隐私号',
	'Number that stands for A (隐私号码X), as Create gives it': '代表 A 的隐私号，绑定成功时返回',
	'Privacy Number (Y)': '隐私号（Y）',
	'The number that stands for B (隐私号码Y)': '代表 B 的隐私号',
	'Number that stands for B (隐私号码Y), as Add gives it': '代表 B 的隐私号，添加对端时返回',
	'The own number of B (B号码)': 'B 的真实号码',
	'Number of the first person (A号码), in any usual spelling. A landline can be called but cannot call.':
		'第一个人的号码，平时怎么写就怎么填。固话只能接听，不能呼出。',
	'Number of the other person (B号码), in any usual spelling. A landline can be called but cannot call.':
		'另一个人的号码，平时怎么写就怎么填。固话只能接听，不能呼出。',
	'Only A may call, through Y': '只有 A 可以通过 Y 呼叫',
	'Only B may call, through X': '只有 B 可以通过 X 呼叫',
	'After how many seconds the platform unbinds by itself, with every peer (绑定时长): 60 to 7776000 (90 days), 0 for never':
		'到时由平台自动解绑，包括全部对端。60 到 7776000（90 天），0 表示不自动解绑',
	'Life of New Peers (Seconds)': '新对端绑定时长（秒）',
	'How long a B stays bound who called X without having been added (YB绑定时长), in seconds: 60 to 7776000 (90 days), 0 for as long as the binding':
		'没有添加就直接拨打 X 的 B 绑定多久。60 到 7776000（90 天），0 表示与绑定相同',
	'Life of Peer (Seconds)': '对端绑定时长（秒）',
	'After how many seconds the platform removes this B by itself (YB绑定时长): 60 to 7776000 (90 days), 0 for as long as the binding':
		'到时由平台自动移除这个 B。60 到 7776000（90 天），0 表示与绑定相同',
	'Waiting Tone of X': 'X 的等待音',
	'Tone file for calls through X, heard while waiting (X号码通话前等待音). The documents differ on which of the two hears it.':
		'通过 X 呼叫时，等待接通期间播放的放音文件。由哪一方听到，平台文档说法不一。',
	'Waiting Tone of Y': 'Y 的等待音',
	'Tone file for calls through Y, heard while waiting (Y号码通话前等待音). The documents differ on which of the two hears it.':
		'通过 Y 呼叫时，等待接通期间播放的放音文件。由哪一方听到，平台文档说法不一。',
	'Huawei takes no new applications for the AXYB mode (暂不支持申请). This node is for those who have one.':
		'华为暂不支持申请 AXYB 模式，这个节点供已有的应用使用。',
	'A reaches B on Y, B reaches A on X (双向)': 'A 拨打 Y 接通 B，B 拨打 X 接通 A',
	'City of the wanted privacy number Y: its code or its name (城市码). Leave it empty to let the platform choose.':
		'要哪个城市的隐私号 Y，填写区号或城市名。留空则由平台选择。',
};

/** The Chinese of everything that this node shows. */
export const chinese: Chinese = {
	...actionNode,
	...own,
};
