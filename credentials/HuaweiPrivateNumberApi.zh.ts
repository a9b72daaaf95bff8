import type { Chinese } from '../nodes/shared/translate';

/** The Chinese of the form of the credential. */
export const chinese: Chinese = {
	'Huawei Private Number API': '华为隐私号 API',
	'App Key': 'App Key',
	'APP_Key of the application in the console (应用管理)': '控制台“应用管理”中这个应用的 APP_Key',
	'App Secret': 'App Secret',
	'APP_Secret of the application in the console (应用管理)':
		'控制台“应用管理”中这个应用的 APP_Secret',
	'Base URL': 'APP接入地址',
	'APP access address of the application (APP接入地址). The platform answers only to addresses in mainland China.':
		'控制台“应用管理”中这个应用的 APP接入地址。平台只接受来自中国内地的访问。',
	Authentication: '鉴权方式',
	'How requests are signed (鉴权方式)': '请求怎样签名',
	AKSK: 'AKSK',
	'HMAC-SHA256, for all applications of today': 'HMAC-SHA256，现在的应用都使用这种',
	WSSE: 'WSSE',
	'SHA-256, for old applications that refuse AKSK': 'SHA-256，供不接受 AKSK 的老应用使用',
	'Ignore SSL Issues (Insecure)': '忽略 SSL 证书问题（不安全）',
	'Whether to connect even if the certificate of the address cannot be verified':
		'无法验证这个地址的证书时，是否仍然连接',
};
