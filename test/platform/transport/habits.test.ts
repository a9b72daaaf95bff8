import { createHabits, keepAliveMs, LOOK_AFTER_MS } from '../../../platform/transport/habits';

const MINUTE = 60_000;

describe('a host', () => {
	test('is not relied on until a connection has stayed open', () => {
		const habits = createHabits(() => 0);
		expect(habits.keeps).toBe(false);
		habits.stayedOpen();
		expect(habits.keeps).toBe(true);
	});

	test('is looked at when the second is certainly over', () => {
		expect(LOOK_AFTER_MS).toBeGreaterThan(1000);
	});

	test('that hung up is not relied on for ten minutes, whatever stays open', () => {
		let now = 5 * MINUTE;
		const habits = createHabits(() => now);
		habits.stayedOpen();
		habits.hungUp();
		expect(habits.keeps).toBe(false);
		now += 9 * MINUTE;
		habits.stayedOpen();
		expect(habits.keeps).toBe(false);
		now += MINUTE;
		habits.stayedOpen();
		expect(habits.keeps).toBe(true);
	});

	test('that says nothing more is not relied on, until it has shown again that it keeps them', () => {
		const habits = createHabits(() => 0);
		habits.stayedOpen();
		habits.saidNothing();
		expect(habits.keeps).toBe(false);
		habits.stayedOpen();
		expect(habits.keeps).toBe(true);
	});

	test('is watched by a clock that nobody sets', () => {
		const habits = createHabits();
		habits.hungUp();
		habits.stayedOpen();
		expect(habits.keeps).toBe(false);
	});
});

test.each<[Record<string, unknown>, number]>([
	[{}, 0],
	[{ connection: 'keep-alive' }, 3000],
	[{ connection: 'Keep-Alive' }, 3000],
	[{ connection: ['upgrade', 'keep-alive'] }, 3000],
	[{ connection: 'close' }, 0],
	[{ connection: 'Close', 'keep-alive': 'timeout=60' }, 0],
	[{ 'keep-alive': 'timeout=60' }, 59_000],
	[{ connection: 'keep-alive', 'keep-alive': 'timeout=60, max=5' }, 59_000],
	[{ 'keep-alive': 'max=5, Timeout = "20"' }, 19_000],
	[{ 'keep-alive': 'timeout = 20' }, 19_000],
	[{ 'keep-alive': ['max=5', 'timeout=60'] }, 59_000],
	[{ 'keep-alive': 'timeout=1' }, 0],
	[{ 'keep-alive': 'timeout=0' }, 0],
	[{ 'keep-alive': 'max=5' }, 0],
	[{ connection: 'keep-alive', 'keep-alive': 'max=5' }, 3000],
	[{ connection: 7, 'keep-alive': 7 }, 0],
])('an answer with %p keeps its connection for %d ms', (headers, expected) => {
	expect(keepAliveMs(headers)).toBe(expected);
});
