/** What a workflow does that ends, or answers, when the test says so. */
export function work() {
	let end: (result?: unknown) => void = () => undefined;
	const result = new Promise<unknown>((resolve) => (end = resolve));
	return { result, end };
}
