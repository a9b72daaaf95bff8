import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import type { SimulatorApplication } from '../simulator';
import { playgroundApplications } from '../simulator/defaults';
import { repository } from './cache';
import { playgroundOwner, startPlayground } from './playground';
import type { Playground } from './playground';
import { isFree } from './ports';

const usage = `Starts a real n8n with the package, example workflows and a simulated platform.

  npm start -- [options]

  --port PORT             port of n8n (5678)
  --simulator-port PORT   port of the simulator (8089)
  --data FOLDER           where n8n keeps its data (.playground)
`;

/** The application and privacy number of the printed call. */
interface Demo {
	appKey: string;
	privateNumber: string;
}

/** Two people whose calls the printed command can place at once. */
const people = { caller: '13800000001', callee: '13800000002' };

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
		simulator: { applications: playgroundApplications, port: simulatorPort },
		say: console.log,
		onLog: (text) => log.write(text),
		signal: wish.signal,
	});
	const demo = demoOf(playgroundApplications);
	bindPeople(playground, demo);
	console.log(guide(playground, demo, logFile));
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

/** Gives the printed call somebody to reach. The simulator forgets bindings when it stops. */
function bindPeople({ simulator }: Playground, { appKey, privateNumber }: Demo): void {
	simulator.bind(appKey, {
		relationNum: privateNumber,
		callerNum: `+86${people.caller}`,
		calleeNum: `+86${people.callee}`,
		recordFlag: 'true',
		recordHintTone: 'recordHintTone.wav',
	});
}

function demoOf(applications: SimulatorApplication[]): Demo {
	const application = applications.find(({ mode }) => mode === 'AXB');
	const number = application?.numbers[0]?.number;
	if (!application || number === undefined) throw new Error('The simulator has no AXB number.');
	return { appKey: application.appKey, privateNumber: number };
}

function guide(
	{ n8n, simulator, webhooks }: Playground,
	{ privateNumber }: Demo,
	logFile: string,
): string {
	const post = (url: string | undefined, body: object): string =>
		`curl -X POST ${url ?? ''} -H 'Content-Type: application/json' \\\n    -d '${JSON.stringify(body)}'`;
	const call = { caller: people.caller, called: privateNumber.replace('+86', ''), talkSeconds: 5 };
	const order = {
		orderId: 'A-1001',
		customerPhone: '139 0000 0001',
		driverPhone: '139 0000 0002',
		areaCode: '0755',
	};
	return `
n8n         ${n8n.main.url}   (${playgroundOwner.email} / ${playgroundOwner.password})
Simulator   ${simulator.url}   (phones, bindings, push log)
Recordings  ${n8n.filesFolder}
Log         ${logFile}

Place a call; ten seconds later its recording is in the folder and the execution in the editor:
  ${post(`${simulator.url}/sim/calls`, call)}

Send an order; the answer tells the privacy number of customer and driver:
  ${post(webhooks['order-to-bind']?.[0], order)}

Ctrl-C stops both.`;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
