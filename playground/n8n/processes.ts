import { startN8n } from './process';
import type { N8nOptions, N8nProcess } from './process';

/** How long a process may take to start again, in seconds: it looks through what a crash has left. */
const restartSeconds = 600;

/** Processes that are started, and started again, in their places. */
export interface Processes {
	/** In the order of their start. */
	readonly running: readonly N8nProcess[];
	start(options: N8nOptions): Promise<N8nProcess>;
	/** Starts a process that has ended again, at its address and in its home. */
	restart: (ended: N8nProcess) => Promise<N8nProcess>;
	stop: () => Promise<void>;
}

/** Opens an empty list of processes. */
export function openProcesses(): Processes {
	const running: N8nProcess[] = [];
	const made = new Map<N8nProcess, N8nOptions>();
	const launch = async (options: N8nOptions): Promise<N8nProcess> => {
		const n8n = await startN8n(options);
		made.set(n8n, { ...options, port: Number(new URL(n8n.url).port) });
		return n8n;
	};
	return {
		running,
		async start(options) {
			const n8n = await launch(options);
			running.push(n8n);
			return n8n;
		},
		async restart(ended) {
			const options = made.get(ended);
			const place = running.indexOf(ended);
			if (!options || place < 0 || !ended.hasExited()) {
				throw new Error(`This n8n ${ended.command} has not ended, or was never here.`);
			}
			const n8n = await launch({ ...options, startSeconds: restartSeconds });
			running[place] = n8n;
			return n8n;
		},
		async stop() {
			await Promise.all(running.map((n8n) => n8n.stop()));
		},
	};
}
