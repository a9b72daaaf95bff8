// Says what GitHub itself finds wrong with workflow files: unknown keys, jobs and contexts. It is the
// checker of GitHub's own editor, and sends nothing anywhere.
//
//   node --import tsx scripts/lintWorkflows.mjs .github/workflows/*.yml
import { readFileSync } from 'node:fs';

import { validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';

for (const file of process.argv.slice(2)) {
	const document = TextDocument.create(`file:///${file}`, 'yaml', 0, readFileSync(file, 'utf8'));
	for (const { range, message } of await validate(document)) {
		console.log(`${file}:${range.start.line + 1}: ${message}`);
		process.exitCode = 1;
	}
}
