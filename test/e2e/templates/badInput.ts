import { createRequire } from 'node:module';

import { ask } from '../../../playground/n8n/ask';
import { ensureN8n } from '../../../playground/n8n/install/n8n';
import { openDataTable } from '../../../playground/examples/dataTables';
import { pairsOver, uploadFile } from '../../templates/bulkSheet';
import { post } from '../user';
import { waitFor } from '../waiting';
import { missedRecord } from './robotSuite';
import { axbNumbers, phoneA, phoneB, tables, x } from './world';
import type { World } from './world';

/** The part of SheetJS, which n8n reads spreadsheets with, that writes one. */
interface SheetJs {
	utils: {
		aoa_to_sheet: (rows: unknown[][]) => object;
		book_new: () => object;
		book_append_sheet: (book: object, sheet: object, name: string) => void;
	};
	write: (book: object, options: { type: 'buffer'; bookType: 'xlsx' }) => Buffer;
}

/** An Excel workbook of one sheet. */
async function workbook(rows: unknown[][]): Promise<Buffer> {
	const { program } = await ensureN8n();
	const { utils, write } = createRequire(program)('@e965/xlsx') as SheetJs;
	const book = utils.book_new();
	utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '号码');
	return write(book, { type: 'buffer', bookType: 'xlsx' });
}

/** What people and other systems send that is not as it should be: it is named, and the rest goes on. */
export function badInput(world: World): void {
	const { playground, told, use, call, rows, empty } = world;

	describe('bad input', () => {
		afterEach(async () => {
			for (const table of Object.values(tables)) await empty(table);
		});

		it('an order is bound and answered though the robot cannot be reached, and the run is red', async () => {
			const orders = await use('order-to-bind', {
				settings: { robotAddress: 'http://127.0.0.1:9/send?key=x' },
			});
			const [url = ''] = await orders.publish();
			const stock = await openDataTable(playground.api, tables.stock);
			await stock.insert(axbNumbers.map((privateNumber) => ({ privateNumber })));
			const order = { orderId: 'R-1', customerPhone: phoneA, driverPhone: phoneB };
			const response = await post(url, order);
			expect(response.status).toBe(200);
			expect(await response.json()).toMatchObject({ orderId: 'R-1', alreadyBound: false });
			const { status, data } = await orders.next();
			expect(status).toBe('error');
			expect(data.resultData.runData['Tell Robot']?.[0]?.error).toBeDefined();
			expect(await rows(tables.bindings)).toMatchObject([{ orderId: 'R-1', state: 'bound' }]);
		});

		it('a missed call whose record has no numbers is told by its record, beside the others', async () => {
			const missed = await use('missed-call-to-robot');
			const [url = ''] = await missed.publish();
			const nobody = { callerNum: undefined, calleeNum: undefined, bindNum: undefined };
			const records = [missedRecord('nobody', nobody), missedRecord('somebody')];
			const feeLst = records.flatMap((record) => (record as { feeLst: object[] }).feeLst);
			const body = { eventType: 'fee', feeLst };
			await playground.simulator.sendSample({ kind: 'fee', mode: 'AXB', url, body });
			expect((await missed.next()).status).toBe('success');
			expect(told()).toEqual([
				expect.stringMatching(/主叫号码未知，话单 fee:nobody[^]*138\*{4}0021/),
			]);
			expect(await rows(tables.callbacks)).toHaveLength(2);
		});

		it('calls without numbers or time do not spoil the report', async () => {
			const report = await use('call-report', { pins: false });
			const [page = ''] = await report.publish();
			await ask(page);
			const table = await openDataTable(playground.api, tables.calls);
			await table.insert([
				{ eventId: 'fee:1', outcome: 'missed', callTime: new Date().toISOString() },
				{ eventId: 'fee:2', outcome: 'answered' },
				{ eventId: 'fee:3', callTime: new Date().toISOString(), billedMinutes: 1 },
			]);
			const answer = await ask(`${page}?lang=en&days=nonsense`);
			expect(answer.status).toBe(200);
			expect(await answer.text()).not.toMatch(/NaN|undefined|null|Invalid/);
		});

		it('a workbook of Excel is bound, its broken rows are named, blank lines are not', async () => {
			const bulkBind = await use('bulk-bind', { pins: false });
			await bulkBind.publish();
			const [first, second] = pairsOver(axbNumbers, 2);
			const file = await workbook([
				['订单号', '号码A', '号码B', '隐私号码', '备注'],
				// Excel makes numbers of what looks like one.
				...[first, second].map((pair) => [
					pair?.orderId,
					Number(pair?.numberA),
					Number(pair?.numberB),
					Number(pair?.privateNumber),
					'急',
				]),
				[],
				[1003, '一三八', 13900000009],
				['B-4', 13800000009, 13800000009],
			]);
			await uploadFile(playground.n8n.webhookBase, file, 'pairs.xlsx');
			const text = await waitFor('the message', () => Promise.resolve(told()[0]));
			expect(text).toContain('已绑定 2');
			expect(text).toMatch(/1003 broken.*"一三八"/);
			expect(text).toMatch(/B-4 broken.*号码A与号码B相同/);
			expect(playground.simulator.bindings()).toHaveLength(2);
			expect(await rows(tables.bindings)).toHaveLength(4);
		});

		it('a file that is no spreadsheet makes the run red, and binds nobody', async () => {
			const bulkBind = await use('bulk-bind', { pins: false });
			await bulkBind.publish();
			await uploadFile(playground.n8n.webhookBase, Buffer.from('%PDF-1.7 no sheet'), 'pairs.xlsx');
			await bulkBind.next();
			expect(playground.simulator.bindings()).toEqual([]);
			expect(await rows(tables.bindings)).toEqual([]);
		});

		it('a night with an empty ledger tells nobody', async () => {
			const nightly = await use('nightly-clean-up', { pins: false });
			const execution = await nightly.run('Every Night');
			expect(execution.data.resultData.error?.message).toBeUndefined();
			expect(told()).toEqual([]);
		});

		it('a route to what is no number ends the call, and names it', async () => {
			const { simulator, api } = playground;
			const routing = await use('x-call-routing', { mode: 'X' });
			const [url = ''] = await routing.publish();
			simulator.setPushUrls({ all: url }, 'playgroundXKey');
			await empty('X Call Routes');
			const routes = await openDataTable(api, 'X Call Routes');
			await routes.insert([{ privateNumber: x, destination: '客服部', note: 'wrong' }]);
			const ended = await call({ caller: phoneA, called: x });
			expect(ended.callee).toBeUndefined();
			const execution = await routing.next();
			expect(execution.status).toBe('error');
			expect(execution.data.resultData.error?.message).toContain('客服部');
			await empty('X Call Routes');
		});
	});
}
