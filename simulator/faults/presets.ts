import type { FaultRequest } from './faults';

/** A fault as people switch it on. */
export interface FaultPreset {
	/** What happens, in few words. */
	en: string;
	zh: string;
	fault: FaultRequest;
}

/** The documents say nothing of late effects; these figures are the simulator's own. */
const late = [700, 4000] as const;

const row = (en: string, zh: string, fault: FaultRequest): FaultPreset => ({ en, zh, fault });

/** The list of faults to switch on: what the page offers, and ready bodies of `POST /sim/faults`. */
export const presets: readonly FaultPreset[] = [
	row('500, internal error', '500 内部错误', { kind: 'internalError' }),
	row('500 with HTML', '500，返回 HTML 页面', { kind: 'htmlError' }),
	row('502 from the gateway', '502 网关错误', { kind: 'badGateway' }),
	row('No answer', '不返回响应', { kind: 'hang' }),
	row('Slow by 5 s', '慢 5 秒', { kind: 'slow', delayMs: 5000 }),
	row('Reset before acting', '处理前重置连接', { kind: 'reset' }),
	row('Lost answer', '响应丢失（已处理）', { kind: 'reset', acts: true }),
	row('Lost after the headers', '响应头之后丢失（已处理）', {
		kind: 'resetAfterHeaders',
		acts: true,
	}),
	row('500 now, effect later', '先返回 500，稍后才生效', {
		kind: 'internalError',
		actsAfterMs: late,
	}),
	row('Reset now, effect later', '先断开连接，稍后才生效', { kind: 'reset', actsAfterMs: late }),
	row('Cut in the answer', '响应中途断开', { kind: 'cutAnswer' }),
	row('Truncated JSON', 'JSON 被截断', { kind: 'truncatedJson' }),
	row('Drips for ever', '逐字节返回，永不结束', { kind: 'drip' }),
	row('Redirect to nowhere', '重定向但没有地址', { kind: 'redirect' }),
	row('Redirect to itself', '重定向到自身', { kind: 'redirectLoop' }),
	row('Flow control 1010010', '流控 1010010', { kind: 'flowControl' }),
	row('Throttled 1011006', '流控 1011006', { kind: 'trafficControl' }),
	row('429, Retry-After in seconds', '429，Retry-After 为秒数', {
		kind: 'tooManyRequests',
		retryAfter: 2,
	}),
	row('429, Retry-After as a date', '429，Retry-After 为日期', {
		kind: 'tooManyRequests',
		retryAfter: 2,
		retryAfterAs: 'date',
	}),
	row('IP refused 1020166', 'IP 不在白名单 1020166', { kind: 'ipNotAllowed' }),
	row('401 with HTML', '401，返回 HTML 页面', { kind: 'htmlAnswer' }),
	row('401 with nothing', '401，空响应', { kind: 'emptyAnswer' }),
	row('401 with an unlisted code', '401，未公布的结果码', {
		kind: 'code',
		http: 401,
		code: '1999999',
		text: 'Unknown.',
	}),
	row('Code in words', '结果码是单词', { kind: 'code', code: 'cancelled', text: 'Cancelled.' }),
	row('Code as a number', '结果码是数字类型', { kind: 'numericCode' }),
	row('Bind without an id', '绑定成功但不返回 ID', { kind: 'noId' }),
	row('Byte order mark', 'JSON 前带 BOM', { kind: 'byteOrderMark' }),
	row('Unasked gzip', '未请求却用 gzip 压缩', { kind: 'gzip' }),
	row('List without an end', '翻页没有尽头', { kind: 'endlessList', method: 'GET' }),
	row('Signature repeated in JSON', 'JSON 中回显签名', { kind: 'echoedSignature', form: 'json' }),
	row('Signature repeated in XML', 'XML 中回显签名', { kind: 'echoedSignature', form: 'xml' }),
	row('Signature repeated in a table', 'HTML 表格中回显签名', {
		kind: 'echoedSignature',
		form: 'htmlTable',
	}),
	row('Signature repeated as entities', '以 HTML 实体回显签名', {
		kind: 'echoedSignature',
		form: 'entities',
	}),
	row('Signature repeated in Base64', '以 Base64 回显签名', {
		kind: 'echoedSignature',
		form: 'base64',
	}),
	row('Recording: a page', '录音：返回网页', { kind: 'htmlAnswer', target: 'storage' }),
	row('Recording: 0 bytes', '录音：0 字节', { kind: 'emptyAnswer', target: 'storage' }),
	row('Recording: gzip', '录音：gzip 压缩', { kind: 'gzip', target: 'storage' }),
	row('Recording: drips for ever', '录音：逐字节返回，永不结束', {
		kind: 'drip',
		target: 'storage',
	}),
	row('Recording: redirect to itself', '录音：重定向到自身', {
		kind: 'redirectLoop',
		target: 'storage',
	}),
	row('Recording: cut in the middle', '录音：中途断开', { kind: 'cutAnswer', target: 'storage' }),
	row('Recording: http address', '录音：地址是 http', {
		kind: 'plainHttpLink',
		operation: 'recordingLink',
	}),
	row('Recording: not there yet', '录音：暂未生成 1012007', {
		kind: 'code',
		code: '1012007',
		text: 'The record does not exist.',
		operation: 'recordingLink',
	}),
	row('Pushes twice', '推送两次', { kind: 'pushTwice' }),
	row('Pushes late by 5 s', '推送晚 5 秒', { kind: 'pushLate', delayMs: 5000 }),
	row('Pushes out of order', '推送乱序', { kind: 'pushOutOfOrder' }),
	row('Pushes with a wrong signature', '推送签名错误', { kind: 'pushWrongSignature' }),
	row('Pushes unsigned', '推送没有签名', { kind: 'pushUnsigned' }),
];
