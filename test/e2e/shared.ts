import { ensureN8n } from '../../playground/n8n/install/n8n';
import { startSingle } from '../../playground/n8n/set';
import type { N8nSet } from '../../playground/n8n/set';
import type { Playground, PlaygroundOptions } from '../../playground/playground';
import { inTemporaryFolder, startTemporaryPlayground } from '../../playground/temporary';
import { shared } from '../shared';

/** How long a start may take, in milliseconds: the first of a machine installs n8n. */
const startMs = 900_000;

const end = async (running: { stop: () => Promise<void> }): Promise<void> => {
	await running.stop();
};

/** A playground for all tests of a file, in a folder of its own. */
export function sharedPlayground(options: Omit<PlaygroundOptions, 'userFolder'>): Playground {
	return shared({ start: () => startTemporaryPlayground(options), end, startMs });
}

/**
 * A new n8n of one process for all tests of a file, with nothing in it but the package.
 *
 * @param environment further variables, such as its language
 */
export function sharedN8n(environment: Record<string, string> = {}): N8nSet {
	const start = async (): Promise<N8nSet> => {
		const install = await ensureN8n();
		return await inTemporaryFolder((userFolder) =>
			startSingle({ install, userFolder, environment }),
		);
	};
	return shared({ start, end, startMs });
}
