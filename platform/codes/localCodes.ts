import type { LocalCode } from './errors';
import type { Text } from './text';

/** What happened and how to go on, for what goes wrong before or beside the platform's own codes. */
export const LOCAL_CODES: Readonly<Record<LocalCode, { message: Text; remedy: Text }>> = {
	badProxy: {
		message: {
			en: 'The proxy that the environment of n8n names cannot be used',
			zh: 'n8n 环境变量指定的代理无法使用',
		},
		remedy: {
			en: 'Whoever runs n8n can correct the variable, for example to http://proxy.example.com:8080, and start n8n again.',
			zh: '请让 n8n 的维护人员改正这个变量，例如 http://proxy.example.com:8080，然后重启 n8n。',
		},
	},
	cancelled: {
		message: { en: 'The execution was cancelled before this was sent', zh: '执行在发送之前已取消' },
		remedy: {
			en: 'Run the workflow again for the items that are not done.',
			zh: '请对没有完成的数据重新运行工作流。',
		},
	},
	endless: {
		message: { en: 'The list of the platform does not end', zh: '平台的列表没有尽头' },
		remedy: {
			en: 'Try again later. If it stays, something between n8n and the platform repeats its answers: check Base URL in the credential and the proxy.',
			zh: '请稍后重试。如果一直这样，是 n8n 和平台之间有设备在重复应答：请检查凭证中的 APP接入地址和代理。',
		},
	},
	forbiddenHost: {
		message: {
			en: "This address is forbidden by n8n's protection for outgoing connections",
			zh: 'n8n 的出站连接保护不允许访问这个地址',
		},
		remedy: {
			en: 'Check the address. If it is right, whoever runs n8n can allow it in the settings of that protection (N8N_SSRF_ALLOWED_HOSTNAMES).',
			zh: '请检查地址。如果地址没有问题，请让 n8n 的维护人员在这项保护的设置中放行（N8N_SSRF_ALLOWED_HOSTNAMES）。',
		},
	},
	invalidAnswer: {
		message: { en: 'The platform gave an answer that cannot be read', zh: '平台的应答无法识别' },
		remedy: {
			en: 'Check that Base URL in the credential is the APP access address (APP接入地址) and that no proxy answers in its place. Otherwise try again later.',
			zh: '请确认凭证中的 APP接入地址正确，并且不是代理在代替平台应答。如果都没有问题，请稍后重试。',
		},
	},
	noLocation: {
		message: {
			en: 'The platform gave no download address for the recording',
			zh: '平台没有给出录音的下载地址',
		},
		remedy: {
			en: 'Try again in some minutes. A recording can appear later than its call record.',
			zh: '请几分钟后重试。录音可能比话单晚一些才有。',
		},
	},
	noRecording: {
		message: {
			en: 'The storage gave something else than a recording',
			zh: '存储主机给出的不是录音',
		},
		remedy: {
			en: 'Try again in some minutes, or raise Wait for Recording in Options: a recording can appear later than its call record. If it stays, open the download address in a browser to see what it gives.',
			zh: '请几分钟后重试，或在“选项”中调大“等待录音（分钟）”：录音可能比话单晚一些才有。如果一直这样，请在浏览器中打开下载地址，看看得到的是什么。',
		},
	},
	notServed: {
		message: { en: 'The storage did not give the recording', zh: '存储主机没有给出录音' },
		remedy: {
			en: 'Try again. The address in a call record works for a short time only: where the call record has a file name, download by File Name. Recordings are kept for 7 days.',
			zh: '请重试。话单中的下载地址只在短时间内有效：话单里有文件名时，请按文件名下载。录音只保存 7 天。',
		},
	},
	outcomeUnknown: {
		message: {
			en: 'It is not known whether the binding was made: the answer of the platform was lost',
			zh: '不知道绑定是否成功：没有收到平台的应答',
		},
		remedy: {
			en: 'Do not send it again before you have looked: read the bindings of your privacy numbers with this node, or look in the console (绑定关系; it does not show AXYB), and unbind what should not be there. Where a privacy number is given, the node finds this out by itself.',
			zh: '请先查看，不要直接重发：用这个节点查询您的隐私号的绑定，或在控制台的“绑定关系”中查看（不显示 AXYB），把多余的解绑。指定了隐私号时，节点会自己查清。',
		},
	},
	redirected: {
		message: {
			en: 'The address answers with a redirect instead of the platform',
			zh: '这个地址返回的是重定向，不是平台的应答',
		},
		remedy: {
			en: 'Check that Base URL in the credential is the APP access address (APP接入地址).',
			zh: '请确认凭证中的 APP接入地址正确。',
		},
	},
	refusedHost: {
		message: { en: 'The download address is not allowed', zh: '不允许从这个地址下载' },
		remedy: {
			en: "Recordings are downloaded by https from hosts outside your network, and by URL only from Huawei's storage hosts. Add another host that you trust to Allowed Hosts in Options: it may then also be http, or inside your network.",
			zh: '录音只用 https 从外网的主机下载，按网址下载时只能是华为的存储主机。其他可信的主机，请加到“选项”的“允许的主机”中：这样也可以用 HTTP，或位于内网。',
		},
	},
	storageTooSlow: {
		message: {
			en: 'The storage does not give the recording, or gives it too slowly',
			zh: '存储主机没有给出录音，或传输太慢',
		},
		remedy: {
			en: 'Try again. If it stays, check the network and the proxy of the server that runs n8n, or raise Timeout under Request Options.',
			zh: '请重试。如果一直这样，请检查运行 n8n 的服务器的网络和代理，或在“请求选项”中调高“超时”。',
		},
	},
	storageUnreachable: {
		message: {
			en: 'The storage of the recording cannot be reached',
			zh: '连不上存放录音的主机',
		},
		remedy: {
			en: 'Try again. If it stays, check the network and the proxy of the server that runs n8n: the storage is another host than the platform.',
			zh: '请重试。如果一直这样，请检查运行 n8n 的服务器的网络和代理：存放录音的主机与平台不是同一台。',
		},
	},
	timeout: {
		message: { en: 'The platform did not answer in time', zh: '平台没有及时应答' },
		remedy: {
			en: 'Try again. If it stays: the platform answers only to addresses in mainland China; check the network of the server that runs n8n, or raise Timeout under Request Options.',
			zh: '请重试。如果一直这样：平台只接受来自中国内地的访问，请检查运行 n8n 的服务器的网络，或在“请求选项”中调高“超时”。',
		},
	},
	tooLarge: {
		message: { en: 'The answer is larger than allowed', zh: '应答超过允许的大小' },
		remedy: {
			en: 'Check the address: no answer of the platform, and no recording, is that large.',
			zh: '请检查地址：平台的应答和录音都不会这么大。',
		},
	},
	tooMany: {
		message: { en: 'The platform asks to slow down (HTTP 429)', zh: '平台正在流控（HTTP 429）' },
		remedy: {
			en: 'Nothing was taken for several waits. Run the workflow later for the rest, or raise Flow Control Wait under Request Options.',
			zh: '等了几次，平台仍没有受理。请稍后对剩下的数据重新运行工作流，或在“请求选项”中调高“流控等待”。',
		},
	},
	unreachable: {
		message: { en: 'The platform cannot be reached', zh: '连不上平台' },
		remedy: {
			en: 'Check Base URL in the credential, and the network and proxy of the server that runs n8n. The platform answers only to addresses in mainland China.',
			zh: '请检查凭证中的 APP接入地址，以及运行 n8n 的服务器的网络和代理。平台只接受来自中国内地的访问。',
		},
	},
	untrustedCertificate: {
		message: {
			en: 'The certificate of the address cannot be verified',
			zh: '无法验证这个地址的证书',
		},
		remedy: {
			en: 'Check Base URL in the credential. If a proxy of your company puts its own certificate in between, install that certificate on the server that runs n8n.',
			zh: '请检查凭证中的 APP接入地址。如果公司的代理换上了自己的证书，请把那张证书安装到运行 n8n 的服务器上。',
		},
	},
	untrustedStorage: {
		message: {
			en: 'The certificate of the storage cannot be verified',
			zh: '无法验证存储主机的证书',
		},
		remedy: {
			en: 'With some recording addresses of Huawei this is so. If you trust the address, switch on Ignore SSL Issues of Storage in Options: the storage gets no secret. If a proxy of your company puts its own certificate in between, install that certificate on the server that runs n8n.',
			zh: '华为的部分录音地址会这样。如果信任这个地址，请在“选项”中打开“忽略存储主机的证书问题”：存储主机得不到任何密钥。如果公司的代理换上了自己的证书，请把该证书安装到运行 n8n 的服务器上。',
		},
	},
	wrongAddress: {
		message: {
			en: 'The platform does not know this address (HTTP 404)',
			zh: '平台不认识这个地址（HTTP 404）',
		},
		remedy: {
			en: 'Base URL in the credential must be the APP access address (APP接入地址) as the console shows it, without a path.',
			zh: '凭证中的 APP接入地址要和控制台显示的一致，后面不带路径。',
		},
	},
};
