import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { repository } from '../../playground/machine/cache';
import { examples } from './examples';
import { build } from './workflow';

/** Folder of the documents. */
export const templatesFolder = join(repository, 'templates');

/** The text of each file in `templates/`, by its name. */
export async function renderTemplates(): Promise<Map<string, string>> {
	const rendered = new Map<string, string>();
	for (const example of examples) {
		const file = `${example.id}.json`;
		const filepath = join(templatesFolder, file);
		const options = { ...(await resolveConfig(filepath)), filepath };
		rendered.set(file, await format(JSON.stringify(build(example)), options));
	}
	return rendered;
}
