import { endAll } from '../machine/endAll';
import { filesFolderOf } from './environment';
import type { N8nInstall } from './install/n8n';
import type { N8nOptions, N8nProcess } from './process';
import { openProcesses } from './processes';
import type { Processes } from './processes';
import { installPackage } from './install/package';
import { freePort } from '../machine/ports';
import { startProxy } from './proxy';

/** The processes that make up one n8n. */
export interface N8nSet {
	/** The one with editor and REST interface. */
	readonly main: N8nProcess;
	/** All of them, main first. */
	readonly processes: readonly N8nProcess[];
	/** Base address of production webhooks. */
	readonly webhookBase: string;
	/** The only folder whose files workflows may read and write. */
	readonly filesFolder: string;
	/** Starts a process that has ended again, at its address and in its home. */
	restart(ended: N8nProcess): Promise<N8nProcess>;
	/** Stops all processes, and removes what only they used. */
	stop: () => Promise<void>;
}

/** How to start an n8n with the package in it. */
export interface N8nSetOptions {
	install: N8nInstall;
	userFolder: string;
	/** Port of the main process; default: any free one. */
	port?: number;
	environment?: Record<string, string>;
	/** Puts a reverse proxy before the webhooks that waits until n8n is ready. */
	isProxied?: boolean;
	onLog?: N8nOptions['onLog'];
	signal?: AbortSignal;
}

/** Starts an n8n of one process, with SQLite. */
export async function startSingle(options: N8nSetOptions): Promise<N8nSet> {
	const { userFolder } = options;
	const filesFolder = filesFolderOf(userFolder);
	await installPackage([userFolder]);
	const processes = openProcesses();
	const port = options.port ?? (await freePort());
	const proxy = options.isProxied ? await startProxy([`http://127.0.0.1:${port}`]) : undefined;
	const stops = [processes.stop, ...(proxy ? [proxy.close] : [])];
	const stop = async (): Promise<void> => {
		await endAll(stops);
	};
	const environment = { ...(proxy && { N8N_WEBHOOK_URL: proxy.url }), ...options.environment };
	try {
		const main = await processes.start({ ...options, port, filesFolder, environment });
		return setOf(processes, main, { webhookBase: proxy?.url ?? main.url, filesFolder, stop });
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Running processes as one n8n; the main one may be another after a restart. */
export function setOf(
	{ running, restart }: Processes,
	main: N8nProcess,
	rest: Pick<N8nSet, 'webhookBase' | 'filesFolder' | 'stop'>,
): N8nSet {
	return {
		get main() {
			return running[0] ?? main;
		},
		processes: running,
		restart,
		...rest,
	};
}
