import { fork } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { repository } from '../playground/machine/cache';
import { ensureN8n } from '../playground/n8n/install/n8n';
import { cert } from './certificate';

/** A process of its own that does one task after the other. */
export interface Child<Task, Result> {
	ask(task: Task): Promise<Result>;
	stop(): void;
}

interface Answer<Result> {
	result?: Result;
	error?: string;
}

/**
 * Starts a module of this folder in a process of its own, on the Node.js that n8n runs on: what is
 * measured shares neither heap nor event loop with what measures or answers.
 *
 * @param module file name without extension; it must call {@link serve}
 */
export async function startChild<Task, Result>(module: string): Promise<Child<Task, Result>> {
	const { node } = await ensureN8n({ say: console.error });
	// eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- a program, not a node
	const child = fork(join(__dirname, `${module}.ts`), {
		cwd: repository,
		execPath: node,
		execArgv: ['--import', 'tsx', '--expose-gc'],
		env: { ...process.env, NODE_OPTIONS: '', NODE_EXTRA_CA_CERTS: certificateFile() },
		serialization: 'advanced',
	});
	const ended = new Promise<never>((_resolve, reject) => {
		child.once('exit', (code) => {
			reject(new Error(`bench/${module}.ts has ended with ${String(code)}`));
		});
	});
	ended.catch(() => undefined);
	return {
		async ask(task) {
			const answered = new Promise<Answer<Result>>((resolve) => {
				child.once('message', (message) => {
					resolve(message as Answer<Result>);
				});
			});
			child.send(task as object);
			const { result, error } = await Promise.race([answered, ended]);
			if (error !== undefined) throw new Error(error);
			return result as Result;
		},
		stop() {
			child.kill();
		},
	};
}

/** Does one task. */
type Handler<Task, Result> = (task: Task) => Promise<Result>;

/** The child's side: answers each task, one at a time. */
export function serve<Task, Result>(handle: Handler<Task, Result>): void {
	process.on('message', (task) => {
		void handle(task as Task).then(
			(result) => process.send?.({ result }),
			(error: unknown) =>
				process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
		);
	});
	process.on('disconnect', () => process.exit());
}

let written: string | undefined;

/** The server's certificate as a file that Node.js is told to trust. */
function certificateFile(): string {
	if (written === undefined) {
		written = join(mkdtempSync(join(tmpdir(), 'private-number-bench-')), 'certificate.pem');
		writeFileSync(written, cert);
	}
	return written;
}
