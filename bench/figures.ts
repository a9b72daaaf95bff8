/** One line of the report. */
export interface Figure {
	/** What was measured, in plain words. */
	name: string;
	value: number;
	unit: '×' | 'µs' | 'ms' | 'MB' | 'KB' | 'connections' | '/s';
	/** What it shall be. */
	goal?: { atLeast: number } | { atMost: number };
}

/** What one part of the measurements came to. */
export interface PartResult {
	/** What is reported: ratios, and limits that have a unit. */
	figures: Figure[];
	/** What the figures were made from, for the JSON file. */
	samples?: unknown;
}

/** How thoroughly to measure. */
export interface PartOptions {
	/** The short form guards the ratios: fewer rounds, the cells with a goal only. */
	short: boolean;
	/** The setups of n8n to measure, by name; all of them without one. */
	setups?: readonly string[];
	say: (line: string) => void;
}

/** One part of the measurements, which can be run alone. */
export type Part = (options: PartOptions) => Promise<PartResult>;

/** Whether a figure is what it shall be; a figure without a goal always is. */
export function isMet({ value, goal }: Figure): boolean {
	if (!goal) return true;
	return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}

/** The report as a Markdown table. */
export function table(figures: readonly Figure[]): string {
	const rows = figures.map((figure) => {
		const { name, value, unit, goal } = figure;
		const wanted = goal
			? 'atLeast' in goal
				? `≥ ${goal.atLeast} ${unit}`
				: `≤ ${goal.atMost} ${unit}`
			: '';
		const met = goal ? (isMet(figure) ? 'yes' : 'no') : '';
		return `| ${name} | ${rounded(value)} ${unit} | ${wanted} | ${met} |`;
	});
	return ['| Measured | Result | Goal | Met |', '| --- | ---: | ---: | --- |', ...rows].join('\n');
}

function rounded(value: number): string {
	if (!Number.isFinite(value)) return '–';
	return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
