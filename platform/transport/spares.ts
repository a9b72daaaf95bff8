import type { Socket } from 'node:net';

/** How long an open socket that nobody has used yet is good for a request, in milliseconds. */
const SPARE_LIFE_MS = 1000;
/** Requests that follow each other faster than this are a run, in milliseconds. */
const RUN_MS = 1000;
/** To open a socket takes two trips more than to ask: two are opened for each request on its way. */
const FOR_EACH_REQUEST = 2;
const MOST_SPARES = 64;

/** Sockets opened ahead of need, so that a request on a new connection costs one trip and not three. */
export interface Spares {
	/** An open socket that was never used. */
	take(): Promise<Socket>;
	/**
	 * A request goes out; the returned function is called at its end.
	 *
	 * @param isEnough whether the next request will need no new socket
	 */
	begin(isEnough: boolean): () => void;
	/** Closes what nobody has taken. */
	close(): void;
}

/** @param open opens a socket, ready for a request */
export function createSpares(open: () => Promise<Socket>): Spares {
	const ready = new Map<Socket, () => void>();
	let opening = 0;
	let onTheirWay = 0;
	let lastAt = -Infinity;
	let isClosed = false;

	function store(socket: Socket): void {
		if (isClosed) {
			socket.destroy();
			return;
		}
		const drop = (): void => {
			ready.delete(socket);
			socket.destroy();
		};
		socket.on('error', drop);
		// What becomes readable before anything was asked is the end, or no HTTP.
		socket.once('readable', drop);
		const timer = setTimeout(drop, SPARE_LIFE_MS).unref();
		ready.set(socket, () => {
			clearTimeout(timer);
			socket.removeListener('readable', drop);
			ready.delete(socket);
		});
	}

	function prepare(): void {
		const wanted = Math.min(onTheirWay * FOR_EACH_REQUEST, MOST_SPARES);
		while (ready.size + opening < wanted) {
			opening += 1;
			open()
				.then(store)
				// Whoever needs a socket opens one and is told why that is not possible.
				.catch(() => undefined)
				.finally(() => {
					opening -= 1;
				});
		}
	}

	return {
		async take() {
			for (const [socket, release] of ready) {
				release();
				if (!socket.destroyed && socket.writable) return socket;
			}
			return await open();
		},
		begin(isEnough) {
			const now = performance.now();
			const isRun = now - lastAt < RUN_MS;
			lastAt = now;
			onTheirWay += 1;
			if (isRun && !isEnough) prepare();
			return () => {
				onTheirWay -= 1;
			};
		},
		close() {
			isClosed = true;
			for (const [socket] of ready) socket.destroy();
			ready.clear();
		},
	};
}
