import { closeStores, openStore } from '../../../platform/state/store';

afterEach(() => {
	jest.useRealTimers();
});

describe('a store of what outlives a run', () => {
	test('makes a value once and finds it again', () => {
		const store = openStore<{ made: number }>({ most: 10 });
		let made = 0;
		const make = () => ({ made: (made += 1) });
		expect(store.open('a', make)).toBe(store.open('a', make));
		expect(store.open('b', make)).toEqual({ made: 2 });
		expect(store.get('c')).toBeUndefined();
	});

	test('holds no more than its bound: what was used least goes, and is told', () => {
		const gone: string[] = [];
		const store = openStore<string>({ most: 2, onGone: (value) => gone.push(value) });
		store.set('a', 'A');
		store.set('b', 'B');
		store.get('a');
		store.set('c', 'C');
		expect(gone).toEqual(['B']);
		expect(store.size).toBe(2);
	});

	test('forgets a value when its time is over; reading does not make it live longer', () => {
		jest.useFakeTimers();
		// The library takes a clock at zero for none.
		jest.advanceTimersByTime(1);
		const store = openStore<string>({ most: 10, lifeMs: 1000 });
		store.set('a', 'A');
		jest.advanceTimersByTime(600);
		expect(store.get('a')).toBe('A');
		jest.advanceTimersByTime(600);
		expect(store.get('a')).toBeUndefined();
	});

	test('keeps a value that is in use', () => {
		jest.useFakeTimers();
		// The library takes a clock at zero for none.
		jest.advanceTimersByTime(1);
		const store = openStore<string>({ most: 10, lifeMs: 1000 });
		for (let times = 0; times < 5; times += 1) {
			store.open('a', () => `made at ${times}`);
			jest.advanceTimersByTime(600);
		}
		expect(store.open('a', () => 'again')).toBe('made at 0');
	});

	test('keeps a value as long as there is room where it has no time to live', () => {
		jest.useFakeTimers();
		jest.advanceTimersByTime(1);
		const store = openStore<string>({ most: 10 });
		store.set('a', 'A');
		jest.advanceTimersByTime(365 * 24 * 3_600_000);
		expect(store.get('a')).toBe('A');
	});

	test('lets a value live anew when it is set again', () => {
		jest.useFakeTimers();
		jest.advanceTimersByTime(1);
		const store = openStore<string>({ most: 10, lifeMs: 1000 });
		store.set('a', 'A');
		jest.advanceTimersByTime(600);
		store.set('a', 'B');
		jest.advanceTimersByTime(600);
		expect(store.get('a')).toBe('B');
	});

	test('forgets what is deleted, and tells it', () => {
		const gone: string[] = [];
		const store = openStore<string>({ most: 10, onGone: (value) => gone.push(value) });
		store.set('a', 'A');
		store.delete('a');
		store.delete('b');
		expect(store.get('a')).toBeUndefined();
		expect(store.size).toBe(0);
		expect(gone).toEqual(['A']);
	});

	test('is emptied although something cannot be closed', async () => {
		const store = openStore<string>({
			most: 10,
			onGone: () => Promise.reject(new Error('It is stuck.')),
		});
		store.set('a', 'A');
		await expect(closeStores()).resolves.toBeUndefined();
		expect(store.size).toBe(0);
	});

	test('is emptied with all others, and waits for what has to be closed', async () => {
		let isClosed = false;
		const store = openStore<string>({
			most: 10,
			onGone: async () => {
				await new Promise((resolve) => setTimeout(resolve, 20));
				isClosed = true;
			},
		});
		store.set('a', 'A');
		await closeStores();
		expect(store.get('a')).toBeUndefined();
		expect(isClosed).toBe(true);
	});
});
