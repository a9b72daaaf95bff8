import { refuse } from '../wire/refusals';

/** Locks addresses that fail to authenticate too often (1020176). */
export interface AddressLock {
	/** Throws 403 1020176 while the address is locked. */
	check(address: string): void;
	failed(address: string): void;
	succeeded(address: string): void;
	clear(): void;
}

/** `failures` in a row within `lockMs` lock the address for `lockMs` real milliseconds. */
export function openAddressLock(failures: number, lockMs: number, now: () => number): AddressLock {
	const failed = new Map<string, number[]>();
	const lockedUntil = new Map<string, number>();
	return {
		check(address) {
			if ((lockedUntil.get(address) ?? 0) > now()) throw refuse('ipLocked');
		},
		failed(address) {
			const recent = (failed.get(address) ?? []).filter((time) => time > now() - lockMs);
			recent.push(now());
			failed.set(address, recent);
			if (recent.length < failures) return;
			failed.delete(address);
			lockedUntil.set(address, now() + lockMs);
		},
		succeeded(address) {
			failed.delete(address);
		},
		clear() {
			failed.clear();
			lockedUntil.clear();
		},
	};
}
