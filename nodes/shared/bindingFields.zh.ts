import type { Chinese } from './translate';

/** The Chinese of what bindings of several modes have in common. */
export const bindingFields: Chinese = {
	Binding: '绑定关系',
	Create: '绑定',
	Update: '修改',
	Get: '查询',
	'Get Many': '查询列表',
	Delete: '解绑',
	'Number A': 'A 号码',
	'Number B': 'B 号码',
	'Privacy Number (X)': '隐私号（X）',
	'Only B': '仅 B',
	'Life of Binding (Seconds)': '绑定时长（秒）',
	'The ID that Create gives (绑定ID)': '绑定成功时返回的 ID',
	'Identify By': '指定方式',
	'Your own data, such as an order number (用户附属信息). Comes back in events and call records. Any text or JSON; at most 256 characters, Chinese counts four.':
		'您自己的数据，例如订单号。事件和话单都会带回。可以是文本或 JSON，最多 256 个字符，一个汉字算四个。',
	Options: '选项',
	'Add option': '添加选项',
	'Update Fields': '修改内容',
	'Add field': '添加字段',
	Filters: '筛选条件',
	'Add filter': '添加条件',
	'Binding ID': '绑定 ID',
	'Area Code': '城市码',
	'Area Match': '匹配模式',
	Strict: '严格匹配',
	Loose: '非严格匹配',
	'Record Calls': '录音',
	'Whether every call of this binding is recorded (录音). Needs a Recording Notice, and recording switched on for the application.':
		'是否对这条绑定的每次通话录音。需要填写录音提示音，应用也要开通录音。',
	'Recording Notice': '录音提示音',
	'Tone file that announces the recording (录音提示音). Carriers block recorded calls without it.':
		'告知通话会被录音的放音文件。没有它，录音通话会被运营商拦截。',
	'Longest Call (Minutes)': '最大通话时长（分钟）',
	'After how many minutes a call is ended (最大通话时长), 0 for no limit, at most 1440':
		'通话到这个时长自动结束。0 表示不限，最多 1440',
	'Last Minute Tone': '最后一分钟放音',
	'Tone file played one minute before the longest call ends (最后一分钟放音). Needs Longest Call.':
		'距最大通话时长还有一分钟时播放的放音文件。需要设置最大通话时长。',
	'Allow SMS': '允许短信',
	'Whether both people may text each other through the privacy number (是否支持短信)':
		'双方能否通过隐私号互发短信',
	'Waiting Tone for A': 'A 的等待音',
	"Tone file that A hears while waiting (通话前等待音), instead of B's ring-back tone":
		'A 等待接通时听到的放音文件，代替 B 的回铃音',
	'Waiting Tone for B': 'B 的等待音',
	"Tone file that B hears while waiting (通话前等待音), instead of A's ring-back tone":
		'B 等待接通时听到的放音文件，代替 A 的回铃音',
	'User Data': '用户附属信息',
	'e.g. order 20260101-17': '例如 20260101-17 号订单',
	'Your own data, such as an order number (用户附属信息). Comes back in every event, call record and text. Any text or JSON; at most 256 characters, Chinese counts four.':
		'您自己的数据，例如订单号。每个事件、话单和短信都会带回。可以是文本或 JSON，最多 256 个字符，一个汉字算四个。',
	'On Conflict': '已绑定时',
	'Stop With an Error': '报错',
	'The item is refused (报错)': '这条数据不成功',
	'Use Existing Binding': '沿用已有绑定',
	'Ignore Not Found': '忽略不存在',
	'Whether a binding that is gone already counts as deleted (忽略不存在)':
		'绑定已经不存在时，是否也算解绑成功',
	'Return All': '返回全部',
	'Whether to return all results or only up to a given limit':
		'是否返回全部结果，而不是最多返回指定的条数',
	Limit: '条数上限',
	'Max number of results to return': '最多返回多少条结果',
	'City of the wanted privacy number: its code or its name (城市码)':
		'要哪个城市的隐私号，填写区号或城市名',
	'e.g. 0755 or 深圳': '例如 0755 或深圳',
	'Only a number of this city (严格匹配)': '只选这个城市的号码',
	'Same province, else anywhere (非严格匹配)': '先选同省的号码，再选任意号码',
	'What to do when no number of the city is free (匹配模式): refuse, or take another one':
		'这个城市没有空闲号码时，是不绑定，还是另选一个',
	'The same binding is the result (沿用已有绑定)': '直接返回已有的那条绑定',
	'What to do when the same numbers are bound already (绑定关系已存在). Only where the privacy number is given.':
		'同样的号码已经绑定时怎么办。只在指定了隐私号时有效。',
	'How you name what is meant (标识方式)': '用什么指定要操作的绑定',
	'ID of the binding (绑定ID), as Create gives it under subscriptionId':
		'绑定成功时返回的 ID（subscriptionId）',
};
