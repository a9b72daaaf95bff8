import { call, remove } from '../client/calls';
import { type Platform } from '../client/run';
import { createOnce } from '../client/createOnce';
import { noSuchBinding } from '../codes/errors';
import type { JsonObject } from '../wire/json';
import type { E164 } from '../wire/phoneNumber';
import * as read from '../wire/read';
import { withoutAbsent } from '../wire/rules';
import { expiry } from '../wire/time';
import { checkArea, type Area } from './areas';
import { madeId, readNumbers, readTimes, type Binding } from './binding';
import { AXYB_SETTINGS, type AxybSettings } from './settings/modes';
import { checkNewSettings, readSettings, writeSettings } from './settings/settings';

/** Address of every AXYB interface. */
export const PATH = '/rest/omp/xyrelationnumber/v1.0';

/** What a query of AXYB calls the numbers of a relation. */
const NUMBERS = {
	privateNumber: 'numX',
	numberA: 'numA',
	numberY: 'numY',
	numberB: 'numB',
} as const;

/** A wanted binding of A to an X, which the platform picks. */
export interface AxybRequest extends AxybSettings {
	/** Number A. */
	origNum: E164;
	area: Area;
}

/**
 * Binds A to a privacy number of an area (AXYB模式绑定接口, the form without subscriptionId). No query
 * finds what a lost request has made: such a request is never sent again.
 *
 * @throws InputError when a rule is broken; PlatformError, `outcomeUnknown` among them
 */
export async function bind(platform: Platform, request: AxybRequest): Promise<Binding> {
	const { origNum, area, duration = 0 } = request;
	checkArea(area);
	checkNewSettings(request);
	const body = {
		origNum,
		...withoutAbsent({ areaCode: area.areaCode, areaMatchMode: area.areaMatchMode }),
		// Two defaults are told, 0 and 7200: none is relied on.
		...writeSettings({ ...request, duration }),
	};
	const { binding } = await createOnce(platform, {
		send: async () => created(await call(platform, create(platform, body)), body),
	});
	return binding;
}

/**
 * Reads the relations of a binding, or of a privacy number X: one for each peer, at most five, and one
 * without Y and B while there is no peer (AXYB模式绑定信息查询接口).
 *
 * @throws PlatformError with a not-found code when there is none
 */
export async function get(
	platform: Platform,
	which: { subscriptionId: string } | { relationNum: E164 },
): Promise<Binding[]> {
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

/** The number that an answer names; a query calls the same thing relationNum. */
export function boundNumber(answer: JsonObject): string | undefined {
	return read.text(answer, 'relationNumber') ?? read.text(answer, 'relationNum');
}

function created(answer: JsonObject, body: JsonObject): Binding {
	const expiresAt = expiry(new Date(), read.integer(body, 'duration') ?? 0);
	return withoutAbsent({
		privateNumber: boundNumber(answer),
		numberA: read.text(body, 'origNum'),
		callDirection: 'both',
		...readSettings(body, ['callDirection', 'duration']),
		expiresAt,
		...madeId(answer),
	});
}

function relation(entry: JsonObject): Binding {
	const subscriptionId = read.text(entry, 'bindId') ?? read.text(entry, 'subscriptionId');
	return {
		...readNumbers(entry, NUMBERS),
		...readSettings(entry, [...AXYB_SETTINGS, 'preVoiceY']),
		...readTimes(entry),
		...withoutAbsent({ subscriptionId }),
	};
}
