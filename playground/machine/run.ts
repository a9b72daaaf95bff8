import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Where a program runs. */
export interface RunOptions {
	cwd: string;
	/** Variables beside those of this process. */
	environment?: Record<string, string>;
}

/**
 * Runs a program to its end and answers what it printed.
 * @throws Error with the end of its output, when it does not end with 0.
 */
export async function run(
	program: string,
	args: string[],
	{ cwd, environment }: RunOptions,
): Promise<string> {
	// npm is a script on Windows, which only a shell can start.
	const shell = process.platform === 'win32';
	try {
		const { stdout } = await execute(program, args, {
			cwd,
			shell,
			env: { ...process.env, ...environment },
			maxBuffer: 64 * 1024 * 1024,
		});
		return stdout;
	} catch (error) {
		const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
		const output = `${stdout}\n${stderr}`.trim().split('\n').slice(-30).join('\n');
		throw new Error(`${program} ${args.join(' ')} did not succeed:\n${output}`, { cause: error });
	}
}
