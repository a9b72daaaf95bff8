/** The Chinese of what the schemas say of output fields, by their English. */
export const OUTPUTS: Readonly<Record<string, string | undefined>> = {
	'Privacy number X (隐私号码X)': '隐私号 X',
	'Number A (A号码)': 'A 号码',
	'Who may call: both, onlyA, or onlyB (呼叫方向)':
		'呼叫方向：both（双方都能呼叫）、onlyA（只有 A）或 onlyB（只有 B）',
	'Longest call in minutes; absent without a limit (最大通话时长)':
		'最大通话时长，单位为分钟；不限时没有这个字段',
	'Whether the binding existed before, which only Use Existing Binding allows':
		'绑定是否原来就有，只有“已绑定时”为“沿用已有绑定”时才可能为 true',
	'Binding ID (绑定ID)': '绑定 ID',
	'True: the binding is gone': 'true：绑定已不存在',
	'True when nothing was found to unbind; otherwise absent':
		'没有找到可解绑的绑定时为 true，否则没有这个字段',
	'Your own data as it was given, JSON as JSON (用户附属信息)':
		'绑定时填写的用户附属信息，JSON 仍为 JSON',
	'Tone file played one minute before the longest call ends (最后一分钟放音)':
		'到达最大通话时长前一分钟播放的放音文件（最后一分钟放音）',
	'Whether calls are recorded (录音)': '是否录音',
	'Tone file that announces the recording (录音提示音)': '录音提示音的放音文件',
	'Whether texts are passed on (是否支持短信)': '是否支持短信',
	'Tone file that A hears while waiting (通话前等待音)':
		'A 等待接通时听到的放音文件（通话前等待音）',
	'Tone file that the other side hears while waiting (通话前等待音)':
		'对方等待接通时听到的放音文件（通话前等待音）',
	'What the phone of A shows when somebody calls X: privateNumber or caller (来显号码)':
		'有人拨打 X 时 A 的手机上显示的号码：privateNumber（隐私号）或 caller（主叫号码）',
	'Whether the privacy number is switched on: on or off (开关机状态)':
		'隐私号的开关机状态：on（开机）或 off（关机）',
	'True: the callee is named': 'true：临时被叫已设置',
	'Privacy number X (隐私号码X), where it named the binding': '隐私号 X，用它指定绑定时才有',
	'Whom A reaches with the next call (临时被叫号码)': 'A 的下一次呼叫接通的临时被叫号码',
	'Until when A can start that call, in the time zone of the workflow':
		'A 最晚何时发起这次呼叫，按工作流的时区',
	'For how many seconds A can start that call (临时被叫关系保持时间)':
		'A 可以在多少秒内发起这次呼叫（保持时间）',
	'Binding ID (绑定ID), where it named the binding': '绑定 ID，用它指定绑定时才有',
	'True: the change was made': 'true：修改已完成',
	'True: the call is over': 'true：通话已结束',
	'True when the call was over before; otherwise absent':
		'通话之前就已结束时为 true，否则没有这个字段',
	'Name of the recording (录音文件名)': '录音文件名',
	'Kind of file, e.g. audio/wav': '文件类型，例如 audio/wav',
	'Size for people, e.g. 128 kB': '便于阅读的大小，例如 128 kB',
	'Size in bytes': '大小，单位为字节',
	'Address from which the recording can be downloaded for a short time (录音下载地址)':
		'录音下载地址，短时间内有效',
	'Kind of event': '事件类型',
	'ID of the event, the same when the platform sends it again': '事件的 ID，平台重复推送时不变',
	'When it happened, as ISO time': '发生时间，ISO 格式',
	'ID of the text (smsIdentifier)': '短信的 ID（smsIdentifier）',
	'Who wrote the text': '短信的发送方',
	'Privacy number X that it was sent to': '收到短信的隐私号 X',
	'The text, where Huawei has opened this (短信内容)': '短信内容，华为为应用开通后才有',
	'How many texts it was split into': '拆分成几条短信',
	'Way of the text: fromA, toA or unknown':
		'短信方向：fromA（A 发出）、toA（发给 A）或 unknown（未知）',
	'True: the platform waits for the decision': 'true：平台在等待决定',
	'ID of the binding (绑定ID)': '绑定 ID',
	'Number B (B号码)': 'B 号码',
	'When the platform will unbind, in the time zone of the workflow; absent when it never does':
		'平台何时自动解绑，按工作流的时区；永不解绑时没有这个字段',
	'Life of the binding in seconds; absent when it never ends (绑定时长)':
		'绑定时长，单位为秒；永久有效时没有这个字段',
	'When it was bound or last changed, in the time zone of the workflow (绑定时间)':
		'绑定或最近一次修改的时间，按工作流的时区',
	'How often the number was bound, perhaps more than it holds now (绑定次数)':
		'这个号码绑定过多少次，可能多于现有的绑定',
	'Extension with its zeros (分机号)': '分机号，保留前面的 0',
	'When the platform will unbind, in the time zone of the workflow; absent when it never does, or the binding existed before':
		'平台何时自动解绑，按工作流的时区；永不解绑或绑定原来就有时没有这个字段',
	'Unit of both times: hours or minutes (时间单位)':
		'两个时间的单位：hours（小时）或 minutes（分钟）',
	'Life of the binding in that unit; absent when it never ends (绑定关系保持时间)':
		'绑定保持时间，按上述单位；永久有效时没有这个字段',
	'How long A can call back, in that unit (回呼记录保持时间)': '回呼保持时间，按上述单位',
	'Tone file that A hears when nobody has called before (回呼提示音)':
		'没有人来过电话时 A 回呼听到的放音文件（回呼提示音）',
	'Number that A reaches when nobody has called before (回呼转接号码)':
		'没有人来过电话时 A 回呼转接到的号码（回呼转接号码）',
	'Life that was bound, in that unit; an update does not show here, absent when it never ends (绑定关系保持时间)':
		'绑定时设置的绑定保持时间，按上述单位；之后的修改不体现在这里，永久有效时没有这个字段',
	'Extension with its zeros (分机号), where it named the binding':
		'分机号，保留前面的 0；用它指定绑定时才有',
	'Privacy number Y, which stands for B (隐私号码Y); absent without a peer':
		'代表 B 的隐私号 Y；没有对端时没有这个字段',
	'Number B (B号码); absent without a peer': 'B 号码；没有对端时没有这个字段',
	'Life of a peer in seconds; absent when it ends with the binding (YB绑定时长)':
		'对端绑定时长，单位为秒；随绑定一起结束时没有这个字段',
	'Tone file for calls through X (X号码通话前等待音)': '经 X 呼叫时的放音文件（X 的等待音）',
	'Tone file for calls through Y (Y号码通话前等待音)': '经 Y 呼叫时的放音文件（Y 的等待音）',
	'Privacy number Y, which stands for B (隐私号码Y)': '代表 B 的隐私号 Y',
	'When the platform will remove the peer, in the time zone of the workflow; absent when that is with the binding':
		'平台何时自动移除对端，按工作流的时区；随绑定一起结束时没有这个字段',
	'True: the peer is gone': 'true：对端已移除',
	'Who calls (主叫号码)': '主叫号码',
	'Privacy number X that was dialled': '被拨打的隐私号 X',
	'ID of the call (呼叫会话ID)': '会话 ID',
	'Mode of the application': '应用的模式',
};
