import type { Chinese } from '../shared/translate';

/** The Chinese of everything that the trigger shows. */
export const chinese: Chinese = {
	'Huawei Private Number Trigger': '华为隐私号触发器',
	'Starts the workflow when somebody calls or texts a privacy number, when a call is over, and when a number changes its status (隐私保护通话 事件与话单推送)':
		'有人拨打隐私号或发来短信、通话结束、号码状态变化时，启动工作流（隐私保护通话的事件与话单推送）',
	Calls: '呼叫事件',
	'Call Records': '话单',
	'Paste the Production URL into the console (应用管理 → 应用详情): 呼叫状态接收地址, 呼叫话单接收地址, 短信通知地址, 短信控制地址 and X号码状态接收地址 may all be this one URL. The console needs 10 to 15 minutes until a change works. An application has one URL of each kind: to feed several workflows, let this one call them with Execute Sub-workflow (分发).':
		'请把 Production URL 粘贴到控制台“应用管理 → 应用详情”。呼叫状态接收地址、呼叫话单接收地址、短信通知地址、短信控制地址、X号码状态接收地址都可以填这一个地址。修改后 10 到 15 分钟生效。每个应用的每种地址只能填一个：要分发给多个工作流，请在这个工作流里用 Execute Sub-workflow 节点调用它们。',
	Events: '事件',
	'What starts the workflow (事件). The numbers of call events after Call In are not the real ones: take them from the call record.':
		'哪些事件启动工作流。“呼入”之后的呼叫事件里的号码不是真实号码，请以话单为准。',
	Alerting: '振铃',
	'The called phone rings (振铃)': '被叫手机响铃',
	Answer: '应答',
	'The call was answered (应答)': '电话已接听',
	'Call In': '呼入',
	'Somebody calls a privacy number (呼入)': '有人拨打隐私号',
	'Call Out': '呼出',
	'The platform calls the other side (呼出)': '平台正在呼叫另一方',
	'Call Record': '话单',
	'Full account of a call that is over, answered or not (话单)':
		'通话结束后的完整记录，无论是否接通',
	'Collect Digits': '收号',
	'The caller entered an extension; AXE only (收号)': '来电人输入了分机号，仅 AXE 模式',
	Disconnect: '挂机',
	'The call is over (挂机)': '通话已结束',
	'Number Status': '号码状态',
	'A privacy number became unusable, or usable again (X号码状态)': '隐私号变为不可用，或恢复可用',
	SMS: '短信',
	'A text was sent, or waits for a decision (短信)': '短信已发送，或正在等待决定',
	Respond: '应答方式',
	'When and how the platform gets its answer (响应方式)': '什么时候、怎样应答平台',
	Immediately: '立即应答',
	'The platform is told "received" as soon as n8n has stored the execution':
		'n8n 保存这次执行后，立即告诉平台已收到',
	'After Success': '成功后应答',
	'The platform is told "received" only when the workflow has succeeded; otherwise it sends the event again, up to 6 times in 5 hours, so that nothing is lost':
		'工作流成功后才告诉平台已收到，否则平台在 5 小时内最多再推送 6 次，不会丢失',
	'By Workflow': '由工作流应答',
	'The workflow decides about waiting calls (X mode) and texts (AX and X mode), with the operations Connect, Reject, Forward and Discard':
		'由工作流决定等待中的来电（X 模式）和短信（AX、X 模式）怎么处理，使用操作“接续”“拒接”“转发”“丢弃”',
	'In this setting, plain notifications are answered before n8n has stored them. For call records, use a second workflow whose trigger responds Immediately or After Success, and paste its URL into 呼叫话单接收地址.':
		'这样设置时，普通通知在 n8n 保存之前就已应答。话单请用另一个工作流接收：它的触发器选“立即应答”或“成功后应答”，并把它的地址填到“呼叫话单接收地址”。',
	Simplify: '简化输出',
	'Whether to return a simplified version of the response instead of the raw data':
		'是否输出整理好的字段，而不是平台的原始数据',
	Options: '选项',
	'Add option': '添加选项',
	'Answer Deadline (Seconds)': '确认时限（秒）',
	'How long the platform waits for the workflow before it is told to send the event again (确认时限). The workflow may then run twice: write to a table with the field eventId as the key (Data Table → Upsert).':
		'工作流在这个时间内没有完成，就让平台重新推送。这时工作流可能运行两次：写表时请用字段 eventId 作主键（Data Table → Upsert）。',
	'Body for the Trigger to Read': '由触发器读取请求内容',
	'Default Destination': '默认去向',
	'Where waiting calls and texts go when no workflow answers (默认去向). Empty: calls are rejected, texts are discarded. A landline gets the calls only.':
		'工作流没有应答时，等待中的来电和短信转给谁。留空则拒接来电、丢弃短信。固话只能接来电。',
	'Mask Numbers': '号码脱敏',
	'Max Call Age (Seconds)': '呼叫请求有效期（秒）',
	'A waiting call older than this, or asked about again, is never connected (呼叫请求有效期): its caller has hung up long ago':
		'超过这个时间或重复询问的来电不会接续：来电人早已挂机',
	'Max Signature Age (Minutes)': '签名有效期（分钟）',
	'How old a signature may be (签名有效期), 0 for any age. The platform repeats events for 5 hours.':
		'签名多久之内有效，0 表示不限。平台会在 5 小时内重复推送事件。',
	'Privacy Numbers (X)': '隐私号（X）',
	'Reply Deadline (Seconds)': '应答时限（秒）',
	'When a waiting caller gets the default answer if the workflow has given none (应答时限)':
		'工作流到这个时间还没有应答，就按默认去向处理来电',
	'Separate Outputs': '分路输出',
	'Whether calls, call records, texts and number status each have an output of their own (分路输出)':
		'呼叫事件、话单、短信、号码状态是否各用一个输出',
	'Signature Check': '签名校验',
	'Whether an event must be signed with the app key and secret (签名校验)':
		'事件是否必须用 App Key 和 App Secret 签名',
	Required: '必须校验',
	'Only signed events (必须校验)': '只接收签名正确的事件',
	'When Present': '有签名才校验',
	'Unsigned events pass, wrongly signed ones do not': '没有签名的事件照常接收，签名不正确的拒收',
	Off: '不校验',
	'Anybody who knows the URL can send events': '知道地址的任何人都可以发送事件',
	'Real calls and texts do not come here: the platform sends them to the Production URL of the published workflow. To try it now, send a sample to the Test URL from the page of the simulator, or pin a sample item and run the workflow.':
		'真实的来电和短信不会到这里：平台把它们推送到已发布工作流的 Production URL。现在想试用，请从模拟器页面向 Test URL 发送样例，或固定（Pin）一条样例数据后运行工作流。',
	'Try it with a sample': '用样例试一试',
	'<b>While you build</b>, click Execute step, then send a sample to the <b>Test URL</b> from the page of the simulator; or pin a sample item (from the page of events in the documents) and run the workflow.<br /><br /><b>Real calls and texts</b> come once the workflow is published and its <b>Production URL</b> stands in the console. They start executions that you find in the list of executions.':
		'<b>搭建时</b>：点击 Execute step，再从模拟器页面向 <b>Test URL</b> 发送样例；也可以固定（Pin）一条样例数据（取自文档的事件页），然后运行工作流。<br /><br /><b>真实的来电和短信</b>：发布工作流，并把 <b>Production URL</b> 填到控制台之后才会收到。它们启动的执行在执行列表中查看。',
	'<b>While you build</b>, click Execute step, then send a sample to the <b>Test URL</b> from the page of the simulator; or pin a sample item (from the page of events in the documents) and run the workflow.<br /><br /><b>Real calls and texts</b> come to the <b>Production URL</b>, once it stands in the console. They start executions that you find in the list of executions.':
		'<b>搭建时</b>：点击 Execute step，再从模拟器页面向 <b>Test URL</b> 发送样例；也可以固定（Pin）一条样例数据（取自文档的事件页），然后运行工作流。<br /><br /><b>真实的来电和短信</b>：把 <b>Production URL</b> 填到控制台之后，推送到这个地址。它们启动的执行在执行列表中查看。',
	'Publish the workflow, then paste its Production URL into the console: until then no real call or text comes.':
		'请发布工作流，再把它的 Production URL 粘贴到控制台，之后才会收到真实的来电和短信。',
	'The workflow now starts on events of your privacy numbers, once the console sends them to the Production URL. A change in the console works after 10 to 15 minutes.':
		'在控制台填好 Production URL 后，您的隐私号一有事件，工作流就会启动。控制台的修改 10 到 15 分钟后生效。',
	'Anything Else': '其他',
	'What no document of the platform describes (其他), whole': '平台文档没有说明的推送，原样输出',
	'Allow Reused Signatures': '允许签名重复使用',
	'Whether to accept a signature that has come with another body before (允许签名重复使用). The platform makes a new one for each event; a gateway in between may not.':
		'同一个签名带着不同内容再次出现时，是否接收。平台为每个事件生成新的签名，中间的网关可能不会。',
	'Whether to hide the middle digits of phone numbers in the output, in texts too (号码脱敏). In IDs a digest takes their place, so an ID that holds a number no longer names the binding or recording. The field sessionId stays whole: End Call needs it.':
		'是否隐藏输出中电话号码的中间几位，短信内容里的也隐藏。ID 中的号码换成摘要，因此含号码的 ID 不能再用来指定绑定或录音。字段 sessionId 保持完整，“终止通话”要用到它。',
	'Only calls, texts and status of these privacy numbers (隐私号码X), separated by commas. An event whose number is not known passes.':
		'只接收这些隐私号的呼叫、短信和状态，用逗号分隔。号码未知的事件照常接收。',
};
