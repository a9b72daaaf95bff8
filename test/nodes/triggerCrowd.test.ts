import { performance } from 'node:perf_hooks';

import { overload, waits } from '../../nodes/PrivateNumberTrigger/load';
import { lateness } from '../../platform/pushes/stores/lateness';
import { waitUntil } from '../waitUntil';
import { B, blockCall, triggerDesk } from './triggerDesk';
import { work } from './work';

const { push, trigger } = triggerDesk();

/** What the workflow answers. */
const connect = { operation: 'connect', connectInfo: { calleeNum: B } };

/** A call that waits. */
const call = (sessionId: string, signal?: AbortSignal) => push(blockCall({ sessionId }), signal);

/** Keeps the process busy for so long, as starting many executions does. */
function block(ms: number): void {
	const end = performance.now() + ms;
	while (performance.now() < end);
}

describe('a process that has more to start than it can', () => {
	const crowd = (count: number): (() => void) => {
		const all = Array.from({ length: count }, () => waits());
		return () => {
			for (const done of all) done(false);
		};
	};
	/** Somebody waits, whose workflow keeps the process busy for so long. */
	const work = (ms: number): void => {
		const done = waits();
		block(ms);
		done(true);
	};
	/** Until nobody would say that the process is late. */
	const onTime = async (): Promise<void> => {
		lateness();
		await waitUntil(() => lateness() < 20);
	};
	/** Others have cost 300 milliseconds each before. */
	const remember = (): void => {
		for (let times = 0; times < 5; times += 1) work(300);
	};
	/** Others have cost next to nothing before. */
	const forget = (): void => {
		for (let times = 0; times < 20; times += 1) work(0);
	};
	beforeEach(async () => {
		await onTime();
		forget();
	});

	test('has no time for another caller, whatever the number of those that wait', () => {
		const leave = crowd(20);
		overload(4000);
		block(1000);
		expect(overload(4000)).toMatch(/^20 others wait, and this process is \d{3,} ms late$/);
		leave();
	});

	test('has time where only a few wait: one slow moment is no crowd', () => {
		const leave = crowd(3);
		overload(4000);
		block(1000);
		expect(overload(4000)).toBeUndefined();
		leave();
	});

	test('has no time for more than it can start in half of the deadline', async () => {
		remember();
		await onTime();
		const leave = crowd(10);
		expect(overload(4000)).toMatch(
			/^10 others wait, and to start as many takes this process \d{4} ms$/,
		);
		expect(overload(60_000)).toBeUndefined();
		leave();
	});

	test('has time where those before took long because their workflows waited themselves', async () => {
		for (let times = 0; times < 5; times += 1) {
			const done = waits();
			await new Promise((resolve) => setTimeout(resolve, 300));
			done(true);
		}
		await onTime();
		const leave = crowd(10);
		expect(overload(4000)).toBeUndefined();
		leave();
	});

	test('has no time where there would be some but for the caller who asks', async () => {
		remember();
		await onTime();
		const leave = crowd(5);
		expect(overload(2900)).toMatch(/^5 others wait, and to start as many/);
		leave();
	});

	test('has time where what one caller took was half the work of the many who still wait', async () => {
		const first = waits();
		const leave = crowd(30);
		block(300);
		first(true);
		await onTime();
		expect(overload(4000)).toBeUndefined();
		leave();
	});

	test('has no time where the work of those who still wait has only begun', async () => {
		const first = waits();
		const leave = crowd(20);
		block(1000);
		first(true);
		await onTime();
		expect(overload(1000)).toMatch(/^20 others wait, and to start as many/);
		leave();
	});

	test('has no time because others were given up before they were started', async () => {
		for (let times = 0; times < 5; times += 1) {
			const one = waits();
			crowd(10)();
			block(300);
			one(true);
		}
		await onTime();
		const leave = crowd(20);
		expect(overload(4000)).toMatch(/^20 others wait, and to start as many/);
		leave();
	});

	test('has time again once a caller is started faster', async () => {
		remember();
		forget();
		await onTime();
		const leave = crowd(10);
		expect(overload(4000)).toBeUndefined();
		leave();
	});

	test('has no time because one caller was started fast', async () => {
		remember();
		work(0);
		await onTime();
		const leave = crowd(30);
		expect(overload(4000)).toMatch(/to start as many takes this process \d{4} ms$/);
		leave();
	});

	test('has time where what many have cost together was the work of all of them', async () => {
		trigger.set({ respond: 'workflow', options: { replyDeadline: 60, maxBlockAge: 600 } });
		const ends: Array<() => void> = [];
		trigger.onReply(async () => {
			await new Promise<void>((resolve) => ends.push(resolve));
			block(50);
			return connect;
		});
		const calls = Array.from({ length: 10 }, (_, index) => call(`one of ten: ${index}`));
		await waitUntil(() => ends.length === 10);
		for (const end of ends) {
			end();
			await new Promise(setImmediate);
		}
		await Promise.all(calls);
		await onTime();
		const leave = crowd(10);
		expect(overload(4000)).toBeUndefined();
		leave();
	});

	test('counts nobody who has hung up', async () => {
		trigger.set({ respond: 'workflow', options: { replyDeadline: 60, maxBlockAge: 600 } });
		let asked = 0;
		trigger.onReply(() => {
			asked += 1;
			return new Promise(() => undefined);
		});
		const hangUp = new AbortController();
		const callers = Array.from({ length: 10 }, async (_, index) => {
			await call(`hangs up: ${index}`, hangUp.signal).catch(() => undefined);
		});
		await waitUntil(() => asked === 10);
		hangUp.abort();
		await Promise.all(callers);
		// With no time at all, everybody would be one too many.
		await waitUntil(() => overload(-1) === undefined);
	});

	test('counts a caller who was answered twice once', () => {
		const leave = crowd(20);
		leave();
		leave();
		const again = crowd(6);
		overload(4000);
		block(1000);
		expect(overload(4000)).toMatch(/^6 others wait/);
		again();
	});
});

test('a caller in a crowd gets the default answer at once, and one line in the log', async () => {
	const { result, end } = work();
	const within = (replyDeadline: number): void => {
		trigger.set({ respond: 'workflow', options: { replyDeadline, maxBlockAge: 600 } });
	};
	// On a busy machine the late one may take long.
	within(600);
	let asked = 0;
	const first = new Promise<void>((resolve) => {
		trigger.onReply(() => {
			asked += 1;
			if (asked === 5) resolve();
			return result;
		});
	});
	const patient = Array.from({ length: 5 }, (_, index) => call(`early ${index}`));
	await first;
	within(8);
	const busy = setInterval(() => {
		block(700);
	}, 1);
	// A call that is on time to the millisecond arrives before the timer ticks.
	block(700);
	const late = await call('late');
	clearInterval(busy);
	expect(JSON.parse(late.text)).toEqual({ operation: 'close', closeInfo: {} });
	expect(trigger.executions).toHaveLength(5);
	expect(trigger.warnings).toEqual([expect.stringContaining('a workflow was not asked')]);
	end(connect);
	await Promise.all(patient);
});
