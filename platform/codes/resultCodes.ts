import type { Text } from './text';

/** Kinds of refusals; what a client does about one depends on its kind. */
export type Category =
	| 'account'
	| 'auth'
	| 'auth-header'
	| 'client'
	| 'conflict'
	| 'feature'
	| 'limit'
	| 'mode'
	| 'network'
	| 'not-found'
	| 'number'
	| 'parameter'
	| 'resource'
	| 'server'
	| 'throttle';

/** A result code of the platform, explained for people. */
export interface ResultCode {
	category: Category;
	/** What happened: one sentence without a period. */
	message: Text;
	/** How to go on, in whole sentences; what one operation needs beside it stands in `remedies.ts`. */
	remedy: Text;
	/** The platform's own Chinese text. */
	platformText: string;
}

/** The platform found no signature where it looked, or only a part of one. */
const UNREADABLE_SIGNATURE = {
	category: 'auth-header',
	message: {
		en: 'The platform could not read the signature of the request',
		zh: '平台读不出请求的签名',
	},
} as const;
const HEADER_CHANGED = {
	...UNREADABLE_SIGNATURE,
	remedy: {
		en: 'A proxy between n8n and the platform may remove or change headers: let requests to the platform pass unchanged. Check that App Key and App Secret hold no blanks.',
		zh: 'n8n 和平台之间的代理可能删改了请求头：请让发往平台的请求原样通过。另请确认 App Key 和 App Secret 中没有空格。',
	},
} as const;
const OTHER_SCHEME = {
	...UNREADABLE_SIGNATURE,
	remedy: {
		en: 'Choose the other Authentication in the credential, and check that no proxy removes or changes headers.',
		zh: '请在凭证中换另一种“鉴权方式”，并确认没有代理删改请求头。',
	},
} as const;

/**
 * Every result code of the REST interfaces. A code that means two things has one entry for each HTTP
 * status. Source: 错误码 of the API reference and of each interface.
 */
export const RESULT_CODES: Readonly<Record<string, ResultCode | undefined>> = {
	'1010001': {
		category: 'server',
		message: { en: 'The platform had an internal fault', zh: '平台内部异常' },
		remedy: {
			en: 'Try again later. If it stays, ask Huawei Cloud support.',
			zh: '请稍后重试。如果一直这样，请联系华为云技术支持。',
		},
		platformText: '系统错误。',
	},
	'1010002': {
		category: 'parameter',
		message: {
			en: 'The platform refused a value in the request',
			zh: '平台不接受请求中的某个参数值',
		},
		remedy: {
			en: 'The text of the platform names the parameter. Compare its value with the description of the field, and look for blanks and for text that is too long.',
			zh: '平台的原文会指出是哪个参数。请对照字段说明检查它的值，看有没有空格或超长的文本。',
		},
		platformText: '无效请求。',
	},
	'1010003': {
		category: 'auth',
		message: { en: 'The platform does not know this app key', zh: '平台不认识这个 App Key' },
		remedy: {
			en: 'Compare App Key and Base URL in the credential with the console (应用管理).',
			zh: '请把凭证中的 App Key 和 APP接入地址与控制台“应用管理”核对。',
		},
		platformText: '无效的app_key。',
	},
	'1010004': {
		category: 'account',
		message: { en: 'The application is not in a normal state', zh: '应用的状态不正常' },
		remedy: {
			en: 'Check the status of the application in the console (应用管理), or ask Huawei Cloud support.',
			zh: '请在控制台“应用管理”中查看应用状态，或联系华为云技术支持。',
		},
		platformText: 'app_key状态异常。',
	},
	'1010006': {
		category: 'client',
		message: { en: 'The platform does not know this interface', zh: '平台没有这个接口' },
		remedy: {
			en: 'Check the Base URL in the credential: it must be the APP access address (APP接入地址) without a path.',
			zh: '请检查凭证中的 APP接入地址：后面不能带路径。',
		},
		platformText: '无效的Rest API。',
	},
	'1010007': {
		category: 'account',
		message: { en: 'The Huawei Cloud account is not active', zh: '华为云账号未激活' },
		remedy: {
			en: 'The account is probably in arrears: top it up, or ask its administrator.',
			zh: '可能已欠费，请充值，或联系账号管理员。',
		},
		platformText: '用户状态未激活。',
	},
	'1010008': {
		category: 'account',
		message: { en: 'The application is not in a normal state', zh: '应用的状态不正常' },
		remedy: {
			en: 'Check the status of the application in the console (应用管理), or ask Huawei Cloud support.',
			zh: '请在控制台“应用管理”中查看应用状态，或联系华为云技术支持。',
		},
		platformText: 'app_key状态异常。',
	},
	'1010010/401': {
		category: 'auth',
		message: { en: 'The app secret is wrong', zh: 'App Secret 不正确' },
		remedy: {
			en: 'Compare App Secret in the credential with the console (应用管理). After too many attempts the platform locks this server out for 30 minutes.',
			zh: '请把凭证中的 App Secret 与控制台“应用管理”核对。多次不正确后，平台会锁定这台服务器 30 分钟。',
		},
		platformText: 'PasswordDigest校验失败。',
	},
	'1010010/403': {
		category: 'throttle',
		message: {
			en: 'The platform is receiving too many requests (flow control)',
			zh: '请求太多，平台正在流控',
		},
		remedy: {
			en: 'Wait about a minute, then run the workflow for what is not done yet. A lower Concurrency under Request Options helps.',
			zh: '请等一分钟左右，再对没有完成的数据运行工作流。把“请求选项”中的“并发数”调低会有帮助。',
		},
		platformText: '平台达到系统流控上限。',
	},
	'1010013': {
		category: 'auth',
		message: {
			en: 'The clock of this server differs too much from the platform',
			zh: '这台服务器的时间与平台相差太大',
		},
		remedy: {
			en: 'Set the clock of the server that runs n8n, best by NTP.',
			zh: '请校准运行 n8n 的服务器的时间，最好用 NTP 同步。',
		},
		platformText: '时间超出限制。',
	},
	'1010029': {
		category: 'account',
		message: { en: 'The Huawei Cloud account is frozen', zh: '华为云账号已冻结' },
		remedy: {
			en: 'The account is probably in arrears: top it up. Otherwise ask Huawei Cloud support.',
			zh: '可能已欠费，请充值。如果不是欠费，请联系华为云技术支持。',
		},
		platformText: '用户账号已冻结。',
	},
	'1010040': {
		category: 'mode',
		message: {
			en: 'The application is of another mode than this node',
			zh: '应用的模式与这个节点不符',
		},
		remedy: {
			en: 'Every application has one mode (AXB, AX, AXE, AXYB or X). Use the node of that mode, or the credential of an application of this mode.',
			zh: '每个应用只有一种模式（AXB、AX、AXE、AXYB 或 X）。请使用对应模式的节点，或换成这种模式的应用的凭证。',
		},
		platformText: 'app_key没有调用本API的权限。',
	},
	'1011001': {
		category: 'number',
		message: {
			en: 'The privacy number (X) does not belong to this application',
			zh: '隐私号（X）不属于这个应用',
		},
		remedy: {
			en: 'Compare it with the number list of the application in the console.',
			zh: '请与控制台中这个应用的号码列表核对。',
		},
		platformText: '账号不存在。',
	},
	'1011002': {
		category: 'resource',
		message: { en: 'There is no free privacy number (X)', zh: '没有空闲的隐私号（X）' },
		remedy: {
			en: 'Order more numbers, choose another area, set Area Match to loose, or unbind numbers that are no longer needed.',
			zh: '请订购更多号码、换一个城市、把“匹配模式”设为“非严格匹配”，或解绑不再使用的号码。',
		},
		platformText: '号码资源不足。',
	},
	'1011003': {
		category: 'limit',
		message: {
			en: 'Number A is bound to five privacy numbers already, which is the limit',
			zh: 'A 号码已绑定 5 个隐私号，达到上限',
		},
		remedy: {
			en: 'Unbind one of them first, or use another Number A.',
			zh: '请先解绑其中一个，或换一个 A 号码。',
		},
		platformText: '超过允许申请的资源上限。',
	},
	'1011004': {
		category: 'not-found',
		message: { en: 'There is no binding of that number', zh: '这个号码没有绑定关系' },
		remedy: {
			en: 'Check the number. It may be unbound already, or belong to another application.',
			zh: '请检查号码。它可能已经解绑，也可能属于别的应用。',
		},
		platformText: '携带的X号码和app_key没有绑定关系。',
	},
	'1011005': {
		category: 'conflict',
		message: {
			en: 'The privacy number (X) is bound to another Number A already',
			zh: '隐私号（X）已绑定别的 A 号码',
		},
		remedy: {
			en: 'Use another privacy number, or unbind this one first.',
			zh: '请换一个隐私号，或先解绑这一个。',
		},
		platformText: '资源已被分配。',
	},
	'1011006': {
		category: 'throttle',
		message: {
			en: 'The platform is holding back requests of this server or number (flow control)',
			zh: '这台服务器或这个号码正在被流控',
		},
		remedy: {
			en: 'Wait about a minute, then run the workflow for what is not done yet.',
			zh: '请等一分钟左右，再对没有完成的数据运行工作流。',
		},
		platformText: '请求者(IP、手机号码)处于流控状态下。',
	},
	'1012001': {
		category: 'not-found',
		message: {
			en: 'This application has no such privacy number, or no binding of that number or ID',
			zh: '应用没有这个隐私号，或者这个号码、ID 没有绑定关系',
		},
		remedy: {
			en: 'Check the number or ID: it may be unbound already, belong to another application, or be frozen.',
			zh: '请检查号码或 ID：它可能已经解绑、属于别的应用，或已被冻结。',
		},
		platformText: '资源未申请。',
	},
	'1012007': {
		category: 'not-found',
		message: { en: 'The platform has no such record', zh: '平台没有这条记录' },
		remedy: {
			en: 'Check the number or ID. It may be unbound or ended already, or belong to another application.',
			zh: '请检查号码或 ID。它可能已经解绑或到期，也可能属于别的应用。',
		},
		platformText: '记录不存在。',
	},
	'1012008': {
		category: 'resource',
		message: {
			en: 'There is no privacy number (X) that can be assigned',
			zh: '没有可以分配的隐私号（X）',
		},
		remedy: {
			en: 'Use another privacy number or area, set Area Match to loose, unbind old bindings, or order more numbers. The same binding sent twice gives this answer too.',
			zh: '请换一个隐私号或城市、把“匹配模式”设为“非严格匹配”、解绑旧的绑定，或订购更多号码。同一个绑定发送两次也会得到这个结果。',
		},
		platformText: '号码资源不足。',
	},
	'1012009': {
		category: 'limit',
		message: {
			en: 'The privacy number (X) holds as many bindings as it can',
			zh: '这个隐私号（X）的绑定数量已达上限',
		},
		remedy: {
			en: 'Use another privacy number, or unbind some of its bindings.',
			zh: '请换一个隐私号，或解绑它的一部分绑定。',
		},
		platformText: '指定的X号码的绑定数量已达到上限。',
	},
	'1012010': {
		category: 'conflict',
		message: {
			en: 'A number of this binding is bound on this privacy number (X) already',
			zh: '这次绑定的某个号码在这个隐私号（X）上已有绑定',
		},
		remedy: {
			en: 'Use another privacy number, or unbind what is bound on this one.',
			zh: '请换一个隐私号，或先解绑这个隐私号上的绑定。',
		},
		platformText: '绑定关系已存在。',
	},
	'1012012': {
		category: 'feature',
		message: { en: 'Recording is switched off for this application', zh: '应用没有开通录音' },
		remedy: {
			en: 'Switch recording on in the console (是否开通录音; it takes 10 to 15 minutes), or switch Record Calls off here.',
			zh: '请在控制台开通录音（是否开通录音，10 到 15 分钟后生效），或在这里关闭“录音”。',
		},
		platformText: '应用未开启录音功能。',
	},
	'1012102': {
		category: 'number',
		message: {
			en: 'The privacy number (X) cannot be used at present',
			zh: '隐私号（X）目前不可用',
		},
		remedy: {
			en: 'It may be on a blacklist after complaints. Look for a notice in the mailbox given when it was ordered, or ask Huawei Cloud support.',
			zh: '它可能因投诉被加入黑名单。请查看订购号码时所留邮箱中的通知，或联系华为云技术支持。',
		},
		platformText: '号码状态异常。',
	},
	'1013102': {
		category: 'conflict',
		message: { en: 'The extension is bound already', zh: '分机号已被绑定' },
		remedy: {
			en: 'Choose another extension, or leave it empty so that the platform picks one.',
			zh: '请换一个分机号，或留空由平台分配。',
		},
		platformText: '绑定关系已存在。',
	},
	'1016001': {
		category: 'not-found',
		message: { en: 'The platform has no such binding', zh: '平台没有这条绑定' },
		remedy: {
			en: 'Check the number or ID. It may be unbound or ended already, or belong to another application.',
			zh: '请检查号码或 ID。它可能已经解绑或到期，也可能属于别的应用。',
		},
		platformText: '记录不存在。',
	},
	'1016002': {
		category: 'conflict',
		message: {
			en: 'Number A and the privacy number (X) are bound to each other already',
			zh: 'A 号码和隐私号（X）已经绑定',
		},
		remedy: {
			en: 'Keep that binding, or unbind it first.',
			zh: '保留这条绑定即可，或先解绑。',
		},
		platformText: '记录已经存在。',
	},
	'1020001': {
		category: 'parameter',
		message: {
			en: 'The platform refused the session ID or the request',
			zh: '平台不接受这个会话 ID 或这次请求',
		},
		remedy: {
			en: 'Take Session ID from an event of a call that is still going on.',
			zh: '请从正在进行的通话的事件中取“会话 ID”。',
		},
		platformText: '参数错误。',
	},
	'1020002': {
		category: 'server',
		message: { en: 'The platform had an internal fault', zh: '平台内部异常' },
		remedy: {
			en: 'Try again later. If it stays, ask Huawei Cloud support.',
			zh: '请稍后重试。如果一直这样，请联系华为云技术支持。',
		},
		platformText: '内部错误。',
	},
	'1020150': {
		category: 'auth',
		message: { en: 'The platform does not know this app key', zh: '平台不认识这个 App Key' },
		remedy: {
			en: 'Compare App Key in the credential with the console (应用管理), and check the status of the application.',
			zh: '请把凭证中的 App Key 与控制台“应用管理”核对，并查看应用状态。',
		},
		platformText: 'app_key无效。',
	},
	'1020152': {
		category: 'not-found',
		message: { en: 'There is no such call going on', zh: '没有这通正在进行的电话' },
		remedy: {
			en: 'Take Session ID from an event of a call that is still going on. The call may be over already.',
			zh: '请从正在进行的通话的事件中取“会话 ID”。通话可能已经结束。',
		},
		platformText: 'sessionId无效。',
	},
	'1020166': {
		category: 'network',
		message: {
			en: 'The address of this server is not on the white list of the application',
			zh: '这台服务器的地址不在应用的白名单中',
		},
		remedy: {
			en: 'Ask the administrator of the application to add the public IP address of this server.',
			zh: '请让应用管理员把这台服务器的公网 IP 加入白名单。',
		},
		platformText: '对端app IP不在白名单列表中。',
	},
	'1020167': {
		category: 'resource',
		message: { en: 'The extension is taken', zh: '分机号已被占用' },
		remedy: {
			en: 'Choose another extension, or leave it empty so that the platform picks one.',
			zh: '请换一个分机号，或留空由平台分配。',
		},
		platformText: '没有空闲的分机号。',
	},
	'1020176': {
		category: 'auth',
		message: {
			en: 'The platform has locked this server out after too many wrong signatures',
			zh: '签名多次不正确，平台已锁定这台服务器',
		},
		remedy: {
			en: 'Correct App Key and App Secret, then wait 30 minutes or ask the administrator of the application to lift the lock.',
			zh: '请更正 App Key 和 App Secret，然后等待 30 分钟，或请应用管理员解除锁定。',
		},
		platformText: '鉴权失败,稍后重试',
	},
	'1020178': {
		category: 'feature',
		message: {
			en: "The caller's real number may not be shown for this application",
			zh: '这个应用不允许显示真实主叫号码',
		},
		remedy: {
			en: 'Show the privacy number instead, or ask Huawei Cloud support for permission.',
			zh: '请改为显示隐私号，或联系华为云技术支持开通。',
		},
		platformText: '不允许显示真实主叫号码。',
	},
	'1020182': {
		category: 'limit',
		message: {
			en: 'The number has been bound as often as it may be in one day',
			zh: '这个号码当天的绑定次数已用完',
		},
		remedy: {
			en: 'Bind it again tomorrow, or use another number.',
			zh: '请明天再绑定，或换一个号码。',
		},
		platformText: '该号码超过当天最大绑定次数。',
	},
	'1023001': {
		category: 'server',
		message: { en: 'The platform had an internal fault', zh: '平台内部异常' },
		remedy: {
			en: 'Try again later. If it stays, ask Huawei Cloud support.',
			zh: '请稍后重试。如果一直这样，请联系华为云技术支持。',
		},
		platformText: '内部错误。',
	},
	'1023002': {
		category: 'server',
		message: { en: 'The platform did not answer itself in time', zh: '平台内部响应超时' },
		remedy: {
			en: 'Try again later. If it stays, ask Huawei Cloud support.',
			zh: '请稍后重试。如果一直这样，请联系华为云技术支持。',
		},
		platformText: '响应超时。',
	},
	'1023006': { ...HEADER_CHANGED, platformText: 'HTTP消息头未找到Authorization字段。' },
	'1023007': { ...HEADER_CHANGED, platformText: 'Authorization字段中未找到realm属性。' },
	'1023008': { ...HEADER_CHANGED, platformText: 'Authorization字段中未找到profile属性。' },
	'1023009': { ...HEADER_CHANGED, platformText: 'Authorization中realm属性值应该为“SDP”。' },
	'1023010': {
		...HEADER_CHANGED,
		platformText: 'Authorization中profile属性值应该为“UsernameToken”。',
	},
	'1023011': { ...HEADER_CHANGED, platformText: 'Authorization中type属性值应该为“Appkey”。' },
	'1023012': { ...HEADER_CHANGED, platformText: 'Authorization字段中未找到type属性。' },
	'1023013': { ...OTHER_SCHEME, platformText: 'Authorization中没有携带WSSE。' },
	'1023026': { ...OTHER_SCHEME, platformText: 'HTTP头未找到X-WSSE字段。' },
	'1023027': { ...OTHER_SCHEME, platformText: 'X-WSSE字段中未找到Username属性。' },
	'1023028': { ...OTHER_SCHEME, platformText: 'X-WSSE字段中未找到Nonce属性。' },
	'1023029': { ...OTHER_SCHEME, platformText: 'X-WSSE字段中未找到Created属性。' },
	'1023030': { ...OTHER_SCHEME, platformText: 'X-WSSE字段中未找到PasswordDigest属性。' },
	'1023033': { ...HEADER_CHANGED, platformText: 'HTTP头未找到X-AKSK字段。' },
	'1023034': { ...HEADER_CHANGED, platformText: 'X-AKSK字段中未找到UserName属性。' },
	'1023035': { ...HEADER_CHANGED, platformText: 'X-AKSK字段中未找到Nonce属性。' },
	'1023036': { ...HEADER_CHANGED, platformText: 'X-AKSK字段中未找到Created属性。' },
	'1023037': { ...HEADER_CHANGED, platformText: 'X-AKSK字段中未找到PasswordDigest属性。' },
	'1023038': { ...HEADER_CHANGED, platformText: 'X-AKSK中没有携带UsernameToken。' },
};
