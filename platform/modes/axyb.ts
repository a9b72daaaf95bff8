import type { JsonObject } from '../wire/json';
import { checkArea, type Area } from './areas';
import {
	checkNewSettings,
	LONGEST_LIFE,
	readSettings,
	writeSettings,
	type CallDirection,
	type CallSettings,
} from './callSettings';
import { call, remove } from '../client/calls';
import { type Platform } from '../client/run';
import { noSuchBinding } from '../codes/errors';
import type { E164 } from '../wire/phoneNumber';
import * as read from '../wire/read';
import { checkLength, checkRange, withoutAbsent } from '../wire/rules';
import { createOnce } from '../client/createOnce';
import { expiry } from '../wire/time';

/** Address of every AXYB interface. */
export const PATH = '/rest/omp/xyrelationnumber/v1.0';

/** A wanted binding of A to an X, which the platform picks. */
export interface AxybRequest
	extends Pick<CallSettings, 'recordFlag' | 'recordHintTone' | 'userData'> {
	/** Number A. */
	origNum: E164;
	area: Area;
	/** 0 both ways, 1 only A may call through Y, 2 only B may call through X. */
	callDirection?: CallDirection;
	/** Life of the binding in seconds: 0 (never ends) or 60 to 7776000 (90 days). */
	duration?: number;
	/** Life of a peer that the platform adds when B dials X, in seconds; 0 ends with the binding. */
	ybDuration?: number;
	/** Tone file for calls through X, heard while waiting. */
	preVoiceX?: string;
}

/** A binding of A and X that was made. */
export interface AxybBinding {
	subscriptionId: string;
	/** Privacy number X. */
	relationNum: string;
	/** Number A. */
	origNum: string;
	callDirection: number;
	/** Life in seconds; 0 never ends. */
	duration: number;
	/** When the platform will unbind; absent when it never does. ISO time. */
	expiresAt?: string;
}

/** A relation of A, X, Y and B as the platform tells it; without Y and B while there is no peer. */
export interface AxybRelation
	extends Pick<CallSettings, 'recordFlag' | 'recordHintTone' | 'userData'> {
	subscriptionId: string;
	/** Privacy number X. */
	relationNum: string;
	/** Number A. */
	origNum: string;
	/** Privacy number Y. */
	yNum?: string;
	/** Number B. */
	bNum?: string;
	callDirection?: number;
	/** Lives in seconds; 0 never ends, or ends with the binding. */
	duration?: number;
	ybDuration?: number;
	preVoiceX?: string;
	preVoiceY?: string;
	/** When it was bound or last changed. ISO time. */
	subscribeTime?: string;
	/** When the platform will unbind; absent when it never does. ISO time. */
	expiresAt?: string;
}

/**
 * Binds A to a privacy number of an area (AXYB模式绑定接口, the form without subscriptionId). No query
 * finds what a lost request has made: such a request is never sent again.
 *
 * @throws InputError when a rule is broken; PlatformError, `outcomeUnknown` among them
 */
export async function bind(platform: Platform, request: AxybRequest): Promise<AxybBinding> {
	checkBind(request);
	const { origNum, area, callDirection, duration = 0, ybDuration, preVoiceX } = request;
	const { recordFlag, recordHintTone, userData } = request;
	const body = {
		origNum,
		...withoutAbsent({ areaCode: area.areaCode, areaMatchMode: area.areaMatchMode }),
		// Two defaults are told, 0 and 7200: none is relied on.
		duration,
		...withoutAbsent({ ybDuration, preVoiceX }),
		...writeSettings({ callDirection, recordFlag, recordHintTone, userData }),
	};
	const { binding } = await createOnce(platform, {
		send: async () => created(await call(platform, create(platform, body)), body),
	});
	return binding;
}

/**
 * Reads the relations of a binding, or of a privacy number X: one for each peer, at most five
 * (AXYB模式绑定信息查询接口).
 *
 * @throws PlatformError with a not-found code when there is none
 */
export async function get(
	platform: Platform,
	which: { subscriptionId: string } | { relationNum: E164 },
): Promise<AxybRelation[]> {
	const query = { ...appKey(platform), ...which };
	const answer = await call(platform, { method: 'GET', path: PATH, query, effect: 'read' });
	const found = read.objects(answer, 'xyRelationNumList').map(relation);
	if (found.length === 0) throw noSuchBinding();
	return found;
}

/**
 * Unbinds A from X, with every peer (AXYB模式解绑接口).
 *
 * @param ignoreNotFound takes "there is none" for a success
 */
export async function unbind(
	platform: Platform,
	subscriptionId: string,
	ignoreNotFound: boolean,
): Promise<{ alreadyDeleted: boolean }> {
	const query = { subscriptionId, ...appKey(platform) };
	const request = { method: 'DELETE', path: PATH, query, effect: 'change' } as const;
	return await remove(platform, request, ignoreNotFound);
}

/** The request that makes a binding or, with a subscriptionId in its body, a peer. */
export function create(platform: Platform, body: JsonObject) {
	return { method: 'POST', path: PATH, query: appKey(platform), body, effect: 'create' } as const;
}

/** The key that these interfaces want in the address too. */
export function appKey({ application }: Platform): { app_key: string } {
	return { app_key: application.appKey };
}

/**
 * Checks a life in seconds.
 *
 * @throws InputError naming the range
 */
export function checkLife(field: 'duration' | 'ybDuration', seconds?: number): void {
	checkRange(field, seconds, [60, LONGEST_LIFE], 'secondsWithinOrZero');
}

function checkBind(request: AxybRequest): void {
	checkArea(request.area);
	checkNewSettings({ recordFlag: request.recordFlag, recordHintTone: request.recordHintTone });
	checkLife('duration', request.duration);
	checkLife('ybDuration', request.ybDuration);
	checkLength('preVoiceX', request.preVoiceX, 128);
}

/** The number that an answer names; a query calls the same thing relationNum. */
export function boundNumber(answer: JsonObject): string {
	return read.text(answer, 'relationNumber') ?? read.text(answer, 'relationNum') ?? '';
}

function created(answer: JsonObject, body: JsonObject): AxybBinding {
	const duration = read.integer(body, 'duration') ?? 0;
	return {
		subscriptionId: read.text(answer, 'subscriptionId') ?? '',
		relationNum: boundNumber(answer),
		origNum: read.text(body, 'origNum') ?? '',
		callDirection: read.integer(body, 'callDirection') ?? 0,
		duration,
		...withoutAbsent({ expiresAt: expiry(new Date(), duration) }),
	};
}

function relation(entry: JsonObject): AxybRelation {
	const { recordFlag, recordHintTone, callDirection, userData } = readSettings(entry);
	const duration = read.integer(entry, 'duration');
	const subscribeTime = read.time(entry, 'subscribeTime');
	return withoutAbsent({
		subscriptionId: read.text(entry, 'bindId') ?? read.text(entry, 'subscriptionId') ?? '',
		relationNum: read.text(entry, 'numX') ?? '',
		origNum: read.text(entry, 'numA') ?? '',
		yNum: read.text(entry, 'numY'),
		bNum: read.text(entry, 'numB'),
		callDirection,
		duration,
		ybDuration: read.integer(entry, 'ybDuration'),
		recordFlag,
		recordHintTone,
		preVoiceX: read.text(entry, 'preVoiceX'),
		preVoiceY: read.text(entry, 'preVoiceY'),
		userData,
		subscribeTime,
		expiresAt: subscribeTime && expiry(new Date(subscribeTime), duration ?? 0),
	});
}
