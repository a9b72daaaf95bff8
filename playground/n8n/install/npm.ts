import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { lock } from 'proper-lockfile';

import { cacheFolder } from '../../machine/cache';
import type { Language } from '../../machine/language';
import { isHeld } from '../../machine/locks';
import { run } from '../../machine/run';
import { installWords } from './words';
import type { InstallWords } from './words';

/** Told what goes on, a line at a time: installing n8n takes minutes. */
export type Say = (line: string) => void;

/** A set of npm packages in a folder of its own. */
export interface NpmInstall {
	/** Name of the folder in the cache; another set has another name. */
	name: string;
	/** Text of the package.json, and of the package-lock.json where there is one. */
	manifest: string;
	lockFile?: string;
	/** The packages whose own install scripts are needed; no other script runs. */
	needScripts: readonly string[];
	say?: Say;
	/** In which language; default English. */
	language?: Language;
	/** Where installs are kept; default: the cache that every clone shares. */
	cache?: string;
}

/**
 * Installs the packages, or finds the install that an earlier start or another clone made. It is
 * made beside its place and then renamed, so that a half install is never used, under a lock, so
 * that two processes do not both make it.
 * @returns the folder that holds `node_modules`.
 */
export async function ensureInstalled(wanted: NpmInstall): Promise<string> {
	const { name, cache = cacheFolder(), say = () => undefined, language = 'en' } = wanted;
	const words = installWords[language];
	const folder = join(cache, name);
	if (existsSync(folder)) return folder;
	await mkdir(dirname(folder), { recursive: true });
	const release = await lockInstall(folder, () => {
		say(words.waiting);
	});
	try {
		if (!existsSync(folder)) await install({ ...wanted, say }, folder, words);
	} finally {
		await release();
	}
	return folder;
}

/** Waits for another process that installs; the lock of one that died goes stale in 30 seconds. */
async function lockInstall(folder: string, onWait: () => void) {
	const settings = { realpath: false, stale: 30_000 };
	try {
		return await lock(folder, settings);
	} catch (error) {
		if (!isHeld(error)) throw error;
		onWait();
		const retries = { retries: 1200, factor: 1, minTimeout: 1000, maxTimeout: 1000 };
		return await lock(folder, { ...settings, retries });
	}
}

async function install(
	{ manifest, lockFile, needScripts, say }: NpmInstall & { say: Say },
	folder: string,
	words: InstallWords,
): Promise<void> {
	const partial = `${folder}.partial`;
	await rm(partial, { recursive: true, force: true });
	await mkdir(partial);
	await writeFile(join(partial, 'package.json'), manifest);
	if (lockFile !== undefined) await writeFile(join(partial, 'package-lock.json'), lockFile);
	say(words.installing(folder));
	const stop = tick((seconds) => {
		say(words.goingOn(seconds));
	});
	try {
		say(words.fetching);
		await npm(partial, [lockFile === undefined ? 'install' : 'ci', '--ignore-scripts']);
		say(words.preparing(needScripts));
		// The flag overrides what .npmrc or a surrounding npm says.
		const scripts = ['--foreground-scripts', '--ignore-scripts=false'];
		await npm(partial, ['rebuild', ...needScripts, ...scripts]);
	} finally {
		stop();
	}
	await rename(partial, folder);
	say(words.installed(basename(folder)));
}

/** Tells every half minute how many seconds have gone by. */
function tick(tell: (seconds: number) => void): () => void {
	const start = Date.now();
	const timer = setInterval(() => {
		tell(Math.round((Date.now() - start) / 1000));
	}, 30_000);
	return () => {
		clearInterval(timer);
	};
}

async function npm(folder: string, args: string[]): Promise<void> {
	const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
	await run('npm', [...args, ...quiet, `--prefix=${folder}`], { cwd: folder });
}
