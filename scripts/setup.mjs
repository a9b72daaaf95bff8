/**
 * Installs the development dependencies when they are missing or older than the lock file,
 * so that `npm start` and `npm test` work on a fresh clone.
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

if (installed() !== wanted) {
	console.log('Installing the development dependencies (about two minutes the first time) …');
	execFileSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
	writeFileSync(stamp, wanted);
}
