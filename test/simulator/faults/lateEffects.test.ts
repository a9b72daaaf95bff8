import { waitUntil } from '../../waitUntil';
import { call, closeAll, open, outcome } from '../helpers';
import type { FaultRequest } from '../../../simulator';

const path = '/rest/caas/relationnumber/partners/v1.0';
const pair = {
	callerNum: '+8613800000021',
	calleeNum: '+8613800000023',
	relationNum: '+8613800006666',
};

afterEach(closeAll);

describe('a late effect', () => {
	it.each<[FaultRequest, number | 'cut']>([
		[{ kind: 'internalError' }, 500],
		[{ kind: 'badGateway' }, 502],
		[{ kind: 'tooManyRequests' }, 429],
		[{ kind: 'reset' }, 'cut'],
		[{ kind: 'resetAfterHeaders' }, 'cut'],
	])('of %j comes after the answer', async (fault, status) => {
		const simulator = await open();
		simulator.setFault({ ...fault, actsAfterMs: [2000, 2100], method: 'POST', times: 1 });
		const answer = call(simulator, 'POST', path, pair);
		if (status === 'cut') await expect(answer).rejects.toThrow();
		else expect((await answer).status).toBe(status);
		// A client that looks at once sees nothing, and one that binds again makes the late one fail or wins.
		const look = `${path}?relationNum=%2B8613800006666`;
		expect(outcome(await call(simulator, 'GET', look))).toBe('403 1012007');
		await waitUntil(() => simulator.bindings().length === 1);
		expect(simulator.requests[0]?.lateEffect).toMatchObject({
			status: 200,
			body: { resultcode: '0' },
		});
		expect(outcome(await call(simulator, 'GET', look))).toBe('200 0');
	});

	it('is refused by then when something else came first', async () => {
		const simulator = await open();
		simulator.setFault({ kind: 'internalError', actsAfterMs: 2000, times: 1 });
		await call(simulator, 'POST', path, pair);
		expect(outcome(await call(simulator, 'POST', path, pair))).toBe('200 0');
		await waitUntil(() => simulator.requests[0]?.lateEffect !== undefined);
		expect(simulator.requests[0]?.lateEffect).toMatchObject({ body: { resultcode: '1012010' } });
		expect(simulator.bindings()).toHaveLength(1);
	});

	it('does not outlive a reset', async () => {
		const simulator = await open();
		simulator.setFault({ kind: 'internalError', actsAfterMs: 50 });
		await call(simulator, 'POST', path, pair);
		simulator.reset();
		simulator.setFault({ kind: 'slow', delayMs: 200 });
		expect(outcome(await call(simulator, 'GET', `${path}?subscriptionId=x`))).toBe('403 1012007');
		expect(simulator.bindings()).toEqual([]);
	});
});

describe('a lost answer', () => {
	it.each<FaultRequest['kind']>(['reset', 'resetAfterHeaders', 'cutAnswer', 'hang'])(
		'%s: the effect is there, the answer is not',
		async (kind) => {
			const simulator = await open();
			simulator.setFault({ kind, acts: true, times: 1 });
			const answer = call(simulator, 'POST', path, pair);
			if (kind === 'hang') {
				answer.catch(() => undefined);
				await waitUntil(() => simulator.bindings().length === 1);
				return;
			}
			await expect(answer).rejects.toThrow();
			expect(simulator.bindings()).toHaveLength(1);
		},
	);

	it('meets the second of three, or one kind of operation', async () => {
		const simulator = await open();
		simulator.setFault({ kind: 'reset', acts: true, operation: 'AXB bind', skip: 1, times: 1 });
		const bind = async (last: number): Promise<string> => {
			const body = {
				...pair,
				callerNum: `+86138000001${last}1`,
				calleeNum: `+86138000001${last}2`,
			};
			return call(simulator, 'POST', path, body).then(outcome, () => 'lost');
		};
		expect([await bind(1), await bind(2), await bind(3)]).toEqual(['200 0', 'lost', '200 0']);
		expect(simulator.bindings()).toHaveLength(3);
	});
});
