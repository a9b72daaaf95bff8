import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import ts from 'typescript';

/** Lints texts as if they stood in files of the project, in a process that can load its settings. */
const LINTER = `
	import { text } from 'node:stream/consumers';
	import { ESLint } from 'eslint';
	const eslint = new ESLint();
	const findings = [];
	for (const { file, code } of JSON.parse(await text(process.stdin))) {
		const [{ messages }] = await eslint.lintText(code, { filePath: file });
		const imports = messages.filter(({ ruleId }) => ruleId === 'no-restricted-imports');
		findings.push(imports.map(({ line }) => line));
	}
	console.log(JSON.stringify(findings));
`;

/** For each text, its lines with a forbidden import. */
async function forbiddenLines(texts: Array<{ file: string; code: string }>): Promise<number[][]> {
	const output = await new Promise<string>((resolve, reject) => {
		// eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- a test, not a node: fixed command, no shell
		const linter = execFile(
			process.execPath,
			['--input-type=module', '--eval', LINTER],
			(error, stdout) => {
				if (error) reject(error as Error);
				else resolve(stdout);
			},
		);
		linter.stdin?.end(JSON.stringify(texts));
	});
	return JSON.parse(output) as number[][];
}

const CASES = [
	{
		file: 'platform/pushes/mask.ts',
		forbidden: [
			"export * from 'n8n-workflow';",
			"export * from 'n8n-core';",
			"export * from '../../nodes/shared/errors';",
			"import type { Operation } from '../../nodes/shared/operation';",
			"export * from '../../credentials/HuaweiPrivateNumberApi.credentials';",
			"export * from '../../simulator';",
			"export * from '../../simulator/wire/clock';",
		],
		allowed: ["export * from './errors';", "export * from 'node:crypto';"],
	},
	{
		file: 'simulator/calls/line.ts',
		forbidden: [
			"export * from 'n8n-workflow';",
			"export * from '../../nodes/shared/errors';",
			"export * from '../../credentials/HuaweiPrivateNumberApi.credentials';",
			"export * from '../../platform/wire/time';",
			"import type { Keys } from '../../platform/application/signature';",
		],
		allowed: ["export * from '../wire/clock';", "export * from 'fastify';"],
	},
	{
		file: 'nodes/shared/values.ts',
		forbidden: [
			"export * from '../../simulator';",
			"export * from '../../playground/run';",
			"export * from '../../test/nodes/engine';",
		],
		allowed: ["export * from '../../platform/modes/areas';", "export * from 'n8n-workflow';"],
	},
];

describe('the linter keeps the walls', () => {
	let findings: number[][];
	beforeAll(async () => {
		findings = await forbiddenLines(
			CASES.map(({ file, forbidden, allowed }) => ({
				file,
				code: `${[...forbidden, ...allowed].join('\n')}\n`,
			})),
		);
		// A linter with types reads the whole project.
	}, 600_000);

	test.each(CASES.map(({ file, forbidden }, index) => ({ file, forbidden, index })))(
		'around $file: each forbidden import is a finding, no other is',
		({ forbidden, index }) => {
			expect(findings[index]).toEqual(forbidden.map((_, line) => line + 1));
		},
	);
});

describe('the walls stand', () => {
	const outside = {
		platform: /^(?:nodes|credentials|simulator|playground|test)(?:\/|$)|n8n/,
		simulator: /^(?:nodes|credentials|platform|playground|test)(?:\/|$)|n8n/,
		nodes: /^(?:simulator|playground|test)(?:\/|$)/,
		credentials: /^(?:simulator|playground|test)(?:\/|$)/,
	};

	function filesOf(folder: string): string[] {
		const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
		return all.filter((file) => /\.tsx?$/.test(file)).map((file) => join(folder, file));
	}

	/** What a text imports in any way: by a statement, later, or as CommonJS does. */
	function importsOf(source: string): string[] {
		return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName);
	}

	test.each(Object.entries(outside))('around every file of %s', (folder, forbidden) => {
		const files = filesOf(folder);
		expect(files.length).toBeGreaterThan(0);
		const broken = files.flatMap((file) =>
			importsOf(readFileSync(file, 'utf8'))
				.map((name) => (name.startsWith('.') ? normalize(join(dirname(file), name)) : name))
				.filter((path) => forbidden.test(path))
				.map((path) => `${file} imports ${path}`),
		);
		expect(broken).toEqual([]);
	});

	test('a way around the linter would be seen', () => {
		const source = "const x = import('../nodes/a'); const y = require('../nodes/b');";
		expect(importsOf(source)).toEqual(['../nodes/a', '../nodes/b']);
	});

	test('no URL, header or wire type of the platform is written in the nodes', () => {
		const written = filesOf('nodes').filter((file) =>
			/X-AKSK|X-WSSE|Authorization|\/rest\/|resultcode|smsEvent|statusInfo|feeLst|numInfo|notif(?:y|ication)Mode|vNumberRoute/.test(
				readFileSync(file, 'utf8'),
			),
		);
		expect(written).toEqual([]);
	});
});
