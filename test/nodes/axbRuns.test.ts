import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { closeStores } from '../../platform/state/store';
import { A, axbOn, B } from './axbBindings';
import type { RunResult } from './engine';
import { KEYS, sharedPlatform, startPlatform, X1 } from './fixture';
import { waitUntil } from '../waitUntil';

const platform = sharedPlatform(() => startPlatform('AXB'));

const { axb, create } = axbOn(() => platform);
/** The pair of each item. */
const each = { callerNum: '={{ $json.a }}', calleeNum: '={{ $json.b }}' };
/** Older versions of n8n take an item that has more than its error for a success. */
const wantsErrorAlone = /n8n-(1|2\.33)\./.test(process.env.COMPAT_N8N ?? '');

describe('many items', () => {
	const items = Array.from({ length: 25 }, (_, index) => ({
		a: `139${String(index).padStart(8, '0')}`,
		b: `137${String(index).padStart(8, '0')}`,
	}));

	test('keep their order and their pairing', async () => {
		platform.simulator.setFault({ kind: 'slow', times: 3, delayMs: 60 });
		const { outputs } = await create(each, { items });
		expect(outputs[0]?.map(({ json }) => json.numberA)).toEqual(items.map(({ a }) => `+86${a}`));
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => ({ item })),
		);
	});

	test('go on without the one that is refused, when the user wants that', async () => {
		const mixed = items.map((item, index) =>
			index === 3 ? { ...item, b: items[2]?.b ?? '' } : item,
		);
		const { json } = await create(each, {
			items: mixed,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(json).toHaveLength(25);
		const failed = json.filter(({ error }) => error !== undefined);
		expect(failed).toHaveLength(1);
		expect(failed[0]).toEqual({
			error: expect.stringContaining('1012010') as string,
			details: { code: '1012010', httpStatus: 403, remedy: expect.any(String) as string },
		});
	});

	test('send the one that is refused, with its input, to the error output', async () => {
		const mixed = items
			.slice(0, 3)
			.map((item, index) => (index === 1 ? { ...item, b: '1' } : item));
		const { outputs, error } = await create(each, {
			items: mixed,
			settings: { onError: 'continueErrorOutput' },
		});
		expect(error).toBeUndefined();
		const [bound, refused] = outputs;
		expect(bound?.map(({ json }) => json.numberA)).toEqual([
			`+86${items[0]?.a ?? ''}`,
			`+86${items[2]?.a ?? ''}`,
		]);
		expect(refused?.map(({ json }) => json)).toEqual([
			{
				...mixed[1],
				error: expect.stringContaining('calleeNum') as string,
				...(wantsErrorAlone
					? {}
					: { details: expect.objectContaining({ field: 'calleeNum', value: '1' }) as object }),
			},
		]);
	});

	test('stop after the first refusal, and name what was done', async () => {
		const broken = items.map((item, index) => (index === 5 ? { ...item, b: 'nobody' } : item));
		const { error } = await create(
			{ ...each, requestOptions: { concurrency: 1 } },
			{ items: broken },
		);
		expect(error?.context?.itemIndex).toBe(5);
		expect(error?.description).toMatch(/item 0 \(.+\), 1 \(.+\), 2 \(.+\), 3 \(.+\), 4 \(/);
		expect(platform.simulator.bindings()).toHaveLength(5);
	});

	test('name those of which nobody knows, when another item ends the run', async () => {
		const refused = { a: 'nobody', b: '13700000001' };
		platform.simulator.setFault({ kind: 'reset', acts: true, method: 'POST', times: 1 });
		const { error } = await create(
			{ ...each, chooseNumberBy: 'auto', requestOptions: { concurrency: 3 } },
			{ items: [refused, ...items.slice(0, 1), refused] },
		);
		expect(error?.context?.itemIndex).toBe(0);
		expect(error?.description).toMatch(/Not known whether done.*: item 1\./);
	});

	test('do not name one of which nobody knows twice, when it is the one that ends the run', async () => {
		platform.simulator.setFault({ kind: 'reset', acts: true, method: 'POST', times: 1 });
		const { error } = await create(
			{ ...each, chooseNumberBy: 'auto', requestOptions: { concurrency: 1 } },
			{ items: items.slice(0, 2) },
		);
		expect(error?.context).toMatchObject({ itemIndex: 0 });
		expect(error?.description).not.toContain('Not known whether done');
	});

	test('name what was done by its place alone, where it has no ID', async () => {
		const parties = { callerNum: A, calleeNum: B, relationNum: X1 };
		platform.simulator.bind(KEYS.appKey, parties);
		const call = { caller: A, called: X1, interactive: true };
		const { sessionId } = platform.simulator.startCall(call);
		const { error } = await axb(
			'call',
			'end',
			{ sessionId: '={{ $json.session }}', requestOptions: { concurrency: 1 } },
			{ items: [{ session: sessionId }, { session: '' }] },
		);
		expect(error?.description).toMatch(/not to be repeated: item 0\./);
	});

	test('that were only read are not said to be done', async () => {
		const subscriptionId = (await create()).json[0]?.subscriptionId;
		const { error } = await axb(
			'binding',
			'get',
			{ subscriptionId: '={{ $json.id }}', requestOptions: { concurrency: 1 } },
			{ items: [{ id: subscriptionId }, { id: '' }] },
		);
		expect(error?.context?.itemIndex).toBe(1);
		expect(error?.description).not.toContain('Done before');
	});

	test('are all named, even when there are many', async () => {
		const many = Array.from({ length: 106 }, (_, index) => ({
			a: `139${String(index).padStart(8, '0')}`,
			b: index === 105 ? 'nobody' : `137${String(index).padStart(8, '0')}`,
		}));
		const { error } = await create(
			{ ...each, requestOptions: { concurrency: 1 } },
			{ items: many },
		);
		expect(error?.description).toMatch(/, 99 \(.+\), 100–104\./);
	});

	test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'are all refused when a request option cannot be used, with %s',
		async (onError) => {
			const { outputs } = await create(
				{ ...each, requestOptions: { concurrency: '={{ $json.many }}' } },
				{ items: items.slice(0, 2).map((item) => ({ ...item, many: 2.5 })), settings: { onError } },
			);
			const refused = outputs[onError === 'continueErrorOutput' ? 1 : 0] ?? [];
			expect(refused.map(({ json }) => json.error)).toEqual([
				expect.stringContaining('Concurrency'),
				expect.stringContaining('Concurrency'),
			]);
			expect(platform.sent()).toHaveLength(0);
		},
	);

	test.each([[1], [3]])('go by the request options of the first one, of %d', async (count) => {
		const given = items
			.slice(0, count)
			.map((item, index) => ({ ...item, many: index === 0 ? 2 : 2.5 }));
		const requestOptions = { concurrency: '={{ $json.many }}' };
		const { json, error } = await create({ ...each, requestOptions }, { items: given });
		expect(error).toBeUndefined();
		expect(json).toHaveLength(count);
	});

	test('use no more connections than they may run side by side, where the platform keeps them', async () => {
		platform.simulator.setBehaviour({ connections: 'keepAlive' });
		const requestOptions = { concurrency: 4 };
		await create({ ...each, requestOptions }, { items: items.slice(0, 3) });
		// As long as it takes to see that the platform does keep them.
		await new Promise((resolve) => setTimeout(resolve, 1500));
		const before = platform.simulator.requests.length;
		await create({ ...each, requestOptions }, { items: items.slice(3) });
		const ports = platform.simulator.requests.slice(before).map(({ remotePort }) => remotePort);
		expect(new Set(ports).size).toBeLessThanOrEqual(4);
	});
});

describe('a cancelled execution', () => {
	const items = Array.from({ length: 20 }, (_, index) => ({
		a: `1390000${String(index).padStart(4, '0')}`,
		b: `1370000${String(index).padStart(4, '0')}`,
	}));

	/** Cancels when so many requests have arrived; resolves when the node itself has ended, too. */
	async function cancelAt(
		arrived: number,
		start: (onStart: (cancel: () => void) => void) => Promise<RunResult>,
	): Promise<RunResult> {
		const execute = jest.spyOn(PrivateNumberAxb.prototype, 'execute');
		const result = await start((cancel) => {
			void waitUntil(() => platform.simulator.requests.length >= arrived).then(cancel);
		});
		await Promise.allSettled(execute.mock.results.map(({ value }) => value as Promise<unknown>));
		execute.mockRestore();
		return result;
	}

	test('starts nothing new, and what is on its way is finished', async () => {
		platform.simulator.setFault({ kind: 'slow', delayMs: 500 });
		const parameters = { ...each, requestOptions: { concurrency: 2 } };
		const { error } = await cancelAt(
			2,
			async (onStart) => await create(parameters, { items, onStart }),
		);
		expect(error?.message ?? '').not.toContain('undefined');
		expect(platform.sent()).toHaveLength(2);
		expect(platform.simulator.bindings()).toHaveLength(2);
		expect(platform.simulator.requests.every(({ status }) => status === 200)).toBe(true);
	});

	test.each([2, 10])('gives out what was done, %d side by side', async (concurrency) => {
		platform.simulator.setFault({ kind: 'slow', delayMs: 500 });
		const parameters = { ...each, requestOptions: { concurrency } };
		const { json, run, error } = await cancelAt(
			2,
			async (onStart) => await create(parameters, { items, onStart }),
		);
		expect(error?.name).toBe('ManualExecutionCancelledError');
		expect(run.status).toBe('canceled');
		expect(json.length).toBeGreaterThanOrEqual(2);
		expect(json.map(({ subscriptionId }) => subscriptionId).sort()).toEqual(
			platform.simulator
				.bindings()
				.map(({ subscriptionId }) => subscriptionId)
				.sort(),
		);
	});

	test('gives out what was done before a pause of flow control', async () => {
		platform.simulator.setFault({ kind: 'flowControl', skip: 1, times: 100 });
		const requestOptions = { concurrency: 1, flowControlWait: 3600 };
		const { json, run, error } = await cancelAt(
			2,
			async (onStart) => await create({ ...each, requestOptions }, { items, onStart }),
		);
		expect(error?.name).toBe('ManualExecutionCancelledError');
		expect(run.status).toBe('canceled');
		expect(json.map(({ numberA }) => numberA)).toEqual([`+86${items[0]?.a}`]);
		// The pause outlives the run.
		await closeStores();
	});

	test('gives up queries at once', async () => {
		platform.simulator.setFault({ kind: 'hang' });
		// Nobody would wait that long: without the end of the query this test has none.
		const parameters = { relationNum: X1, returnAll: true, requestOptions: { timeout: 3600 } };
		await cancelAt(1, async (onStart) => await axb('binding', 'getAll', parameters, { onStart }));
		expect(platform.sent()).toHaveLength(1);
	});
});

describe('Retry On Fail', () => {
	const items = Array.from({ length: 4 }, (_, index) => ({
		b: `1370000000${index}`,
		a: `1390000000${index}`,
	}));
	const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };

	test.each([
		['with Stop', retry],
		['with Continue', { ...retry, onError: 'continueRegularOutput' as const }],
	])('%s binds each item once', async (_, settings) => {
		platform.simulator.setFault({
			kind: 'code',
			http: 403,
			code: '1012102',
			text: 'The number status is abnormal.',
			method: 'POST',
			times: 1,
		});
		const { json, error } = await create(
			{ ...each, requestOptions: { concurrency: 1 } },
			{ items, settings },
		);
		expect(error).toBeUndefined();
		expect(json.map(({ numberA }) => numberA)).toEqual(items.map(({ a }) => `+86${a}`));
		expect(platform.simulator.bindings()).toHaveLength(4);
		expect(platform.sent()).toHaveLength(5);
	});
});
