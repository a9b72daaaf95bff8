import type { LocalCode } from './errors';

/** What happened and how to go on, for what goes wrong before or beside the platform's own codes. */
export const LOCAL_CODES: Readonly<Record<LocalCode, { message: string; remedy: string }>> = {
	badProxy: {
		message: 'The proxy that the environment of n8n names cannot be used',
		remedy:
			'Whoever runs n8n can correct the variable, for example to http://proxy.example.com:8080, and start n8n again.',
	},
	cancelled: {
		message: 'The execution was cancelled before this was sent',
		remedy: 'Run the workflow again for the items that are not done.',
	},
	forbiddenHost: {
		message: "This address is forbidden by n8n's protection for outgoing connections",
		remedy:
			'Check the address. If it is right, whoever runs n8n can allow it in the settings of that protection (N8N_SSRF_ALLOWED_HOSTNAMES).',
	},
	invalidAnswer: {
		message: 'The platform gave an answer that cannot be read',
		remedy:
			'Check that Base URL in the credential is the APP access address (APP接入地址) and that no proxy answers in its place. Otherwise try again later.',
	},
	noLocation: {
		message: 'The platform gave no download address for the recording',
		remedy: 'Try again in some minutes. A recording can appear later than its call record.',
	},
	noRecording: {
		message: 'The storage gave something else than a recording',
		remedy:
			'Try again in some minutes, or raise Wait for Recording in Options: a recording can appear later than its call record. If it stays, open the download address in a browser to see what it gives.',
	},
	notServed: {
		message: 'The storage did not give the recording',
		remedy:
			'Try again. The address in a call record works for a short time only: where the call record has a file name, download by File Name. Recordings are kept for 7 days.',
	},
	outcomeUnknown: {
		message: 'It is not known whether the binding was made: the answer of the platform was lost',
		remedy:
			'Do not send it again before you have looked: read the bindings of your privacy numbers with this node, or look in the console (绑定关系; it does not show AXYB), and unbind what should not be there. Where a privacy number is given, the node finds this out by itself.',
	},
	redirected: {
		message: 'The address answers with a redirect instead of the platform',
		remedy: 'Check that Base URL in the credential is the APP access address (APP接入地址).',
	},
	refusedHost: {
		message: 'The download address is not allowed',
		remedy:
			"Recordings are downloaded by https from hosts outside your network, and by URL only from Huawei's storage hosts. Add another host that you trust to Allowed Hosts in Options: it may then also be http, or inside your network.",
	},
	storageTooSlow: {
		message: 'The storage does not give the recording, or gives it too slowly',
		remedy:
			'Try again. If it stays, check the network and the proxy of the server that runs n8n, or raise Timeout under Request Options.',
	},
	storageUnreachable: {
		message: 'The storage of the recording cannot be reached',
		remedy:
			'Try again. If it stays, check the network and the proxy of the server that runs n8n: the storage is another host than the platform.',
	},
	timeout: {
		message: 'The platform did not answer in time',
		remedy:
			'Try again. If it stays: the platform answers only to addresses in mainland China; check the network of the server that runs n8n, or raise Timeout under Request Options.',
	},
	tooLarge: {
		message: 'The answer is larger than allowed',
		remedy: 'Check the address: no answer of the platform, and no recording, is that large.',
	},
	unreachable: {
		message: 'The platform cannot be reached',
		remedy:
			'Check Base URL in the credential, and the network and proxy of the server that runs n8n. The platform answers only to addresses in mainland China.',
	},
	untrustedCertificate: {
		message: 'The certificate of the address cannot be verified',
		remedy:
			'Check Base URL in the credential. If a proxy of your company puts its own certificate in between, install that certificate on the server that runs n8n.',
	},
	untrustedStorage: {
		message: 'The certificate of the storage cannot be verified',
		remedy:
			'With some recording addresses of Huawei this is so. If you trust the address, switch on Ignore SSL Issues of the Storage (Insecure) in Options: the storage gets no secret. If a proxy of your company puts its own certificate in between, install that certificate on the server that runs n8n.',
	},
	wrongAddress: {
		message: 'The platform does not know this address (HTTP 404)',
		remedy:
			'Base URL in the credential must be the APP access address (APP接入地址) as the console shows it, without a path.',
	},
};
