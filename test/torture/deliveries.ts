import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startPlayground } from '../../playground/playground';
import type { Recipe } from './deliveryFlow';
import { deliveryApplication, pushThroughDisasters, repeatSpeed } from './deliveryRun';
import type { Figure } from './figures';
import { randomRow } from './random';

/** What the part does. */
export interface DeliveriesOptions {
	/** How many events are pushed. */
	events: number;
	/** How often n8n is killed on the way. */
	kills: number;
	recipe: Recipe;
	seed: number;
}

/** Kills an n8n of one process at random moments while the platform pushes into it. */
export async function tortureDeliveries(options: DeliveriesOptions): Promise<Figure[]> {
	const { events, kills, recipe, seed } = options;
	const userFolder = await mkdtemp(join(tmpdir(), 'private-number-torture-'));
	const speed = repeatSpeed(events, kills);
	const playground = await startPlayground({
		userFolder,
		simulator: { applications: [deliveryApplication], speed },
		say: console.log,
	});
	const killN8n = async (): Promise<void> => {
		const { n8n } = playground;
		await n8n.main.kill();
		await n8n.restart(n8n.main);
	};
	try {
		const figures = await pushThroughDisasters(playground, {
			events,
			recipe,
			disasters: Array.from({ length: kills }, () => killN8n),
			random: randomRow(seed),
			patienceMs: (310 * 60_000) / speed + 120_000,
		});
		return figures.map((figure) => ({ part: `deliveries, ${recipe}`, ...figure }));
	} finally {
		await playground.stop();
		await rm(userFolder, { recursive: true, force: true });
	}
}
