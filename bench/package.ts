import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { repository } from '../playground/machine/cache';

/**
 * A module of the built package: what is measured is what users run, with undici bundled.
 *
 * @param path without extension, below `dist/`
 * @throws Error when the package has not been built
 */
export function fromPackage(path: string): unknown {
	const file = join(repository, 'dist', `${path}.js`);
	if (!existsSync(file)) throw new Error('Build the package first: npm run build');
	return createRequire(file)(file);
}
