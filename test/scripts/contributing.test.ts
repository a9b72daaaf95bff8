import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Whoever begins here types what this page says. */
describe('the page for contributors', () => {
	const page = readFileSync('CONTRIBUTING.md', 'utf8');
	const folders = readdirSync('.', { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name);

	it('names files and folders that are there', () => {
		const paths = [...page.matchAll(/[\w.]+(?:\/[\w.<>…*-]+)*\/?(?=[\s`)])/g)]
			.map(([path]) => path)
			.filter((path) => path.includes('/') && folders.includes(path.split('/')[0] ?? ''))
			// A name to be filled in stands in brackets.
			.filter((path) => !/[<>…*]/.test(path));
		expect(paths.length).toBeGreaterThan(20);
		expect(paths.filter((path) => !existsSync(path))).toEqual([]);
	});

	it('names commands that there are', () => {
		const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
			scripts: Record<string, string>;
		};
		const commands = [...page.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
		expect(commands.length).toBeGreaterThan(10);
		expect(commands.filter((name) => !(name in scripts))).toEqual([]);
	});
});
