import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { renderTemplates, templatesFolder } from './templates/render';

/**
 * Writes the example workflows into `templates/`; run with `npm run templates`. With `--check` it only
 * names the files that are not what it would write.
 */
async function main(): Promise<void> {
	const rendered = await renderTemplates();
	const present = readdirSync(templatesFolder).filter((file) => file.endsWith('.json'));
	const path = (file: string): string => join(templatesFolder, file);
	const superfluous = present.filter((file) => !rendered.has(file));
	const stale = [...rendered].filter(
		([file, text]) => !existsSync(path(file)) || readFileSync(path(file), 'utf8') !== text,
	);
	if (process.argv.includes('--check')) {
		const names = [...superfluous, ...stale.map(([file]) => file)];
		for (const file of names) console.error(`templates/${file}: run npm run templates`);
		process.exitCode = names.length === 0 ? 0 : 1;
		return;
	}
	for (const file of superfluous) rmSync(path(file));
	for (const [file, text] of stale) writeFileSync(path(file), text);
}

void main();
