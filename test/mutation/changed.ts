import { execFileSync } from 'node:child_process';

/** More lines take more than ten minutes on a machine with two processors. */
const MOST_LINES = 60;

/**
 * The lines that were changed since the last commit in common with a branch, as Stryker wants them
 * (`file:first-last`): all, or so many of them, spread evenly, as can be tried in ten minutes.
 */
export function changedLines(base: string, folder: string): string[] {
	const args = [
		'diff',
		'--unified=0',
		'--diff-filter=d',
		`${base}...HEAD`,
		'--',
		`${folder}/**/*.ts`,
	];
	// eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- a tool, not a node: fixed command, no shell
	return sample(parseDiff(execFileSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 28 })));
}

/** Each changed line of a diff without context, by its place in the new file. */
export function parseDiff(diff: string): string[] {
	const lines: string[] = [];
	let file = '';
	for (const line of diff.split('\n')) {
		file = /^\+\+\+ b\/(.*)$/.exec(line)?.[1] ?? file;
		const [, first, count = '1'] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
		if (first === undefined) continue;
		for (let index = 0; index < Number(count); index += 1) {
			const place = Number(first) + index;
			lines.push(`${file}:${place}-${place}`);
		}
	}
	return lines;
}

/** All, or so many as can be tried in ten minutes, spread evenly. */
export function sample(lines: readonly string[]): string[] {
	const step = Math.max(1, lines.length / MOST_LINES);
	return lines.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
