import type { JsonObject } from '../wire/json';
import {
	checkChangedSettings,
	readSettings,
	writeSettings,
	type CallSettings,
	type KnownSettings,
} from './callSettings';
import { call, remove } from '../client/calls';
import { type Platform } from '../client/run';
import { noSuchBinding, refuse } from '../codes/errors';
import { unlessNone } from '../client/pages';
import type { E164 } from '../wire/phoneNumber';
import * as read from '../wire/read';
import { withoutAbsent } from '../wire/rules';
import { expiry } from '../wire/time';

/** Address of every AX interface but one. */
export const PATH = '/rest/provision/caas/privatenumber/v1.0';
/** Unlike the others, this interface has no "provision" in its path. */
const CALLEE_PATH = '/rest/caas/privatenumber/calleenumber/v1.0';
/** Seconds that a temporary callee is kept unless told otherwise. */
const CALLEE_DURATION = 60;

/** What the binding of A and X does; absent fields leave the platform's defaults. */
export interface AxSettings extends CallSettings {
	/** What A sees when called: 0 X, 1 the real caller (carriers block that). */
	calleeNumDisplay?: '0' | '1';
	/** Whether X is switched on, as a phone is. */
	turnFlag?: 'on' | 'off';
}

/** What an update may change; the other tones stay as they were bound. */
export type AxChanges = Omit<AxSettings, 'recordHintTone' | 'callerHintTone' | 'calleeHintTone'> & {
	/** New number A. */
	origNum?: E164;
};

/** A binding as the platform tells it, with flat fields. It never ends by itself. */
export interface AxBinding extends KnownSettings {
	subscriptionId: string;
	/** Number A. */
	origNum: string;
	/** Privacy number X. */
	privateNum: string;
	calleeNumDisplay?: string;
	turnFlag?: string;
}

/** One binding, by its ID or by its X, which holds one A only. */
export type AxKey = { subscriptionId: string } | { privateNum: E164 };

/**
 * Changes a binding; only the given fields (AX模式绑定信息修改接口). Source: ModifyAXBinding.
 *
 * @throws InputError when the given fields contradict each other; PlatformError
 */
export async function modify(platform: Platform, which: AxKey, changes: AxChanges): Promise<void> {
	checkChangedSettings(changes);
	const { origNum } = changes;
	const body = { ...which, ...withoutAbsent({ origNum }), ...writeAxSettings(changes) };
	await call(platform, { method: 'PUT', path: PATH, body, effect: 'change' });
}

/**
 * Reads one binding by its ID or X, or the up to five bindings of an A
 * (AX模式绑定信息查询接口). Source: QueryAXBinding.
 *
 * @throws PlatformError with a not-found code when there is none
 */
export async function get(
	platform: Platform,
	which: AxKey | { origNum: E164 },
): Promise<AxBinding[]> {
	const found = await query(platform, which);
	if (found.length === 0) throw noSuchBinding();
	return found;
}

/** Lists the bindings of an A, up to five; none is an empty list. Source: QueryAXBinding. */
export async function list(platform: Platform, origNum: E164): Promise<AxBinding[]> {
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
): Promise<{ duration: number; expiresAt?: string }> {
	// The documents name no limits.
	if (duration !== undefined && duration < 0)
		throw refuse('duration', duration, 'secondsFrom', { lowest: 0 });
	const options = { ...withoutAbsent({ duration }), ...writeSettings({ userData }) };
	const body = { ...which, calleeNum, ...options };
	await call(platform, { method: 'PUT', path: CALLEE_PATH, body, effect: 'change' });
	const kept = duration ?? CALLEE_DURATION;
	return withoutAbsent({ duration: kept, expiresAt: expiry(new Date(), kept) });
}

/** Writes the settings of an AX binding as the platform wants them. */
export function writeAxSettings(from: AxSettings): JsonObject {
	const { calleeNumDisplay, turnFlag } = from;
	return { ...writeSettings(from), ...withoutAbsent({ calleeNumDisplay, turnFlag }) };
}

async function query(platform: Platform, which: AxKey | { origNum: E164 }): Promise<AxBinding[]> {
	const request = { method: 'GET', path: PATH, query: { ...which }, effect: 'read' } as const;
	const answer = await call(platform, request);
	return read.objects(answer, 'privateNumList').map((entry) => ({
		subscriptionId: read.text(entry, 'subscriptionId') ?? '',
		origNum: read.text(entry, 'origNum') ?? '',
		privateNum: read.text(entry, 'privateNum') ?? '',
		...readSettings(entry),
		...withoutAbsent({
			calleeNumDisplay: read.text(entry, 'calleeNumDisplay'),
			turnFlag: read.text(entry, 'turnFlag'),
		}),
	}));
}
