import { X1, sharedPlatform, startPlatform } from './fixture';
import { axbOn } from './axbBindings';

const platform = sharedPlatform(() => startPlatform('AXB'));
const { axb, create } = axbOn(() => platform);

const items = Array.from({ length: 6 }, (_, index) => ({
	a: `1390000000${index}`,
	b: `1370000000${index}`,
}));
const each = { callerNum: '={{ $json.a }}', calleeNum: '={{ $json.b }}' };

/** Resolves once the simulator has had so many requests. */
async function requests(count: number): Promise<void> {
	while (platform.simulator.requests.length < count) {
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

describe('a cancelled run', () => {
	test.each([2, 10])('gives out what was done, %d side by side', async (concurrency) => {
		platform.simulator.setFault({ kind: 'slow', delayMs: 300 });
		const { json, run, error } = await create(
			{ ...each, requestOptions: { concurrency } },
			{ items, onStart: (cancel) => void requests(2).then(cancel) },
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
		const before = await create({ callerNum: '13600000001', calleeNum: '13600000002' });
		expect(before.json).toHaveLength(1);
		platform.simulator.setFault({ kind: 'flowControl', times: 100 });
		const { run, error } = await axb(
			'binding',
			'getAll',
			{ relationNum: X1, requestOptions: { flowControlWait: 3600 } },
			{ onStart: (cancel) => void requests(2).then(() => setTimeout(cancel, 50)) },
		);
		expect(error?.name).toBe('ManualExecutionCancelledError');
		expect(run.status).toBe('canceled');
	});
});
