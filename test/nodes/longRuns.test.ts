import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { closeStores } from '../../platform/state/store';
import { waitUntil } from '../waitUntil';
import { axbOn } from './axbBindings';
import type { RunResult } from './engine';
import { sharedPlatform, startPlatform } from './fixture';
import { GO_ON, type OperateOptions, type Parameters } from './operate';

const platform = sharedPlatform(() => startPlatform('AXB'));

const { axb, create } = axbOn(() => platform);
/** The pair of each item. */
const each = { callerNum: '={{ $json.a }}', calleeNum: '={{ $json.b }}' };
const pairs = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		a: `139${String(index).padStart(8, '0')}`,
		b: `137${String(index).padStart(8, '0')}`,
	}));
const idsOnPlatform = () =>
	platform.simulator.bindings().map(({ subscriptionId }) => subscriptionId);

let log: Array<{ level: string; line: string }>;
const onLog: OperateOptions['onLog'] = (level, line) => log.push({ level, line });
beforeEach(() => {
	log = [];
});
/** What each text written to the log is about, without the name of the run before it. */
const told = () => log.map(({ line }) => line.replace(/^.*?, node "Node": /, ''));
/** Cells of the lines that follow a heading. */
const tableOf = (text = '') =>
	text
		.split('\n')
		.slice(1)
		.map((line) => line.split('\t'));

describe('a run that takes long', () => {
	/** Stops the clock of the run, and moves it on when so many requests have arrived; then it creeps on. */
	async function withClock(
		steps: ReadonlyArray<readonly [arrived: number, ms: number]>,
		run: () => Promise<RunResult>,
	): Promise<RunResult> {
		// This clock begins anew: nothing may remember a time of the other one.
		await closeStores();
		jest.useFakeTimers({
			doNotFake: [
				'Date',
				'nextTick',
				'setImmediate',
				'setTimeout',
				'clearTimeout',
				'queueMicrotask',
			],
		});
		try {
			const over = new AbortController();
			const running = run().finally(() => {
				over.abort();
			});
			for (const [arrived, ms] of steps) {
				await waitUntil(() => platform.simulator.requests.length >= arrived);
				jest.advanceTimersByTime(ms);
			}
			// The pauses of flow control are told by this clock, too.
			while (!over.signal.aborted) {
				await new Promise((resolve) => setTimeout(resolve, 5));
				jest.advanceTimersByTime(10);
			}
			const told = log.length;
			jest.advanceTimersByTime(60_000);
			expect(log).toHaveLength(told);
			return await running;
		} finally {
			jest.useRealTimers();
			await closeStores();
		}
	}
	const oneByOne = { ...each, requestOptions: { concurrency: 1 } };

	test('says every ten seconds how far it is, and at its end how long it took', async () => {
		platform.simulator.setFault({ kind: 'slow', delayMs: 40 });
		const { json } = await withClock(
			[
				[1, 9_000],
				[31, 1_000],
				[36, 10_000],
			],
			async () => await create(oneByOne, { items: pairs(40), onLog }),
		);
		expect(json).toHaveLength(40);
		expect(told()).toEqual([
			'30 of 40 items, 3.0 a second',
			'35 of 40 items, 0.5 a second',
			expect.stringMatching(/^ended with 40 of 40 items after 2\d seconds, [12]\.\d a second$/),
		]);
		expect(log.every(({ level }) => level === 'info')).toBe(true);
		expect(log[0]?.line).toMatch(/^Huawei Private Number: execution 1, node "Node": /);
	});

	test('counts what was refused as settled, and goes on', async () => {
		const items = pairs(20).map((pair, index) => (index < 5 ? { ...pair, b: 'nobody' } : pair));
		platform.simulator.setFault({ kind: 'slow', delayMs: 40 });
		await withClock([[11, 10_000]], async () => await create(oneByOne, { items, onLog, ...GO_ON }));
		expect(told()[0]).toBe('15 of 20 items, 1.5 a second');
	});

	test.each([
		['one by one', 1],
		['side by side', 5],
	])('says at its end how much of it was flow control: %s', async (_, concurrency) => {
		platform.simulator.setFault({ kind: 'flowControl', skip: 1, times: 1 });
		const { hints } = await withClock(
			[[1, 10_000]],
			async () =>
				await create({ ...each, requestOptions: { concurrency } }, { items: pairs(5), onLog }),
		);
		const end =
			/^ended with 5 of 5 items after (\d+) seconds, (\d+) seconds of them for flow control, /;
		const [, whole, heldUp] = (end.exec(told().at(-1) ?? '') ?? []).map(Number);
		expect(heldUp).toBeGreaterThan(0);
		expect(heldUp).toBeLessThanOrEqual(whole ?? 0);
		expect(hints).toEqual([expect.stringMatching(`flow control.* ${heldUp} seconds`)]);
	});

	test('says nothing when it was short, or is about one item', async () => {
		await create(each, { items: pairs(3), onLog });
		platform.simulator.setFault({ kind: 'slow', delayMs: 40 });
		await withClock(
			[[4, 30_000]],
			async () =>
				await create({ ...each, requestOptions: {} }, { items: pairs(4).slice(3), onLog }),
		);
		expect(log).toEqual([]);
	});
});

describe('what was done is in the log, as lines for a spreadsheet,', () => {
	/** Cancels when so many requests have arrived; resolves when the node itself has ended, too. */
	async function cancelAt(
		arrived: number,
		[resource, operation, parameters]: [string, string, Parameters],
		run: OperateOptions,
	): Promise<void> {
		const execute = jest.spyOn(PrivateNumberAxb.prototype, 'execute');
		await axb(resource, operation, parameters, {
			...run,
			onLog,
			onStart: (cancel) => {
				void waitUntil(() => platform.simulator.requests.length >= arrived).then(cancel);
			},
		});
		await Promise.allSettled(execute.mock.results.map(({ value }) => value as Promise<unknown>));
		execute.mockRestore();
	}
	const creating = (parameters: Parameters = {}): [string, string, Parameters] => [
		'binding',
		'create',
		{ ...each, chooseNumberBy: 'number', relationNum: '17000000001', ...parameters },
	];

	test('after the execution was cancelled, what was on its way included', async () => {
		platform.simulator.setFault({ kind: 'slow', delayMs: 300 });
		const requestOptions = { concurrency: 3 };
		await cancelAt(6, creating({ requestOptions }), { items: pairs(20) });
		expect(log).toHaveLength(1);
		expect(log[0]?.level).toBe('warn');
		const [head, ...rows] = tableOf(log[0]?.line);
		expect(head).toEqual(['item', 'subscriptionId', 'outcome']);
		expect(rows.map(([item]) => item)).toEqual(['0', '1', '2', '3', '4', '5']);
		expect(rows.map(([, id]) => id).sort()).toEqual(idsOnPlatform().sort());
		expect(rows.every(([, , outcome]) => outcome === 'done')).toBe(true);
	});

	test('without a phone number or a text of an item', async () => {
		platform.simulator.setFault({ kind: 'slow', delayMs: 300 });
		const options = { userData: 'Wang, order 7' };
		await cancelAt(2, creating({ requestOptions: { concurrency: 2 }, options }), {
			items: pairs(3),
		});
		expect(log[0]?.line).toContain('done');
		expect(log[0]?.line).not.toMatch(/1[37][0-9]{9}|Wang|7000/);
	});

	test('with those of which nobody knows', async () => {
		platform.simulator.setFault({ kind: 'reset', acts: true, method: 'POST', skip: 1, times: 1 });
		platform.simulator.setFault({ kind: 'slow', delayMs: 300 });
		const parameters = { chooseNumberBy: 'auto', requestOptions: { concurrency: 1 } };
		await cancelAt(3, creating(parameters), { items: pairs(5), ...GO_ON });
		expect(tableOf(log[0]?.line).slice(1, 3)).toEqual([
			['0', expect.any(String), 'done'],
			['1', '', 'unknown'],
		]);
	});

	test('with a mark at those that were bound before', async () => {
		const [{ a, b } = { a: '', b: '' }] = pairs(1);
		const { json } = await create({ callerNum: a, calleeNum: b });
		platform.simulator.setFault({ kind: 'slow', delayMs: 300 });
		const requestOptions = { concurrency: 1 };
		// The bind that is refused, the query that finds it, and the next bind.
		await cancelAt(4, creating({ requestOptions, options: { onConflict: 'useExisting' } }), {
			items: pairs(5),
		});
		expect(tableOf(log[0]?.line).slice(1)).toEqual([
			['0', json[0]?.subscriptionId, 'alreadyBound'],
			['1', expect.any(String), 'done'],
		]);
	});

	test('but not where a query was cancelled', async () => {
		platform.simulator.setFault({ kind: 'hang' });
		await cancelAt(1, ['binding', 'getAll', { relationNum: '17000000001', returnAll: true }], {});
		expect(log).toEqual([]);
	});

	test('where a run stops that had done more than its message can name', async () => {
		const items = pairs(106).map((pair, index) => (index === 105 ? { ...pair, b: '?' } : pair));
		const requestOptions = { concurrency: 1 };
		const { error } = await create({ ...each, requestOptions }, { items, onLog });
		expect(error?.description).toMatch(/100–104\. n8n's log has all of them with their IDs/);
		const rows = tableOf(log.at(-1)?.line).slice(1);
		expect(rows.map(([, id]) => id).sort()).toEqual(idsOnPlatform().sort());
	});

	test.each([
		['has succeeded', {}, '13700000105'],
		['went on past what was refused', GO_ON, '?'],
	])('and not where a run of as many items %s', async (_, run, b) => {
		const items = pairs(106).map((pair, index) => (index === 105 ? { ...pair, b } : pair));
		const { json } = await create(each, { items, ...run, onLog });
		expect(json).toHaveLength(106);
		expect(log.filter(({ level }) => level === 'warn')).toEqual([]);
	});

	test('and not where the message names all of them', async () => {
		const items = [...pairs(2), { a: '1', b: '2' }];
		const { error } = await create(
			{ ...each, requestOptions: { concurrency: 1 } },
			{ items, onLog },
		);
		expect(error?.description).not.toContain('log');
		expect(log).toEqual([]);
	});
});
