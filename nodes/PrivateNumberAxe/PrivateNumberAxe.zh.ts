import { actionNode } from '../shared/actionNode.zh';
import type { Chinese } from '../shared/translate';

/** The Chinese of what this node alone shows. */
export const own: Chinese = {
	'Huawei Private Number AXE': '华为隐私号 AXE',
	'Give many people one privacy number, each with an extension of their own (隐私保护通话 AXE模式)':
		'多人共用一个隐私号，每人一个分机号（隐私保护通话 AXE 模式）',
	'Create AXE binding': '新建 AXE 绑定',
	'Give a person an extension of a privacy number (绑定)': '给一个人分配隐私号的分机号',
	'Update AXE binding': '修改 AXE 绑定',
	'Change the settings of a binding (修改绑定); its person and extension cannot be changed':
		'修改绑定的设置。绑定的人和分机号不能修改',
	'Get AXE binding': '查询 AXE 绑定',
	'Read one binding (查询绑定)': '查询一条绑定',
	'Get many AXE bindings': '查询 AXE 绑定列表',
	'List the people and extensions of a privacy number (查询绑定列表)':
		'列出一个隐私号的全部分机号和对应的人',
	Count: '查询绑定次数',
	'Count AXE bindings': '查询 AXE 绑定次数',
	'Delete AXE binding': '解除 AXE 绑定',
	'Unbind, so that the extension no longer reaches the person (解绑)':
		'解绑后，拨打这个分机号不再接到这个人',
	'Number of the person to protect (A号码), in any usual spelling. A landline can be called but cannot call back. Carriers block calls to numbers that were not reported to Huawei before (报备实际使用人号码).':
		'要保护的人的号码，平时怎么写就怎么填。固话只能接听，不能回呼。没有事先向华为报备实际使用人的号码，来电会被运营商拦截。',
	'Number that everybody else calls (隐私号码X), one ordered for the application. It carries many people; about 200 at most are advised.':
		'其他人拨打的号码，是为这个应用订购的。一个号码可以供很多人使用，建议不超过 200 人。',
	'Extension (E)': '分机号（E）',
	'Extension of the person (分机号), 1 to 4 digits with their zeros':
		'这个人的分机号，1 到 4 位数字，开头的 0 不能省略',
	'Extension for the person (分机号), with its zeros and as many digits as the application has. Leave it empty to let the platform pick a free one.':
		'分配给这个人的分机号，位数与应用的设置一致，开头的 0 不能省略。留空则由平台分配空闲的分机号。',
	'Privacy Number and Extension': '隐私号和分机号',
	'Call-Back Number': '回呼转接号码',
	'Number that A reaches on the privacy number when nobody has called A before (回呼记录不存在时的转接号码), such as a service desk':
		'没有人给 A 打过电话时，A 拨打隐私号接通的号码，例如客服',
	'Call-Back Tone': '回呼提示音',
	'Tone file that A hears on the privacy number when nobody has called A before (回呼记录不存在时的提示音); then the call ends':
		'没有人给 A 打过电话时，A 拨打隐私号听到的放音文件，播放完就挂机',
	'Give either Call-Back Number or Call-Back Tone, not both.':
		'“回呼转接号码”和“回呼提示音”只能填写一个。',
	'The platform takes one of both: with Call-Back Number, Call-Back Tone is not heard.':
		'平台只采用其中一个：填写了“回呼转接号码”，就不播放“回呼提示音”。',
	'Unit of Times': '时间单位',
	'Unit of Life of Binding and Life of Call-Back (时间单位), hours when it is not set':
		'“绑定保持时间”和“回呼保持时间”的单位，不添加时为小时',
	Hours: '小时',
	'Both times are in hours (小时)': '两个时间都按小时计算',
	Minutes: '分钟',
	'Both times are in minutes (分钟)': '两个时间都按分钟计算',
	'Life of Call-Back': '回呼保持时间',
	'How long A can call back who called last (回呼记录保持时间), in the unit of times: at most 168 hours or 10080 minutes, and not longer than the binding':
		'A 在多长时间内可以回呼最后的来电人，按时间单位计算：最多 168 小时或 10080 分钟，不能超过绑定保持时间',
	'Life of Binding': '绑定保持时间',
	'After how long the platform unbinds by itself (绑定关系保持时间), in the unit of times: at most 720 hours or 43200 minutes, 0 for never. When it is not set, 168 hours.':
		'到时由平台自动解绑，按时间单位计算：最多 720 小时或 43200 分钟，0 表示不自动解绑。不添加时为 168 小时。',
	'New life of the binding (绑定关系保持时间), in the unit of times: at most 720 hours or 43200 minutes, 0 for never. Get goes on telling the life that was bound.':
		'新的绑定保持时间，按时间单位计算：最多 720 小时或 43200 分钟，0 表示不自动解绑。查询结果里仍是绑定时的时间。',
	'Tell how often a privacy number was bound (绑定次数). Perhaps more than it holds now: Get Many tells those.':
		'查询一个隐私号绑定过多少次。可能多于现有的绑定：现有的绑定请用“查询列表”查询。',
	'Get many privacy numbers': '查询隐私号列表',
	'List every privacy number of the application with how often it was bound (绑定次数)':
		'列出应用的全部隐私号和各自的绑定次数',
	'From List': '从列表选择',
	'By Number': '填写号码',
	'What callers dial (隐私号码和分机号)': '来电人拨打的隐私号和分机号',
};

/** The Chinese of everything that this node shows. */
export const chinese: Chinese = {
	...actionNode,
	...own,
};
