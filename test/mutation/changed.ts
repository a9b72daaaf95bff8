import { execFileSync } from 'node:child_process';

import { sample } from './lines';

/** More lines take more than ten minutes on a machine with two processors. */
const MOST_LINES = 30;

/** So many commits of a branch that is merged already count as its change. */
const LAST_COMMITS = 20;

/**
 * The lines that were changed since a commit, as Stryker wants them (`file:first-last`): all, or so
 * many of them, spread evenly, as can be tried in ten minutes.
 */
export function changedLines(base: string, folder: string): string[] {
	return sample(
		parseDiff(
			git('diff', '--unified=0', '--diff-filter=d', base, 'HEAD', '--', `${folder}/**/*.ts`),
		),
		MOST_LINES,
	);
}

/**
 * The commit against which a change is looked at: where it has left a branch, or, where it is merged
 * already or nobody knows that branch, some commits ago, as far as this copy goes back.
 *
 * @param folder within the repository
 */
export function baseOfChange(branch: string, folder = '.'): string {
	const ask = (...args: readonly string[]) => git('-C', folder, ...args);
	const head = ask('rev-parse', 'HEAD');
	const left = attempt(() => ask('merge-base', branch, 'HEAD'));
	if (left !== undefined && left !== head) return left;
	const last = ask('rev-list', '--first-parent', `--max-count=${LAST_COMMITS + 1}`, 'HEAD');
	return last.split('\n').at(-1) ?? head;
}

function git(...args: readonly string[]): string {
	// eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- a tool, not a node: fixed command, no shell
	return execFileSync('git', args, {
		encoding: 'utf8',
		maxBuffer: 2 ** 28,
		stdio: ['ignore', 'pipe', 'ignore'],
	}).trim();
}

function attempt<Result>(act: () => Result): Result | undefined {
	try {
		return act();
	} catch {
		return undefined;
	}
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
