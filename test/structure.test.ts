import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

/** The violations that dependency-cruiser finds, by the names of the rules. */
async function violations(folders: readonly string[], cwd: string): Promise<string[]> {
	const program = join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
	const config = join(process.cwd(), '.dependency-cruiser.cjs');
	const args = [program, '--config', config, '--output-type', 'json', ...folders];
	const output = await new Promise<string>((resolve) => {
		// eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- a test, not a node: fixed command, no shell
		execFile(process.execPath, args, { cwd, maxBuffer: 2 ** 28 }, (_, stdout) => {
			// It exits with the number of violations.
			resolve(stdout);
		});
	});
	const { summary } = JSON.parse(output) as {
		summary: { violations: Array<{ rule: { name: string }; from: string; to: string }> };
	};
	return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} and ${to}`);
}

const subfolders = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name);

/** A folder and all folders in it. */
function allFolders(folder: string): string[] {
	return [folder, ...subfolders(folder).flatMap((name) => allFolders(join(folder, name)))];
}

describe('files and folders stand on floors', () => {
	test('without a circle, types included', async () => {
		const folders = ['platform', 'nodes', 'credentials', 'simulator', 'playground'];
		expect(await violations(folders, process.cwd())).toEqual([]);
	});

	test('and a circle of types or of folders would be seen', async () => {
		const copy = mkdtempSync(join(tmpdir(), 'floors-'));
		try {
			const write = (path: string, text: string): void => {
				mkdirSync(join(copy, path, '..'), { recursive: true });
				writeFileSync(join(copy, path), text);
			};
			write('tsconfig.json', '{}');
			write('a/one.ts', "import type { Two } from './two';\nexport type One = Two[];\n");
			write('a/two.ts', "import type { One } from './one';\nexport type Two = One | string;\n");
			write('a/three.ts', "import { four } from '../b/four';\nexport const three = four;\n");
			write('b/four.ts', 'export const four = 4;\n');
			write('b/five.ts', "import { six } from '../a/six';\nexport const five = six;\n");
			write('a/six.ts', 'export const six = 6;\n');
			const found = (await violations(['a', 'b'], copy)).join('\n');
			expect(found).toMatch(/no-circle-of-files: a\/one\.ts and a\/two\.ts/);
			expect(found).toMatch(/no-circle-of-folders: a and b/);
		} finally {
			rmSync(copy, { recursive: true, force: true });
		}
	});
});

describe.each(['platform', 'simulator', 'playground'])('%s/', (top) => {
	test.each(allFolders(top).filter((folder) => !folder.includes('node_modules')))(
		'%s holds at most fifteen files of a kind side by side',
		(folder) => {
			const kinds = new Map<string, string[]>();
			for (const entry of readdirSync(folder, { withFileTypes: true })) {
				if (!entry.isFile()) continue;
				const kind = extname(entry.name).replace('.tsx', '.ts');
				kinds.set(kind, [...(kinds.get(kind) ?? []), entry.name]);
			}
			const crowded = [...kinds.values()].filter((names) => names.length > 15);
			expect(crowded).toEqual([]);
		},
	);
});

test.each(subfolders('platform'))('platform/%s has its twin in test/platform/', (name) => {
	const tests = readdirSync(join('test/platform', name), { recursive: true, encoding: 'utf8' });
	expect(tests.filter((file) => file.endsWith('.test.ts'))).not.toEqual([]);
});

test('no file of tests has more than 300 lines: it is split by subject', () => {
	const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => ({
			file,
			lines: readFileSync(join('test', file), 'utf8').split('\n').length - 1,
		}));
	expect(files.length).toBeGreaterThan(100);
	expect(files.filter(({ lines }) => lines > 300)).toEqual([]);
});
