import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The package's name, with which the types of its nodes begin. */
export const packageName = 'n8n-nodes-huawei-private-number';

/** The clone that this playground belongs to. */
export const repository = dirname(dirname(__dirname));

/** Where the large downloads live, shared by every clone: `XDG_CACHE_HOME` or `~/.cache`. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
	const root = environment.XDG_CACHE_HOME ?? '';
	return join(root === '' ? join(homedir(), '.cache') : root, packageName);
}
