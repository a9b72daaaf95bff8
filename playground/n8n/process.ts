import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';

import { ask } from './ask';
import { filesFolderOf, n8nEnvironment } from './environment';
import type { N8nInstall } from './install/n8n';
import { freePort } from '../machine/ports';

/** Which part of n8n a process is: all of it, or one of the helpers of queue mode. */
export type N8nCommand = 'start' | 'worker' | 'webhook';

/** How to start an n8n process. */
export interface N8nOptions {
	install: N8nInstall;
	/** Home of this n8n: its data are in `<user folder>/.n8n`. */
	userFolder: string;
	/** Default: any free one. */
	port?: number;
	/** The only folder whose files workflows may read and write; default `<user folder>/files`. */
	filesFolder?: string;
	/** Default `start`. */
	command?: N8nCommand;
	/** Further variables, such as those of queue mode. */
	environment?: Record<string, string>;
	/** Told of the log as it comes. */
	onLog?: (text: string) => void;
	/** How long it may take to become ready, in seconds; default 300 (a new database takes 20, on a busy machine 100). */
	startSeconds?: number;
	/** Gives the start up. */
	signal?: AbortSignal;
}

/** A running n8n process. */
export interface N8nProcess {
	readonly command: N8nCommand;
	readonly pid: number;
	/** Base address of editor, REST interface and webhooks. */
	readonly url: string;
	/** Everything it has printed. */
	log(): string;
	/** Whether it has ended. */
	hasExited(): boolean;
	/** Resolves when the process has ended, whoever ended it. */
	readonly exited: Promise<void>;
	/** Asks it to end, and ends it and its helpers by force after so many seconds (default 40). */
	stop(seconds?: number): Promise<void>;
	/** Ends it and its helpers at once, as a power cut does. */
	kill(): Promise<void>;
}

/**
 * Starts n8n and waits until it is ready.
 * @throws Error with the end of its log, when it ends or is not ready in time.
 */
export async function startN8n(options: N8nOptions): Promise<N8nProcess> {
	const { install, userFolder, command = 'start', startSeconds = 300 } = options;
	const filesFolder = options.filesFolder ?? filesFolderOf(userFolder);
	for (const folder of [userFolder, filesFolder]) await mkdir(folder, { recursive: true });
	const port = options.port ?? (await freePort());
	const brokerPort = await freePort();
	const environment = {
		...n8nEnvironment({ install, userFolder, port, brokerPort, filesFolder }),
		...(command === 'worker' && workerHealth(port)),
		...options.environment,
	};
	// A group of its own: Ctrl-C in a terminal reaches only the program that started n8n.
	// eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- a program, not a node: fixed command, no shell
	const child = spawn(install.node, [install.program, command], {
		cwd: userFolder,
		env: environment,
		detached: process.platform !== 'win32',
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const running = watch(child, { command, port, onLog: options.onLog });
	try {
		await ready(running, startSeconds, options.signal);
	} catch (error) {
		await running.stop();
		throw error;
	}
	return running;
}

/** A worker listens only when it is asked for its health. */
function workerHealth(port: number): Record<string, string> {
	return { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: `${port}` };
}

interface Watched {
	command: N8nCommand;
	port: number;
	onLog?: (text: string) => void;
}

function watch(child: ChildProcess, { command, port, onLog }: Watched): N8nProcess {
	const parts: string[] = [];
	const take = (chunk: Buffer): void => {
		const text = chunk.toString();
		parts.push(text);
		onLog?.(text);
	};
	child.stdout?.on('data', take);
	child.stderr?.on('data', take);

	const pid = child.pid ?? 0;
	const killGroup = (): void => {
		kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
	};
	process.once('exit', killGroup);
	let isOver = false;
	const exited = new Promise<void>((resolve) => {
		child.once('error', (error) => {
			parts.push(error.message);
			isOver = true;
			resolve();
		});
		child.once('close', () => {
			process.removeListener('exit', killGroup);
			// The task runner of an n8n that died would stay.
			killGroup();
			isOver = true;
			resolve();
		});
	});
	const stop = async (seconds = 40): Promise<void> => {
		if (isOver) return;
		kill(pid, 'SIGTERM');
		const timer = setTimeout(killGroup, seconds * 1000);
		await exited;
		clearTimeout(timer);
	};
	const killNow = async (): Promise<void> => {
		if (!isOver) killGroup();
		await exited;
	};
	const url = `http://127.0.0.1:${port}`;
	return {
		command,
		pid,
		url,
		log: () => parts.join(''),
		hasExited: () => isOver,
		exited,
		stop,
		kill: killNow,
	};
}

function kill(pid: number, signal: NodeJS.Signals): void {
	if (pid === 0) return;
	try {
		process.kill(pid, signal);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}

/** Asks for its health until it is ready to work. */
async function ready(n8n: N8nProcess, seconds: number, signal?: AbortSignal): Promise<void> {
	const deadline = Date.now() + seconds * 1000;
	const fail = (what: string): Error => {
		const end = n8n.log().trim().split('\n').slice(-30).join('\n');
		return new Error(`n8n ${n8n.command} ${what}. The end of its log:\n${end}`);
	};
	while (!(await isReady(n8n))) {
		signal?.throwIfAborted();
		if (n8n.hasExited()) throw fail('has ended while it started');
		if (Date.now() > deadline) throw fail(`is not ready after ${seconds} seconds`);
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
}

async function isReady({ url, command }: N8nProcess): Promise<boolean> {
	try {
		const signal = AbortSignal.timeout(10_000);
		const health = await ask(`${url}/healthz/readiness`, { signal });
		// Unread answers would keep their connections.
		await health.text();
		if (!health.ok || command !== 'start') return health.ok;
		// n8n 1 is ready before its REST interface is: until then it sends the editor's page.
		const settings = await ask(`${url}/rest/settings`, { signal });
		await settings.text();
		return settings.headers.get('content-type')?.includes('json') ?? false;
	} catch {
		return false;
	}
}
