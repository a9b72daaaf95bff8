import { detail } from '../codes/details';
import type { Platform } from './run';
import { localError, PlatformError } from '../codes/errors';
import { categoryOf } from '../codes/refusals';
import { delay } from '../transport/timer';

/** How a binding is made, and how it is found again. */
export interface Creation<Binding> {
	/** Sends the create request once. */
	send: () => Promise<Binding>;
	/** Looks for the wanted binding. Absent where no query can tell it from others. */
	find?: () => Promise<Binding | undefined>;
	/**
	 * Whether the platform refuses a second one of the same, as it does where X is given; default false.
	 * Only then is a lost create sent again: elsewhere each create that takes effect is a binding more.
	 */
	isUnique?: boolean;
	/** Takes a binding that existed before for the wanted one; default false. */
	useExisting?: boolean;
}

/** A binding, and whether it existed before. */
export interface Made<Binding> {
	binding: Binding;
	alreadyBound: boolean;
}

const TRIES = 3;
/** Time before the second look after a lost create, in milliseconds; longer after each further try. */
const SECOND_LOOK_MS = 500;
/** When a lost create that is never sent again is looked for: it may take effect seconds later. */
const LOOKS_MS = [0, 500, 1000, 1500, 2000, 2000];
const LOST_EARLIER = localError('timeout', detail('earlierLost'), 'lost');

/**
 * Makes a binding exactly once. A create whose answer was lost is looked for by a query before anything
 * is sent again; what the query finds counts as made by this call.
 *
 * @throws PlatformError the platform's refusal, or `outcomeUnknown` when nothing can tell
 */
export async function createOnce<Binding>(
	{ wasLost = false, options: { signal } }: Pick<Platform, 'wasLost' | 'options'>,
	creation: Creation<Binding>,
): Promise<Made<Binding>> {
	const { isUnique = false, useExisting = false } = creation;
	if (wasLost) {
		const pauses = isUnique ? [0] : LOOKS_MS;
		const earlier = await lookSeveralTimes(creation, LOST_EARLIER, pauses, signal);
		if (earlier) return { binding: earlier, alreadyBound: false };
		if (!isUnique) throw unknown(LOST_EARLIER);
	}
	let isLost = wasLost;
	for (let tries = 1; ; tries += 1) {
		try {
			return { binding: await creation.send(), alreadyBound: false };
		} catch (error) {
			if (!(error instanceof PlatformError)) throw error;
			if (error.outcome !== 'lost') return await afterRefusal(creation, error, isLost, useExisting);
			isLost = true;
			const pauses = isUnique ? [0, SECOND_LOOK_MS * tries] : LOOKS_MS;
			const found = await lookSeveralTimes(creation, error, pauses, signal);
			if (found) return { binding: found, alreadyBound: false };
			if (!isUnique || tries === TRIES) throw unknown(error);
		}
	}
}

/** What is there already may be the reason for a refusal: an earlier, lost try may have made it. */
async function afterRefusal<Binding>(
	creation: Creation<Binding>,
	error: PlatformError,
	isLost: boolean,
	useExisting: boolean,
): Promise<Made<Binding>> {
	if (!mayBeBound(error) || !creation.find || !(isLost || useExisting)) throw error;
	const binding = isLost ? await look(creation, error) : await creation.find();
	if (!binding) throw error;
	return { binding, alreadyBound: !isLost };
}

/** The platform may act late: whoever goes on after one look binds twice. */
async function lookSeveralTimes<Binding>(
	creation: Creation<Binding>,
	error: PlatformError,
	pausesMs: readonly number[],
	signal?: AbortSignal,
): Promise<Binding | undefined> {
	for (const pause of pausesMs) {
		if (pause > 0) {
			await delay(pause, signal).catch(() => {
				throw unknown(error);
			});
		}
		const found = await look(creation, error);
		if (found) return found;
	}
	return undefined;
}

/**
 * Whether a refusal may be due to the wanted binding itself: it is there already, or it has taken the
 * last free number or the last place. The platform says "no free number" too when it is sent again.
 */
function mayBeBound(error: PlatformError): boolean {
	return ['conflict', 'resource', 'limit'].includes(categoryOf(error) ?? '');
}

/** Looks for what a lost request may have made; not knowing is the third outcome. */
async function look<Binding>(
	{ find }: Creation<Binding>,
	error: PlatformError,
): Promise<Binding | undefined> {
	if (!find) throw unknown(error);
	return await find().catch(() => {
		throw unknown(error);
	});
}

function unknown({ text, detail: known, httpStatus }: PlatformError): PlatformError {
	const said = text === '' ? undefined : detail('said', { text });
	return localError('outcomeUnknown', known ?? said, 'lost', httpStatus);
}
