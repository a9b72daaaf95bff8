import { LRUCache } from './lruCache';

/** What is remembered of one concern: bounded, each entry with a time to live. */
export interface Store<Value> {
	/** The value of a key; reading it does not make it live longer. */
	get(key: string): Value | undefined;
	/** Keeps a value; the entry that was used least goes when there are too many. */
	set(key: string, value: Value): void;
	/** The value of a key, made where there is none yet. Using it makes it live longer. */
	open(key: string, make: () => Value): Value;
	delete(key: string): void;
	readonly size: number;
}

/** Bounds of a store. */
export interface StoreBounds<Value> {
	/** Most entries; the one that was used least goes first. */
	most: number;
	/** How long an entry lives after it was set or opened, in milliseconds; absent: as long as there is room. */
	lifeMs?: number;
	/** Told of each value that goes, so that it can close what it holds. */
	onGone?: (value: Value) => unknown;
}

const clearers: Array<() => Promise<void>> = [];

/**
 * Opens the store of one concern. Everything of this package that outlives a run stands in a store
 * that was opened here: in memory, and of this process alone.
 */
export function openStore<Value extends NonNullable<unknown>>(
	bounds: StoreBounds<Value>,
): Store<Value> {
	const { most, lifeMs = 0, onGone } = bounds;
	const closing = new Set<Promise<unknown>>();
	const close =
		onGone &&
		((value: Value): void => {
			const end = Promise.resolve(onGone(value)).catch(() => undefined);
			closing.add(end);
			void end.finally(() => closing.delete(end));
		});
	const entries = new LRUCache<string, Value>({
		max: most,
		ttl: lifeMs,
		perf: { now: () => performance.now() },
		dispose: close,
	});
	clearers.push(async () => {
		entries.clear();
		await Promise.all(closing);
	});
	return {
		get: (key) => entries.get(key),
		set(key, value) {
			entries.set(key, value);
		},
		open(key, make) {
			const known = entries.get(key, { updateAgeOnGet: true });
			if (known !== undefined) return known;
			const made = make();
			entries.set(key, made);
			return made;
		},
		delete(key) {
			entries.delete(key);
		},
		get size() {
			return entries.size;
		},
	};
}

/** Forgets everything and closes every connection, for tests and programs that end. */
export async function closeStores(): Promise<void> {
	await Promise.all(
		clearers.map(async (clear) => {
			await clear();
		}),
	);
}
