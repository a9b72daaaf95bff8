import { waitUntil } from '../waitUntil';
import { axbOn } from './axbBindings';
import { sharedPlatform, startPlatform, X1 } from './fixture';

const platform = sharedPlatform(() => startPlatform('AXB'));
const { axb, create } = axbOn(() => platform);

describe('an option whose expression gives something else than it takes', () => {
	test.each([
		['Timeout', { requestOptions: { timeout: '={{ "soon" }}' } }, 'expected a number'],
		['Record Calls', { options: { recordFlag: '={{ "maybe" }}' } }, 'expected true or false'],
	])('is refused, and nothing is sent: %s', async (label, parameters, expected) => {
		const { error } = await create(parameters);
		expect(error?.message).toContain(label);
		expect(error?.message).toContain(expected);
		expect(platform.sent()).toEqual([]);
	});

	test('is kept to its bounds: at most 50 requests leave side by side', async () => {
		// Requests pass in threes until the platform has accepted one.
		platform.simulator.setFault({ kind: 'hang', skip: 3 });
		let cancel = (): void => undefined;
		const running = axb(
			'binding',
			'getAll',
			{
				relationNum: X1,
				returnAll: true,
				requestOptions: { concurrency: '={{ 1000 }}', timeout: 3600 },
			},
			{
				items: Array.from({ length: 80 }, () => ({})),
				onStart: (stop) => (cancel = stop),
			},
		);
		await waitUntil(() => platform.simulator.requests.length >= 53);
		// One more would have left with them.
		await new Promise((resolve) => setTimeout(resolve, 300));
		cancel();
		await running;
		expect(platform.simulator.requests).toHaveLength(53);
	});
});
