import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import type { SimulatorOptions } from './config/options';
import { playgroundApplications } from './defaults';
import { startSimulator } from './start';

const usage = `Starts a simulator of Huawei Cloud Private Number.

  npx tsx simulator/main.ts [options]

  --host HOST         address to listen on (127.0.0.1)
  --port PORT         port of the API, the control API and the page (8089)
  --config FILE       JSON file with SimulatorOptions (applications, limits, …)
  --notify-url URL    push address of every kind and application
  --speed N           factor that shortens calls and retry schedules (1)
  --connections KIND  short (the platform hangs up after each answer) or keepAlive (short)
  --flow-control N    requests of an application within any second, or off (200)
`;

function readConnections(text: string | undefined): SimulatorOptions['connections'] {
	if (text === undefined || text === 'short' || text === 'keepAlive') return text;
	throw new Error(`--connections is short or keepAlive, not ${text}.`);
}

function readFlowControl(text: string | undefined): SimulatorOptions['flowControl'] {
	if (text === undefined || text === 'off') return text;
	const requests = Number(text);
	if (requests > 0) return { algorithm: 'slidingWindow', requests };
	throw new Error(`--flow-control is a number of requests or off, not ${text}.`);
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			host: { type: 'string' },
			port: { type: 'string' },
			config: { type: 'string' },
			'notify-url': { type: 'string' },
			speed: { type: 'string' },
			connections: { type: 'string' },
			'flow-control': { type: 'string' },
			help: { type: 'boolean' },
		},
	});
	if (values.help) {
		console.log(usage);
		return;
	}
	const config: Partial<SimulatorOptions> =
		values.config === undefined
			? {}
			: (JSON.parse(await readFile(values.config, 'utf8')) as Partial<SimulatorOptions>);
	const simulator = await startSimulator({
		...config,
		applications: config.applications ?? playgroundApplications,
		host: values.host ?? config.host,
		port: Number(values.port ?? config.port ?? 8089),
		speed: Number(values.speed ?? config.speed ?? 1),
		connections: readConnections(values.connections) ?? config.connections,
		flowControl: readFlowControl(values['flow-control']) ?? config.flowControl,
	});
	if (values['notify-url'] !== undefined) simulator.setPushUrls({ all: values['notify-url'] });
	simulator.keepAsStart();
	console.log(`Simulator: ${simulator.url} (API, control API under /sim, page at /)`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			void simulator.close();
		});
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
