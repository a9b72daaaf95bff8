import type { JsonObject } from '../wire/json';
import {
	checkChangedSettings,
	LONGEST_LIFE,
	readSettings,
	writeSettings,
	type CallSettings,
	type KnownSettings,
} from './callSettings';
import { call, remove } from '../client/calls';
import { type Platform } from '../client/run';
import { noSuchBinding } from '../codes/errors';
import { listPages, unlessNone } from '../client/pages';
import type { E164 } from '../wire/phoneNumber';
import * as read from '../wire/read';
import { checkRange, withoutAbsent } from '../wire/rules';
import { expiry } from '../wire/time';

/** Address of every AXB interface. */
export const PATH = '/rest/caas/relationnumber/partners/v1.0';

/** What a binding lets its two people do; absent fields leave the platform's defaults. */
export interface AxbSettings extends CallSettings {
	/** Life of the binding in seconds: 0 (never ends) to 7776000 (90 days); at least 60 when it is made. */
	duration?: number;
}

/** A binding as the platform tells it, with flat fields. */
export interface AxbBinding extends KnownSettings {
	subscriptionId: string;
	/** Privacy number X. */
	relationNum: string;
	callerNum: string;
	calleeNum: string;
	/** Life of the binding in seconds; 0 never ends. */
	duration?: number;
	/** When the platform will unbind; absent when it never does. ISO time. */
	expiresAt?: string;
	/** When it was bound or last changed. ISO time. */
	subscribeTime?: string;
}

/**
 * Changes a binding; only the given fields (AXB模式绑定信息修改接口). Source: ModifyAXBBinding.
 *
 * @throws InputError when the given fields contradict each other; PlatformError
 */
export async function modify(
	platform: Platform,
	subscriptionId: string,
	changes: AxbSettings & { callerNum?: E164; calleeNum?: E164 },
): Promise<void> {
	// Counted from the change; unlike a new life, it may be shorter than a minute.
	checkRange('duration', changes.duration, [0, LONGEST_LIFE], 'secondsWithin');
	checkChangedSettings(changes);
	const { callerNum, calleeNum } = changes;
	const body = {
		subscriptionId,
		...withoutAbsent({ callerNum, calleeNum }),
		...writeAxbSettings(changes),
	};
	await call(platform, { method: 'PUT', path: PATH, body, effect: 'change' });
}

/** Which bindings a query is about. */
export interface AxbFilter {
	relationNum: E164;
	callerNum?: E164;
	calleeNum?: E164;
}

/**
 * Reads one binding by its ID (AXB模式绑定信息查询接口). Source: QueryAXBBinding.
 *
 * @throws PlatformError with a not-found code when there is none
 */
export async function get(platform: Platform, subscriptionId: string): Promise<AxbBinding> {
	const answer = await call(platform, query({ subscriptionId }));
	const [binding] = bindings(answer);
	if (binding) return binding;
	throw noSuchBinding('1012007');
}

/**
 * Lists the bindings of a privacy number, page by page. Source: QueryAXBBinding.
 *
 * @param limit most bindings to read; all when absent
 */
export async function list(
	platform: Platform,
	filter: AxbFilter,
	limit?: number,
): Promise<AxbBinding[]> {
	return await listPages(
		async (pageIndex, pageSize) => {
			const answer = await call(platform, query({ ...filter, pageIndex, pageSize }));
			return { items: bindings(answer), total: read.integer(answer, 'totalCount') };
		},
		(binding) => binding.subscriptionId,
		limit,
	);
}

/** How many bindings a privacy number has. Source: QueryAXBBinding, totalCount. */
export async function count(platform: Platform, relationNum: E164): Promise<number> {
	const page = query({ relationNum, pageIndex: 1, pageSize: 10 });
	const answer = await unlessNone(call(platform, page), {});
	return read.integer(answer, 'totalCount') ?? bindings(answer).length;
}

/**
 * Unbinds one binding, or every binding of a privacy number (AXB模式解绑接口). Source: DeleteAXBBinding.
 *
 * @param ignoreNotFound takes "there is none" for a success
 */
export async function unbind(
	platform: Platform,
	which: { subscriptionId: string } | { relationNum: E164 },
	ignoreNotFound: boolean,
): Promise<{ alreadyDeleted: boolean }> {
	const request = { method: 'DELETE', path: PATH, query: { ...which }, effect: 'change' } as const;
	return await remove(platform, request, ignoreNotFound);
}

function query(parameters: Record<string, string | number | undefined>) {
	return { method: 'GET', path: PATH, query: parameters, effect: 'read' } as const;
}

/** Writes settings as the platform wants them. */
export function writeAxbSettings(from: AxbSettings): JsonObject {
	return { ...withoutAbsent({ duration: from.duration }), ...writeSettings(from) };
}

function bindings(answer: JsonObject): AxbBinding[] {
	return read.objects(answer, 'relationNumList').map((entry) => {
		const duration = read.integer(entry, 'duration');
		const subscribeTime = read.time(entry, 'subscribeTime');
		return withoutAbsent({
			subscriptionId: read.text(entry, 'subscriptionId') ?? '',
			relationNum: read.text(entry, 'relationNum') ?? '',
			callerNum: read.text(entry, 'callerNum') ?? '',
			calleeNum: read.text(entry, 'calleeNum') ?? '',
			duration,
			...readSettings(entry),
			subscribeTime,
			expiresAt: subscribeTime && expiry(new Date(subscribeTime), duration ?? 0),
		});
	});
}
