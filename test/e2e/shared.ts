import { ensureN8n } from '../../playground/n8nInstall';
import { startSingle } from '../../playground/n8nSet';
import type { N8nSet } from '../../playground/n8nSet';
import type { Playground, PlaygroundOptions } from '../../playground/playground';
import { inTemporaryFolder, startTemporaryPlayground } from '../../playground/temporary';

/** How long a start may take, in milliseconds: the first of a machine installs n8n. */
const startMs = 900_000;

/** Something for all tests of a file: started before the first of them, stopped after the last. */
export function shared<Running extends { stop: () => Promise<void> }>(
	start: () => Promise<Running>,
): Running {
	let running: Running | undefined;
	beforeAll(async () => {
		running = await start();
	}, startMs);
	afterAll(async () => {
		await running?.stop();
	});
	return new Proxy({} as Running, {
		get(_, name) {
			if (!running) throw new Error('It starts with the first test.');
			return Reflect.get(running, name) as unknown;
		},
	});
}

/** A playground for all tests of a file, in a folder of its own. */
export function sharedPlayground(options: Omit<PlaygroundOptions, 'userFolder'>): Playground {
	return shared(() => startTemporaryPlayground(options));
}

/** A new n8n of one process for all tests of a file, with nothing in it but the package. */
export function sharedN8n(): N8nSet {
	return shared(async () => {
		const install = await ensureN8n();
		return await inTemporaryFolder((userFolder) => startSingle({ install, userFolder }));
	});
}
