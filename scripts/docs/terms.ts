/*
 * How this project writes Chinese: one word for one thing, Huawei's where its console has one. Tests
 * hold every Chinese text of the package against this list.
 */

/** One thing, its Chinese word, and words for the same thing that confuse people. */
export interface Term {
	/** The thing in English. */
	en: string;
	/** Its only Chinese word. */
	zh: string;
	/** Other words for it, as patterns. */
	not: readonly string[];
}

/** Words of the field. */
export const TERMS: readonly Term[] = [
	{ en: 'privacy number (X)', zh: '隐私号', not: ['虚拟号', '中间号', '隐私号码', '私密号'] },
	{ en: 'bind', zh: '绑定', not: ['捆绑', '邦定'] },
	{ en: 'unbind', zh: '解绑', not: ['取消绑定', '删除绑定', '解除了?绑定'] },
	{ en: 'call record', zh: '话单', not: ['通话记录', '呼叫记录', '呼叫话单(?!接收地址)'] },
	{ en: 'recording', zh: '录音', not: ['录制', '录音文件(?!名)'] },
	{ en: 'extension', zh: '分机号', not: ['扩展号', '分机码', '分机(?!号)'] },
	{ en: 'application', zh: '应用', not: ['应用程序'] },
	{ en: 'credential', zh: '凭证', not: ['凭据', '认证信息'] },
	{ en: 'trigger', zh: '触发器', not: ['触发节点'] },
	{ en: 'tone file', zh: '放音文件', not: ['语音文件', '音频文件', '铃声文件', '提示音文件'] },
	{ en: 'recording notice', zh: '录音提示音', not: ['录音通知', '录音公告'] },
	{
		en: 'base URL',
		zh: 'APP接入地址',
		not: ['基础地址', '基础 ?URL', '基本 ?URL', 'APP ?接入地址'],
	},
	{ en: 'SMS', zh: '短信', not: ['短消息', '文本消息', '讯息'] },
	{ en: 'flow control', zh: '流控', not: ['限流', '流量控制'] },
	{ en: 'authentication', zh: '鉴权', not: ['身份验证', '身份认证'] },
	{ en: 'signature check', zh: '签名校验', not: ['签名验证', '验证签名'] },
	{ en: 'carrier', zh: '运营商', not: ['承运商', '电信商', '通信商'] },
	{ en: 'landline', zh: '固话', not: ['座机', '固定电话'] },
	{ en: 'city code', zh: '城市码', not: ['地区码', '区域代码'] },
	{ en: 'account', zh: '账号', not: ['帐号', '账户', '帐户'] },
	{ en: 'white list', zh: '白名单', not: ['允许列表'] },
	{ en: 'mainland China', zh: '中国内地', not: ['中国大陆', '大陆'] },
	{ en: 'workflow', zh: '工作流', not: ['流程', '工作流程'] },
	{ en: 'reply', zh: '应答', not: ['回复', '答复', '响应方式'] },
	{ en: 'peer', zh: '对端', not: ['对等', '同伴'] },
	{ en: 'connect a call', zh: '接续', not: ['连接呼叫', '连接来电'] },
	{ en: 'console', zh: '控制台', not: ['管理后台', '管理控制台'] },
	{ en: 'platform', zh: '平台', not: ['华为平台', '华为系统'] },
	{ en: 'you', zh: '您', not: ['你'] },
	{ en: 'item', zh: '数据', not: ['项目', '条目'] },
	{ en: 'ID', zh: 'ID', not: ['标识符', '(?<![a-z])Id(?![a-z])'] },
	{ en: 'mask numbers', zh: '号码脱敏', not: ['号码掩码', '屏蔽号码'] },
	{ en: 'log in', zh: '登录', not: ['登陆'] },
];

/** Names of the console that stand together without a blank, as the console writes them. */
export const CONSOLE_NAMES = [
	'APP接入地址',
	'是否推送X号码状态',
	'X号码状态接收地址',
	'X号码状态',
	'隐私号A路',
] as const;

/** Latin words that a Chinese text may hold; everything else is English that was left behind. */
export const LATIN_WORDS = [
	// The letters of the modes and of the people.
	...['A', 'B', 'E', 'X', 'Y', 'AX', 'AXB', 'AXE', 'AXYB'],
	// What everybody who uses a computer says.
	...['API', 'HTTP', 'ID', 'IP', 'JSON', 'SSL', 'URL', 'https', 'NTP'],
	// Names in Huawei's console and documents.
	...['AKSK', 'APP_Key', 'APP_Secret', 'App Key', 'App Secret', 'HMAC-SHA256', 'SHA-256', 'WSSE'],
	// Names of n8n, whose editor shows them in English.
	...[
		'Data Table',
		'Execute Sub-workflow',
		'Execute step',
		'Pin',
		'Production URL',
		'Test URL',
		'Upsert',
		'n8n',
	],
	'N8N_SSRF_ALLOWED_HOSTNAMES',
	// Fields and values that people see in data.
	...['eventId', 'needsReply', 'recordDomain', 'recordObjectName', 'sessionId', 'subscriptionId'],
	...['Location', 'false', 'true'],
] as const;

/** Latin words that longer texts may hold too: names that people know, and units. */
export const PAGE_WORDS = [
	// Programs, products and their parts.
	...['AI', 'Agent', 'App', 'Caddy', 'Chromium', 'DeepSeek', 'Docker', 'Docker Compose'],
	...['Docker Hub', 'Dockerfile', 'GitHub', 'StrykerJS'],
	...['GitHub Actions', 'JavaScript', 'Kubernetes', 'OpenAI', 'PostgreSQL', 'Redis', 'SQLite'],
	...['WebAssembly', 'Webhook', 'Whisper', 'Wi-Fi', 'Windows', 'curl', 'iPhone', 'issue', 'main'],
	...['n8n Cloud', 'nginx', 'npm', 'project', 'undici', 'vLLM', 'webhook', 'worker'],
	...['Ctrl-C', 'Esc', 'MIT', 'README', 'IAM', 'ICP', 'SWR', 'RTC Administrator', 'Block'],
	// Names of n8n, whose editor shows them in English.
	...['API Key', 'Basic Auth', 'Header Auth', 'HTTP Request', 'Publish', 'Remove Duplicates'],
	...['Retry On Fail', 'User Auth'],
	// Formats, protocols and units.
	...['A-Law', 'BOM', 'CSV', 'HTML', 'Hz', 'IPv', 'ISO', 'SOCKS', 'SSE', 'TCP', 'TLS', 'UTC'],
	...['UTF-8', 'Base64', 'Username', 'WAV', 'XLSX', 'XML', 'audio/wav', 'http', 'kB', 'kbps', 'ms'],
	...['GB', 'KiB', 'MB'],
] as const;

/**
 * What is wrong with the Chinese of a text, in words for who writes it.
 *
 * @param more Latin words that this text may hold beside those of every text
 */
export function chineseFindings(text: string, more: readonly string[] = []): string[] {
	const prose = proseOf(text);
	return [
		...termFindings(prose),
		...leftBehind(prose, [...LATIN_WORDS, ...more]).map((word) => `“${word}” is not Chinese`),
		...spacing(prose),
	];
}

/** Words of a text for which this project has another one. */
function termFindings(prose: string): string[] {
	return TERMS.flatMap(({ zh, not }) =>
		not.flatMap((pattern) => {
			const found = new RegExp(`.{0,6}(?:${pattern}).{0,6}`).exec(prose);
			const [word] = new RegExp(pattern).exec(prose) ?? [];
			return found && word ? [`“${word}” in “${found[0]}”: this project says “${zh}”`] : [];
		}),
	);
}

/**
 * A text without what is no language: code and placeholders, addresses, names of files, IDs; a name of
 * the console keeps the letters at its ends.
 */
function proseOf(text: string): string {
	const words = text
		.replace(/<[^>]*>/g, '')
		.replace(/\{\{.*?\}\}|\{\w+\}|`[^`]*`/g, '1')
		.replace(/https?:\/\/[\w./-]*\w|\b[\w-]+(?:\.[\w-]+)+\b|\b[\da-f]+(?:-[\da-f]+){4}\b/g, '1');
	// A blank goes between a letter and the Chinese behind it.
	const ends = (name: string): string =>
		/^[A-Z]/.test(name) ? `${name.slice(0, 1)} ${name.slice(-1)}` : name.slice(-1);
	return CONSOLE_NAMES.reduce((rest: string, name) => rest.replaceAll(name, ends(name)), words);
}

/** Latin words that are not among the allowed ones. */
function leftBehind(prose: string, allowed: readonly string[]): string[] {
	const longestFirst = [...allowed].sort((a, b) => b.length - a.length);
	const rest = longestFirst.reduce(
		(left, word) => left.replace(new RegExp(`(?<![A-Za-z])${word}(?![A-Za-z])`, 'g'), '1'),
		prose,
	);
	return rest.match(/[A-Za-z]+/g) ?? [];
}

/** A blank between Chinese and Latin or numbers, none beside Chinese marks, no half-width marks. */
function spacing(prose: string): string[] {
	const rules: Array<[RegExp, string]> = [
		[/[\u4e00-\u9fff][A-Za-z0-9]/, 'needs a blank before Latin letters or numbers'],
		[/[A-Za-z0-9][\u4e00-\u9fff]/, 'needs a blank behind Latin letters or numbers'],
		[/ [，。：；！？、“”（）]|[，。：；！？、“”（）] /, 'has a blank beside a Chinese mark'],
		[/[\u4e00-\u9fff] [\u4e00-\u9fff]/, 'has a blank between Chinese words'],
		[/[\u4e00-\u9fff][,.:;!?()]|[(][\u4e00-\u9fff]/, 'has a half-width mark'],
		[/。。|，，|、、/, 'has a mark twice'],
	];
	return rules.flatMap(([pattern, what]) => {
		const found = pattern.exec(prose);
		return found ? [`“${found[0]}” ${what}`] : [];
	});
}
