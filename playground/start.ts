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
import { wordsIn } from './words';
import type { Words } from './words';
import { languageOf, shellLocale } from './machine/language';
import { isFree } from './machine/ports';

/** Arguments of the command line. */
const options = {
	port: { type: 'string', default: '5678' },
	'simulator-port': { type: 'string', default: '8089' },
	data: { type: 'string', default: join(repository, '.playground') },
	locale: { type: 'string', default: shellLocale() },
	help: { type: 'boolean', default: false },
} as const;

async function main(): Promise<void> {
	const { values, language } = readArguments();
	const words = wordsIn[language];
	if (values.help) {
		console.log(words.usage);
		return;
	}
	const portOf = (option: 'port' | 'simulator-port') => freePortOf(option, values[option], words);
	const port = await portOf('port');
	const simulatorPort = await portOf('simulator-port');
	const userFolder = resolve(values.data);
	await mkdir(userFolder, { recursive: true });
	const logFile = join(userFolder, 'n8n.log');
	const log = createWriteStream(logFile);

	const wish = new AbortController();
	for (const name of ['SIGINT', 'SIGTERM'] as const) {
		process.on(name, () => {
			if (!wish.signal.aborted) console.log(`\n${words.stopping}`);
			wish.abort(new Error(words.stoppedEarly));
		});
	}
	const playground = await startPlayground({
		userFolder,
		port,
		language,
		examples: everyExample,
		simulator: { applications: playgroundApplications, port: simulatorPort },
		say: console.log,
		onLog: (text) => log.write(text),
		signal: wish.signal,
	});
	bindPhones(playground.simulator, playgroundApplications);
	playground.simulator.keepAsStart();
	console.log(guide(playground, logFile, language));
	await Promise.race([aborted(wish.signal), playground.n8n.main.exited]);
	const hasDied = playground.n8n.main.hasExited() && !wish.signal.aborted;
	await playground.stop();
	if (hasDied) throw new Error(words.hasDied(logFile));
	console.log(words.stopped);
}

/** @throws Error in the language of the shell when the arguments are wrong. */
function readArguments() {
	const words = wordsIn[languageOf(shellLocale())];
	try {
		const { values, tokens } = parseArgs({ options, tokens: true });
		const isGiven = tokens.some((token) => token.kind === 'option' && token.name === 'locale');
		if (isGiven && !/^(en|zh)(?![a-z])/i.test(values.locale)) {
			throw new Error(words.noSuchLocale(values.locale));
		}
		return { values, language: languageOf(values.locale) };
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		throw new Error(words.wrongArguments(error.message), { cause: error });
	}
}

/** @throws Error with one sentence when an option names no port, or one in use. */
async function freePortOf(name: string, text: string, words: Words): Promise<number> {
	const option = `--${name}`;
	const port = Number(text);
	if (!Number.isInteger(port) || port < 1 || port > 65535) {
		throw new Error(words.noPort(option, text));
	}
	if (await isFree(port)) return port;
	throw new Error(words.portInUse(option, port));
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
