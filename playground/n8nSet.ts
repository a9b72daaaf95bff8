import { join } from 'node:path';

import { filesFolderOf } from './n8nEnvironment';
import type { N8nInstall } from './n8nInstall';
import { startN8n } from './n8nProcess';
import type { N8nCommand, N8nOptions, N8nProcess } from './n8nProcess';
import { installPackage } from './package';
import { freePort } from './ports';
import { openQueueServices } from './queueServices';

/** The processes that make up one n8n. */
export interface N8nSet {
	/** The one with editor and REST interface. */
	main: N8nProcess;
	/** All of them, main first. */
	processes: readonly N8nProcess[];
	/** Base address of production webhooks. */
	webhookBase: string;
	/** The only folder whose files workflows may read and write. */
	filesFolder: string;
	/** Stops all processes, and removes what only they used. */
	stop(): Promise<void>;
}

/** How to start an n8n with the package in it. */
export interface N8nSetOptions {
	install: N8nInstall;
	userFolder: string;
	/** Port of the main process; default: any free one. */
	port?: number;
	environment?: Record<string, string>;
	onLog?: N8nOptions['onLog'];
	signal?: AbortSignal;
}

/** Starts an n8n of one process, with SQLite. */
export async function startSingle(options: N8nSetOptions): Promise<N8nSet> {
	const { userFolder } = options;
	const filesFolder = filesFolderOf(userFolder);
	await installPackage([userFolder]);
	const main = await startN8n({ ...options, filesFolder });
	const stop = (): Promise<void> => main.stop();
	return { main, processes: [main], webhookBase: main.url, filesFolder, stop };
}

/**
 * Starts an n8n in queue mode: a main process, a worker and a webhook processor, each with a home of
 * its own, with PostgreSQL and Redis of this machine. Its database lives until it is stopped.
 */
export async function startQueue(options: N8nSetOptions): Promise<N8nSet> {
	const filesFolder = filesFolderOf(options.userFolder);
	const home = (command: N8nCommand): string => join(options.userFolder, command);
	await installPackage([home('start'), home('worker'), home('webhook')]);
	const services = await openQueueServices();
	const processes: N8nProcess[] = [];
	const stop = async (): Promise<void> => {
		await Promise.all(processes.map((n8n) => n8n.stop()));
		await services.remove();
	};
	const webhookPort = await freePort();
	const webhookBase = `http://127.0.0.1:${webhookPort}`;
	const environment = {
		...services.environment,
		N8N_WEBHOOK_URL: webhookBase,
		...options.environment,
	};
	const start = async (command: N8nCommand, port?: number): Promise<N8nProcess> => {
		const userFolder = home(command);
		const n8n = await startN8n({ ...options, command, userFolder, port, filesFolder, environment });
		processes.push(n8n);
		return n8n;
	};
	try {
		// Main first: it makes the tables.
		const main = await start('start', options.port);
		const others = await Promise.allSettled([start('worker'), start('webhook', webhookPort)]);
		for (const other of others) if (other.status === 'rejected') throw other.reason;
		return { main, processes, webhookBase, filesFolder, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
