import type { IAuthenticate, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { JSON_TYPE } from '../platform/application/headers';
import { readApplication } from '../platform/application/settings';
import { signRequest } from '../platform/application/signature';
import { inLanguage } from '../nodes/shared/translate';
import { chinese } from './HuaweiPrivateNumberApi.zh';

/** App key and secret of one Private Number application (应用管理 → APP_Key, APP_Secret). */
export class HuaweiPrivateNumberApi implements ICredentialType {
	name = 'huaweiPrivateNumberApi';

	displayName = 'Huawei Private Number API';

	icon: Icon = {
		light: 'file:../nodes/shared/privateNumber.svg',
		dark: 'file:../nodes/shared/privateNumber.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-huawei-private-number/n8n-nodes-huawei-private-number/blob/main/docs/credential.md';

	properties: INodeProperties[] = [
		{
			displayName: 'App Key',
			name: 'appKey',
			type: 'string',
			default: '',
			required: true,
			description: 'APP_Key of the application in the console (应用管理)',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'APP_Secret of the application in the console (应用管理)',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://rtcpns.cn-north-1.myhuaweicloud.com',
			required: true,
			description:
				'APP access address of the application (APP接入地址). The platform answers only to addresses in mainland China.',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{
					name: 'AKSK',
					value: 'aksk',
					description: 'HMAC-SHA256, for all applications of today',
				},
				{
					name: 'WSSE',
					value: 'wsse',
					description: 'SHA-256, for old applications that refuse AKSK',
				},
			],
			default: 'aksk',
			description: 'How requests are signed (鉴权方式)',
		},
		// A switch, not a certificate: the rule goes by the name alone.
		// eslint-disable-next-line @n8n/community-nodes/credential-password-field
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'allowUnauthorizedCerts',
			type: 'boolean',
			default: false,
			description: 'Whether to connect even if the certificate of the address cannot be verified',
		},
	];

	constructor() {
		const { displayName, properties } = this;
		Object.assign(this, inLanguage({ displayName, properties }, chinese));
	}

	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		const application = readApplication(credentials);
		const { headers: given = {} } = requestOptions;
		const isTyped = Object.keys(given).some((name) => name.toLowerCase() === 'content-type');
		const headers = {
			// The platform wants it of requests without a body too.
			...(!isTyped && { 'Content-Type': JSON_TYPE }),
			...given,
			...signRequest(application, application.authentication),
		};
		return await Promise.resolve({ ...requestOptions, headers });
	};
}
