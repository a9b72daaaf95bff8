import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { renderTemplates, templatesFolder } from './templates/render';

/** Writes the example workflows into `templates/`; run with `npm run templates`. */
async function main(): Promise<void> {
	const rendered = await renderTemplates();
	for (const file of readdirSync(templatesFolder)) {
		if (!rendered.has(file)) rmSync(join(templatesFolder, file));
	}
	for (const [file, text] of rendered) writeFileSync(join(templatesFolder, file), text);
}

void main();
