import { call, remove } from '../client/calls';
import { type Platform } from '../client/run';
import { noSuchBinding, refuse } from '../codes/errors';
import type { JsonObject } from '../wire/json';
import type { E164 } from '../wire/phoneNumber';
import * as read from '../wire/read';
import { checkRange, isGiven, withoutAbsent } from '../wire/rules';
import { checkDistinct, readNumbers, type Binding } from './binding';
import { AXE_SETTINGS, type AxeChanges } from './settings/modes';
import { checkChangedSettings, readSettings, writeSettings } from './settings/settings';
import type { ValueOf } from './settings/table';

/** Address of the interfaces that deal with one binding. */
export const PATH = '/rest/caas/extendnumber/v1.0';

/** What AXE calls the numbers of a binding. */
const NUMBERS = {
	privateNumber: 'virtualNum',
	extension: 'extendNum',
	numberA: 'bindNum',
} as const;

/** Longest times that the platform takes, in each unit: 30 days and 7 days. */
const LONGEST = {
	hours: {
		bindExpiredTime: 720,
		callbackExpiredTime: 168,
		within: 'hoursWithin',
		notLonger: 'notLongerInHours',
	},
	minutes: {
		bindExpiredTime: 43_200,
		callbackExpiredTime: 10_080,
		within: 'minutesWithin',
		notLonger: 'notLongerInMinutes',
	},
} as const satisfies Record<ValueOf<'timeUnit'>, object>;

/** One binding, by its ID or by X and extension. */
export type AxeKey = { subscriptionId: string } | { virtualNum: E164; extendNum: string };

/**
 * Changes a binding; only the given fields (AXE模式绑定信息修改接口). Source: ModifyAXEBinding.
 * Where both are given, the platform takes callbackNum and leaves callbackTone.
 *
 * @throws InputError when the given fields contradict each other; PlatformError
 */
export async function modify(
	platform: Platform,
	which: AxeKey,
	changes: AxeChanges,
): Promise<void> {
	checkKey(which);
	const { bindExpiredTime, callbackExpiredTime, callbackNum } = changes;
	checkDistinct({ ...('virtualNum' in which && { virtualNum: which.virtualNum }), callbackNum });
	checkChangedSettings(changes);
	checkAxeTimes(changes);
	const hasTime = isGiven(bindExpiredTime) || isGiven(callbackExpiredTime);
	// The documents do not say which unit counts here when none is sent.
	const timeUnit = changes.timeUnit ?? (hasTime ? 'hours' : undefined);
	const body = { ...which, ...writeSettings({ ...changes, timeUnit }) };
	await call(platform, { method: 'PUT', path: PATH, body, effect: 'change' });
}

/**
 * Reads one binding (AXE模式绑定信息查询接口). Source: QueryAXEBinding(v1.0). After a change the
 * platform goes on telling the times that were bound.
 *
 * @throws PlatformError with a not-found code when there is none
 */
export async function get(platform: Platform, which: AxeKey): Promise<Binding> {
	checkKey(which);
	const request = { method: 'GET', path: PATH, query: { ...which }, effect: 'read' } as const;
	const answer = await call(platform, request);
	if (!isAxeBinding(answer)) throw noSuchBinding();
	return readAxeBinding(answer);
}

/**
 * Takes the extension away from A (AXE模式解绑接口). Source: DeleteAXEBinding.
 *
 * @param ignoreNotFound takes "there is none" for a success
 */
export async function unbind(
	platform: Platform,
	which: AxeKey,
	ignoreNotFound: boolean,
): Promise<{ alreadyDeleted: boolean }> {
	checkKey(which);
	const request = { method: 'DELETE', path: PATH, query: { ...which }, effect: 'change' } as const;
	return await remove(platform, request, ignoreNotFound);
}

/**
 * Checks an extension.
 *
 * @throws InputError when it is not 1 to 4 digits
 */
export function checkExtension(extendNum: string): void {
	if (/^\d{1,4}$/.test(extendNum)) return;
	throw refuse('extendNum', extendNum, 'extension');
}

/**
 * Checks the times of a binding, which depend on their unit.
 *
 * @throws InputError when a time is out of range, or the call-back outlives the binding
 */
export function checkAxeTimes(from: AxeChanges): void {
	const { bindExpiredTime, callbackExpiredTime, timeUnit: unit = 'hours' } = from;
	const { within, notLonger, ...longest } = LONGEST[unit];
	checkRange('bindExpiredTime', bindExpiredTime, [0, longest.bindExpiredTime], within);
	checkRange('callbackExpiredTime', callbackExpiredTime, [0, longest.callbackExpiredTime], within);
	if (bindExpiredTime === undefined || bindExpiredTime === 0) return;
	if (callbackExpiredTime === undefined || callbackExpiredTime <= bindExpiredTime) return;
	throw refuse('callbackExpiredTime', callbackExpiredTime, notLonger, {
		other: { field: 'bindExpiredTime' },
		limit: bindExpiredTime,
	});
}

/** Whether an object of an answer tells a binding. */
export function isAxeBinding(entry: JsonObject): boolean {
	return ['subscriptionId', 'extendNum', 'bindNum'].some((name) => read.text(entry, name));
}

/** Reads a binding from an answer or an entry of a list. */
export function readAxeBinding(entry: JsonObject): Binding {
	const told: Binding = {
		...readNumbers(entry, NUMBERS),
		...readSettings(entry, AXE_SETTINGS),
		...withoutAbsent({ subscriptionId: read.text(entry, 'subscriptionId') }),
	};
	const hasTime = told.bindExpiredTime ?? told.callbackExpiredTime;
	// Without their unit the times mean nothing, and a unit means nothing without them.
	if (hasTime !== undefined) return { ...told, timeUnit: told.timeUnit ?? 'hours' };
	delete told.timeUnit;
	return told;
}

function checkKey(which: AxeKey): void {
	if ('extendNum' in which) checkExtension(which.extendNum);
}
