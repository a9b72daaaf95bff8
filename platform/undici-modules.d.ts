declare module 'undici/lib/dispatcher/agent' {
	import { Agent } from 'undici';
	export = Agent;
}

declare module 'undici/lib/dispatcher/env-http-proxy-agent' {
	import { EnvHttpProxyAgent } from 'undici';
	export = EnvHttpProxyAgent;
}

declare module 'undici/lib/api' {
	import type { Dispatcher } from 'undici';
	const api: {
		request: (
			this: Dispatcher,
			options: Dispatcher.RequestOptions,
		) => Promise<Dispatcher.ResponseData>;
	};
	export = api;
}
