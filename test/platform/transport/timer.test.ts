import { getEventListeners } from 'node:events';

import { delay } from '../../../platform/transport/timer';

afterEach(() => {
	jest.useRealTimers();
});

describe('a wait', () => {
	test('that is cancelled leaves no timer and no listener behind', async () => {
		jest.useFakeTimers();
		const cancel = new AbortController();
		const waiting = delay(60_000, cancel.signal);
		cancel.abort();
		await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
		expect(jest.getTimerCount()).toBe(0);
		expect(getEventListeners(cancel.signal, 'abort')).toEqual([]);
	});

	test.each([2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER])(
		'of %d milliseconds is not over at once',
		async (ms) => {
			jest.useFakeTimers();
			let isOver = false;
			void delay(ms).then(() => {
				isOver = true;
			});
			await jest.advanceTimersByTimeAsync(24 * 3_600_000);
			expect(isOver).toBe(false);
		},
	);
});
