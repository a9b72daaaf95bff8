/**
 * Installs the development dependencies when they are missing or older than the lock file, so that
 * `npm start` and `npm test` work on a fresh clone; with `--build` it builds the package as well.
 * With `IS_SET_UP=1` it does nothing: who runs many commands in a row does it once before.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.setup');
const wanted = createHash('sha256')
	.update(readFileSync(join(root, 'package-lock.json')))
	.digest('hex');

const installed = () => {
	try {
		return readFileSync(stamp, 'utf8');
	} catch {
		return undefined;
	}
};

// As in playground/machine/language.ts, which needs what is installed here.
const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const isChinese = /^zh(?![a-z])/i.test(LC_ALL || LC_MESSAGES || LANG || '');

const npm = (...args) => {
	execFileSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
};

if (process.env.IS_SET_UP !== '1') {
	if (installed() !== wanted) {
		console.log(
			isChinese
				? '正在安装开发依赖（首次约两分钟）……'
				: 'Installing the development dependencies (about two minutes the first time) …',
		);
		npm('ci');
		writeFileSync(stamp, wanted);
	}
	if (process.argv.includes('--build')) npm('run', 'build');
}
