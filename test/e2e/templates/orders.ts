import { createDataTable, findDataTable } from '../../../playground/examples/dataTables';
import { post } from '../user';
import { waitFor } from '../waiting';
import { axbNumbers, phoneA, phoneB, tables } from './world';
import type { World } from './world';

const order = (orderId: string, more: object = {}) => ({
	orderId,
	customerPhone: '138 0000 0021',
	driverPhone: phoneB,
	areaCode: '0755',
	...more,
});

/** Orders that come, come twice, and close. */
export function orders(world: World): void {
	const { playground, told, use, rows, empty } = world;

	describe('orders', () => {
		let open: string;
		let close: string;

		beforeAll(async () => {
			for (const table of [tables.bindings, tables.stock]) await empty(table);
			if (!(await findDataTable(playground.api, tables.stock))) {
				await createDataTable(playground.api, tables.stock, { privateNumber: 'string' });
			}
			const stock = await findDataTable(playground.api, tables.stock);
			await stock?.insert(axbNumbers.map((privateNumber) => ({ privateNumber })));
			const opening = await use('order-to-bind');
			[open = ''] = await opening.publish();
			[close = ''] = await (await use('order-closed-to-unbind')).publish();
		});

		afterEach(async () => {
			await empty(tables.bindings);
		});

		afterAll(async () => {
			await empty(tables.stock);
		});

		/** After a refused key or address the package holds back for some seconds. */
		const accepted = async (url: string, body: object): Promise<void> => {
			await waitFor('the platform', async () =>
				(await post(url, body)).status === 200 ? true : undefined,
			);
		};

		it('bind once, tell both sides and the group, and stand in the ledger', async () => {
			const response = await post(open, order('O-1'));
			expect(response.status).toBe(200);
			const [binding] = playground.simulator.bindings();
			const answer = (await response.json()) as { privateNumber: string; messages: object[] };
			expect(answer).toMatchObject({
				orderId: 'O-1',
				privateNumber: binding?.x,
				subscriptionId: binding?.subscriptionId,
				alreadyBound: false,
			});
			const dialled = answer.privateNumber.replace('+86', '');
			const words = expect.stringContaining(dialled) as string;
			expect(answer.messages).toEqual([
				{ to: `+86${phoneA}`, text: words },
				{ to: `+86${phoneB}`, text: words },
			]);
			expect(await rows(tables.bindings)).toEqual([
				expect.objectContaining({
					orderId: 'O-1',
					state: 'bound',
					subscriptionId: binding?.subscriptionId,
					sample: false,
				}),
			]);
			expect(told()).toHaveLength(1);
			expect(told()[0]).toContain('138****0021 ↔ 138****0023');
			expect(told()[0]).not.toContain(phoneA);
		});

		it('bind once when the same order comes five times at once, and again later', async () => {
			const five = await Promise.all(Array.from({ length: 5 }, () => post(open, order('O-2'))));
			const answers = (await Promise.all(five.map((one) => one.json()))) as {
				subscriptionId: string;
			}[];
			expect(five.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
			const later = (await (await post(open, order('O-2'))).json()) as (typeof answers)[0];
			expect(later).toMatchObject({ alreadyBound: true });
			expect(playground.simulator.bindings()).toHaveLength(1);
			const ids = new Set([...answers, later].map(({ subscriptionId }) => subscriptionId));
			expect([...ids]).toEqual([playground.simulator.bindings()[0]?.subscriptionId]);
			expect(await rows(tables.bindings)).toHaveLength(1);
			expect(told()).toHaveLength(1);
		});

		it('get a number each when they are of the same two people, until none is left', async () => {
			for (const [index] of axbNumbers.entries()) {
				expect((await post(open, order(`O-3${index}`))).status).toBe(200);
			}
			const used = playground.simulator.bindings().map((binding) => binding.x);
			expect([...used].sort()).toEqual([...axbNumbers].sort());
			const refused = await post(open, order('O-39'));
			expect(refused.status).toBe(409);
			const left = (await rows(tables.bindings)).find(({ orderId }) => orderId === 'O-39');
			expect(left).toMatchObject({ state: 'failed' });
		});

		it('say what is wrong with them, and what the platform refused', async () => {
			const wrong = await post(open, order('', { driverPhone: '12' }));
			expect(wrong.status).toBe(422);
			expect(((await wrong.json()) as { error: string }).error).toMatch(
				/orderId.*driverPhone.*"12"/,
			);
			playground.simulator.setFault({ kind: 'ipNotAllowed' });
			const later = await post(open, order('O-4'));
			expect(later.status).toBe(502);
			expect(await later.json()).toMatchObject({ orderId: 'O-4', details: { code: '1020166' } });
			expect(await rows(tables.bindings)).toMatchObject([{ orderId: 'O-4', state: 'failed' }]);
			playground.simulator.clearFaults();
			await accepted(open, order('O-4'));
			expect(await rows(tables.bindings)).toMatchObject([{ orderId: 'O-4', state: 'bound' }]);
		});

		it('lose their binding by their number when they close, however often that is told', async () => {
			await post(open, order('O-5'));
			const first = await post(close, { orderId: 'O-5' });
			expect(await first.json()).toEqual({ orderId: 'O-5', unbound: true, alreadyUnbound: false });
			expect(playground.simulator.bindings()).toEqual([]);
			expect(await rows(tables.bindings)).toMatchObject([{ orderId: 'O-5', state: 'unbound' }]);
			const again = await post(close, { orderId: 'O-5' });
			expect(await again.json()).toEqual({ orderId: 'O-5', unbound: true, alreadyUnbound: true });
			expect((await post(close, { orderId: 'nobody' })).status).toBe(404);
			expect((await post(close, {})).status).toBe(422);
			// A copy of the order that comes late binds nothing.
			expect((await post(open, order('O-5'))).status).toBe(409);
			expect(playground.simulator.bindings()).toEqual([]);
		});

		it('stay bound and say so when the platform does not unbind', async () => {
			await post(open, order('O-6', { customerPhone: '13800000027' }));
			playground.simulator.setFault({ kind: 'ipNotAllowed' });
			const refused = await post(close, { orderId: 'O-6' });
			expect(refused.status).toBe(502);
			expect(await refused.json()).toMatchObject({ details: { code: '1020166' } });
			expect(await rows(tables.bindings)).toMatchObject([{ state: 'bound' }]);
			expect(playground.simulator.bindings()).toHaveLength(1);
			playground.simulator.clearFaults();
			await accepted(close, { orderId: 'O-6' });
			expect(playground.simulator.bindings()).toEqual([]);
		});
	});
}
