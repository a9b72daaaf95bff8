import { getEventListeners } from 'node:events';

import { PlatformError } from '../../../platform/codes/errors';
import { createGate } from '../../../platform/client/rateLimiter';
import { delay } from '../../../platform/transport/timer';

afterEach(() => {
	jest.useRealTimers();
});

describe('the gate of an application', () => {
	test('is open at first, and lets any number through at once', async () => {
		// Time stands still: whoever waits, waits for ever.
		jest.useFakeTimers();
		const gate = createGate();
		await Promise.all(
			Array.from({ length: 500 }, async () => {
				(await gate.pass()).accepted();
			}),
		);
		expect(gate.pause()).toBeUndefined();
	});

	test('closes for everybody after a refusal by flow control, once for each burst', async () => {
		let now = 1000;
		const gate = createGate(() => now);
		const burst = await Promise.all([gate.pass(), gate.pass(), gate.pass()]);
		now = 1010;
		expect(burst.map((ticket) => ticket.throttled(300))).toEqual([true, false, false]);
		expect(gate.pause()?.leftMs).toBe(300);
		now = 1110;
		expect(gate.pause()?.leftMs).toBe(200);
		now = 1400;
		expect(gate.pause()).toBeUndefined();
		expect((await gate.pass()).throttled(300)).toBe(true);
	});

	test('keeps waiting requests until it opens, then lets them go one after the other', async () => {
		jest.useFakeTimers();
		const gate = createGate();
		(await gate.pass()).throttled(300);
		const start = Date.now();
		const times = Promise.all(
			[0, 1, 2].map(async () => {
				await gate.pass();
				return Date.now() - start;
			}),
		);
		await jest.advanceTimersByTimeAsync(10_000);
		expect(await times).toEqual([300, 500, 700]);
	});

	test('opens in time though somebody sets the clock of the machine back', async () => {
		const gate = createGate();
		(await gate.pass()).throttled(20);
		const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 8 * 3_600_000);
		try {
			await gate.pass();
			expect(gate.pause()).toBeUndefined();
		} finally {
			clock.mockRestore();
		}
	});

	test('lets a cancelled run go at once, with a word about it', async () => {
		const gate = createGate();
		(await gate.pass()).throttled(60_000);
		const cancel = new AbortController();
		const waiting = gate.pass(cancel.signal);
		cancel.abort();
		await expect(waiting).rejects.toMatchObject({ code: 'cancelled', outcome: 'unsent' });
		await expect(gate.pass(cancel.signal)).rejects.toBeInstanceOf(PlatformError);
	});
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
