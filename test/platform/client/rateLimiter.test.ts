import { createRateLimiter } from '../../../platform/client/rateLimiter';
import { PlatformError } from '../../../platform/codes/errors';
import { ALGORITHMS, runBulk, virtualTime, type BulkRun } from './virtualPlatform';

const MINUTE = 60_000;

describe('a bulk run finds the pace that the platform takes', () => {
	const cases: BulkRun[] = ALGORITHMS.flatMap((algorithm) =>
		[5, 20, 50, 200].flatMap((limit) =>
			[1, 10, 50].flatMap((width) =>
				[0, limit / 2].map((others) => ({
					algorithm,
					limit,
					width,
					others,
					items: limit * 12,
					// One request after the other must be able to reach the limit.
					tripMs: width === 1 ? Math.min(20, 600 / limit) : 20,
				})),
			),
		),
	);

	test.each(cases)(
		'$algorithm of $limit a second, $width at once, others send $others a second',
		async (run) => {
			const time = virtualTime();
			const { took, refused } = await runBulk(time, createRateLimiter(time), run);
			// What the platform allows: the first second's share at once, then so many a second.
			const share = run.limit - (run.others ?? 0);
			const allowed = ((run.items - share) / share) * 1000;
			expect(took / allowed).toBeLessThanOrEqual(1.15);
			// Few, beside the burst that meets the limit for the first time.
			expect(refused - run.width).toBeLessThanOrEqual(Math.max(run.items / 3, 30));
		},
	);

	test('and takes more again when the platform does', async () => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		const run = { algorithm: 'token bucket', width: 10, items: 100 } as const;
		await runBulk(time, rateLimiter, { ...run, limit: 5 });
		const { took } = await runBulk(time, rateLimiter, { ...run, limit: 1000, items: 600 });
		expect(took).toBeLessThan(25_000);
	});

	test('and keeps it for the next run', async () => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		const run = { algorithm: 'token bucket', limit: 20, width: 10 } as const;
		await runBulk(time, rateLimiter, { ...run, items: 200 });
		const { refused } = await runBulk(time, rateLimiter, { ...run, items: 20 });
		expect(refused).toBeLessThan(10);
	});
});

describe('the rate limiter of an application', () => {
	test('lets any number through at once as long as the platform refuses none', async () => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		for (let count = 0; count < 500; count += 1) {
			(await rateLimiter.pass(MINUTE)).accepted();
		}
		expect(time.now()).toBe(0);
		expect(rateLimiter.pace()).toBe(Infinity);
	});

	test('sends one request after the other while nothing is taken, each after a longer pause', async () => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		const left: number[] = [];
		const tryOnce = async (): Promise<void> => {
			const ticket = await rateLimiter.pass(MINUTE);
			left.push(time.now());
			await time.delay(1);
			ticket.throttled(MINUTE);
		};
		await time.until(tryOnce());
		await time.until(Promise.all(Array.from({ length: 8 }, tryOnce)));
		const gaps = left.slice(1).map((moment, index) => moment - (left[index] ?? 0));
		expect(gaps[0]).toBeLessThan(300);
		expect([...gaps].sort((a, b) => a - b)).toEqual(gaps);
		expect(gaps.every((gap) => gap > 1)).toBe(true);
	});

	test('waits as long as the platform asks for (Retry-After)', async () => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		(await rateLimiter.pass(MINUTE)).throttled(MINUTE, 7000);
		const ticket = await time.until(rateLimiter.pass(MINUTE));
		expect(ticket.waitedMs).toBe(7000);
	});

	test('holds nobody up longer than his own longest wait', async () => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		const days = 3 * 24 * 3_600_000;
		(await rateLimiter.pass(days)).throttled(days, days);
		const ticket = await time.until(rateLimiter.pass(2000));
		expect(ticket.waitedMs).toBe(2000);
	});

	test('gives up only when nothing was taken for several longest waits', async () => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		const refusedFor = async (): Promise<number> => {
			const begin = time.now();
			for (;;) {
				const ticket = await time.until(rateLimiter.pass(1000));
				if (!ticket.throttled(1000)) return time.now() - begin;
			}
		};
		expect(await refusedFor()).toBeGreaterThanOrEqual(5000);
		const ticket = await time.until(rateLimiter.pass(1000));
		ticket.accepted();
		// Something was taken: the next run of refusals begins anew.
		expect(await refusedFor()).toBeGreaterThanOrEqual(5000);
	});

	test('gives up after the fifth of its longest waits', async () => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		const goesOn: boolean[] = [];
		for (let tries = 0; tries < 6; tries += 1) {
			const ticket = await time.until(rateLimiter.pass(1000));
			goesOn.push(ticket.throttled(1000, MINUTE));
		}
		expect(time.now()).toBe(5000);
		expect(goesOn).toEqual([true, true, true, true, true, false]);
	});

	test('forgets the pace after five minutes without a refusal', async () => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		await runBulk(time, rateLimiter, {
			algorithm: 'fixed window',
			limit: 5,
			width: 5,
			items: 20,
		});
		expect(rateLimiter.pace()).toBeLessThan(10);
		await time.until(time.delay(6 * MINUTE));
		await time.until(rateLimiter.pass(MINUTE));
		expect(rateLimiter.pace()).toBe(Infinity);
	});

	test('goes on when the request that tries is lost', async () => {
		const time = virtualTime();
		const rateLimiter = createRateLimiter(time);
		(await rateLimiter.pass(MINUTE)).throttled(MINUTE);
		const trying = await time.until(rateLimiter.pass(MINUTE));
		const next = rateLimiter.pass(MINUTE);
		trying.lost();
		expect((await time.until(next)).waitedMs).toBeLessThan(1000);
	});

	test('lets a cancelled run go at once, with a word about it', async () => {
		const rateLimiter = createRateLimiter();
		(await rateLimiter.pass(MINUTE)).throttled(MINUTE, MINUTE);
		const cancel = new AbortController();
		const waiting = rateLimiter.pass(MINUTE, cancel.signal);
		cancel.abort();
		await expect(waiting).rejects.toMatchObject({ code: 'cancelled', outcome: 'unsent' });
		await expect(rateLimiter.pass(MINUTE, cancel.signal)).rejects.toBeInstanceOf(PlatformError);
	});

	test('opens in time though somebody sets the clock of the machine back', async () => {
		const rateLimiter = createRateLimiter();
		(await rateLimiter.pass(MINUTE)).throttled(MINUTE, 20);
		const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 8 * 3_600_000);
		try {
			expect((await rateLimiter.pass(MINUTE)).waitedMs).toBeGreaterThan(10);
		} finally {
			clock.mockRestore();
		}
	});
});
