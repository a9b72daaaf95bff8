import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { fieldsOfTypes, undocumentedFields, unreachablePages } from './docs/coverage';
import * as findings from './docs/findings';
import { outputFields, type OutputSchema } from './docs/outputSchema';
import { root } from './docs/nodes';
import { generatedPages } from './docs/pages';
import { sourcesOfQuotes } from './docs/sources';
import { twinFindings } from './docs/twins';

const usage = `Writes the generated pages of docs/, or checks all pages.

  npm run docs          writes docs/nodes, and the tables of docs/errors.md and docs/hang-up-causes.md;
                        in docs/zh-CN the same in Chinese
  npm run docs:check    fails on stale pages, dead links, unreachable pages, missing pictures, fields
                        that no page names, misspelt words, and Chinese pages that are missing, built
                        otherwise than the English ones, or in other words than this project's
`;

async function write(): Promise<void> {
	for (const { path, content } of await generatedPages()) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), content);
	}
}

async function check(): Promise<void> {
	const pages = findings.allPages();
	const [generated, sources, dead, misspelt] = await Promise.all([
		generatedPages(),
		sourcesOfQuotes(),
		findings.deadLinks(pages),
		findings.misspeltWords(pages),
	]);
	const source = (path: string): string => readFileSync(join(root, path), 'utf8');
	const schema = source('nodes/PrivateNumberTrigger/__schema__/v1.0.0.json');
	// Inner fields go by their own name: `code` stands for `endReason.code` and `cause.code` alike.
	const fieldsOfItems = outputFields(JSON.parse(schema) as OutputSchema).map(({ path }) =>
		path.slice(path.lastIndexOf('.') + 1),
	);
	const kinds = readdirSync(join(root, 'platform/pushes')).filter((name) => name.endsWith('.ts'));
	const fieldsOfEvents = kinds
		.map((name) => source(`platform/pushes/${name}`))
		.filter((text) => text.includes('extends Common'))
		.flatMap(fieldsOfTypes);
	const found = [
		...findings.stalePages(generated),
		...findings.leftOverPages(pages, generated),
		...unreachablePages(pages, 'README.md', findings.linksOf),
		...findings.missingPictures(pages),
		...undocumentedFields([...fieldsOfEvents, ...fieldsOfItems], source('docs/events.md')),
		...twinFindings({ pages: [...pages, ...findings.allPictures()], contentOf: source, sources }),
		...dead,
		...misspelt,
	];
	for (const finding of found) console.error(finding);
	if (found.length > 0) process.exitCode = 1;
	else console.log(`${pages.length} pages: up to date, linked and spelt right.`);
}

async function main(): Promise<void> {
	const [wish, ...rest] = process.argv.slice(2);
	if (rest.length > 0 || (wish !== undefined && wish !== '--check')) console.log(usage);
	else await (wish === '--check' ? check() : write());
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
