import { EventEmitter } from 'node:events';

/** One request to the API (or to the storage host) as it came over the wire. */
export interface RecordedRequest {
	readonly id: number;
	/** ISO time of arrival. */
	readonly time: string;
	readonly method: string;
	readonly path: string;
	/** Path and query string exactly as sent. */
	readonly rawUrl: string;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	/** Names and values in the order and spelling of the wire. */
	readonly rawHeaders: readonly string[];
	readonly rawBody: string;
	readonly remoteAddress: string;
	/** Port of the caller: one for each connection. */
	readonly remotePort: number;
	/** Operation of the reference, `AXB bind`; absent when path or method are unknown. */
	operation?: string;
	/** Application that signed it, once the signature was read. */
	appKey?: string;
	/** Fault that met it. */
	fault?: string;
	/** What a fault's late effect came to, once it has happened. */
	lateEffect?: { status: number; body?: unknown };
	/** HTTP status of the answer; absent while unanswered, and when the connection was cut. */
	status?: number;
	answerBody?: string;
}

/** What a live event of the simulator is about. */
export type Topic = 'request' | 'push' | 'call' | 'sms' | 'bindings' | 'state' | 'robot';

/** A live event, as `GET /sim/events` sends it. */
export interface LiveEvent {
	topic: Topic;
	data: unknown;
}

/** Longest memory of each list; the oldest entries are forgotten first. */
const longestHistory = 50_000;

/** A list that forgets its oldest entries. */
export function remember<T>(list: T[], entry: T): T {
	list.push(entry);
	if (list.length > longestHistory) list.shift();
	return entry;
}

/** Keeps what happened, and tells those who listen. */
export interface Journal {
	readonly requests: RecordedRequest[];
	readonly storageRequests: RecordedRequest[];
	/** Number of the next request. */
	nextId(): number;
	/** Tells listeners of news; `data` is read at once. */
	tell(topic: Topic, data: unknown): void;
	/** Calls `listener` with every live event; the function returned ends it. */
	listen(listener: (event: LiveEvent) => void): () => void;
	clear(): void;
}

/** Opens an empty journal. */
export function openJournal(): Journal {
	const bus = new EventEmitter();
	let serial = 0;
	bus.setMaxListeners(0);
	const requests: RecordedRequest[] = [];
	const storageRequests: RecordedRequest[] = [];
	return {
		requests,
		storageRequests,
		nextId: () => ++serial,
		tell(topic, data) {
			bus.emit('news', { topic, data } satisfies LiveEvent);
		},
		listen(listener) {
			bus.on('news', listener);
			return () => bus.off('news', listener);
		},
		clear() {
			requests.length = 0;
			storageRequests.length = 0;
		},
	};
}
