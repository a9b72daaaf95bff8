/**
 * Lets few requests of a run be on their way until the platform has accepted one. A wrong secret then
 * costs a few refusals, however many items run side by side: too many lock the address for 30 minutes
 * (1020176). Requests whose answers are lost prove nothing: the next ones take their places.
 */
export interface Probation {
	/** Does a task when its turn has come; it calls `passed` when the platform accepts the keys. */
	follow: <Result>(task: (passed: () => void) => Promise<Result>) => Promise<Result>;
}

/** How many tasks are on their way before the first is accepted. The limit of the lock is not published. */
const MOST = 3;

/** Puts the requests of one run on probation. */
export function createProbation(): Probation {
	let isOver = false;
	let onTheirWay = 0;
	let waiting: Array<() => void> = [];

	function wake(): void {
		const woken = waiting;
		waiting = [];
		for (const goOn of woken) goOn();
	}

	return {
		async follow(task) {
			while (!isOver && onTheirWay >= MOST) {
				await new Promise<void>((resolve) => waiting.push(resolve));
			}
			onTheirWay += 1;
			try {
				return await task(() => {
					isOver = true;
					wake();
				});
			} finally {
				onTheirWay -= 1;
				wake();
			}
		},
	};
}
