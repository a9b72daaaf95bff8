import { openStore } from '../state/store';
import { identityOf, type Application } from '../application/application';

/** Last of the tasks that wait for each other, by what they must not change at the same time. */
const locks = openStore<Promise<unknown>>({ most: 100_000 });

/**
 * Runs tasks about one thing, such as the bindings of one person, one after the other, so that each
 * sees what the one before it has made (a keyed lock, of this process).
 */
export async function withLock<Result>(
	application: Application,
	about: string,
	task: () => Promise<Result>,
): Promise<Result> {
	const key = `${identityOf(application)} ${about}`;
	const before = locks.get(key) ?? Promise.resolve();
	const own = before.then(task, task);
	locks.set(key, own);
	try {
		return await own;
	} finally {
		if (locks.get(key) === own) locks.delete(key);
	}
}
