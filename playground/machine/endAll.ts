/**
 * Ends everything that has been started, the latest first, also what comes after one that throws.
 * @throws what the first of them has thrown.
 */
export async function endAll(ends: readonly (() => Promise<void>)[]): Promise<void> {
	const thrown: unknown[] = [];
	for (const end of [...ends].reverse()) {
		try {
			await end();
		} catch (error) {
			thrown.push(error);
		}
	}
	if (thrown.length > 0) throw thrown[0];
}
