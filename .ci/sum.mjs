/** Sums up what the parts of the checks have left in a folder; the last line counts the tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , folder] = process.argv;
const parts = readFileSync(join(folder, 'times'), 'utf8')
	.trim()
	.split('\n')
	.map((line) => line.split('\t'));
const counts = Object.fromEntries(
	readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.map((file) => {
			const run = JSON.parse(readFileSync(join(folder, file), 'utf8'));
			const failed = (run.numFailedTests ?? 0) + (run.numRuntimeErrorTestSuites ?? 0);
			return [file.replace(/\.json$/, ''), { passed: run.numPassedTests ?? 0, failed }];
		}),
);
const sum = (key) => Object.values(counts).reduce((total, count) => total + count[key], 0);

console.log('\nPart            Minutes  Passed  Failed');
for (const [name, seconds, status] of parts) {
	const minutes = (Number(seconds) / 60).toFixed(1);
	const { passed, failed } = counts[name] ?? { passed: '', failed: '' };
	const ending = status === '0' ? '' : '  did not succeed';
	console.log(
		`${name.padEnd(14)}${minutes.padStart(9)}${`${passed}`.padStart(8)}${`${failed}`.padStart(8)}${ending}`,
	);
}
const isBroken = parts.some(([, , status]) => status !== '0');
const failed = Math.max(sum('failed'), isBroken ? 1 : 0);
console.log(`\n${sum('passed')} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
