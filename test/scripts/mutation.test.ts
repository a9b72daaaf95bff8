import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { baseOfChange, changedLines, parseDiff } from '../mutation/changed';
import { codeLines, sample } from '../mutation/lines';
import { add, afterMore, percentOf, readReport } from '../mutation/report';
import { KNOWN_SURVIVORS } from '../mutation/survivors';

describe('the lines of a diff that are tried', () => {
	test('are those that are new or changed, by their places in the new file', () => {
		const diff = [
			'--- a/platform/a.ts',
			'+++ b/platform/a.ts',
			'@@ -1 +1,2 @@ export',
			'-old',
			'+new',
			'+newer',
			'@@ -9,3 +9,0 @@ removed lines have no place',
			'--- /dev/null',
			'+++ b/platform/b.ts',
			'@@ -0,0 +7 @@',
			'+one',
		].join('\n');
		expect(parseDiff(diff)).toEqual([
			'platform/a.ts:1-1',
			'platform/a.ts:2-2',
			'platform/b.ts:7-7',
		]);
	});

	test('are a part of them, from all over the diff, where there are too many', () => {
		const many = Array.from({ length: 1000 }, (_, index) => `${index}`);
		const some = sample(many, 60);
		expect(some).toHaveLength(60);
		expect(Number(some[0])).toBeLessThan(20);
		expect(Number(some.at(-1))).toBeGreaterThan(980);
		expect(sample(many.slice(0, 60), 60)).toEqual(many.slice(0, 60));
	});

	test('of a folder are those that do something', () => {
		const folder = mkdtempSync(join(tmpdir(), 'mutation-lines-'));
		const code =
			"import a from 'a';\n\n/** Doubles. */\nexport const double = (one: number) => {\n\treturn one * 2;\n};\n";
		writeFileSync(join(folder, 'b.ts'), code);
		writeFileSync(join(folder, 'c.json'), '{}');
		expect(codeLines(folder)).toEqual([4, 5].map((line) => `${folder}/b.ts:${line}-${line}`));
		rmSync(folder, { recursive: true });
	});

	test('are none where nothing has changed', () => {
		expect(changedLines('HEAD', 'platform')).toEqual([]);
	});
});

describe('the commit against which a change is looked at', () => {
	const folder = mkdtempSync(join(tmpdir(), 'mutation-base-'));
	const git = (...args: readonly string[]): string => {
		const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
		// eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- a test: fixed command, no shell
		return execFileSync('git', ['-C', folder, ...who, ...args], { encoding: 'utf8' }).trim();
	};
	const commit = (text: string): string => {
		git('commit', '--quiet', '--allow-empty', '--message', text);
		return git('rev-parse', 'HEAD');
	};
	afterAll(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	test('is where it has left the branch, else some commits ago', () => {
		git('init', '--quiet', '--initial-branch=trunk');
		const commits = Array.from({ length: 25 }, (_, index) => commit(`${index}`));
		expect(baseOfChange('trunk', folder)).toBe(commits.at(-21));
		expect(baseOfChange('nowhere', folder)).toBe(commits.at(-21));

		git('checkout', '--quiet', '-b', 'change', commits[10] ?? '');
		commit('change');
		expect(baseOfChange('trunk', folder)).toBe(commits[10]);
	});

	test('is the oldest that there is where the history is shorter', () => {
		git('checkout', '--quiet', '--orphan', 'young');
		const only = commit('first');
		expect(baseOfChange('nowhere', folder)).toBe(only);
		commit('second');
		expect(baseOfChange('nowhere', folder)).toBe(only);
	});
});

describe('the report of a run', () => {
	const folder = mkdtempSync(join(tmpdir(), 'mutation-'));
	afterAll(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	test('tells each survivor with its line, and leaves out what is named and what cannot run', () => {
		const mutant = (status: string, line: number, replacement: string) => ({
			mutatorName: 'BooleanLiteral',
			status,
			replacement,
			location: { start: { line, column: 9 }, end: { line, column: 12 } },
		});
		const mutants = [
			mutant('Killed', 1, 'false'),
			mutant('Timeout', 1, 'a'),
			mutant('Survived', 2, 'true'),
			mutant('NoCoverage', 2, 'b'),
			mutant('Survived', 2, 'named'),
			mutant('RuntimeError', 1, 'c'),
			mutant('Ignored', 1, 'd'),
		];
		const path = join(folder, 'report.json');
		const source = 'const first = true;\n\tconst second = false;\n';
		writeFileSync(path, JSON.stringify({ files: { 'a.ts': { source, mutants } } }));
		const line = 'const second = false;';
		const named = { file: 'a.ts', mutants: [[line, 'named']] } as const;
		const score = readReport(path, [{ ...named, because: 'harmless', reason: 'As said.' }]);
		const survivor = { place: 'a.ts:2:9', mutator: 'BooleanLiteral', line };
		expect(score).toMatchObject({
			mutants: 4,
			noticed: 2,
			known: 1,
			survivors: [
				{ ...survivor, replacement: 'true', isRun: true, range: 'a.ts:2:8-2:11' },
				{ ...survivor, replacement: 'b', isRun: false },
			],
		});
		expect(percentOf(score)).toBe(50);
	});

	test('counts what further tests have noticed among its survivors', () => {
		const survivor = (range: string) => ({
			...{ place: range, mutator: 'Regex', line: 'a', replacement: 'b' },
			...{ range, isRun: true },
		});
		const first = {
			...{ mutants: 5, noticed: 3, known: 1 },
			survivors: [survivor('1'), survivor('2')],
		};
		// Mutants that stand within others are run along.
		const more = {
			...{ mutants: 4, noticed: 2, known: 0 },
			survivors: [survivor('2'), survivor('3')],
		};
		const after = { mutants: 5, noticed: 4, known: 1, survivors: [survivor('2')] };
		expect(afterMore(first, more)).toEqual(after);
		expect(add(after, after)).toMatchObject({ mutants: 10, noticed: 8, known: 2 });
	});

	test('leaves out texts that people read, and keeps names', () => {
		const path = join(folder, 'texts.json');
		const source = "fail('the signature is too old');\nfail('too old');\n";
		const mutant = (line: number, end: number) => ({
			mutatorName: 'StringLiteral',
			status: 'Survived',
			replacement: '""',
			location: { start: { line, column: 6 }, end: { line, column: end } },
		});
		const mutants = [mutant(1, 32), mutant(2, 15)];
		writeFileSync(path, JSON.stringify({ files: { 'a.ts': { source, mutants } } }));
		expect(readReport(path, []).survivors).toMatchObject([{ place: 'a.ts:2:6' }]);
	});
});

test('each survivor that is named stands in the code, and once in the list', () => {
	const seen = new Set<string>();
	for (const { file, reason, mutants } of KNOWN_SURVIVORS) {
		expect(reason).toMatch(/^[A-Z].{10,}\.$/);
		const lines = readFileSync(file, 'utf8').split('\n');
		const code = new Set(lines.map((line) => line.trim()));
		for (const [line, replacement] of mutants) {
			expect(code).toContain(line);
			const key = [file, line, replacement].join('\n');
			expect(seen).not.toContain(key);
			seen.add(key);
		}
	}
});
