import { join } from 'node:path';

import { endAll } from '../machine/endAll';
import { filesFolderOf } from './environment';
import type { N8nCommand, N8nProcess } from './process';
import { openProcesses } from './processes';
import { setOf } from './set';
import type { N8nSet, N8nSetOptions } from './set';
import { installPackage } from './install/package';
import { freePort } from '../machine/ports';
import { startProxy } from './proxy';
import { openQueueServices } from './queueServices';

/** How many processes help the main one. */
export interface QueueSize {
	/** Processes that run workflows; default 1. */
	workers?: number;
	/** Processes that take webhooks; default 1. Several stand behind a proxy. */
	webhookProcessors?: number;
}

/**
 * Starts an n8n in queue mode: a main process, workers and webhook processors, each with a home of
 * its own, with PostgreSQL and Redis of this machine. Its database lives until it is stopped.
 */
export async function startQueue(options: N8nSetOptions & QueueSize): Promise<N8nSet> {
	const { workers = 1, webhookProcessors = 1 } = options;
	const filesFolder = filesFolderOf(options.userFolder);
	const home = (command: N8nCommand, index: number): string =>
		join(options.userFolder, `${command}-${index}`);
	const helpers = [...places('worker', workers), ...places('webhook', webhookProcessors)];
	await installPackage([home('start', 1), ...helpers.map(([name, index]) => home(name, index))]);

	const services = await openQueueServices();
	const processes = openProcesses();
	const stops = [services.remove, processes.stop];
	const stop = async (): Promise<void> => {
		await endAll(stops);
	};
	try {
		const ports = await Promise.all(Array.from({ length: webhookProcessors }, freePort));
		const origins = ports.map((port) => `http://127.0.0.1:${port}`);
		const isProxied = options.isProxied || origins.length > 1;
		const proxy = isProxied ? await startProxy(origins) : undefined;
		if (proxy) stops.push(proxy.close);
		const webhookBase = proxy?.url ?? origins[0] ?? '';
		const environment = {
			...services.environment,
			N8N_WEBHOOK_URL: webhookBase,
			...options.environment,
		};
		const start = async ([command, index]: Place, port?: number): Promise<N8nProcess> => {
			const userFolder = home(command, index);
			const own = { command, userFolder, port, filesFolder, environment };
			return await processes.start({ ...options, ...own });
		};
		// Main first: it makes the tables.
		const main = await start(['start', 1], options.port);
		const others = await Promise.allSettled(
			helpers.map((place) =>
				start(place, place[0] === 'webhook' ? ports[place[1] - 1] : undefined),
			),
		);
		for (const other of others) if (other.status === 'rejected') throw other.reason;
		return setOf(processes, main, { webhookBase, filesFolder, stop });
	} catch (error) {
		await stop();
		throw error;
	}
}

/** What a process does, and its number among its like, from 1. */
type Place = [command: N8nCommand, index: number];

function places(command: N8nCommand, count: number): Place[] {
	return Array.from({ length: count }, (_, index): Place => [command, index + 1]);
}
