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
	/** What happened. */
	message: string;
	/** How to go on. */
	remedy: string;
	/** The platform's own Chinese text. */
	zh: string;
}

/**
 * Every result code of the REST interfaces. A code that means two things has one entry for each HTTP
 * status. Source: 错误码 of the API reference and of each interface.
 */
export const RESULT_CODES: Readonly<Record<string, ResultCode | undefined>> = {
	'1010001': {
		category: 'server',
		message: 'The platform had an internal fault',
		remedy: 'Try again later. If it stays, ask Huawei Cloud support.',
		zh: '系统错误。',
	},
	'1010002': {
		category: 'parameter',
		message: 'The platform refused a value in the request',
		remedy:
			'The text of the platform names the parameter. Check that tone files are uploaded and approved in the console (放音文件管理), and that no text is too long.',
		zh: '无效请求。',
	},
	'1010003': {
		category: 'auth',
		message: 'The platform does not know this app key',
		remedy: 'Compare App Key and Base URL in the credential with the console (应用管理).',
		zh: '无效的app_key。',
	},
	'1010004': {
		category: 'account',
		message: 'The application is not in a normal state',
		remedy:
			'Check the status of the application in the console (应用管理), or ask Huawei Cloud support.',
		zh: 'app_key状态异常。',
	},
	'1010006': {
		category: 'client',
		message: 'The platform does not know this interface',
		remedy:
			'Check the Base URL in the credential: it must be the APP access address (APP接入地址) without a path.',
		zh: '无效的Rest API。',
	},
	'1010007': {
		category: 'account',
		message: 'The Huawei Cloud account is not active',
		remedy: 'The account is probably in arrears: top it up, or ask its administrator.',
		zh: '用户状态未激活。',
	},
	'1010008': {
		category: 'account',
		message: 'The application is not in a normal state',
		remedy:
			'Check the status of the application in the console (应用管理), or ask Huawei Cloud support.',
		zh: 'app_key状态异常。',
	},
	'1010010/401': {
		category: 'auth',
		message: 'The app secret is wrong',
		remedy:
			'Compare App Secret in the credential with the console (应用管理). After too many attempts the platform locks this server out for 30 minutes.',
		zh: 'PasswordDigest校验失败。',
	},
	'1010010/403': {
		category: 'throttle',
		message: 'The platform is receiving too many requests (flow control)',
		remedy:
			'Wait about a minute and run the workflow again. A lower Concurrency under Request Options helps.',
		zh: '平台达到系统流控上限。',
	},
	'1010013': {
		category: 'auth',
		message: 'The clock of this server differs too much from the platform',
		remedy: 'Set the clock of the server that runs n8n, best by NTP.',
		zh: '时间超出限制。',
	},
	'1010029': {
		category: 'account',
		message: 'The Huawei Cloud account is frozen',
		remedy: 'The account is probably in arrears: top it up. Otherwise ask Huawei Cloud support.',
		zh: '用户账号已冻结。',
	},
	'1010040': {
		category: 'mode',
		message: 'The application is of another mode than this node',
		remedy:
			'Every application has one mode (AXB, AX, AXE, AXYB or X). Use the node of that mode, or the credential of an application of this mode.',
		zh: 'app_key没有调用本API的权限。',
	},
	'1011001': {
		category: 'number',
		message: 'The privacy number (X) does not belong to this application',
		remedy: 'Compare it with the number list of the application in the console.',
		zh: '账号不存在。',
	},
	'1011002': {
		category: 'resource',
		message: 'There is no free privacy number (X)',
		remedy:
			'Order more numbers, choose another area, set Area Match to loose, or unbind numbers that are no longer needed.',
		zh: '号码资源不足。',
	},
	'1011003': {
		category: 'limit',
		message: 'Number A is bound to five privacy numbers already, which is the limit',
		remedy: 'Unbind one of them first, or use another Number A.',
		zh: '超过允许申请的资源上限。',
	},
	'1011004': {
		category: 'not-found',
		message: 'There is no binding of that number',
		remedy: 'Check the number. It may be unbound already, or belong to another application.',
		zh: '携带的X号码和app_key没有绑定关系。',
	},
	'1011005': {
		category: 'conflict',
		message: 'The privacy number (X) is bound to another Number A already',
		remedy: 'Use another privacy number, or unbind this one first.',
		zh: '资源已被分配。',
	},
	'1011006': {
		category: 'throttle',
		message: 'The platform is holding back requests of this server or number (flow control)',
		remedy: 'Wait about a minute and run the workflow again.',
		zh: '请求者(IP、手机号码)处于流控状态下。',
	},
	'1012001': {
		category: 'not-found',
		message: 'This application has no such privacy number, or no binding of that number or ID',
		remedy:
			'To bind, use a privacy number that was ordered for this application. Otherwise check the number or ID: it may be unbound already, belong to another application, or be frozen.',
		zh: '资源未申请。',
	},
	'1012007': {
		category: 'not-found',
		message: 'The platform has no such record',
		remedy:
			'Check the number or ID. A binding may have ended already. A recording is kept for 7 days.',
		zh: '记录不存在。',
	},
	'1012008': {
		category: 'resource',
		message: 'There is no privacy number (X) that can be assigned',
		remedy:
			'Use another privacy number or area, set Area Match to loose, unbind old bindings, or order more numbers. The same binding sent twice gives this answer too.',
		zh: '号码资源不足。',
	},
	'1012009': {
		category: 'limit',
		message: 'The privacy number (X) holds as many bindings as it can',
		remedy: 'Use another privacy number, or unbind some of its bindings.',
		zh: '指定的X号码的绑定数量已达到上限。',
	},
	'1012010': {
		category: 'conflict',
		message: 'A number of this binding is bound on this privacy number (X) already',
		remedy:
			'Use another privacy number, or set the option On Conflict to use the existing binding.',
		zh: '绑定关系已存在。',
	},
	'1012012': {
		category: 'feature',
		message: 'Recording is switched off for this application',
		remedy:
			'Switch recording on in the console (是否开通录音; it takes 10 to 15 minutes), or switch Record Calls off here.',
		zh: '应用未开启录音功能。',
	},
	'1012102': {
		category: 'number',
		message: 'The privacy number (X) cannot be used at present',
		remedy:
			'It may be on a blacklist after complaints. Look for a notice in the mailbox given when it was ordered, or ask Huawei Cloud support.',
		zh: '号码状态异常。',
	},
	'1013102': {
		category: 'conflict',
		message: 'The extension is bound already',
		remedy:
			'Choose another extension or leave it empty, or set the option On Conflict to use the existing binding.',
		zh: '绑定关系已存在。',
	},
	'1016001': {
		category: 'not-found',
		message: 'The platform has no such binding',
		remedy:
			'Check the number or ID. It may be unbound or ended already, or belong to another application.',
		zh: '记录不存在。',
	},
	'1016002': {
		category: 'conflict',
		message: 'Number A and the privacy number (X) are bound to each other already',
		remedy: 'Keep that binding, or set the option On Conflict to use the existing binding.',
		zh: '记录已经存在。',
	},
	'1020001': {
		category: 'parameter',
		message: 'The platform refused the session ID or the request',
		remedy: 'Take Session ID from an event of a call that is still going on.',
		zh: '参数错误。',
	},
	'1020002': {
		category: 'server',
		message: 'The platform had an internal fault',
		remedy: 'Try again later. If it stays, ask Huawei Cloud support.',
		zh: '内部错误。',
	},
	'1020150': {
		category: 'auth',
		message: 'The platform does not know this app key',
		remedy:
			'Compare App Key in the credential with the console (应用管理), and check the status of the application.',
		zh: 'app_key无效。',
	},
	'1020152': {
		category: 'not-found',
		message: 'There is no such call going on',
		remedy:
			'Take Session ID from an event of a call that is still going on. The call may be over already.',
		zh: 'sessionId无效。',
	},
	'1020166': {
		category: 'network',
		message: 'The address of this server is not on the white list of the application',
		remedy: 'Ask the administrator of the application to add the public IP address of this server.',
		zh: '对端app IP不在白名单列表中。',
	},
	'1020167': {
		category: 'resource',
		message: 'The extension is taken',
		remedy: 'Choose another extension, or leave it empty so that the platform picks one.',
		zh: '没有空闲的分机号。',
	},
	'1020176': {
		category: 'auth',
		message: 'The platform has locked this server out after too many wrong signatures',
		remedy:
			'Correct App Key and App Secret, then wait 30 minutes or ask the administrator of the application to lift the lock.',
		zh: '鉴权失败,稍后重试',
	},
	'1020178': {
		category: 'feature',
		message: "The caller's real number may not be shown for this application",
		remedy: 'Show the privacy number instead, or ask Huawei Cloud support for permission.',
		zh: '不允许显示真实主叫号码。',
	},
	'1020182': {
		category: 'limit',
		message: 'The number has been bound as often as it may be in one day',
		remedy: 'Bind it again tomorrow, or use another number.',
		zh: '该号码超过当天最大绑定次数。',
	},
	'1023001': {
		category: 'server',
		message: 'The platform had an internal fault',
		remedy: 'Try again later. If it stays, ask Huawei Cloud support.',
		zh: '内部错误。',
	},
	'1023002': {
		category: 'server',
		message: 'The platform did not answer itself in time',
		remedy: 'Try again later. If it stays, ask Huawei Cloud support.',
		zh: '响应超时。',
	},
	'1023006': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'A proxy between n8n and the platform may remove or change headers: let requests to the platform pass unchanged. Check that App Key and App Secret hold no blanks.',
		zh: 'HTTP消息头未找到Authorization字段。',
	},
	'1023007': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'A proxy between n8n and the platform may remove or change headers: let requests to the platform pass unchanged. Check that App Key and App Secret hold no blanks.',
		zh: 'Authorization字段中未找到realm属性。',
	},
	'1023008': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'A proxy between n8n and the platform may remove or change headers: let requests to the platform pass unchanged. Check that App Key and App Secret hold no blanks.',
		zh: 'Authorization字段中未找到profile属性。',
	},
	'1023009': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'A proxy between n8n and the platform may remove or change headers: let requests to the platform pass unchanged. Check that App Key and App Secret hold no blanks.',
		zh: 'Authorization中realm属性值应该为“SDP”。',
	},
	'1023010': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'A proxy between n8n and the platform may remove or change headers: let requests to the platform pass unchanged. Check that App Key and App Secret hold no blanks.',
		zh: 'Authorization中profile属性值应该为“UsernameToken”。',
	},
	'1023011': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'A proxy between n8n and the platform may remove or change headers: let requests to the platform pass unchanged. Check that App Key and App Secret hold no blanks.',
		zh: 'Authorization中type属性值应该为“Appkey”。',
	},
	'1023012': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'A proxy between n8n and the platform may remove or change headers: let requests to the platform pass unchanged. Check that App Key and App Secret hold no blanks.',
		zh: 'Authorization字段中未找到type属性。',
	},
	'1023013': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'Choose the other Authentication in the credential, and check that no proxy removes or changes headers.',
		zh: 'Authorization中没有携带WSSE。',
	},
	'1023026': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'Choose the other Authentication in the credential, and check that no proxy removes or changes headers.',
		zh: 'HTTP头未找到X-WSSE字段。',
	},
	'1023027': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'Choose the other Authentication in the credential, and check that no proxy removes or changes headers.',
		zh: 'X-WSSE字段中未找到Username属性。',
	},
	'1023028': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'Choose the other Authentication in the credential, and check that no proxy removes or changes headers.',
		zh: 'X-WSSE字段中未找到Nonce属性。',
	},
	'1023029': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'Choose the other Authentication in the credential, and check that no proxy removes or changes headers.',
		zh: 'X-WSSE字段中未找到Created属性。',
	},
	'1023030': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'Choose the other Authentication in the credential, and check that no proxy removes or changes headers.',
		zh: 'X-WSSE字段中未找到PasswordDigest属性。',
	},
	'1023033': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'A proxy between n8n and the platform may remove or change headers: let requests to the platform pass unchanged. Check that App Key and App Secret hold no blanks.',
		zh: 'HTTP头未找到X-AKSK字段。',
	},
	'1023034': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'A proxy between n8n and the platform may remove or change headers: let requests to the platform pass unchanged. Check that App Key and App Secret hold no blanks.',
		zh: 'X-AKSK字段中未找到UserName属性。',
	},
	'1023035': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'A proxy between n8n and the platform may remove or change headers: let requests to the platform pass unchanged. Check that App Key and App Secret hold no blanks.',
		zh: 'X-AKSK字段中未找到Nonce属性。',
	},
	'1023036': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'A proxy between n8n and the platform may remove or change headers: let requests to the platform pass unchanged. Check that App Key and App Secret hold no blanks.',
		zh: 'X-AKSK字段中未找到Created属性。',
	},
	'1023037': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'A proxy between n8n and the platform may remove or change headers: let requests to the platform pass unchanged. Check that App Key and App Secret hold no blanks.',
		zh: 'X-AKSK字段中未找到PasswordDigest属性。',
	},
	'1023038': {
		category: 'auth-header',
		message: 'The platform could not read the signature of the request',
		remedy:
			'A proxy between n8n and the platform may remove or change headers: let requests to the platform pass unchanged. Check that App Key and App Secret hold no blanks.',
		zh: 'X-AKSK中没有携带UsernameToken。',
	},
};
