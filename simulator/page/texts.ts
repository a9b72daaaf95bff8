import { phoneTexts } from './words/phone';
import { row } from './words/text';
import type { Text } from './words/text';

/**
 * Every text of the page, a row each: a row without one of its languages does not compile, and neither
 * does a name that has no row. `{name}` stands for a value. The Chinese words are those of Huawei's console.
 */
export const texts = {
	title: row('Private Number simulator', '隐私号模拟器'),
	loading: row('Loading…', '正在加载……'),
	noAnswerHere: row('The simulator does not answer.', '模拟器没有响应。'),
	baseUrl: row('Base URL for the credential', '凭证中的 APP接入地址'),
	timeRuns: row('time runs {speed}×', '时间加速 {speed} 倍'),
	live: row('live', '已连接'),
	notLive: row('not connected', '未连接'),
	language: row('Language', '语言'),
	copy: row('Copy {text}', '复制 {text}'),
	cancel: row('Cancel', '取消'),
	more: row('… and {count} more', '……另有 {count} 条'),

	startOver: row('Start over', '恢复初始状态'),
	startOverAsk: row('Start over?', '恢复初始状态？'),
	startOverLoses: row(
		'These go: bindings ({bindings}), calls ({calls}) and SMS ({messages}), the log, faults, and messages of the group chat.',
		'将清除 {bindings} 个绑定、{calls} 次呼叫和 {messages} 条短信，以及日志、故障和群消息。',
	),
	startOverKeeps: row(
		'Applications, numbers, push addresses and bindings become those of the start.',
		'应用、号码、推送地址和绑定都恢复为启动时的状态。',
	),

	guide: row('Try this first', '从这里开始'),
	guideHint: row('What starts which example in n8n.', '每个示例怎样启动，可在 n8n 中打开查看。'),
	guideDial: row('Dial {number}', '拨打 {number}'),
	guideText: row('Text {number}', '发短信到 {number}'),
	guideOrder: row('Send an order', '发送订单'),
	guideStarts: row('starts', '启动'),
	useNumber: row('Put it into phone 1', '填入电话 1'),
	guideEmpty: row(
		'Bind the phones, dial the private number on phone 1, answer on phone 2. “npm start” adds n8n with examples.',
		'先绑定两部电话，用电话 1 拨打隐私号，再用电话 2 接听。运行 npm start 可同时启动带示例的 n8n。',
	),

	...phoneTexts,

	calls: row('Calls and recordings', '呼叫与录音'),
	callsEmpty: row('No call yet.', '还没有呼叫。'),
	recordingOf: row('Recording of the call {call}', '呼叫 {call} 的录音'),
	recordingLater: row('The recording comes with the call record.', '录音随话单生成。'),

	applications: row('Applications', '应用'),
	applicationsHint: row(
		'Keys for the credential, numbers to dial; click to copy.',
		'凭证所需的密钥和可拨打的隐私号，点击即可复制。',
	),
	application: row('Application', '应用'),
	number: row('1 number', '1 个号码'),
	numbers: row('{count} numbers', '{count} 个号码'),
	statusOf: row('Status of {number}', '{number} 的状态'),
	status5: row('normal', '正常'),
	status9: row('paused', '暂停使用'),
	status10: row('unusable', '不可用'),
	status11: row('no new bindings', '不可新增绑定'),

	bindings: row('Bindings', '绑定'),
	bindingsHint: row(
		'Phone 1 becomes A, phone 2 becomes B. X mode has no bindings: your workflow decides each call.',
		'电话 1 为 A，电话 2 为 B。X 模式没有绑定，每次呼叫由您的工作流决定。',
	),
	bind: row('Bind the phones', '绑定两部电话'),
	noBinding: row('No binding.', '没有绑定。'),
	until: row('until {time}', '有效期至 {time}'),
	unbind: row('Unbind', '解绑'),
	unbindOf: row('Unbind {members}', '解绑 {members}'),

	addresses: row('Push addresses', '推送地址'),
	addressesHint: row(
		'As in the console, but a change works at once. Paste the trigger’s production URL.',
		'与控制台相同，但修改立即生效。请粘贴触发器的 Production URL。',
	),
	allApplications: row('all, one address for everything', '全部应用，所有推送用同一地址'),
	everyPush: row('Address of every push', '所有推送的地址'),
	callEvent: row('Call events (呼叫状态接收地址)', '呼叫状态接收地址'),
	callRecord: row('Call records (呼叫话单接收地址)', '呼叫话单接收地址'),
	smsAddress: row('SMS notification (短信通知地址)', '短信通知地址'),
	smsControl: row('SMS control (短信控制地址)', '短信控制地址'),
	numberStatus: row('Number status (X号码状态接收地址)', 'X号码状态接收地址'),
	saveAddresses: row('Save addresses', '保存地址'),
	saveAsk: row('Change every push address of these applications?', '修改以下应用的全部推送地址？'),
	saveLoses: row(
		'They push to {url} then, and no longer to:',
		'之后它们都推送到 {url}，不再推送到：',
	),
	saveEmpty: row('an empty address (no pushes)', '空地址（不推送）'),
	saveAll: row('Change all {count}', '修改全部 {count} 个'),
	saveIt: row('Change it', '修改'),
	saveOne: row('Only this application', '只修改这个应用'),
	saved: row('Saved.', '已保存。'),

	sample: row('Sample push', '样例推送'),
	sampleHint: row(
		'One signed push to any address, such as n8n’s test URL.',
		'向任意地址发送一条带签名的推送，例如 n8n 的 Test URL。',
	),
	mode: row('Mode', '模式'),
	kind: row('Kind', '类型'),
	signature: row('Signature', '签名'),
	urlForm: row('X-AKSK, URL form', 'X-AKSK，URL 编码'),
	howMany: row('How many', '条数'),
	address: row('Address', '地址'),
	sendSample: row('Send sample', '发送样例'),
	withBody: row('with', '应答为'),
	withoutBody: row('with an empty body', '应答体为空'),
	wasSent: row('What was sent', '发送的内容'),
	sampleDigits: row('collectInfo (digits)', 'collectInfo（收号）'),
	sampleFee: row('fee (call record)', 'fee（话单）'),
	sampleSms: row('SMS notification', '短信通知'),
	sampleBlock: row('SMS question (Block)', '短信控制（Block）'),
	sampleStatus: row('number status', '号码状态'),

	faults: row('Faults', '故障'),
	faultsHint: row('What shall go wrong with the API and the pushes?', '让接口和推送出什么错？'),
	onceOnly: row('once only', '只发生一次'),
	faultsOn: row('Faults that are on', '已开启的故障'),
	untilOff: row('until switched off', '直到关闭'),
	met: row('met {count}', '已发生 {count} 次'),
	switchOff: row('Switch off', '关闭'),
	switchOffOf: row('Switch off: {fault}', '关闭：{fault}'),

	log: row('Live log', '实时日志'),
	logShown: row('Shown in the log', '日志内容'),
	logAll: row('All', '全部'),
	logApi: row('API calls', '接口调用'),
	logPush: row('Pushes', '推送'),
	logEmpty: row('Nothing yet: bind, dial, text.', '还没有内容：请绑定、拨打或发短信。'),
	push: row('push', '推送'),
	api: row('API', '接口'),
	request: row('Request', '请求'),
	headers: row('Headers', '消息头'),
	body: row('Body', '消息体'),
	reply: row('Answer', '应答'),
	replyOf: row('Answer of {time}', '{time} 的应答'),
	noReply: row('no answer', '无应答'),
	tries: row('{count} tries', '已尝试 {count} 次'),
	faultMet: row('fault: {fault}', '故障：{fault}'),

	order: row('Send an order', '发送订单'),
	orderSend: row('Send the order', '发送'),
	orderHint: row(
		'To the webhook of the example “Order → Bind”, as a shop would.',
		'像业务系统一样，把订单发到示例“订单 → 绑定”的 Webhook。',
	),
	orderUrl: row('Order webhook', '订单 Webhook 地址'),
	orderId: row('Order', '订单号'),
	customer: row('Customer', '顾客手机'),
	driver: row('Driver', '司机手机'),
	area: row('Area code', '区号'),

	robots: row('Group chat', '群聊'),
	robotsHint: row(
		'Messages of group robots arrive here. Copy an address into the step Settings of an example.',
		'群机器人的消息显示在这里。请把地址复制到示例的 Settings 步骤中。',
	),
	robotsEmpty: row('No message yet.', '还没有消息。'),
	wecom: row('WeCom', '企业微信'),
	dingtalk: row('DingTalk', '钉钉'),
	feishu: row('Feishu', '飞书'),
	robotAddresses: row('Addresses and secrets of the robots', '机器人的地址和密钥'),
	robotSecret: row('Secret', '加签密钥'),
	robotRefused: row('refused: {reason}', '被拒绝：{reason}'),
} satisfies Record<string, Text>;

/** Name of a text of the page. */
export type TextName = keyof typeof texts;

/** A language of the page. */
export type Language = keyof Text;
