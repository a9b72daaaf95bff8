import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = '.github/workflows';
const workflows = readdirSync(folder).map((name) => ({
	name,
	text: readFileSync(join(folder, name), 'utf8'),
}));
const textOf = (name: string): string => workflows.find((one) => one.name === name)?.text ?? '';

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
