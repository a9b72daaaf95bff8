import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run } from '../playground/machine/run';

const folderOfWorkflows = '.github/workflows';
const workflows = readdirSync(folderOfWorkflows).map((name) => ({
	name,
	text: readFileSync(join(folderOfWorkflows, name), 'utf8'),
}));
const textOf = (name: string): string => workflows.find((one) => one.name === name)?.text ?? '';

/** What the checker of GitHub finds, a line each. */
async function lint(files: readonly string[]): Promise<string> {
	const args = ['--import', 'tsx', 'scripts/lintWorkflows.mjs', ...files];
	return await run(process.execPath, args, { cwd: process.cwd() }).catch(String);
}

/** The text of each job, by its ID. */
function jobsOf(text: string): Record<string, string> {
	const [, jobs = ''] = text.split(/^jobs:$/m);
	const parts = jobs.split(/^ {2}([\w-]+):$/m).slice(1);
	return Object.fromEntries(
		parts.flatMap((id, index) => (index % 2 === 0 ? [[id, parts[index + 1] ?? '']] : [])),
	);
}

/** Workflows of GitHub Actions can publish in our name: what they run is fixed. */
describe('the workflows of GitHub', () => {
	test.each(workflows)('$name uses actions at a commit, with its version beside it', ({ text }) => {
		const used = [...text.matchAll(/uses: (.+)/g)].map(([, action = '']) => action);
		expect(used.length).toBeGreaterThan(0);
		const loose = used.filter(
			(action) => !/^(\.\/|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/.test(action),
		);
		expect(loose).toEqual([]);
	});

	describe('are read by the checker of GitHub', () => {
		const folder = mkdtempSync(join(tmpdir(), 'workflows-'));
		afterAll(() => {
			rmSync(folder, { recursive: true });
		});
		/** What is wrong with the publishing workflow once a word of it is another. */
		async function findings(word = '', other = ''): Promise<string> {
			const file = join(folder, 'publish.yml');
			const text = textOf('publish.yml');
			expect(text).toContain(word);
			writeFileSync(file, text.replace(word, other));
			return await lint([file]);
		}

		test('which finds nothing', async () => {
			expect(await lint(workflows.map(({ name }) => join(folderOfWorkflows, name)))).toBe('');
		});

		test.each([
			['timeout-minutes: 5', 'timeout-mins: 5', "Unexpected value 'timeout-mins'"],
			['needs: [test, pack]', 'needs: [test, pak]', "unknown job 'pak'"],
			['${{ needs.pack.outputs.file }}', '${{ need.pack.outputs.file }}', "named-value: 'need'"],
		])('which would find %s in place of %s', async (word, other, finding) => {
			expect(await findings(word, other)).toContain(finding);
		});
	});

	it('use the same commit of an action everywhere', () => {
		const used = workflows.flatMap(({ text }) => text.match(/uses: [\w-]+\/.+/g) ?? []);
		const actions = new Set(used.map((line) => line.split('@')[0]));
		expect(new Set(used).size).toBe(actions.size);
	});

	test.each(workflows)('$name runs scripts that package.json has', ({ text }) => {
		const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
			scripts: Record<string, string>;
		};
		const run = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script);
		expect(run.length).toBeGreaterThan(0);
		expect(run.filter((script) => !(script in scripts))).toEqual([]);
	});

	test.each(workflows)('$name knows no stored secret and may only read', ({ text }) => {
		expect(text).not.toContain('secrets.');
		const [head = ''] = text.split(/^jobs:$/m);
		expect(head).toMatch(/^permissions:\n {2}contents: read\n\n/m);
	});

	it('publish from main only, after the tests, in a job that runs nothing of the repository', () => {
		const jobs = jobsOf(textOf('publish.yml'));
		expect(jobs.tag).toContain('git merge-base --is-ancestor HEAD origin/main');
		expect(jobs.test).toMatch(/needs: tag\n {4}uses: \.\/\.github\/workflows\/test\.yml/);
		expect(jobs.publish).toContain('needs: [test, pack]');
		const able = Object.keys(jobs).filter((id) => jobs[id]?.includes('id-token: write'));
		expect(able).toEqual(['publish']);
		expect(jobs.publish).not.toMatch(/checkout|npm (ci|install|run)|npx/);
	});
});
