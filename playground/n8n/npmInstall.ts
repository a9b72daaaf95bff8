import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { lock } from 'proper-lockfile';

import { cacheFolder } from '../machine/cache';
import { isHeld } from '../machine/locks';
import { run } from '../machine/run';

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
	const { name, cache = cacheFolder(), say = () => undefined } = wanted;
	const folder = join(cache, name);
	if (existsSync(folder)) return folder;
	await mkdir(dirname(folder), { recursive: true });
	const release = await lockInstall(folder, say);
	try {
		if (!existsSync(folder)) await install(wanted, folder, say);
	} finally {
		await release();
	}
	return folder;
}

/** Waits for another process that installs; the lock of one that died goes stale in 30 seconds. */
async function lockInstall(folder: string, say: Say) {
	const settings = { realpath: false, stale: 30_000 };
	try {
		return await lock(folder, settings);
	} catch (error) {
		if (!isHeld(error)) throw error;
		say('Another process installs the same: waiting for it …');
		const retries = { retries: 1200, factor: 1, minTimeout: 1000, maxTimeout: 1000 };
		return await lock(folder, { ...settings, retries });
	}
}

async function install(wanted: NpmInstall, folder: string, say: Say): Promise<void> {
	const { manifest, lockFile, needScripts } = wanted;
	const partial = `${folder}.partial`;
	await rm(partial, { recursive: true, force: true });
	await mkdir(partial);
	await writeFile(join(partial, 'package.json'), manifest);
	if (lockFile !== undefined) await writeFile(join(partial, 'package-lock.json'), lockFile);
	say(`Installing into ${folder} (once, about 3 GB for an n8n) …`);
	const stop = tick(say);
	try {
		say('1 of 2: fetching the packages, about three minutes …');
		await npm(partial, [lockFile === undefined ? 'install' : 'ci', '--ignore-scripts']);
		say(`2 of 2: preparing ${needScripts.join(' and ')}, about two minutes …`);
		// The flag overrides what .npmrc or a surrounding npm says.
		const scripts = ['--foreground-scripts', '--ignore-scripts=false'];
		await npm(partial, ['rebuild', ...needScripts, ...scripts]);
	} finally {
		stop();
	}
	await rename(partial, folder);
	say(`Installed ${basename(folder)}.`);
}

/** Says every half minute that work goes on. */
function tick(say: Say): () => void {
	const start = Date.now();
	const timer = setInterval(() => {
		say(`… ${Math.round((Date.now() - start) / 1000)} s`);
	}, 30_000);
	return () => {
		clearInterval(timer);
	};
}

async function npm(folder: string, args: string[]): Promise<void> {
	const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
	await run('npm', [...args, ...quiet, `--prefix=${folder}`], { cwd: folder });
}
