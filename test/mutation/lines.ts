import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line without anything that could be changed: empty, a comment, an import. */
const IDLE = /^\s*(?:$|\/\/|\/\*|\*|import\b|[})\];,]+$)/;

/** All, or so many, spread evenly. */
export function sample(lines: readonly string[], most: number): string[] {
	const step = Math.max(1, lines.length / most);
	return lines.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** The lines of code of a file or of a folder's files, as Stryker wants them (`file:first-last`). */
export function codeLines(path: string): string[] {
	return filesOf(path).flatMap((file) =>
		readFileSync(file, 'utf8')
			.split('\n')
			.flatMap((line, index) => (IDLE.test(line) ? [] : [`${file}:${index + 1}-${index + 1}`])),
	);
}

function filesOf(path: string): string[] {
	if (path.endsWith('.ts')) return [path];
	return readdirSync(path, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.sort((one, other) => one.localeCompare(other))
		.map((file) => join(path, file));
}
