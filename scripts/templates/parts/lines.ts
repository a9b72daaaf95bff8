import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { repository } from '../../../playground/machine/cache';

const folder = join(repository, 'scripts/templates/code');

/**
 * The JavaScript of a Code step, from `scripts/templates/code/`. A first line `// use: mask, when` puts
 * pieces of `code/shared/` in front.
 */
export function lines(name: string): string {
	const text = read(name);
	const [, used = ''] = /^\/\/ use: (.*)\n/.exec(text) ?? [];
	const shared = used === '' ? [] : used.split(', ').map((piece) => read(`shared/${piece}`));
	return [...shared, text.replace(/^\/\/ use: .*\n/, '')].map((piece) => piece.trim()).join('\n\n');
}

/** A text that is no program, such as what a model is told. */
export function words(name: string): string {
	return readFileSync(join(folder, `${name}.txt`), 'utf8').trim();
}

function read(name: string): string {
	return readFileSync(join(folder, `${name}.js`), 'utf8');
}
