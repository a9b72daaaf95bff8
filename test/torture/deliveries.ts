import type { Recipe } from './deliveryFlow';
import { deliveryApplication, pushThroughDisasters, repeatSpeed } from './deliveryRun';
import type { Figure } from './figures';
import { randomRow } from './random';
import { withPlayground } from './withPlayground';

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
	const speed = repeatSpeed(events, kills);
	const simulator = { applications: [deliveryApplication], speed };
	return await withPlayground({ isProxied: true, simulator }, async (playground) => {
		const { n8n } = playground;
		const killN8n = async (): Promise<void> => {
			await n8n.main.kill();
			await n8n.restart(n8n.main);
		};
		const figures = await pushThroughDisasters(playground, {
			events,
			recipe,
			disasters: Array.from({ length: kills }, () => killN8n),
			random: randomRow(seed),
			patienceMs: (310 * 60_000) / speed + 120_000,
		});
		return figures.map((figure) => ({ part: `deliveries, ${recipe}`, ...figure }));
	});
}
