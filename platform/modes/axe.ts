import type { JsonObject } from '../wire/json';
import {
	checkChangedSettings,
	readSettings,
	writeSettings,
	type CallSettings,
} from './callSettings';
import { call, remove } from '../client/calls';
import { type Platform } from '../client/run';
import { noSuchBinding, refuse } from '../codes/errors';
import type { E164 } from '../wire/phoneNumber';
import * as read from '../wire/read';
import { checkLength, checkRange, isGiven, withoutAbsent } from '../wire/rules';

/** Address of the interfaces that deal with one binding. */
export const PATH = '/rest/caas/extendnumber/v1.0';

/** Unit of the two times of a binding: 0 hours, 1 minutes. */
export type TimeUnit = '0' | '1';

/** Longest times that the platform takes; 30 days and 7 days. */
const LONGEST = {
	'0': {
		bindExpiredTime: 720,
		callbackExpiredTime: 168,
		within: 'hoursWithin',
		notLonger: 'notLongerInHours',
	},
	'1': {
		bindExpiredTime: 43_200,
		callbackExpiredTime: 10_080,
		within: 'minutesWithin',
		notLonger: 'notLongerInMinutes',
	},
} as const satisfies Record<TimeUnit, object>;

/** What the binding of A and its extension does; absent fields leave the platform's defaults. */
export interface AxeSettings extends Pick<CallSettings, 'recordFlag' | 'recordHintTone'> {
	/** What A sees when called: 0 X, 1 the real caller (carriers block that). */
	displayNumMode?: '0' | '1';
	/** Tone file for A who calls X when nobody has called A before. */
	callbackTone?: string;
	/** Number that A reaches on X when nobody has called A before. */
	callbackNum?: E164;
	/** Unit of both times; hours when absent. */
	timeUnit?: TimeUnit;
	/** Life of the binding in the unit: 0 (never ends) or up to 30 days. */
	bindExpiredTime?: number;
	/** How long A can call back who called last, in the unit: up to 7 days. */
	callbackExpiredTime?: number;
}

/** A binding as the platform tells it, with flat fields. */
export interface AxeBinding
	extends Omit<AxeSettings, 'displayNumMode' | 'timeUnit' | 'callbackNum'> {
	subscriptionId: string;
	/** Privacy number X. */
	virtualNum: string;
	/** Extension E; text, because its zeros count. */
	extendNum: string;
	/** Number A. */
	bindNum: string;
	displayNumMode?: string;
	callbackNum?: string;
	timeUnit?: string;
	userData?: unknown;
}

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
	changes: AxeSettings,
): Promise<void> {
	checkKey(which);
	checkChangedSettings(changes);
	checkAxeSettings(changes);
	const hasTime = isGiven(changes.bindExpiredTime) || isGiven(changes.callbackExpiredTime);
	// The documents do not say which unit counts here when none is sent.
	const unit = changes.timeUnit ?? (hasTime ? '0' : undefined);
	const body = { ...which, ...writeAxeSettings({ ...changes, timeUnit: unit }) };
	await call(platform, { method: 'PUT', path: PATH, body, effect: 'change' });
}

/**
 * Reads one binding (AXE模式绑定信息查询接口). Source: QueryAXEBinding(v1.0). After a change the
 * platform goes on telling the times that were bound.
 *
 * @throws PlatformError with a not-found code when there is none
 */
export async function get(platform: Platform, which: AxeKey): Promise<AxeBinding> {
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
 * Checks what is particular to AXE in the settings of a binding.
 *
 * @throws InputError when a time is out of range, or the call-back outlives the binding
 */
export function checkAxeSettings(from: AxeSettings): void {
	const { bindExpiredTime, callbackExpiredTime } = from;
	const { within, notLonger, ...longest } = LONGEST[from.timeUnit ?? '0'];
	checkLength('callbackTone', from.callbackTone, 128);
	checkRange('bindExpiredTime', bindExpiredTime, [0, longest.bindExpiredTime], within);
	checkRange('callbackExpiredTime', callbackExpiredTime, [0, longest.callbackExpiredTime], within);
	if (!isGiven(bindExpiredTime) || !isGiven(callbackExpiredTime) || bindExpiredTime === 0) return;
	if (Number(callbackExpiredTime) > Number(bindExpiredTime)) {
		throw refuse('callbackExpiredTime', callbackExpiredTime, notLonger, {
			other: { field: 'bindExpiredTime' },
			limit: Number(bindExpiredTime),
		});
	}
}

/** Writes the settings of an AXE binding as the platform wants them. */
export function writeAxeSettings(from: AxeSettings): JsonObject {
	const { recordFlag, recordHintTone, ...own } = from;
	return {
		...writeSettings({ recordFlag, recordHintTone }),
		...withoutAbsent({
			displayNumMode: own.displayNumMode,
			callbackTone: own.callbackTone,
			callbackNum: own.callbackNum,
			timeUnit: own.timeUnit,
			bindExpiredTime: own.bindExpiredTime,
			callbackExpiredTime: own.callbackExpiredTime,
		}),
	};
}

/** Whether an object of an answer tells a binding. */
export function isAxeBinding(entry: JsonObject): boolean {
	return ['subscriptionId', 'extendNum', 'bindNum'].some((name) => read.text(entry, name));
}

/** Reads a binding from an answer or an entry of a list. */
export function readAxeBinding(entry: JsonObject): AxeBinding {
	const { recordFlag, recordHintTone, userData } = readSettings(entry);
	return withoutAbsent({
		subscriptionId: read.text(entry, 'subscriptionId') ?? '',
		virtualNum: read.text(entry, 'virtualNum') ?? '',
		extendNum: read.text(entry, 'extendNum') ?? '',
		bindNum: read.text(entry, 'bindNum') ?? '',
		displayNumMode: read.text(entry, 'displayNumMode'),
		recordFlag,
		recordHintTone,
		callbackTone: read.text(entry, 'callbackTone'),
		callbackNum: read.text(entry, 'callbackNum'),
		timeUnit: read.text(entry, 'timeUnit'),
		bindExpiredTime: read.integer(entry, 'bindExpiredTime'),
		callbackExpiredTime: read.integer(entry, 'callbackExpiredTime'),
		userData,
	});
}

function checkKey(which: AxeKey): void {
	if ('extendNum' in which) checkExtension(which.extendNum);
}
