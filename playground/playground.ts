import { mkdir } from 'node:fs/promises';

import { startSimulator } from '../simulator';
import type { Simulator, SimulatorOptions } from '../simulator';
import { endAll } from './machine/endAll';
import { mainExamples } from './examples/sets';
import type { Example } from './examples/sets';
import { furnish } from './examples/furnish';
import type { Contents } from './examples/furnish';
import type { Language } from './machine/language';
import { lockData } from './machine/locks';
import { ensureN8n } from './n8n/install/n8n';
import { startQueue } from './n8n/queue';
import type { QueueSize } from './n8n/queue';
import { startSingle } from './n8n/set';
import type { N8nSet, N8nSetOptions } from './n8n/set';
import type { Owner } from './n8n/types';
import { wordsIn } from './words';

/** The account of every playground: it listens on this machine only. */
export const playgroundOwner: Owner = {
	email: 'playground@example.com',
	firstName: 'Play',
	lastName: 'Ground',
	password: 'Playground1',
};

/** How to start a playground. */
export interface PlaygroundOptions extends Omit<N8nSetOptions, 'install'>, QueueSize {
	/** Home of its n8n; a new one gets owner, credentials and examples. */
	userFolder: string;
	/** The simulated platform, and where it listens. */
	simulator: SimulatorOptions;
	/** Workflows to import for its applications; default: the main ones. */
	examples?: readonly Example[];
	/** Several processes with PostgreSQL and Redis; default: one process with SQLite. */
	isQueue?: boolean;
	/** Of n8n, and of what is told; default English. */
	language?: Language;
	/** Told what goes on, a line at a time. */
	say?: (line: string) => void;
	/** Gives the start up, and stops what was started. */
	signal?: AbortSignal;
}

/** A running n8n with package, credentials and examples, and a simulated platform beside it. */
export interface Playground extends Contents {
	n8n: N8nSet;
	simulator: Simulator;
	/** Home of its n8n. */
	userFolder: string;
	/** Stops n8n and the simulator. */
	stop(): Promise<void>;
}

/**
 * Installs what is missing, starts n8n and the simulator and connects them. A second start in the
 * same folder finds what the first has made.
 * @throws Error with one sentence for the person who started it.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
	const { userFolder, examples = mainExamples, say = () => undefined, signal } = options;
	const { language = 'en' } = options;
	const words = wordsIn[language];
	const environment = { N8N_DEFAULT_LOCALE: language, ...options.environment };
	const install = await ensureN8n({ say, language });
	await mkdir(userFolder, { recursive: true });
	const stops = [await lockData(userFolder, words.folderInUse(userFolder))];
	const stop = async (): Promise<void> => {
		await endAll(stops.splice(0));
	};
	try {
		const simulator = await startSimulator(options.simulator);
		stops.push(() => simulator.close());
		say(words.startingN8n);
		const start = options.isQueue ? startQueue : startSingle;
		const n8n = await start({ ...options, environment, install });
		stops.push(() => n8n.stop());
		say(words.importing);
		const { applications } = options.simulator;
		const contents = await furnish(n8n, simulator, {
			owner: playgroundOwner,
			applications,
			examples,
		});
		signal?.throwIfAborted();
		return { n8n, simulator, userFolder, ...contents, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
