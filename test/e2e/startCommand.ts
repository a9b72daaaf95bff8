import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

import { waitFor } from './waiting';

/** `npm start` as a user runs it, without the build before it. */
export interface StartCommand {
	/** What it has printed. */
	output(): string;
	/** Resolves once it has printed a text. */
	until(text: string): Promise<void>;
	/** The requests that it tells the user to try. */
	printedRequests(): { url: string; body: string }[];
	/** Process IDs of it and of everything below it. */
	processes(): Promise<number[]>;
	/** Which of these processes exist, after a moment in which the system clears them away. */
	stillAlive(pids: number[]): Promise<number[]>;
	/** Presses Ctrl-C, and resolves to the exit code. */
	stop(): Promise<number | null>;
	readonly exitCode: Promise<number | null>;
}

/** Runs `npm start` with options. */
export function startCommand(options: string[]): StartCommand {
	// eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- a test of a program, not a node: fixed command, no shell
	const child = spawn(process.execPath, ['--import', 'tsx', 'playground/start.ts', ...options], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	const take = (chunk: Buffer): void => {
		output += chunk.toString();
	};
	child.stdout.on('data', take);
	child.stderr.on('data', take);
	let isOver = false;
	const exitCode = new Promise<number | null>((resolve) => {
		child.once('close', (code) => {
			isOver = true;
			resolve(code);
		});
	});
	return {
		output: () => output,
		async until(text) {
			const look = (): Promise<true | undefined> => {
				if (output.includes(text)) return Promise.resolve(true);
				if (isOver) throw new Error(`npm start has ended:\n${output}`);
				return Promise.resolve(undefined);
			};
			await waitFor(`"${text}"`, look, 900);
		},
		printedRequests: () =>
			[...output.matchAll(/curl -X POST (\S+) .*\n\s+-d '(.+)'/g)].map(
				([, url = '', body = '']) => ({ url, body }),
			),
		processes: () => below(child.pid ?? 0),
		async stillAlive(pids) {
			for (let tries = 0; tries < 20 && pids.some(isAlive); tries += 1) {
				await new Promise((resolve) => setTimeout(resolve, 100));
			}
			return pids.filter(isAlive);
		},
		async stop() {
			if (!isOver) child.kill('SIGINT');
			return await exitCode;
		},
		exitCode,
	};
}

/** A process and all its descendants. */
async function below(pid: number): Promise<number[]> {
	const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=']);
	const rows = stdout
		.trim()
		.split('\n')
		.map((line) => line.trim().split(/\s+/).map(Number));
	const childrenOf = (parent: number): number[] =>
		rows.filter((row) => row[1] === parent).flatMap(([child = 0]) => [child, ...childrenOf(child)]);
	return [pid, ...childrenOf(pid)];
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
