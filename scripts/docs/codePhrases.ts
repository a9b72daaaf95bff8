import type { EndedBy } from '../../platform/codes/hangUpCauses';
import type { Category } from '../../platform/codes/resultCodes';
import type { Text } from '../../platform/codes/text';

/** Headings of the kinds of refusals, in the order in which people meet them. */
export const CATEGORIES = {
	auth: { en: 'App key, app secret and clock', zh: 'App Key、App Secret 与时钟' },
	'auth-header': { en: 'Signature headers', zh: '签名请求头' },
	network: { en: 'Network', zh: '网络' },
	account: { en: 'Account and application', zh: '账号与应用' },
	mode: { en: 'Mode of the application', zh: '应用的模式' },
	throttle: { en: 'Flow control', zh: '流控' },
	parameter: { en: 'Values in the request', zh: '请求中的值' },
	number: { en: 'The privacy number', zh: '隐私号' },
	resource: { en: 'No number or extension free', zh: '没有空闲的号码或分机号' },
	conflict: { en: 'Bound already', zh: '已经绑定' },
	limit: { en: 'Limits', zh: '达到上限' },
	feature: { en: 'Switched off', zh: '功能未开通' },
	'not-found': { en: 'Not found', zh: '不存在' },
	client: { en: 'Address of the interface', zh: '接口地址' },
	server: { en: 'Faults of the platform', zh: '平台故障' },
} as const satisfies Record<Category, Text>;

/** Whose doing the end of a call was: the heading, and what it means. */
export const ENDED_BY = {
	normal: [
		{ en: 'Normal end', zh: '正常结束' },
		{ en: 'the call was answered, then somebody hung up', zh: '电话接通后有一方挂机' },
	],
	callee: [
		{ en: 'The called side', zh: '被叫' },
		{
			en: 'the called phone did not take the call, or could not',
			zh: '被叫没有接听，或无法接听',
		},
	],
	caller: [
		{ en: 'The calling side', zh: '主叫' },
		{
			en: 'the caller gave up, or did what the mode does not allow',
			zh: '主叫放弃，或做了这种模式不允许的操作',
		},
	],
	binding: [
		{ en: 'The binding', zh: '绑定关系' },
		{
			en: 'no binding fits the call: bind, or correct the binding',
			zh: '没有适合这次呼叫的绑定：请绑定，或更正绑定',
		},
	],
	tenant: [
		{ en: 'Your application', zh: '您的应用' },
		{
			en: 'a setting, a file or an instruction of yours ended it',
			zh: '因您的设置、文件或指令而结束',
		},
	],
	number: [
		{ en: 'The number', zh: '号码' },
		{
			en: 'the privacy number or the dialled number is not right',
			zh: '隐私号或所拨的号码不正确',
		},
	],
	control: [
		{ en: 'Controls', zh: '管控' },
		{
			en: 'a rule of the platform or the carrier against abuse stopped it',
			zh: '被平台或运营商防骚扰、防滥用的规则拦截',
		},
	],
	network: [
		{ en: 'The network', zh: '网络' },
		{ en: 'the carrier could not carry the call', zh: '运营商无法接通' },
	],
	platform: [
		{ en: 'The platform', zh: '平台' },
		{ en: 'a fault of the platform', zh: '平台故障' },
	],
} as const satisfies Record<EndedBy, readonly [heading: Text, meaning: Text]>;

/** What the generated sections on codes say around the tables. */
export const CODE_PHRASES = {
	code: { en: 'Code', zh: '错误码' },
	happened: { en: 'What happened', zh: '发生了什么' },
	remedy: { en: 'What to do', zh: '怎么办' },
	platformText: { en: '中文', zh: '平台原文' },
	withStatus: { en: '{code} (HTTP {status})', zh: '{code}（HTTP {status}）' },
	local: { en: '## Codes of this package', zh: '## 本软件包的错误码' },
	localIntro: {
		en: 'These come from the way to the platform, or from this package itself. The field `details.code` holds them.',
		zh: '这些错误码来自通往平台的路上，或本软件包自身。它们在 `details.code` 字段中。',
	},
	platform: { en: '## Codes of the platform', zh: '## 平台的错误码' },
	stopsKeys: {
		en: 'The run stops at once and sends nothing more: the platform locks a server out after too many such requests. The next run starts afresh.',
		zh: '本次运行立即停止，不再发送任何请求：这样的请求太多，平台会锁定服务器。下次运行重新开始。',
	},
	stopsAll: {
		en: 'The run stops at once and sends nothing more: every further item would be refused as well. The next run starts afresh.',
		zh: '本次运行立即停止，不再发送任何请求：后面的数据也都会被拒绝。下次运行重新开始。',
	},
	throttled: {
		en: 'The node waits and goes on by itself, at the pace that the platform takes. No single wait is longer than _Flow Control Wait_ (60 seconds); it gives up when nothing was taken for five times as long.',
		zh: '节点会等待，再按平台能接受的速度自动继续。单次等待不超过“流控等待”（60 秒）；如果五倍的时间内平台一个请求也没有接受，就不再等待。',
	},
	notFound: {
		en: 'A list without a hit is empty. A delete counts as done while _Ignore Not Found_ is on.',
		zh: '查询列表没有结果时输出为空。“忽略不存在”打开时，解绑视为已完成。',
	},
	cause: { en: 'Code', zh: '代码' },
	first: { en: 'English', zh: '中文' },
	second: { en: '中文', zh: 'English' },
	fee: { en: '{field}: {meaning}', zh: '{field}：{meaning}' },
	by: { en: '{by}: {meaning}.', zh: '{by}：{meaning}。' },
	hangUps: { en: '## Hang-up causes', zh: '## 挂机原因' },
	legs: { en: '## Causes of the second leg', zh: '## 接通被叫一侧失败的原因' },
	legsIntro: {
		en: 'Where a call record has no hang-up cause but tells why the leg to the called side did not come about (`fwdUnaswRsn`), `endReason` holds one of these Q.850 causes, with `by: "network"`.',
		zh: '话单没有挂机原因、但说明了被叫一侧为什么没有接通（`fwdUnaswRsn`）时，`endReason` 是下列 Q.850 原因之一，`by` 为 `"network"`。',
	},
	texts: { en: '## Results of a text', zh: '## 短信发送结果' },
	textsIntro: {
		en: '`sendResult` of an `sms` event (短信发送结果).',
		zh: '`sms` 事件的 `sendResult`。',
	},
	statuses: { en: '## Status of a privacy number', zh: '## X号码状态' },
	statusesIntro: {
		en: '`status` of a `numStatus` event (X号码状态).',
		zh: '`numStatus` 事件的 `status`。',
	},
	statusCauses: { en: '## Causes of a number status', zh: '## 状态原因' },
	statusCausesIntro: {
		en: '`cause` of a `numStatus` event (状态原因).',
		zh: '`numStatus` 事件的 `cause`。',
	},
} as const satisfies Record<string, Text>;
