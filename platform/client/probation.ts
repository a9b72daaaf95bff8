/**
 * Lets few requests of a run leave until the platform has taken one. A wrong secret then costs a few
 * refusals, however many items run side by side: too many lock the address for 30 minutes (1020176).
 * Where as many come back without any word, there is nobody who could refuse: the rest may leave.
 */
export interface Scouts {
	/** Does a task when its turn has come; it calls `taken` when the platform knows the application. */
	follow: <Result>(task: (taken: () => void) => Promise<Result>) => Promise<Result>;
}

/** How many tasks run before the first is taken. The limit of the lock is not published. */
const MOST = 3;

/** Opens the door for the scouts of one run. */
export function sendScouts(): Scouts {
	let isOpen = false;
	let away = 0;
	let back = 0;
	let waiting: Array<() => void> = [];

	function wake(): void {
		const woken = waiting;
		waiting = [];
		for (const goOn of woken) goOn();
	}

	return {
		async follow(task) {
			while (!isOpen && away >= MOST) {
				await new Promise<void>((resolve) => waiting.push(resolve));
			}
			away += 1;
			try {
				return await task(() => {
					isOpen = true;
					wake();
				});
			} finally {
				away -= 1;
				back += 1;
				if (back >= MOST) isOpen = true;
				wake();
			}
		},
	};
}
