import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run } from '../../playground/machine/run';

/** What a run of jest in another process came to. */
export interface ChildResult {
	passed: number;
	/** Full names of the tests that failed, and the messages of files that could not run. */
	failures: string[];
}

interface Report {
	numPassedTests: number;
	testResults: Array<{
		name: string;
		message: string;
		assertionResults: Array<{ status: string; fullName: string; failureMessages: string[] }>;
	}>;
}

/** Runs jest under another Node.js. */
export async function runJest(
	node: string,
	args: readonly string[],
	environment: Record<string, string> = {},
): Promise<ChildResult> {
	const folder = mkdtempSync(join(tmpdir(), 'private-number-compat-'));
	const file = join(folder, 'report.json');
	try {
		const program = require.resolve('jest/bin/jest');
		// Another n8n may leave timers behind; leaks of our own are found with the pinned one.
		const ending = ['--forceExit', '--json', `--outputFile=${file}`];
		await run(node, [program, ...args, ...ending], {
			cwd: process.cwd(),
			environment,
		}).catch((error: unknown) => {
			// Tests that fail are in the report; without one jest itself did not run.
			if (!existsSync(file)) throw error;
		});
		return read(JSON.parse(readFileSync(file, 'utf8')) as Report);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function read({ numPassedTests, testResults }: Report): ChildResult {
	const failures = testResults.flatMap(({ name, message, assertionResults }) => {
		if (assertionResults.length === 0) return [`${name}: ${message}`];
		return assertionResults
			.filter(({ status }) => status === 'failed')
			.map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join('\n')}`);
	});
	return { passed: numPassedTests, failures };
}
