import type { Playground, PlaygroundOptions } from '../../playground/playground';
import { startTemporaryPlayground } from '../../playground/temporary';

/** Starts a playground in a folder of its own, uses it, and leaves nothing behind. */
export async function withPlayground<T>(
	options: Omit<PlaygroundOptions, 'userFolder'>,
	use: (playground: Playground) => Promise<T>,
): Promise<T> {
	const playground = await startTemporaryPlayground({ say: console.log, ...options });
	try {
		return await use(playground);
	} finally {
		await playground.stop();
	}
}
