import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { endAll } from './machine/endAll';
import { startPlayground } from './playground';
import type { Playground, PlaygroundOptions } from './playground';

/** Starts something in a folder of its own, which is removed when it stops or does not start. */
export async function inTemporaryFolder<Running extends { stop: () => Promise<void> }>(
	start: (folder: string) => Promise<Running>,
): Promise<Running> {
	const folder = await mkdtemp(join(tmpdir(), 'private-number-'));
	const remove = async (): Promise<void> => {
		// A process that was just ended may still write.
		await rm(folder, { recursive: true, force: true, maxRetries: 10 });
	};
	try {
		const running = await start(folder);
		const ends = [remove, running.stop];
		const stop = async (): Promise<void> => {
			await endAll(ends);
		};
		return Object.assign(running, { stop });
	} catch (error) {
		await remove();
		throw error;
	}
}

/** Starts a playground that leaves nothing behind when it stops. */
export async function startTemporaryPlayground(
	options: Omit<PlaygroundOptions, 'userFolder'>,
): Promise<Playground> {
	return await inTemporaryFolder((userFolder) => startPlayground({ ...options, userFolder }));
}
