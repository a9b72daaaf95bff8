/** One figure of a part, and whether it is what the package promises. */
export interface Figure {
	part: string;
	what: string;
	value: number;
	/** What the figure must be; absent where it only informs. */
	must?: { be: number } | { atMost: number } | { atLeast: number };
}

/** Whether a figure is what it must be. */
export function isRight({ value, must }: Figure): boolean {
	if (!must) return true;
	if ('be' in must) return value === must.be;
	return 'atMost' in must ? value <= must.atMost : value >= must.atLeast;
}

/** The figures as a table for people. */
export function tableOf(figures: readonly Figure[]): string {
	const rows = figures.map((figure) => [
		figure.part,
		figure.what,
		`${figure.value}`,
		demandOf(figure),
		figure.must ? (isRight(figure) ? 'ok' : 'WRONG') : '',
	]);
	const all = [['part', 'figure', 'value', 'must be', ''], ...rows];
	const widths = [0, 1, 2, 3, 4].map((column) =>
		Math.max(...all.map((row) => (row[column] ?? '').length)),
	);
	const line = (row: string[]): string =>
		row
			.map((cell, column) =>
				column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
			)
			.join('  ')
			.trimEnd();
	const [head = [], ...body] = all;
	const rule = '-'.repeat(line(head).length);
	return [line(head), rule, ...body.map(line)].join('\n');
}

function demandOf({ must }: Figure): string {
	if (!must) return '';
	if ('be' in must) return `${must.be}`;
	return 'atMost' in must ? `≤ ${must.atMost}` : `≥ ${must.atLeast}`;
}
