/** What one test may take, in milliseconds, on a machine that stands still for seconds. */
const LONGEST_TEST_MS = 120_000;

/** Something that runs while tests use it. */
interface Running {
	close(): Promise<void>;
}

/**
 * One thing for the tests of a file or a `describe`.
 *
 * @param clear brings it back to its start, before each test
 */
export function shared<T extends object & Running>(
	start: () => Promise<T>,
	clear: (running: T) => void,
): T {
	let running: T | undefined;
	jest.setTimeout(LONGEST_TEST_MS);
	beforeAll(async () => {
		running = await start();
	});
	beforeEach(() => {
		if (running) clear(running);
	});
	afterAll(async () => {
		await running?.close();
	});
	return new Proxy({} as T, {
		get(_, name) {
			if (!running) throw new Error('It starts with the first test.');
			return Reflect.get(running, name) as unknown;
		},
	});
}
