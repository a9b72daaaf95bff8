import { ask } from '../../../playground/n8n/ask';
import { axbNumbers, tables } from './world';
import { waitFor } from '../waiting';
import { openDataTable } from '../../../playground/examples/dataTables';
import { pairsOver, sheetOf, uploadSheet } from '../../templates/bulkSheet';
import type { World } from './world';

/** Lines as people make them: broken. */
const broken = [
	'B-broken,12,13900000002,',
	',13800000021,13800000023,',
	'B-1,13800000031,13800000032,',
];

/** Many pairs from a spreadsheet; last, because it ends n8n by force. */
export function bulk(world: World): void {
	const { playground, told, use, empty } = world;
	const count = 160;

	describe('a spreadsheet of pairs', () => {
		it('is bound once each though n8n is killed in the middle, and its broken rows are named', async () => {
			await empty(tables.bindings);
			const { simulator, n8n } = playground;
			const bulkBind = await use('bulk-bind', { pins: false });
			await bulkBind.publish();
			await uploadSheet(n8n.webhookBase, sheetOf(pairsOver(axbNumbers, count), broken));
			await waitFor(
				'some bindings',
				() => Promise.resolve(simulator.bindings().length > 60 ? true : undefined),
				60,
				5,
			);
			await n8n.main.kill();
			const atDeath = simulator.bindings().length;
			expect(atDeath).toBeLessThan(count);
			await n8n.restart(n8n.main);
			const done = await waitFor('the rest', async () => {
				const table = await openDataTable(playground.api, tables.bindings);
				const all = await table.rows();
				return all.some(({ state }) => state === 'planned' || state === 'binding')
					? undefined
					: all;
			});
			const bound = simulator.bindings();
			expect(bound).toHaveLength(count);
			expect(new Set(bound.map((one) => JSON.stringify([one.a, one.b]))).size).toBe(count);
			expect(done.filter(({ state }) => state === 'bound')).toHaveLength(count);
			const named = done.filter(({ state }) => state === 'broken').map(({ note }) => note);
			expect(named).toEqual([
				expect.stringMatching(new RegExp(`^line ${count + 2} .*"12"`)),
				expect.stringMatching(/缺少订单号/),
				expect.stringMatching(/订单号重复/),
			]);
			const text = await waitFor('the message', () => Promise.resolve(told().at(-1)));
			expect(text).toContain(`已绑定 ${count}`);
			expect(text).toContain('"12"');
			const page = `${playground.n8n.webhookBase}/webhook/private-number-bulk-progress?lang=en`;
			expect(await (await ask(page)).text()).toContain(`${count + 3} / ${count + 3}`);
		});
	});
}
