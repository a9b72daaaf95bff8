import type { JsonObject } from './answer';
import { checkArea, type Area } from './areas';
import {
	checkChangedSettings,
	checkNewSettings,
	readSettings,
	writeSettings,
	type CallSettings,
	type KnownSettings,
} from './callSettings';
import { call, remove, type Platform } from './client';
import { noSuchBinding } from './errors';
import { listPages, unlessNone } from './pages';
import { parsePhoneNumber, type E164 } from './phoneNumber';
import * as read from './read';
import { categoryOf } from './refusals';
import { checkRange, withoutAbsent } from './rules';
import { createOnce } from './settle';
import { expiry } from './time';

const PATH = '/rest/caas/relationnumber/partners/v1.0';
/** Longest life of a binding in seconds: 90 days. */
const LONGEST_LIFE = 7_776_000;

/** What a binding lets its two people do; absent fields leave the platform's defaults. */
export interface AxbSettings extends CallSettings {
	/** Life of the binding in seconds: 0 (never ends) to 7776000 (90 days); at least 60 when it is made. */
	duration?: number;
}

/** Which X a binding gets. */
export type ChooseX =
	| { by: 'number'; relationNum: E164 }
	| ({ by: 'area' } & Area)
	| { by: 'auto' };

/** A wanted binding of A and B. */
export interface AxbRequest extends AxbSettings {
	/** Number A. */
	callerNum: E164;
	/** Number B. */
	calleeNum: E164;
	choose: ChooseX;
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

/** A binding that was made, or found, with what a query may leave out. */
export type AxbBound = AxbBinding &
	Required<Pick<AxbBinding, 'callDirection' | 'duration' | 'maxDuration'>>;

/**
 * Binds A and B to one privacy number (AXB模式绑定接口). Source: CreateAXBBinding.
 *
 * @param useExisting takes a binding of the same A, B and X for the wanted one
 * @throws InputError when a rule is broken; PlatformError, `outcomeUnknown` among them
 */
export async function bind(
	platform: Platform,
	request: AxbRequest,
	useExisting = false,
): Promise<{ binding: AxbBound; alreadyBound: boolean }> {
	checkBind(request);
	const { callerNum, calleeNum, choose } = request;
	const body = { callerNum, calleeNum, ...numberChoice(choose), ...settings(request) };
	const find =
		choose.by === 'number'
			? async () => await findSame(platform, callerNum, calleeNum, choose.relationNum)
			: undefined;
	const { binding, alreadyBound } = await createOnce(platform, {
		send: async () => {
			const request = { method: 'POST', path: PATH, body, effect: 'create' } as const;
			return created(await call(platform, request), body);
		},
		find,
		// The platform says "no free number" too when the same binding is sent again.
		isConflict: (error) => ['conflict', 'resource'].includes(categoryOf(error) ?? ''),
		useExisting,
	});
	return { binding: completed(binding, alreadyBound ? undefined : body), alreadyBound };
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
	checkRange('duration', changes.duration, [0, LONGEST_LIFE], 'seconds');
	checkChangedSettings(changes);
	const { callerNum, calleeNum } = changes;
	const body = { subscriptionId, ...withoutAbsent({ callerNum, calleeNum }), ...settings(changes) };
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

function numberChoice(choose: ChooseX): JsonObject {
	switch (choose.by) {
		case 'number':
			return { relationNum: choose.relationNum };
		case 'area':
			return withoutAbsent({ areaCode: choose.areaCode, areaMatchMode: choose.areaMatchMode });
		case 'auto':
			return {};
	}
}

function settings(from: AxbSettings): JsonObject {
	return { ...withoutAbsent({ duration: from.duration }), ...writeSettings(from) };
}

function checkBind(request: AxbRequest): void {
	if (request.choose.by === 'area') checkArea(request.choose);
	checkRange('duration', request.duration, [60, LONGEST_LIFE], 'seconds', true);
	checkNewSettings(request);
}

function created(answer: JsonObject, body: JsonObject): AxbBinding {
	const { callerNum, calleeNum } = body as { callerNum: E164; calleeNum: E164 };
	return {
		subscriptionId: read.text(answer, 'subscriptionId') ?? '',
		relationNum: read.text(answer, 'relationNum') ?? read.text(body, 'relationNum') ?? '',
		callerNum,
		calleeNum,
		...withoutAbsent({
			callDirection: read.integer(answer, 'callDirection'),
			duration: read.integer(answer, 'duration'),
			maxDuration: read.integer(answer, 'maxDuration'),
		}),
	};
}

/**
 * Adds what the platform has not told: as it was sent, or its default.
 *
 * @param sent body of the request that made the binding; absent where it existed before
 */
function completed(binding: AxbBinding, sent?: JsonObject): AxbBound {
	const settled = (name: 'callDirection' | 'duration' | 'maxDuration'): number =>
		binding[name] ?? read.integer(sent ?? {}, name) ?? 0;
	const duration = settled('duration');
	const made = new Date(binding.subscribeTime ?? Date.now());
	return {
		...binding,
		callDirection: settled('callDirection'),
		duration,
		maxDuration: settled('maxDuration'),
		...withoutAbsent({ expiresAt: binding.expiresAt ?? (sent && expiry(made, duration)) }),
	};
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

async function findSame(
	platform: Platform,
	callerNum: E164,
	calleeNum: E164,
	relationNum: E164,
): Promise<AxbBinding | undefined> {
	const found = await list(platform, { relationNum, callerNum, calleeNum });
	return found.find(
		(binding) =>
			parsePhoneNumber(binding.callerNum) === callerNum &&
			parsePhoneNumber(binding.calleeNum) === calleeNum &&
			parsePhoneNumber(binding.relationNum) === relationNum,
	);
}
