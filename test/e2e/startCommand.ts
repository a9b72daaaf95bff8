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
	/** It and everything below it. */
	processes(): Promise<Process[]>;
	/** Which of these processes do not end, though the system gets half a minute to clear them away. */
	stillAlive(processes: readonly Process[]): Promise<Process[]>;
	/** Presses Ctrl-C, and resolves to the exit code. */
	stop(): Promise<number | null>;
	readonly exitCode: Promise<number | null>;
}

/** A process of this machine. */
export interface Process {
	pid: number;
	/** Program and arguments. */
	command: string;
}

/** Runs `npm start` with options, in a shell that speaks a language. */
export function startCommand(options: string[], locale = 'en_US.UTF-8'): StartCommand {
	// eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- a test of a program, not a node: fixed command, no shell
	const child = spawn(process.execPath, ['--import', 'tsx', 'playground/start.ts', ...options], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: locale },
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
		async stillAlive(processes) {
			for (let tries = 0; tries < 300 && processes.some(isAlive); tries += 1) {
				await new Promise((resolve) => setTimeout(resolve, 100));
			}
			return processes.filter(isAlive);
		},
		async stop() {
			if (!isOver) child.kill('SIGINT');
			return await exitCode;
		},
		exitCode,
	};
}

/** A process and all its descendants. */
async function below(pid: number): Promise<Process[]> {
	const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,args=']);
	const rows = stdout.split('\n').flatMap((line) => {
		const [, id, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
		return id === undefined ? [] : [{ pid: Number(id), parent: Number(parent), command }];
	});
	const childrenOf = (of: number): Process[] =>
		rows
			.filter(({ parent }) => parent === of)
			.flatMap((row) => [{ pid: row.pid, command: row.command }, ...childrenOf(row.pid)]);
	const own = rows.filter((row) => row.pid === pid);
	return [...own.map(({ command }) => ({ pid, command })), ...childrenOf(pid)];
}

function isAlive({ pid }: Process): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
