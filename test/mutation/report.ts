import { readFileSync } from 'node:fs';

import { KNOWN_SURVIVORS } from './survivors';
import type { KnownSurvivors } from './survivors/survivor';

/** The parts of Stryker's report (mutation-testing-report-schema) that are read here. */
interface Report {
	files: Record<
		string,
		{
			source: string;
			mutants: Array<{
				mutatorName: string;
				replacement?: string;
				status: string;
				location: { start: Position; end: Position };
			}>;
		}
	>;
}

/** Counted from one. */
interface Position {
	line: number;
	column: number;
}

/** A sentence, whose words no test shall repeat: three words at least, in quotes. */
const SENTENCE = /^(['"`]).*\p{L} .*\p{L}.* .*\1$/u;

/** A mutant that no test has noticed. */
export interface Survivor {
	place: string;
	mutator: string;
	line: string;
	replacement: string;
	/** Where it stands, as Stryker wants it: columns count from nought. */
	range: string;
	/** Whether any test runs this line. */
	isRun: boolean;
}

/** What a run of mutants has come to. */
export interface Score {
	/** Mutants that were run and that could be noticed. */
	mutants: number;
	noticed: number;
	/** How many survivors are named with a reason, and do not count. */
	known: number;
	survivors: Survivor[];
}

export const NOTHING: Score = { mutants: 0, noticed: 0, known: 0, survivors: [] };

/** What two batches have come to. */
export const add = (one: Score, other: Score): Score => ({
	mutants: one.mutants + other.mutants,
	noticed: one.noticed + other.noticed,
	known: one.known + other.known,
	survivors: [...one.survivors, ...other.survivors],
});

/** A score after more tests were run on its survivors. */
export function afterMore(score: Score, more: Score): Score {
	const left = new Set(more.survivors.map(identityOf));
	const survivors = score.survivors.filter((survivor) => left.has(identityOf(survivor)));
	return { ...score, noticed: score.mutants - survivors.length, survivors };
}

const identityOf = ({ range, mutator, replacement }: Survivor): string =>
	[range, mutator, replacement].join('\n');

/** Share of the mutants that were noticed, in percent, of those that change what can be seen. */
export const percentOf = ({ mutants, noticed }: Score): number =>
	mutants === 0 ? 100 : Math.floor((noticed / mutants) * 1000) / 10;

/**
 * Reads a report of Stryker.
 *
 * @param known survivors that are named with a reason
 */
export function readReport(
	path: string,
	known: readonly KnownSurvivors[] = KNOWN_SURVIVORS,
): Score {
	const { files } = JSON.parse(readFileSync(path, 'utf8')) as Report;
	const named = new Set(
		known.flatMap(({ file, mutants }) => mutants.map((mutant) => keyOf(file, ...mutant))),
	);
	const score: Score = { mutants: 0, noticed: 0, known: 0, survivors: [] };
	for (const [file, { source, mutants }] of Object.entries(files)) {
		const lines = source.split('\n');
		for (const { mutatorName, replacement = '', status, location } of mutants) {
			const isNoticed = status === 'Killed' || status === 'Timeout';
			if (!isNoticed && status !== 'Survived' && status !== 'NoCoverage') continue;
			const written = lines[location.start.line - 1] ?? '';
			const line = written.trim();
			if (isText(mutatorName, written, location)) continue;
			if (!isNoticed && named.has(keyOf(file, line, replacement))) {
				score.known += 1;
				continue;
			}
			score.mutants += 1;
			if (isNoticed) score.noticed += 1;
			else {
				const place = `${file}:${location.start.line}:${location.start.column}`;
				const { start, end } = location;
				const range = `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
				const isRun = status === 'Survived';
				score.survivors.push({ place, mutator: mutatorName, line, replacement, range, isRun });
			}
		}
	}
	return score;
}

/** Whether a mutant empties a text that people read. */
function isText(
	mutator: string,
	written: string,
	{ start, end }: { start: Position; end: Position },
): boolean {
	if (mutator !== 'StringLiteral' || start.line !== end.line) return false;
	return SENTENCE.test(written.slice(start.column - 1, end.column - 1));
}

const keyOf = (file: string, line: string, replacement: string): string =>
	[file, line, replacement].join('\n');
