import type { N8nProcess } from '../../playground/n8n/process';
import { deliveryApplication, pushThroughDisasters, repeatSpeed } from '../torture/deliveryRun';
import { isRight, tableOf } from '../torture/figures';
import { randomRow } from '../torture/random';
import { sharedPlayground } from './shared';

/** Events that are pushed: 10 000 by hand with `PUSHES=10000 npm run e2e:queue`. */
const events = Number(process.env.PUSHES ?? 1000);
const speed = repeatSpeed(events, 2);
const patienceMs = (310 * 60_000) / speed + 120_000;

describe('an n8n with two workers and two webhook processors', () => {
	const playground = sharedPlayground({
		isQueue: true,
		workers: 2,
		webhookProcessors: 2,
		simulator: { applications: [deliveryApplication], speed },
	});

	it(
		'loses nothing, though a worker and a webhook processor are killed',
		async () => {
			const { n8n } = playground;
			const [, ...helpers] = n8n.processes;
			const killOne = (command: N8nProcess['command']) => async (): Promise<void> => {
				const victim = n8n.processes.find((one) => one.command === command);
				if (!victim) throw new Error(`There is no ${command}.`);
				await victim.kill();
				await n8n.restart(victim);
			};
			const figures = await pushThroughDisasters(playground, {
				events,
				disasters: [killOne('worker'), killOne('webhook')],
				random: randomRow(1),
				patienceMs,
				// Two overlapping upserts in PostgreSQL may both find no row: docs/reliability.md.
				isUpsertAtomic: false,
			});
			const shown = figures.map((figure) => ({ part: 'queue', ...figure }));
			process.stdout.write(`${tableOf(shown)}\n`);

			expect(shown.filter((figure) => !isRight(figure))).toEqual([]);
			// Each had its share, the ones that were killed as well as the others.
			const logs = (command: N8nProcess['command']): string[] =>
				helpers.filter((one) => one.command === command).map((one) => one.log());
			for (const log of logs('worker')) expect(log).toContain('finished execution');
			for (const log of logs('webhook')) expect(log).toContain('Enqueued execution');
		},
		events * 60 + patienceMs + 300_000,
	);
});
