import { call, remove } from '../client/calls';
import { type Platform } from '../client/run';
import { unlessNone } from '../client/pages';
import { noSuchBinding, refuse } from '../codes/errors';
import type { E164 } from '../wire/phoneNumber';
import * as read from '../wire/read';
import { withoutAbsent } from '../wire/rules';
import { expiry } from '../wire/time';
import { checkDistinct, readNumbers, type Binding } from './binding';
import { AX_SETTINGS, type AxChanges } from './settings/modes';
import { checkChangedSettings, readSettings, writeSettings } from './settings/settings';

/** Address of every AX interface but one. */
export const PATH = '/rest/provision/caas/privatenumber/v1.0';
/** Unlike the others, this interface has no "provision" in its path. */
const CALLEE_PATH = '/rest/caas/privatenumber/calleenumber/v1.0';
/** Seconds that a temporary callee is kept unless told otherwise. */
const CALLEE_DURATION = 60;

/** What AX calls the numbers of a binding. */
export const NUMBERS = { privateNumber: 'privateNum', numberA: 'origNum' } as const;

/** One binding, by its ID or by its X, which holds one A only. */
export type AxKey = { subscriptionId: string } | { privateNum: E164 };

/**
 * Changes a binding; only the given fields (AX模式绑定信息修改接口). Source: ModifyAXBinding.
 *
 * @param changes `origNum` is the new number A
 * @throws InputError when the given fields contradict each other; PlatformError
 */
export async function modify(
	platform: Platform,
	which: AxKey,
	changes: AxChanges & { origNum?: E164 },
): Promise<void> {
	const { origNum } = changes;
	checkDistinct({ ...numberOf(which), origNum });
	checkChangedSettings(changes);
	const body = { ...which, ...withoutAbsent({ origNum }), ...writeSettings(changes) };
	await call(platform, { method: 'PUT', path: PATH, body, effect: 'change' });
}

/**
 * Reads one binding by its ID or X, or the up to five bindings of an A
 * (AX模式绑定信息查询接口). Source: QueryAXBinding. A binding never ends by itself.
 *
 * @throws PlatformError with a not-found code when there is none
 */
export async function get(
	platform: Platform,
	which: AxKey | { origNum: E164 },
): Promise<Binding[]> {
	const found = await query(platform, which);
	if (found.length === 0) throw noSuchBinding();
	return found;
}

/** Lists the bindings of an A, up to five; none is an empty list. Source: QueryAXBinding. */
export async function list(platform: Platform, origNum: E164): Promise<Binding[]> {
	return await unlessNone(query(platform, { origNum }), []);
}

/**
 * Unbinds an X from its A (AX模式解绑接口). Source: DeleteAXBinding.
 *
 * @param ignoreNotFound takes "there is none" for a success
 */
export async function unbind(
	platform: Platform,
	which: AxKey,
	ignoreNotFound: boolean,
): Promise<{ alreadyDeleted: boolean }> {
	const request = { method: 'DELETE', path: PATH, query: { ...which }, effect: 'change' } as const;
	return await remove(platform, request, ignoreNotFound);
}

/** Whom A reaches with the next call over X. */
export interface TemporaryCallee {
	/** May also be a 400 or 95 number. */
	calleeNum: E164;
	/** How long it is kept, in seconds; the platform's default is 60. */
	duration?: number;
	/** Comes back in the events and the call record of that call. */
	userData?: unknown;
}

/**
 * Names whom A reaches with the next call over X; needed before each such call, and replaces what is
 * still set (AX模式设置临时被叫接口). Source: SetAXTemporaryCallee.
 *
 * @returns how long it is kept, in seconds, and until when (ISO time)
 */
export async function setTemporaryCallee(
	platform: Platform,
	which: AxKey,
	{ calleeNum, duration, userData }: TemporaryCallee,
): Promise<{ duration?: number; expiresAt?: string }> {
	checkDistinct({ ...numberOf(which), calleeNum });
	// The documents name no limits.
	if (duration !== undefined && duration < 0)
		throw refuse('duration', duration, 'secondsFrom', { lowest: 0 });
	const options = { ...withoutAbsent({ duration }), ...writeSettings({ userData }) };
	const body = { ...which, calleeNum, ...options };
	await call(platform, { method: 'PUT', path: CALLEE_PATH, body, effect: 'change' });
	const kept = duration ?? CALLEE_DURATION;
	return withoutAbsent({ duration: kept || undefined, expiresAt: expiry(new Date(), kept) });
}

function numberOf(which: AxKey): { privateNum?: E164 } {
	return 'privateNum' in which ? which : {};
}

async function query(platform: Platform, which: AxKey | { origNum: E164 }): Promise<Binding[]> {
	const request = { method: 'GET', path: PATH, query: { ...which }, effect: 'read' } as const;
	const answer = await call(platform, request);
	return read.objects(answer, 'privateNumList').map((entry) => ({
		...readNumbers(entry, NUMBERS),
		...readSettings(entry, AX_SETTINGS),
		...withoutAbsent({ subscriptionId: read.text(entry, 'subscriptionId') }),
	}));
}
