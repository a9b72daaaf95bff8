import { lines, words } from '../parts/lines';
import { ask, code, settings } from '../parts/steps';
import { bindings, calls, makeTable, writeRows, type Table } from '../parts/tables';
import type { Example, ExampleNode } from '../workflow';

const LANGCHAIN = '@n8n/n8n-nodes-langchain';
const fromAi = (name: string, description: string, type = 'string'): string =>
	`$fromAI('${name}', '${description}', '${type}')`;

/** A tool that looks rows of a table up by an order or a phone number. */
function lookUp(
	table: Table,
	name: string,
	at: ExampleNode['at'],
	description: string,
	columns: string[],
): ExampleNode {
	return {
		name,
		at,
		type: 'n8n-nodes-base.dataTableTool',
		typeVersion: 1.1,
		parameters: {
			descriptionType: 'manual',
			toolDescription: description,
			resource: 'row',
			operation: 'get',
			dataTableId: { __rl: true, mode: 'name', value: table.name },
			matchType: 'anyCondition',
			filters: {
				conditions: columns.map((keyName) => ({
					keyName,
					condition: 'eq',
					keyValue: `={{ ${fromAi('orderOrNumber', 'order number, or phone number written +8613800000001')} }}`,
				})),
			},
			limit: 20,
			orderBy: true,
			orderByColumn: 'id',
			orderByDirection: 'DESC',
		},
	};
}

/** A tool of the AXB node; without a resource of its own it would ask for one. */
function axbTool(
	name: string,
	at: ExampleNode['at'],
	description: string,
	parameters: object,
): ExampleNode {
	return {
		name,
		at,
		type: 'n8n-nodes-huawei-private-number.privateNumberAxbTool',
		typeVersion: 1,
		parameters: {
			descriptionType: 'manual',
			toolDescription: description,
			resource: 'binding',
			...parameters,
			requestOptions: {},
		},
	};
}

/** People bind, unbind and look up by chat; nothing is unbound without a person's yes. */
export const aiAssistant: Example = {
	id: 'ai-assistant',
	name: 'AI Assistant: bind, unbind and look up calls by chat 智能助手',
	about: {
		title: ['AI assistant', '智能助手'],
		what: [
			'Your colleagues write in a chat: "bind 138… and 139… for order A-1001", "what became of order A-1001?", "unbind it". The assistant does it with any model that speaks OpenAI’s interface: DeepSeek, Qwen, a local one. Before it unbinds, a person must press *Approve* in the chat: the workflow demands it, whatever the model says.',
			'同事在聊天中说：“把 138… 和 139… 绑定到订单 A-1001”“订单 A-1001 接通了吗？”“解绑吧”。助手可使用任何兼容 OpenAI 接口的模型：DeepSeek、通义千问、本地模型。解绑前必须有人在聊天中点击“确认解绑”：由工作流强制，模型说什么都绕不过。',
		],
		steps: [
			[
				'Choose your *Huawei Private Number API* credential in **Bind** and **Unbind**.',
				'在 **Bind** 和 **Unbind** 中选择您的“华为隐私号 API”（Huawei Private Number API）凭证。',
			],
			[
				'Choose an *OpenAI* credential in **Model**: the API key and, in *Base URL*, the address of your service, such as `https://api.deepseek.com/v1` or `https://dashscope.aliyuncs.com/compatible-mode/v1`. Write the name of the model into **Model**.',
				'在 **Model** 中选择 *OpenAI* 凭证：填 API Key，并在 *Base URL* 中填服务地址，如 `https://api.deepseek.com/v1` 或 `https://dashscope.aliyuncs.com/compatible-mode/v1`；模型名称也在 **Model** 中填写。',
			],
			[
				'Write the privacy number that new bindings get into `privateNumber` in **Settings**. The tables of *Order → Bind* and *Call Records → Table* are read.',
				'在 **Settings** 的 `privateNumber` 中填写新绑定使用的隐私号。查询使用“订单 → 绑定”和“话单 → 数据表”的数据表。',
			],
			[
				'Set *Authentication* of **Somebody Writes** (Basic Auth or n8n User Auth), publish the workflow (Publish) and open the chat address of **Somebody Writes** in a browser.',
				'为 **Somebody Writes** 设置 *Authentication*（Basic Auth 或 n8n User Auth），发布（Publish）工作流，用浏览器打开 **Somebody Writes** 的聊天地址。',
			],
		],
		more: [
			'To try it now: *Execute workflow* runs with the pinned sample and asks no model. With the simulator: open the chat in the editor and write to it.',
			'立即体验：点击 *Execute workflow*，用固定的样例运行，不调用模型。使用模拟器：在编辑器中打开聊天窗口并发消息。',
		],
	},
	notes: [
		{
			name: 'About the Confirmation',
			at: [7, 3.9],
			width: 640,
			text: [
				'**Confirmation.** The tool **Unbind** hangs on **Ask Before Unbinding**, not on the assistant. n8n itself stops the run there, shows what is about to be removed and waits for the button; *Decline* leaves the binding as it is. A model that is told "unbind without asking" cannot.',
				'**确认。** 工具 **Unbind** 接在 **Ask Before Unbinding** 上，而不是直接接在助手上。n8n 在此暂停，列出将要解绑的内容，等待点击按钮；点击“取消”则保留绑定。即使有人对模型说“不用问，直接解绑”也不行。',
			],
		},
		{
			name: 'About the Ledger',
			at: [5, -0.2],
			width: 560,
			text: [
				'**Ledger.** What the tools have done, not what the model says of it, is written into *Private Number Bindings*.',
				'**台账。** 写入 *Private Number Bindings* 的是工具实际执行的结果，而不是模型的说法。',
			],
		},
	],
	nodes: [
		{
			name: 'Somebody Writes',
			at: [0, 1],
			hasWebhook: true,
			type: `${LANGCHAIN}.chatTrigger`,
			typeVersion: 1.3,
			parameters: {
				public: true,
				mode: 'hostedChat',
				authentication: 'none',
				initialMessages:
					'您好！我可以绑定、解绑隐私号，也可以查询通话。\nHello! I bind and unbind privacy numbers, and look up calls.',
				options: {
					responseMode: 'responseNodes',
					title: 'Private Number Assistant 隐私号助手',
					subtitle: '绑定 · 解绑 · 查询',
					inputPlaceholder: '订单 A-1001 接通了吗？',
				},
			},
		},
		settings([1, 1], [['privateNumber', '']]),
		makeTable(bindings, 'Make Ledger', [2, 0]),
		makeTable(calls, 'Make Calls', [3, 0]),
		{
			name: 'Assistant',
			at: [2, 1],
			type: `${LANGCHAIN}.agent`,
			typeVersion: 3.1,
			parameters: {
				promptType: 'define',
				text: '={{ $json.chatInput }}',
				options: {
					systemMessage: words('assistantPrompt'),
					maxIterations: 8,
					returnIntermediateSteps: true,
				},
			},
		},
		{
			name: 'Model',
			at: [1, 2.2],
			type: `${LANGCHAIN}.lmChatOpenAi`,
			typeVersion: 1.2,
			parameters: {
				model: { __rl: true, mode: 'id', value: 'deepseek-chat' },
				options: { temperature: 0, timeout: 60000, maxRetries: 1 },
			},
		},
		{
			name: 'Memory',
			at: [2, 2.2],
			type: `${LANGCHAIN}.memoryBufferWindow`,
			typeVersion: 1.3,
			parameters: {
				sessionIdType: 'customKey',
				sessionKey: "={{ $('Somebody Writes').first().json.sessionId }}",
				contextWindowLength: 10,
			},
		},
		axbTool(
			'Bind',
			[3, 2.2],
			'Binds two phone numbers A and B to the privacy number, for an order. Needs the order number and both phone numbers.',
			{
				operation: 'create',
				callerNum: `={{ ${fromAi('numberA', 'phone number A')} }}`,
				calleeNum: `={{ ${fromAi('numberB', 'phone number B')} }}`,
				chooseNumberBy: 'number',
				relationNum: "={{ $('Settings').first().json.settings.privateNumber }}",
				options: {
					duration: 86400,
					userData: `={{ { orderId: ${fromAi('orderId', 'order number')} } }}`,
					onConflict: 'useExisting',
				},
			},
		),
		lookUp(
			bindings,
			'Find Bindings',
			[4, 2.2],
			'Looks up bindings in the ledger by order number or phone number: state, numbers A and B, privacy number, subscriptionId, expiry.',
			['orderId', 'numberA', 'numberB', 'privateNumber'],
		),
		lookUp(
			calls,
			'Find Calls',
			[5, 2.2],
			'Looks up calls by order number or phone number: when, who called whom, outcome (answered, missed, notConnected), billed minutes, why it ended.',
			['orderId', 'callerNumber', 'calledNumber', 'privateNumber'],
		),
		{
			name: 'Ask Before Unbinding',
			at: [6, 2.2],
			hasWebhook: true,
			type: `${LANGCHAIN}.chatHitlTool`,
			typeVersion: 1.3,
			parameters: {
				operation: 'sendAndWait',
				responseType: 'approval',
				message:
					'=确认解绑？解绑后双方无法再通过隐私号联系。\nUnbind? The two can then no longer reach each other.\n\n{{ JSON.stringify($tool.parameters) }}',
				approvalOptions: {
					values: {
						approvalType: 'double',
						approveLabel: '确认解绑 Approve',
						disapproveLabel: '取消 Decline',
					},
				},
				options: {},
			},
		},
		axbTool(
			'Unbind',
			[6, 3.4],
			'Removes one binding by its subscriptionId, which Find Bindings tells. A person is asked first, by itself: do not ask again.',
			{
				operation: 'delete',
				identifyBy: 'subscriptionId',
				subscriptionId: `={{ ${fromAi('subscriptionId', 'subscriptionId of the binding, as Find Bindings gave it')} }}`,
				options: { ignoreNotFound: true },
			},
		),
		code('What Was Done', [4, 1.2], lines('assistantDone')),
		ask(
			'if',
			'Was Bound',
			[5, 1.2],
			[{ left: '={{ $json.state }}', operation: 'equals', right: 'bound' }],
		),
		writeRows('update', {
			table: bindings,
			name: 'Mark Unbound',
			at: [6, 1.6],
			where: [['subscriptionId', 'eq', '={{ $json.subscriptionId }}']],
			set: { state: 'unbound', note: 'chat' },
		}),
		writeRows('upsert', {
			table: bindings,
			name: 'Write into Ledger',
			at: [6, 0.9],
			where: [['subscriptionId', 'eq', '={{ $json.subscriptionId }}']],
			set: Object.fromEntries(
				[
					'subscriptionId',
					'orderId',
					'mode',
					'state',
					'privateNumber',
					'numberA',
					'numberB',
					'boundAt',
					'expiresAt',
					'note',
				].map((column) => [column, `={{ $json.${column} }}`]),
			),
		}),
		{
			name: 'Answer',
			// Above the ledger, so that it comes first: whoever chats is answered though the ledger is full.
			at: [4, 0.3],
			hasWebhook: true,
			type: `${LANGCHAIN}.chat`,
			typeVersion: 1.3,
			parameters: { operation: 'send', message: '={{ $json.output }}', options: {} },
		},
	],
	links: [
		'Somebody Writes > Settings > Make Ledger > Make Calls',
		'Settings > Assistant > What Was Done > Was Bound > Write into Ledger',
		'Was Bound:1 > Mark Unbound',
		'Assistant > Answer',
	],
	ai: [
		['Model', 'ai_languageModel', 'Assistant'],
		['Memory', 'ai_memory', 'Assistant'],
		['Bind', 'ai_tool', 'Assistant'],
		['Find Bindings', 'ai_tool', 'Assistant'],
		['Find Calls', 'ai_tool', 'Assistant'],
		['Ask Before Unbinding', 'ai_tool', 'Assistant'],
		['Unbind', 'ai_tool', 'Ask Before Unbinding'],
	],
	pins: {
		'Somebody Writes': [
			{
				sessionId: 'sample',
				action: 'sendMessage',
				chatInput: '订单 A-1001 接通了吗？',
				sample: true,
			},
		],
		Assistant: [
			{
				output: '订单 A-1001 今天 16:00 通话一次，已接通，计费 1 分钟。',
				intermediateSteps: [],
			},
		],
		Answer: [{ output: '订单 A-1001 今天 16:00 通话一次，已接通，计费 1 分钟。', sent: true }],
	},
};
