import type { Said, Text, ValuesOf } from './text';

/*
 * What is known of a refusal of this package's own making beside its code. What others say, such as an
 * operating system or a page in the place of the platform, is a value and stays as it is.
 */

/** Every detail, in both languages. */
export const DETAILS = {
	brokenCoding: {
		en: 'Its content coding cannot be undone.',
		zh: '应答的内容编码无法解开。',
	},
	cancelled: { en: 'The execution was cancelled.', zh: '执行已取消。' },
	connectionTime: {
		en: '{host}: no connection within {seconds} seconds.',
		zh: '{host}：{seconds} 秒内没有连上。',
	},
	cutOff: { en: 'The recording was cut off: {reason}.', zh: '录音传到一半断开：{reason}。' },
	earlierLost: { en: 'The answer to an earlier try was lost.', zh: '前一次请求没有收到应答。' },
	endless: { en: 'The answer has no end.', zh: '应答没有尽头。' },
	endlessList: {
		en: 'The list does not end after {pages} pages.',
		zh: '列表翻了 {pages} 页还没有尽头。',
	},
	fields: { en: 'Fields of the answer: {names}', zh: '应答中的字段：{names}' },
	gaveNoSound: { en: 'It gave a file that is no sound.', zh: '存储主机给出的文件不是声音。' },
	gaveNothing: { en: 'It gave an empty file.', zh: '存储主机给出的是空文件。' },
	gavePage: { en: 'It gave a page.', zh: '存储主机给出的是网页。' },
	gaveType: { en: 'It gave {type}.', zh: '存储主机给出的是 {type}。' },
	inside: { en: '{host} is inside the network.', zh: '{host} 在内网。' },
	largerThan: { en: 'The recording has more than {bytes} bytes.', zh: '录音超过 {bytes} 字节。' },
	leadsInside: {
		en: '{host} leads to {address}, inside the network.',
		zh: '{host} 指向内网地址 {address}。',
	},
	noBindingNamed: { en: 'The answer names no binding.', zh: '应答中没有绑定 ID。' },
	noLocation: { en: 'HTTP {status} without Location', zh: 'HTTP {status}，没有 Location' },
	notHttps: { en: '{address} is not https.', zh: '{address} 不是 https。' },
	notStorage: {
		en: '{host} is not a storage host of Huawei Cloud.',
		zh: '{host} 不是华为云的存储主机。',
	},
	nowhere: { en: 'The redirect leads to no address.', zh: '重定向没有给出有效地址。' },
	pace: { en: '{bytes} bytes in {seconds} seconds.', zh: '{seconds} 秒只收到 {bytes} 字节。' },
	proxyAddress: {
		en: 'The environment variable {name} is no address such as http://proxy.example.com:8080.',
		zh: '环境变量 {name} 不是 http://proxy.example.com:8080 这样的地址。',
	},
	proxyKind: {
		en: 'The environment variable {name} names a proxy of the kind {scheme}, not http:// or https://.',
		zh: '环境变量 {name} 指定的代理是 {scheme} 类型，应为 http://proxy.example.com:8080 这样的 HTTP 代理。',
	},
	redirects: { en: 'More than {most} redirects.', zh: '重定向超过 {most} 次。' },
	said: { en: '{text}', zh: '{text}' },
	saidByHost: { en: '{host}: {text}', zh: '{host}：{text}' },
	saidWithStatus: { en: 'HTTP {status}: {text}', zh: 'HTTP {status}：{text}' },
	status: { en: 'HTTP {status}', zh: 'HTTP {status}' },
	storageStatus: {
		en: 'The storage host answered HTTP {status}.',
		zh: '存储主机应答 HTTP {status}。',
	},
	unknownCoding: {
		en: 'Its content coding cannot be undone ({coding}).',
		zh: '应答的内容编码无法解开（{coding}）。',
	},
	time: { en: 'No answer within {seconds} seconds.', zh: '{seconds} 秒内没有应答。' },
} as const satisfies Record<string, Text>;

/** Names a detail. */
export type DetailKey = keyof typeof DETAILS;

/** A detail with its values. */
export type Detail = Said<DetailKey>;

/** A detail; the compiler asks for the values of its placeholders. */
export function detail<Key extends DetailKey>(
	key: Key,
	...[values]: ValuesOf<(typeof DETAILS)[Key]>
): Detail {
	return { key, values: values ?? {} };
}
