import type { Both, ExampleNode } from '../workflow';
import { lines } from './lines';
import { code, type At } from './steps';

/**
 * Tells a group robot of 企业微信, 钉钉 or 飞书. The items that come in have a `text`; they become one
 * message. The forms are those of the three vendors' pages on custom robots:
 * 企业微信 群机器人配置说明, 钉钉 自定义机器人安全设置 (加签), 飞书 自定义机器人使用指南 (签名校验).
 */
export function robot([column, row]: At): { nodes: ExampleNode[]; links: string[] } {
	const nodes: ExampleNode[] = [
		code('Message for Robot', [column, row], lines('robotMessage')),
		{
			name: 'Sign for Robot',
			at: [column + 1, row],
			type: 'n8n-nodes-base.crypto',
			typeVersion: 1,
			parameters: {
				action: 'hmac',
				type: 'SHA256',
				value: '={{ $json.toSign }}',
				dataPropertyName: 'sign',
				secret: '={{ $json.signKey }}',
				encoding: 'base64',
			},
		},
		{
			name: 'Tell Robot',
			at: [column + 2, row],
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				method: 'POST',
				url: "={{ $json.address + ($json.robot === 'dingtalk' && $json.isSigned ? '&timestamp=' + $json.time + '&sign=' + encodeURIComponent($json.sign) : '') }}",
				sendBody: true,
				specifyBody: 'json',
				jsonBody: `={{ $json.robot === 'feishu'
  ? Object.assign($json.isSigned ? { timestamp: $json.time, sign: $json.sign } : {}, { msg_type: 'text', content: { text: $json.text } })
  : { msgtype: 'text', text: { content: $json.text } } }}`,
				options: { timeout: 10000 },
			},
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 2000,
		},
		code('Robot Took It', [column + 3, row], lines('robotTookIt')),
	];
	return { nodes, links: [nodes.map(({ name }) => name).join(' > ')] };
}

/** What the notes say of the robot's settings. */
export const robotStep: Both = [
	'In **Settings**, write into `robot` which robot your group has: `wecom`, `dingtalk` or `feishu`. Paste its webhook address into `robotAddress`, and its signing secret into `robotSecret` if it has one. While the address is empty, nobody is told. `language` is `zh` or `en`.',
	'在 **Settings** 的 `robot` 中填写群机器人的类型：`wecom`（企业微信）、`dingtalk`（钉钉）或 `feishu`（飞书）；把机器人的 Webhook 地址填入 `robotAddress`，启用了加签（签名校验）的，再把密钥填入 `robotSecret`。地址为空时不发消息。`language` 填 `zh` 或 `en`。',
];
