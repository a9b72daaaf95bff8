declare module 'undici/lib/core/connect' {
	import { buildConnector } from 'undici';
	export = buildConnector;
}

declare module 'undici/lib/dispatcher/client' {
	import { Client } from 'undici';
	export = Client;
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
