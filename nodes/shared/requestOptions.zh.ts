import type { Chinese } from './translate';

/** The Chinese of how a node sends. */
export const requestOptions: Chinese = {
	'Request Options': '请求选项',
	'Add request option': '添加请求选项',
	Concurrency: '并发数',
	'How many items are sent at the same time (并发数), 1 to 50': '同时发送多少条数据，1 到 50',
	'Flow Control Wait (Seconds)': '流控等待（秒）',
	'How long every request of the application waits after the platform asked to slow down (流控)':
		'平台流控之后，这个应用的请求等多久再发送',
	'Timeout (Seconds)': '超时（秒）',
	'How long to wait for an answer of the platform (超时)': '等待平台应答的最长时间',
};
