import { openFlowControl } from '../../../simulator/api/flowControl';
import {
	applicationOf,
	axbApplication,
	call,
	closeAll,
	open,
	outcome,
	stopClock,
} from '../helpers';
import type { FlowControlRule, Simulator } from '../../../simulator';

afterEach(closeAll);

const query = '/rest/caas/relationnumber/partners/v1.0?subscriptionId=x';

/** Asks so many times at once, and counts what comes back. */
async function ask(simulator: Simulator, times: number): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	const answers = Array.from({ length: times }, () => call(simulator, 'GET', query));
	for (const answer of await Promise.all(answers)) {
		const name = outcome(answer);
		counts[name] = (counts[name] ?? 0) + 1;
	}
	return counts;
}

describe('flow control', () => {
	it('is on at 200 requests within any second unless told otherwise', async () => {
		const simulator = await open();
		const pass = stopClock();
		expect(await ask(simulator, 203)).toEqual({ '403 1012007': 200, '403 1010010': 3 });
		pass(1);
		expect(await ask(simulator, 1)).toEqual({ '403 1012007': 1 });
		simulator.setBehaviour({ flowControl: 'off' });
		expect(await ask(simulator, 203)).toEqual({ '403 1012007': 203 });
	});

	it.each<[Partial<FlowControlRule>, string, string | null]>([
		[{}, '403 1010010', null],
		[{ refusal: 'trafficControl' }, '403 1011006', null],
		[{ refusal: 'http429', retryAfter: 7 }, '429 undefined', '7'],
		[
			{ refusal: 'http429', retryAfter: 60, retryAfterAs: 'date' },
			'429 undefined',
			'Thu, 01 Jan 2026 00:01:00 GMT',
		],
	])('refuses with %j as %s', async (more, refusal, retryAfter) => {
		const simulator = await open({
			flowControl: { algorithm: 'fixedWindow', requests: 1, ...more },
		});
		jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-01-01T00:00:00Z'));
		await call(simulator, 'GET', query);
		const answer = await call(simulator, 'GET', query);
		expect(outcome(answer)).toBe(refusal);
		expect(answer.headers.get('retry-after')).toBe(retryAfter);
	});

	it('counts each application by itself, and an application can have its own', async () => {
		const flowControl = { algorithm: 'slidingWindow', requests: 1 } as const;
		const strict = applicationOf('AXB', {
			appKey: 'strict',
			numbers: [{ number: '+8613800006660', areaCode: '010' }],
			flowControl,
		});
		const simulator = await open({ applications: [axbApplication, strict] });
		stopClock();
		const asStrict = async (): Promise<string> =>
			outcome(await call(simulator, 'GET', query, undefined, { appKey: 'strict' }));
		expect([await asStrict(), await asStrict()]).toEqual(['403 1012007', '403 1010010']);
		expect(await ask(simulator, 20)).toEqual({ '403 1012007': 20 });
		simulator.reset();
		expect(await asStrict()).toBe('403 1012007');
	});

	it('is changed by the control API while it runs', async () => {
		const simulator = await open();
		stopClock();
		const flowControl = { algorithm: 'tokenBucket', requests: 2, burst: 3 };
		const body = JSON.stringify({ flowControl });
		const answer = await fetch(`${simulator.url}/sim/behaviour`, { method: 'PUT', body });
		expect(await answer.json()).toMatchObject({ flowControl });
		expect(simulator.state().behaviour).toMatchObject({ flowControl });
		expect(await ask(simulator, 5)).toEqual({ '403 1012007': 3, '403 1010010': 2 });
	});
});

describe('an algorithm of flow control', () => {
	const start = Date.parse('2026-01-01T00:00:00Z');

	/** How many of so many requests pass at each of these moments, in ms after the start. */
	function passed(rule: FlowControlRule, moments: readonly number[], each = 20): number[] {
		let now = start;
		const control = openFlowControl(rule, () => now);
		return moments.map((moment) => {
			now = start + moment;
			return Array.from({ length: each }, () => control.refusal()).filter((no) => !no).length;
		});
	}

	it.each<[string, FlowControlRule, number[], number[]]>([
		// 10 late in one window and 10 early in the next: a client that trusts the figure is not refused.
		['fixedWindow', { algorithm: 'fixedWindow', requests: 10 }, [900, 1000, 1900], [10, 10, 0]],
		[
			'slidingWindow',
			{ algorithm: 'slidingWindow', requests: 10 },
			[900, 1000, 1899, 1900],
			[10, 0, 0, 10],
		],
		[
			'slidingWindow over a minute',
			{ algorithm: 'slidingWindow', requests: 5, seconds: 60 },
			[0, 59_999, 60_000],
			[5, 0, 5],
		],
		['tokenBucket', { algorithm: 'tokenBucket', requests: 10 }, [0, 500, 2500], [10, 5, 10]],
		[
			'tokenBucket of 3',
			{ algorithm: 'tokenBucket', requests: 10, burst: 3 },
			[0, 100, 5000],
			[3, 1, 3],
		],
		[
			'below one a second',
			{ algorithm: 'tokenBucket', requests: 0.5, burst: 1 },
			[0, 1000, 2000],
			[1, 0, 1],
		],
	])('%s lets pass what it should', (_name, rule, moments, expected) => {
		expect(passed(rule, moments)).toEqual(expected);
	});

	it.each(['slidingWindow', 'fixedWindow', 'tokenBucket'] as const)(
		'%s leaves what another program does not use',
		(algorithm) => {
			const rule: FlowControlRule = { algorithm, requests: 100, othersShare: 0.5 };
			/** Of ten seconds of even requests, those that pass in the last five. */
			const share = (perSecond: number): number => {
				const moments = Array.from({ length: 10 * perSecond }, (_, n) => (n * 1000) / perSecond);
				const late = passed(rule, moments, 1).slice(5 * perSecond);
				return late.reduce((sum, one) => sum + one, 0) / late.length;
			};
			expect(share(45)).toBe(1);
			// Together they ask for half more than there is.
			expect(share(100)).toBeLessThan(0.8);
			expect(share(100)).toBeGreaterThan(0.4);
		},
	);
});
