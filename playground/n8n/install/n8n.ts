import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { repository } from '../../machine/cache';
import type { Language } from '../../machine/language';
import { ensureInstalled } from './npm';
import type { Say } from './npm';

/** The pinned n8n with the Node.js that it needs, ready to start. */
export interface N8nInstall {
	folder: string;
	/** The Node.js binary that n8n runs on; the machine's own may be too old for it. */
	node: string;
	/** The command-line program of n8n, to be run by `node`. */
	program: string;
	/** Variables that it needs on this Node.js. */
	environment?: Record<string, string>;
}

/** How to install; the defaults are the playground's. */
export interface InstallOptions {
	/** Told what goes on, a line at a time: the first install takes minutes. */
	say?: Say;
	/** In which language; default English. */
	language?: Language;
	/** Holds the package.json and package-lock.json that pin n8n. */
	source?: string;
	/** Where installs are kept, one folder for each lock file. */
	cache?: string;
}

/** Installs the pinned n8n, or finds the install that an earlier start or another clone made. */
export async function ensureN8n(options: InstallOptions = {}): Promise<N8nInstall> {
	const source = options.source ?? join(repository, 'playground');
	const read = (file: string): Promise<string> => readFile(join(source, file), 'utf8');
	const [manifest, lockFile] = await Promise.all([read('package.json'), read('package-lock.json')]);
	const digest = createHash('sha256').update(lockFile).digest('hex').slice(0, 12);
	const folder = await ensureInstalled({
		name: `n8n-${digest}`,
		manifest,
		lockFile,
		// A Node.js binary, and SQLite.
		needScripts: ['node', 'sqlite3'],
		say: options.say,
		language: options.language,
		cache: options.cache,
	});
	return { folder, node: nodeBinary(folder, 'node'), program: n8nProgram(folder) };
}

/** The command-line program of the n8n in a folder. */
export function n8nProgram(folder: string): string {
	return join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
}

/** The Node.js that npm has installed in a folder under a package name. */
export function nodeBinary(folder: string, packageName: string): string {
	const file = process.platform === 'win32' ? 'node.exe' : 'node';
	return join(folder, 'node_modules', packageName, 'bin', file);
}
