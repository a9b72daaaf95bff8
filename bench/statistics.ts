/** The value below which this share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/**
 * Measures candidates in turn, A B C A B C …, so that whatever else the machine does hits all alike.
 *
 * @returns the measured values of each candidate, in the order of the rounds
 */
export async function interleave<Name extends string>(
	candidates: Readonly<Record<Name, () => Promise<number>>>,
	rounds: number,
): Promise<Record<Name, number[]>> {
	const names = Object.keys(candidates) as Name[];
	const values = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
		Name,
		number[]
	>;
	for (let round = 0; round < rounds; round += 1) {
		for (const name of names) values[name].push(await candidates[name]());
	}
	return values;
}
