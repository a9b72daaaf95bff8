import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { playgroundApplications } from '../simulator/defaults';
import { repository } from './machine/cache';
import { everyExample } from './examples/sets';
import { guide } from './guide';
import { bindPhones } from './examples/phones';
import { startPlayground } from './playground';
import { isFree } from './machine/ports';

const usage = `Starts a real n8n with the package, the example workflows and a simulated platform.

  npm start -- [options]

  --port PORT             port of n8n (5678)
  --simulator-port PORT   port of the simulator (8089)
  --data FOLDER           where n8n keeps its data (.playground)
`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '5678' },
			'simulator-port': { type: 'string', default: '8089' },
			data: { type: 'string', default: join(repository, '.playground') },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(usage);
		return;
	}
	const port = await portOf('--port', values.port);
	const simulatorPort = await portOf('--simulator-port', values['simulator-port']);
	const userFolder = resolve(values.data);
	await mkdir(userFolder, { recursive: true });
	const logFile = join(userFolder, 'n8n.log');
	const log = createWriteStream(logFile);

	const wish = new AbortController();
	for (const name of ['SIGINT', 'SIGTERM'] as const) {
		process.on(name, () => {
			if (!wish.signal.aborted) console.log('\nStopping …');
			wish.abort(new Error('Stopped before everything was up.'));
		});
	}
	const playground = await startPlayground({
		userFolder,
		port,
		examples: everyExample,
		simulator: { applications: playgroundApplications, port: simulatorPort },
		say: console.log,
		onLog: (text) => log.write(text),
		signal: wish.signal,
	});
	bindPhones(playground.simulator, playgroundApplications);
	console.log(guide(playground, logFile));
	await Promise.race([aborted(wish.signal), playground.n8n.main.exited]);
	const hasDied = playground.n8n.main.hasExited() && !wish.signal.aborted;
	await playground.stop();
	if (hasDied) throw new Error(`n8n has ended by itself; ${logFile} tells why.`);
	console.log('Stopped.');
}

async function portOf(option: string, text: string): Promise<number> {
	const port = Number(text);
	if (!Number.isInteger(port) || port < 1 || port > 65535) {
		throw new Error(`${option} ${text} is not a port: give a number from 1 to 65535.`);
	}
	if (await isFree(port)) return port;
	throw new Error(`Port ${port} is in use: stop the program there, or choose one with ${option}.`);
}

async function aborted(signal: AbortSignal): Promise<void> {
	await new Promise<void>((resolve) => {
		if (signal.aborted) resolve();
		else
			signal.addEventListener('abort', () => {
				resolve();
			});
	});
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
