import type { Platform } from './run';
import { detail } from '../codes/details';
import { localError, PlatformError } from '../codes/errors';
import { categoryOf } from '../codes/refusals';
import { delay } from '../transport/timer';

/** How a binding is made, and how it is found again. */
export interface Creation<Binding> {
	/** Sends the create request once. */
	send: () => Promise<Binding>;
	/** Looks for the wanted binding. Absent where no query can tell it from others. */
	find?: () => Promise<Binding | undefined>;
	/** Takes a binding that existed before for the wanted one; default false. */
	useExisting?: boolean;
}

const TRIES = 3;
const RETRY_DELAY_MS = 500;
const LOST_EARLIER = localError('timeout', detail('earlierLost'), 'lost');

/**
 * Makes a binding exactly once. A create whose answer was lost is settled by a query before anything
 * is sent again; what the query finds counts as made by this call.
 *
 * @returns the binding, and whether it existed before
 * @throws PlatformError the platform's refusal, or `outcomeUnknown` when nothing can tell
 */
export async function createOnce<Binding>(
	{ wasLost = false, options: { signal } }: Pick<Platform, 'wasLost' | 'options'>,
	creation: Creation<Binding>,
): Promise<{ binding: Binding; alreadyBound: boolean }> {
	let lost = wasLost;
	if (lost) {
		const earlier = await settle(creation, LOST_EARLIER);
		if (earlier) return { binding: earlier, alreadyBound: false };
	}
	for (let tries = 1; ; tries += 1) {
		try {
			return { binding: await creation.send(), alreadyBound: false };
		} catch (error) {
			if (!(error instanceof PlatformError)) throw error;
			const mayExist = lost || creation.useExisting === true;
			if (error.outcome === 'lost') {
				lost = true;
			} else if (!mayExist || !creation.find || !mayBeBound(error)) {
				throw error;
			}
			const binding = lost ? await settle(creation, error) : await creation.find?.();
			if (binding) return { binding, alreadyBound: !lost };
			if (error.outcome !== 'lost') throw error;
			await delay(RETRY_DELAY_MS * tries, signal).catch(() => {
				throw unknown(error);
			});
			// The platform may have acted late: whoever goes on without a second look binds twice.
			const late = await settle(creation, error);
			if (late) return { binding: late, alreadyBound: false };
			if (tries === TRIES) throw error;
		}
	}
}

/**
 * Whether a refusal may be due to the wanted binding itself: it is there already, or it has taken the
 * last free number or the last place. The platform says "no free number" too when it is sent again.
 */
function mayBeBound(error: PlatformError): boolean {
	return ['conflict', 'resource', 'limit'].includes(categoryOf(error) ?? '');
}

/** Looks for what a lost request may have made; not knowing is the third outcome. */
async function settle<Binding>(
	{ find }: Creation<Binding>,
	error: PlatformError,
): Promise<Binding | undefined> {
	if (!find) throw unknown(error);
	try {
		return await find();
	} catch {
		throw unknown(error);
	}
}

function unknown({ text, detail: known, httpStatus }: PlatformError): PlatformError {
	const said = text === '' ? undefined : detail('said', { text });
	return localError('outcomeUnknown', known ?? said, 'lost', httpStatus);
}
