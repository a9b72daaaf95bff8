import { call, remove } from '../client/calls';
import { type Platform } from '../client/run';
import { listPages, unlessNone } from '../client/pages';
import type { Holder } from '../codes/errors';
import type { JsonObject } from '../wire/json';
import { parsePhoneNumber, type E164 } from '../wire/phoneNumber';
import * as read from '../wire/read';
import { withoutAbsent } from '../wire/rules';
import { checkDistinct, isSame, oneOf, readNumbers, readTimes, type Binding } from './binding';
import { holder, tellingHolders } from './holders';
import { AXB_SETTINGS, type AxbSettings } from './settings/modes';
import { checkChangedSettings, readSettings, writeSettings } from './settings/settings';

/** Address of every AXB interface. */
export const PATH = '/rest/caas/relationnumber/partners/v1.0';

/** What AXB calls the numbers of a binding. */
export const NUMBERS = {
	privateNumber: 'relationNum',
	numberA: 'callerNum',
	numberB: 'calleeNum',
} as const;

/** The two people of a binding. */
export interface People {
	/** Number A. */
	callerNum: E164;
	/** Number B. */
	calleeNum: E164;
}

/**
 * Changes a binding; only the given fields (AXB模式绑定信息修改接口). Source: ModifyAXBBinding.
 *
 * @throws InputError when the given fields contradict each other; PlatformError
 */
export async function modify(
	platform: Platform,
	subscriptionId: string,
	changes: AxbSettings & Partial<People>,
): Promise<void> {
	const { callerNum, calleeNum } = changes;
	checkDistinct({ callerNum, calleeNum });
	checkChangedSettings(changes);
	const body = {
		subscriptionId,
		...withoutAbsent({ callerNum, calleeNum }),
		...writeSettings(changes),
	};
	await tellingHolders(
		async () => await call(platform, { method: 'PUT', path: PATH, body, effect: 'change' }),
		async () => {
			const { privateNumber } = await get(platform, subscriptionId);
			const relationNum = parsePhoneNumber(privateNumber ?? '');
			const found = relationNum ? await holdersOn(platform, relationNum, changes) : [];
			return found.filter((other) => other.subscriptionId !== subscriptionId);
		},
	);
}

/** Who has one or the other person on a privacy number, which holds each person once. */
export async function holdersOn(
	platform: Platform,
	relationNum: E164,
	{ callerNum, calleeNum }: Partial<People>,
): Promise<Holder[]> {
	const isWanted = ({ numberA, numberB }: Binding): boolean =>
		callerNum !== undefined &&
		calleeNum !== undefined &&
		isSame(numberA, callerNum) &&
		isSame(numberB, calleeNum);
	const found = new Map<string, Holder>();
	for (const [who, person] of [
		['A', callerNum],
		['B', calleeNum],
	] as const) {
		// A person who is A here may be B there.
		for (const filter of person ? [{ callerNum: person }, { calleeNum: person }] : []) {
			const [binding] = await list(platform, { relationNum, ...filter }, 1);
			const id = binding?.subscriptionId ?? '';
			if (binding && !found.has(id))
				found.set(id, holder(binding, { who, isWanted: isWanted(binding) }));
		}
	}
	return [...found.values()];
}

/** Which bindings a query is about. */
export interface AxbFilter extends Partial<People> {
	relationNum: E164;
}

/**
 * Reads one binding by its ID (AXB模式绑定信息查询接口). Source: QueryAXBBinding.
 *
 * @throws PlatformError with a not-found code when there is none
 */
export async function get(platform: Platform, subscriptionId: string): Promise<Binding> {
	const answer = await call(platform, query({ subscriptionId }));
	return oneOf(bindings(answer), '1012007');
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
): Promise<Binding[]> {
	return await listPages(
		async (pageIndex, pageSize) => {
			const answer = await call(platform, query({ ...filter, pageIndex, pageSize }));
			return { items: bindings(answer), total: read.integer(answer, 'totalCount') };
		},
		(binding) => binding.subscriptionId ?? JSON.stringify(binding),
		limit,
	);
}

/** How many bindings a privacy number has. Source: QueryAXBBinding, totalCount. */
export async function count(platform: Platform, relationNum: E164): Promise<number> {
	const page = query({ relationNum, pageIndex: 1, pageSize: 10 });
	const answer = await unlessNone(call(platform, page), {});
	const told = read.integer(answer, 'totalCount');
	if (told !== undefined || bindings(answer).length === 0) return told ?? 0;
	return (await list(platform, { relationNum })).length;
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

function bindings(answer: JsonObject): Binding[] {
	return read.objects(answer, 'relationNumList').map((entry) => ({
		...readNumbers(entry, NUMBERS),
		...readSettings(entry, AXB_SETTINGS),
		...readTimes(entry),
		...withoutAbsent({ subscriptionId: read.text(entry, 'subscriptionId') }),
	}));
}
