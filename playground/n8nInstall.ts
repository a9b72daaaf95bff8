import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { lock } from 'proper-lockfile';

import { cacheFolder, repository } from './cache';
import { run } from './run';

/** The pinned n8n with the Node.js that it needs, ready to start. */
export interface N8nInstall {
	folder: string;
	/** The Node.js binary that n8n runs on; the machine's own may be too old for it. */
	node: string;
	/** The command-line program of n8n, to be run by `node`. */
	program: string;
}

/** How to install; the defaults are the playground's. */
export interface InstallOptions {
	/** Told what goes on, a line at a time: the first install takes minutes. */
	say?: (line: string) => void;
	/** Holds the package.json and package-lock.json that pin n8n. */
	source?: string;
	/** Where installs are kept, one folder for each lock file. */
	cache?: string;
}

const files = ['package.json', 'package-lock.json'];

/** The two packages whose own install scripts n8n needs: a Node.js binary and SQLite. */
const needScripts = ['node', 'sqlite3'];

/**
 * Installs the pinned n8n, or finds the install that an earlier start or another clone made. It is
 * made beside its place and then renamed, so that a half install is never used, under a lock, so
 * that two processes do not both make it.
 */
export async function ensureN8n(options: InstallOptions = {}): Promise<N8nInstall> {
	const source = options.source ?? join(repository, 'playground');
	const say = options.say ?? (() => undefined);
	const lockFile = await readFile(join(source, 'package-lock.json'));
	const digest = createHash('sha256').update(lockFile).digest('hex').slice(0, 12);
	const folder = join(options.cache ?? cacheFolder(), `n8n-${digest}`);
	if (!existsSync(folder)) {
		await mkdir(dirname(folder), { recursive: true });
		const release = await lockInstall(folder, say);
		try {
			if (!existsSync(folder)) await install(source, folder, say);
		} finally {
			await release();
		}
	}
	const modules = join(folder, 'node_modules');
	return {
		folder,
		node: join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
		program: join(modules, 'n8n', 'bin', 'n8n'),
	};
}

/** Waits for another process that installs; the lock of one that died goes stale in 30 seconds. */
async function lockInstall(folder: string, say: (line: string) => void) {
	const settings = { realpath: false, stale: 30_000 };
	try {
		return await lock(folder, settings);
	} catch (error) {
		if (!(error instanceof Error) || !('code' in error) || error.code !== 'ELOCKED') throw error;
		say('Another process installs n8n: waiting for it …');
		const retries = { retries: 1200, factor: 1, minTimeout: 1000, maxTimeout: 1000 };
		return await lock(folder, { ...settings, retries });
	}
}

async function install(source: string, folder: string, say: (line: string) => void): Promise<void> {
	const partial = `${folder}.partial`;
	await rm(partial, { recursive: true, force: true });
	await mkdir(partial);
	for (const file of files) await copyFile(join(source, file), join(partial, file));
	say(`Installing n8n into ${folder} (once, about 3 GB) …`);
	const stop = tick(say);
	try {
		say('1 of 2: fetching the packages, about three minutes …');
		await npm(partial, ['ci', '--ignore-scripts']);
		say('2 of 2: preparing Node.js and SQLite, about two minutes …');
		// The flag overrides what .npmrc or a surrounding npm says.
		await npm(partial, [
			'rebuild',
			...needScripts,
			'--foreground-scripts',
			'--ignore-scripts=false',
		]);
	} finally {
		stop();
	}
	await rename(partial, folder);
	say(`Installed ${basename(folder)}.`);
}

/** Says every half minute that work goes on. */
function tick(say: (line: string) => void): () => void {
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
