import { getEventListeners } from 'node:events';

import { cancelled, delay, every } from '../../../platform/transport/timer';

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

	test('that is over leaves no listener behind', async () => {
		jest.useFakeTimers();
		const { signal } = new AbortController();
		let isOver = false;
		void delay(1000, signal).then(() => {
			isOver = true;
		});
		await jest.advanceTimersByTimeAsync(999);
		expect(isOver).toBe(false);
		await jest.advanceTimersByTimeAsync(1);
		expect(isOver).toBe(true);
		expect(getEventListeners(signal, 'abort')).toEqual([]);
	});

	test('of a run that was cancelled before does not begin', async () => {
		jest.useFakeTimers();
		const waiting = delay(1000, AbortSignal.abort());
		await expect(waiting).rejects.toMatchObject({ code: 'cancelled', outcome: 'unsent' });
		expect(jest.getTimerCount()).toBe(0);
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

test('what is done again and again is done until it is ended', () => {
	jest.useFakeTimers();
	let done = 0;
	const end = every(1000, () => {
		done += 1;
	});
	jest.advanceTimersByTime(3500);
	expect(done).toBe(3);
	end();
	jest.advanceTimersByTime(3500);
	expect(done).toBe(3);
	expect(jest.getTimerCount()).toBe(0);
});

test.each(['unsent', 'lost', 'refused'] as const)(
	'what was cancelled says whether it may have been acted on (%s)',
	(outcome) => {
		expect(cancelled(outcome)).toMatchObject({ code: 'cancelled', outcome });
	},
);
