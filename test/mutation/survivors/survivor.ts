/** Mutants of one file that may live on, all for the same reason. */
export interface KnownSurvivors {
	file: string;
	/** `equivalent`: nothing changes that can be seen. `harmless`: nobody suffers from it. */
	because: 'equivalent' | 'harmless';
	reason: string;
	/**
	 * Each mutant: the line of the code in which it begins, without the blanks around it, and what stands
	 * in its place, as the report writes it.
	 */
	mutants: ReadonlyArray<readonly [line: string, replacement: string]>;
}
