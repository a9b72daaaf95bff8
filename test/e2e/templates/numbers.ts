import { createDataTable, findDataTable } from '../../../playground/examples/dataTables';
import { axb, axbNumbers, phoneA, phoneB, tables } from './world';
import type { World } from './world';

const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();

/** The stock of numbers, and the ledger by night. */
export function numbers(world: World): void {
	const { playground, told, use, rows, empty, bindPair } = world;

	describe('numbers and ledger', () => {
		afterEach(async () => {
			for (const table of [tables.stock, tables.bindings]) await empty(table);
		});

		it('keep what the platform says of each number, and raise the alarm', async () => {
			const { simulator } = playground;
			const status = await use('number-status-to-stock');
			const [url = ''] = await status.publish();
			const stock = await findDataTable(playground.api, tables.stock);
			await stock?.insert([{ privateNumber: axbNumbers[2]?.replace('+86', '') ?? '' }]);
			simulator.setPushUrls({ all: url }, 'playgroundAxbKey');
			simulator.setNumberStatus([
				{ number: axbNumbers[2] ?? '', status: '10', cause: '2' },
				{ number: axbNumbers[3] ?? '', status: '11' },
			]);
			expect((await status.next()).status).toBe('success');
			expect(told()).toHaveLength(1);
			expect(told()[0]).toMatch(/告警.*\n.*告警/);
			expect(await rows(tables.stock)).toEqual([
				expect.objectContaining({
					usable: false,
					status: expect.stringMatching(/不可用/) as string,
				}),
				expect.objectContaining({ privateNumber: axbNumbers[3], usable: false }),
			]);
			simulator.setNumberStatus([{ number: axbNumbers[2] ?? '', status: '5' }]);
			expect((await status.next()).status).toBe('success');
			expect((await rows(tables.stock))[0]).toMatchObject({ usable: true });
			expect(told()[1]).toContain('恢复');
		});

		it('mark what has ended, unbind what is left over, and tell once what ends soon', async () => {
			const { api } = playground;
			const ledger =
				(await findDataTable(api, tables.bindings)) ??
				(await createDataTable(api, tables.bindings, { orderId: 'string' }));
			const leftOver = bindPair();
			const row = { mode: 'AXB', state: 'bound', numberA: `+86${phoneA}`, numberB: `+86${phoneB}` };
			await ledger.insert([
				{ ...row, orderId: 'ended', expiresAt: hours(-1), subscriptionId: 'ended' },
				{ ...row, orderId: 'old', boundAt: hours(-24 * 40), subscriptionId: leftOver },
				{ ...row, orderId: 'wrong', boundAt: hours(-24 * 40), subscriptionId: phoneA },
				{ ...row, orderId: 'soon', expiresAt: hours(5), privateNumber: `+86${axb}` },
				{ ...row, orderId: 'later', expiresAt: hours(50), subscriptionId: 'later' },
				{ ...row, orderId: 'sample', expiresAt: hours(-1), sample: true },
			]);
			const nightly = await use('nightly-clean-up', { pins: false });
			const first = await nightly.run('Every Night');
			expect(first.data.resultData.error?.message).toMatch(/^Not unbound.*wrong/);
			expect(playground.simulator.bindings()).toEqual([]);
			const states = Object.fromEntries(
				(await rows(tables.bindings)).map(({ orderId, state }) => [String(orderId), state]),
			);
			expect(states).toEqual({
				ended: 'expired',
				old: 'unbound',
				wrong: 'bound',
				soon: 'bound',
				later: 'bound',
				sample: 'bound',
			});
			expect(told()).toHaveLength(1);
			expect(told()[0]).toMatch(/1 个绑定即将到期.*\n.*soon.*138\*{4}0021/);
			await nightly.run('Every Night');
			expect(told()[1] ?? '').not.toContain('soon');
		});
	});
}
