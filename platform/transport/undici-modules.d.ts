declare module 'undici/lib/dispatcher/agent' {
	import { Agent } from 'undici';
	export = Agent;
}

declare module 'undici/lib/dispatcher/proxy-agent' {
	import { ProxyAgent } from 'undici';
	export = ProxyAgent;
}

declare module 'undici/lib/dispatcher/dispatcher' {
	import { Dispatcher } from 'undici';
	export = Dispatcher;
}

declare module 'undici/lib/api' {
	import type { Dispatcher } from 'undici';
	const api: Pick<Dispatcher, 'request' | 'stream' | 'pipeline' | 'connect' | 'upgrade'>;
	export = api;
}
