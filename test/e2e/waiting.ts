/**
 * Asks until there is an answer.
 * @param seconds longest wait
 * @param pauseMs milliseconds between an answer and the next question
 * @throws Error that names what did not happen in time.
 */
export async function waitFor<T>(
	what: string,
	ask: () => Promise<T | undefined>,
	seconds = 120,
	pauseMs = 100,
): Promise<T> {
	const deadline = Date.now() + seconds * 1000;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > deadline) throw new Error(`${what}: not within ${seconds} seconds.`);
		await new Promise((resolve) => setTimeout(resolve, pauseMs));
	}
}
