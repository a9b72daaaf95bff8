import type { Chinese } from './translate';

/** The Chinese of how a node sends. */
export const requestOptions: Chinese = {
	'Request Options': '请求选项',
	'Add request option': '添加请求选项',
	Concurrency: '并发数',
	'How many items are sent at the same time (并发数), 1 to 50': '同时发送多少条数据，1 到 50',
	'Flow Control Wait (Seconds)': '流控等待（秒）',
	'Timeout (Seconds)': '超时（秒）',
	'How long to wait for an answer of the platform (超时)': '等待平台应答的最长时间',
	'Longest single wait after the platform asked to slow down (流控), 1 to 600. Most waits are shorter.':
		'平台流控之后，单次最多等多久，1 到 600。多数时候等得更短。',
};
