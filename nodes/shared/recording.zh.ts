import type { Chinese } from './translate';

/** The Chinese of recordings. */
export const recording: Chinese = {
	Recording: '录音',
	Download: '下载',
	'Download recording': '下载录音',
	'Get a recording as a file (下载录音)': '把录音下载为文件',
	'Get URL': '获取下载地址',
	'Get URL of recording': '获取录音下载地址',
	'Get an address from which the recording can be downloaded for a short time (录音下载地址)':
		'获取录音的下载地址，短时间内有效',
	'File Name': '文件名',
	'Name of the recording (录音文件名), from the call record (recordObjectName)':
		'录音文件名，取自话单（recordObjectName）',
	'Recording Domain': '录音存储域名',
	'Server that holds the recording (录音存储域名), from the call record (recordDomain)':
		'存放录音的服务器，取自话单（recordDomain）',
	'Recording Is Given By': '录音来源',
	'What the call record tells about the recording (录音)': '话单里给出的是哪一种',
	'Name and domain from the call record (录音文件名)': '话单里的文件名和存储域名',
	URL: '下载地址',
	'Download address from the call record (录音下载地址)': '话单里的下载地址',
	'Download address of the recording (录音下载地址), from the call record':
		'录音下载地址，取自话单',
	'Put Output File in Field': '文件放入字段',
	'The name of the output binary field to put the file in': '输出中存放文件的二进制字段名',
	'Name of the binary field that gets the recording': '存放录音的二进制字段名',
	'Allowed Hosts': '允许的主机',
	"Hosts that you trust (允许的主机), separated by commas: beside Huawei's own, from which a URL may be downloaded. They may also be http, or inside your network.":
		'信任的主机，用逗号分隔：除华为的存储主机外，还允许按下载地址从这些主机下载。它们可以用 HTTP，也可以位于内网',
	'Ignore SSL Issues of Storage': '忽略存储主机的证书问题',
	'Whether to connect even if SSL certificate validation is not possible':
		'无法验证存储主机的证书时，是否仍然连接',
	'Wait for Recording (Minutes)': '等待录音（分钟）',
	'How long to wait for a recording that is not there yet (等待录音): it can appear later than its call record. Meanwhile the platform knows none, or the storage gives nothing or a page.':
		'录音还没有生成时等多久：录音可能比话单晚一些才有。这期间平台查不到录音，或存储主机给出空文件或网页',
};
