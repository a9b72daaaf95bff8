import {
	createDataTable,
	findDataTable,
	openDataTable,
} from '../../../playground/examples/dataTables';
import { sheetOf, pairsOver, uploadSheet } from '../../templates/bulkSheet';
import { post } from '../user';
import { waitFor } from '../waiting';
import { askForExtension } from './desks';
import { missedRecord } from './robotSuite';
import { axbNumbers, axe, phoneB, tables } from './world';
import type { World } from './world';

/** Bytes that the data tables of the n8n of these tests may hold. */
export const mostBytes = 24 * 1024 * 1024;

/** Variables of that n8n; it looks at the size anew after half a second. */
export const smallTables = {
	N8N_DATA_TABLES_MAX_SIZE_BYTES: `${mostBytes}`,
	N8N_DATA_TABLES_SIZE_CHECK_CACHE_DURATION_MS: '500',
};

const filler = 'Filler';

/** An n8n whose data tables hold no row more: nothing is bound without a row, what got none is named. */
export function fullTable(world: World): void {
	const { playground, told, use, rows, empty } = world;

	describe('with data tables that are full', () => {
		const take = async (): Promise<true | undefined> => {
			const table = await openDataTable(playground.api, filler);
			return await table.insert([{ text: 'one more' }]).then(
				() => true,
				() => undefined,
			);
		};
		const fill = async (): Promise<void> => {
			const table =
				(await findDataTable(playground.api, filler)) ??
				(await createDataTable(playground.api, filler, { text: 'string' }));
			const size = 6 * 1024 * 1024;
			for (let at = 0; at < mostBytes; at += size) {
				await table.insert([{ text: 'x'.repeat(size) }]).catch(() => undefined);
			}
			await waitFor('tables that are full', async () => (await take()) === undefined || undefined);
		};
		const makeRoom = async (): Promise<void> => {
			await empty(filler);
			await waitFor('tables with room', take);
		};
		const sendRecords = async (url: string, ...icids: string[]) => {
			const records = icids.flatMap((icid) => (missedRecord(icid) as { feeLst: object[] }).feeLst);
			const body = { eventType: 'fee', feeLst: records };
			return await playground.simulator.sendSample({ kind: 'fee', mode: 'AXB', url, body });
		};

		afterEach(async () => {
			await makeRoom();
			for (const table of Object.values(tables)) await empty(table);
		});

		it('names the calls that got no row, and the platform repeats them', async () => {
			const records = await use('call-records-to-table');
			const [url = ''] = await records.publish();
			await fill();
			expect((await sendRecords(url, 'full-1', 'full-2')).status).not.toBe(200);
			const refused = await records.next();
			expect(refused.data.resultData.error?.message).toMatch(
				/^Not written.*未写入.*fee:full-1, fee:full-2/,
			);
			await makeRoom();
			expect((await sendRecords(url, 'full-1', 'full-2')).status).toBe(200);
			expect(await rows(tables.calls)).toHaveLength(2);
		});

		it('tells the group of a missed call all the same', async () => {
			const missed = await use('missed-call-to-robot');
			const [url = ''] = await missed.publish();
			await fill();
			await sendRecords(url, 'full-3');
			const execution = await missed.next();
			expect(told()).toEqual([expect.stringContaining('138****0021 → 138****0023')]);
			expect(execution.data.resultData.error?.message).toMatch(/^Not written.*fee:full-3/);
		});

		it('raises the alarm for a number that cannot be written down', async () => {
			const status = await use('number-status-to-stock');
			const [url = ''] = await status.publish();
			await fill();
			playground.simulator.setPushUrls({ all: url }, 'playgroundAxbKey');
			playground.simulator.setNumberStatus([{ number: axbNumbers[1] ?? '', status: '10' }]);
			const execution = await status.next();
			expect(told()).toEqual([expect.stringContaining('告警')]);
			expect(execution.data.resultData.error?.message).toMatch(/^Not written.*13800006667/);
		});

		it('binds no order that it cannot write down, until there is room', async () => {
			const orders = await use('order-to-bind');
			const [url = ''] = await orders.publish();
			const stock = await openDataTable(playground.api, tables.stock);
			await stock.insert(axbNumbers.map((privateNumber) => ({ privateNumber })));
			await fill();
			const order = { orderId: 'F-1', customerPhone: '13800000021', driverPhone: phoneB };
			expect((await post(url, order)).status).toBe(500);
			expect(playground.simulator.bindings()).toEqual([]);
			expect((await orders.next()).data.resultData.error?.message).toMatch(/size limit/);
			await makeRoom();
			expect((await post(url, order)).status).toBe(200);
			expect(playground.simulator.bindings()).toHaveLength(1);
		});

		it('binds no pair of a spreadsheet that it cannot write down', async () => {
			const bulkBind = await use('bulk-bind', { pins: false });
			await bulkBind.publish();
			await fill();
			await uploadSheet(playground.n8n.webhookBase, sheetOf(pairsOver(axbNumbers, 3)));
			const execution = await bulkBind.next();
			expect(execution.data.resultData.error?.message).toMatch(/size limit/);
			expect(playground.simulator.bindings()).toEqual([]);
		});

		it('gives an extension, and says that it is not in the ledger', async () => {
			const desk = await use('axe-extension-desk', {
				mode: 'AXE',
				settings: { privateNumber: axe },
			});
			await desk.publish();
			await fill();
			const page = await askForExtension(playground.n8n.webhookBase, '138 0000 0021');
			const [binding] = playground.simulator.bindings('playgroundAxeKey');
			expect(page).toContain(`请拨打 ${axe} 转 ${binding?.extension ?? ''}。`);
			expect(page).toContain('未能写入台账');
		});
	});
}
