/** Looks until something is so; gives up after some twenty seconds. */
export async function waitUntil(isSo: () => boolean): Promise<void> {
	for (let looks = 0; !isSo(); looks += 1) {
		if (looks > 4000) throw new Error(`This never came true: ${String(isSo)}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}
