import { performance } from 'node:perf_hooks';

import { lateness } from '../../../../platform/pushes/stores/lateness';
import { closeStores } from '../../../../platform/state/store';

/** Milliseconds of the clock that the process is measured by. */
let now: number;
beforeEach(() => {
	now = 7_000_000;
	jest.useFakeTimers({ doNotFake: ['performance'] });
	jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(async () => {
	await closeStores();
	jest.useRealTimers();
	jest.restoreAllMocks();
});

/** Lets the timers run, each of them as late as the process is. */
function pass(milliseconds: number, lateMs = 0): void {
	for (let passed = 0; passed < milliseconds; passed += 50) {
		now += 50 + lateMs;
		jest.advanceTimersByTime(50);
	}
}

test('a process that has time for everything is not late', () => {
	expect(lateness()).toBe(0);
	pass(1000);
	expect(lateness()).toBe(0);
});

test('a process that stands still is as late as it has stood, while it stands and just after', () => {
	lateness();
	now += 50 + 900;
	expect(lateness()).toBe(900);
	jest.advanceTimersByTime(50);
	expect(lateness()).toBe(900);
});

test('one long task is forgotten within seconds, not at once', () => {
	lateness();
	pass(50, 1000);
	pass(100);
	expect(lateness()).toBeGreaterThan(500);
	pass(2000);
	expect(lateness()).toBeLessThan(1);
});

test('a jam lasts: a process that is late again and again stays so', () => {
	lateness();
	pass(1000, 300);
	expect(lateness()).toBeCloseTo(300);
});

test('is measured as long as somebody asks, and half a minute more', () => {
	lateness();
	pass(29_000);
	lateness();
	pass(30_000);
	expect(jest.getTimerCount()).toBe(1);
	pass(50);
	expect(jest.getTimerCount()).toBe(0);
	lateness();
	expect(jest.getTimerCount()).toBe(1);
});

test('one measurement serves the whole process, and ends with it', async () => {
	for (let count = 0; count < 10; count += 1) lateness();
	expect(jest.getTimerCount()).toBe(1);
	await closeStores();
	expect(jest.getTimerCount()).toBe(0);
});
