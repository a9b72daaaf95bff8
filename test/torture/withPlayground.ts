import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startPlayground } from '../../playground/playground';
import type { Playground, PlaygroundOptions } from '../../playground/playground';

/** Starts a playground in a folder of its own, uses it, and leaves nothing behind. */
export async function withPlayground<T>(
	options: Omit<PlaygroundOptions, 'userFolder'>,
	use: (playground: Playground) => Promise<T>,
): Promise<T> {
	const userFolder = await mkdtemp(join(tmpdir(), 'private-number-torture-'));
	try {
		const playground = await startPlayground({ userFolder, say: console.log, ...options });
		try {
			return await use(playground);
		} finally {
			await playground.stop();
		}
	} finally {
		await rm(userFolder, { recursive: true, force: true });
	}
}
