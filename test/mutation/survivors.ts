/** A mutant that may live on: no test can notice it, or nobody would suffer. */
export interface KnownSurvivor {
	file: string;
	/** What stands in its place, as the report writes it. */
	replacement: string;
	/** The line of the code in which it begins, without the blanks around it. */
	line: string;
	/** `equivalent`: nothing changes that can be seen. `harmless`: nobody suffers from it. */
	because: 'equivalent' | 'harmless';
	reason: string;
}

export const KNOWN_SURVIVORS: readonly KnownSurvivor[] = [];
