/** How something that several tests use is started, emptied and ended. */
export interface Life<T> {
	start: () => Promise<T>;
	end: (running: T) => Promise<void>;
	/** Brings it back to its start, before each test. */
	clear?: (running: T) => void;
	/** How long the start may take, in milliseconds; default that of a test. */
	startMs?: number;
}

/** One thing for the tests of a file or a `describe`: started before the first, ended after the last. */
export function shared<T extends object>({ start, end, clear, startMs }: Life<T>): T {
	let running: T | undefined;
	beforeAll(async () => {
		running = await start();
	}, startMs);
	beforeEach(() => {
		if (running) clear?.(running);
	});
	afterAll(async () => {
		if (running) await end(running);
	});
	return new Proxy({} as T, {
		get(_, name) {
			if (!running) throw new Error('It starts with the first test.');
			return Reflect.get(running, name) as unknown;
		},
	});
}
