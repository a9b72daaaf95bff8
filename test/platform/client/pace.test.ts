import { getEventListeners } from 'node:events';

import { createRateLimiter, type RateLimiter } from '../../../platform/client/rateLimiter';
import { virtualTime, type VirtualTime } from './virtualPlatform';

const MINUTE = 60_000;

/** Lets time pass. */
async function pass(time: VirtualTime, ms: number): Promise<void> {
	await time.until(time.delay(ms));
}

/** Sends requests of which the platform takes so many at once, and refuses the last. */
async function takeAndRefuse(rateLimiter: RateLimiter, taken: number): Promise<void> {
	const tickets = await Promise.all(
		Array.from({ length: taken + 1 }, async () => await rateLimiter.pass(MINUTE)),
	);
	const refused = tickets.pop();
	for (const ticket of tickets) ticket.accepted();
	refused?.throttled(MINUTE);
}

/** A rate limiter at the pace of so many requests a second: the platform has taken the one that tried. */
async function limitedTo(pace: number, time: VirtualTime): Promise<RateLimiter> {
	const rateLimiter = createRateLimiter(time);
	await takeAndRefuse(rateLimiter, pace);
	(await time.until(rateLimiter.pass(MINUTE))).accepted();
	return rateLimiter;
}

describe('the pace after a refusal', () => {
	test('is what the platform took in the second before it', async () => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		for (let count = 0; count < 5; count += 1) (await rateLimiter.pass(MINUTE)).accepted();
		await pass(time, 1000);
		await takeAndRefuse(rateLimiter, 20);
		expect(rateLimiter.pace()).toBe(20);
	});

	test('is never less than one request a second', async () => {
		const rateLimiter = createRateLimiter(virtualTime());
		await takeAndRefuse(rateLimiter, 0);
		expect(rateLimiter.pace()).toBe(1);
	});

	test('counts the refusals of requests that were on their way together once', async () => {
		const time = virtualTime();
		const rateLimiter = await limitedTo(20, time);
		await pass(time, 500);
		const together = await time.until(
			Promise.all([1, 2, 3, 4, 5].map(async () => await rateLimiter.pass(MINUTE))),
		);
		together[0]?.throttled(MINUTE);
		const once = rateLimiter.pace();
		expect(once).toBe(19.6);
		for (const ticket of together.slice(1)) ticket.throttled(MINUTE);
		expect(rateLimiter.pace()).toBe(once);
		const trying = await time.until(rateLimiter.pass(MINUTE));
		expect(trying.waitedMs).toBeCloseTo(500 / 19.6, -1);
		trying.accepted();
	});

	test('is not lowered further by what becomes of the one request that tries', async () => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		await takeAndRefuse(rateLimiter, 10);
		for (let tries = 0; tries < 3; tries += 1) {
			(await time.until(rateLimiter.pass(MINUTE))).throttled(MINUTE);
			expect(rateLimiter.pace()).toBe(10);
		}
	});

	test.each([
		['to what was taken', 8, 8],
		['by no more than 30 percent', 3, 7.21],
	])('falls %s', async (_, taken, expected) => {
		const time = virtualTime();
		const rateLimiter = await limitedTo(10, time);
		await pass(time, 1000);
		for (let count = 0; count < taken; count += 1) {
			(await time.until(rateLimiter.pass(MINUTE))).accepted();
		}
		(await time.until(rateLimiter.pass(MINUTE))).throttled(MINUTE);
		expect(rateLimiter.pace()).toBeCloseTo(expected);
	});

	test('grows by little at first, then faster, by half in a second at most', async () => {
		const time = virtualTime();
		const rateLimiter = await limitedTo(10, time);
		const paces: number[] = [rateLimiter.pace()];
		for (let second = 0; second < 7; second += 1) {
			await pass(time, 1000);
			(await time.until(rateLimiter.pass(MINUTE))).accepted();
			paces.push(rateLimiter.pace());
		}
		const growth = paces.slice(1).map((pace, index) => pace / (paces[index] ?? 0) - 1);
		const expected = [0.03, 0.06, 0.12, 0.24, 0.48, 0.5, 0.5];
		for (const [index, share] of growth.entries()) expect(share).toBeCloseTo(expected[index] ?? 0);
		await takeAndRefuse(rateLimiter, 0);
		const refusedAt = rateLimiter.pace();
		(await time.until(rateLimiter.pass(MINUTE))).accepted();
		await pass(time, 1000);
		await time.until(rateLimiter.pass(MINUTE));
		expect(rateLimiter.pace() / refusedAt).toBeCloseTo(1.03);
	});
});

describe('at a pace of ten requests a second', () => {
	test.each([
		['does not grow before a second is over', 999, 10],
		['grows when a second is over', 1000, 10.3],
	])('the pace %s', async (_, moment, expected) => {
		const time = virtualTime();
		const rateLimiter = await limitedTo(10, time);
		await pass(time, moment - time.now());
		await time.until(rateLimiter.pass(MINUTE));
		expect(rateLimiter.pace()).toBeCloseTo(expected, 5);
	});

	test('an answer that comes late takes no time from the next requests', async () => {
		const time = virtualTime();
		const rateLimiter = await limitedTo(10, time);
		const slow = await rateLimiter.pass(MINUTE);
		await pass(time, 110);
		slow.accepted();
		// Ten milliseconds late: the one after it comes ten milliseconds sooner.
		expect((await rateLimiter.pass(MINUTE)).waitedMs).toBe(0);
		expect((await time.until(rateLimiter.pass(MINUTE))).waitedMs).toBe(90);
	});
});

describe('the pause after a refusal', () => {
	test.each([
		[1, 250],
		[2, 250],
		[10, 50],
		[100, 20],
	])('at %d requests a second is %d ms', async (pace, expected) => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		await takeAndRefuse(rateLimiter, pace);
		expect((await time.until(rateLimiter.pass(MINUTE))).waitedMs).toBe(expected);
	});

	test('is longer after each refusal in a row, and begins anew once something was taken', async () => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		await takeAndRefuse(rateLimiter, 10);
		const waits: number[] = [];
		for (let tries = 0; tries < 4; tries += 1) {
			const ticket = await time.until(rateLimiter.pass(MINUTE));
			waits.push(ticket.waitedMs);
			if (tries < 3) ticket.throttled(MINUTE);
			else ticket.accepted();
		}
		expect(waits).toEqual([50, 65, 85, 110]);
		await pass(time, 1000);
		await takeAndRefuse(rateLimiter, 0);
		expect((await time.until(rateLimiter.pass(MINUTE))).waitedMs).toBeLessThan(100);
	});

	test('is not made shorter by what the platform asks for', async () => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		(await rateLimiter.pass(MINUTE)).throttled(MINUTE, 10);
		expect((await time.until(rateLimiter.pass(MINUTE))).waitedMs).toBe(250);
	});
});

describe('requests at a pace', () => {
	/** When each of so many requests leaves that come at once, in milliseconds from then. */
	async function moments(time: VirtualTime, rateLimiter: RateLimiter, count: number) {
		const begin = time.now();
		const left: number[] = [];
		const all = Array.from({ length: count }, async () => {
			await rateLimiter.pass(MINUTE);
			left.push(time.now() - begin);
		});
		await time.until(Promise.all(all));
		return left;
	}

	test('leave one after the other at the same distance', async () => {
		const time = virtualTime();
		const rateLimiter = await limitedTo(10, time);
		expect(await moments(time, rateLimiter, 5)).toEqual([0, 100, 200, 300, 400]);
	});

	test('leave at it on average, though timers are late', async () => {
		const time = virtualTime();
		// A timer in whole milliseconds is late for two out of three: a third of one, each time.
		const rateLimiter = await limitedTo(30, time);
		const left = await moments(time, rateLimiter, 28);
		expect(left.at(-1)).toBeLessThanOrEqual(901);
	});

	test('do not leave all at once after a time without any', async () => {
		const time = virtualTime();
		const rateLimiter = await limitedTo(10, time);
		await pass(time, 950);
		const left = await moments(time, rateLimiter, 4);
		expect(left[0]).toBe(0);
		expect(left[1]).toBeGreaterThanOrEqual(70);
		expect(left[3]).toBeGreaterThanOrEqual(260);
	});

	test('wait while one of them tries, those with little time no longer than theirs', async () => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		await takeAndRefuse(rateLimiter, 10);
		await time.until(rateLimiter.pass(MINUTE));
		const begin = time.now();
		const left: Array<[string, number]> = [];
		const enter = async (name: string, longestWaitMs: number): Promise<void> => {
			const ticket = await rateLimiter.pass(longestWaitMs);
			left.push([name, time.now() - begin]);
			expect(ticket.waitedMs).toBe(time.now() - begin);
		};
		await time.until(
			Promise.all([enter('patient', 5000), enter('hasty', 300), enter('hastier', 200)]),
		);
		expect(left).toEqual([
			['hastier', 200],
			['hasty', 300],
			['patient', 5000],
		]);
	});
});

test('a run that sends many requests leaves no listener behind', async () => {
	const time = virtualTime();
	const rateLimiter = await limitedTo(100, time);
	const { signal } = new AbortController();
	const all = Array.from({ length: 10 }, async () => await rateLimiter.pass(MINUTE, signal));
	await time.until(Promise.all(all));
	expect(getEventListeners(signal, 'abort')).toEqual([]);
});

describe('a cancelled request', () => {
	test('leaves no timer behind', async () => {
		jest.useFakeTimers();
		try {
			const rateLimiter = createRateLimiter();
			(await rateLimiter.pass(MINUTE)).throttled(MINUTE, MINUTE);
			const cancel = new AbortController();
			const waiting = rateLimiter.pass(MINUTE, cancel.signal);
			cancel.abort();
			await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
			expect(jest.getTimerCount()).toBe(0);
		} finally {
			jest.useRealTimers();
		}
	});

	test('takes no turn: the next one has it', async () => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		await takeAndRefuse(rateLimiter, 10);
		const cancel = new AbortController();
		const waiting = rateLimiter.pass(MINUTE, cancel.signal);
		const next = rateLimiter.pass(MINUTE);
		cancel.abort();
		await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
		expect((await time.until(next)).waitedMs).toBe(50);
	});
});
