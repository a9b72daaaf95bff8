import { withLock } from '../client/keyedLock';
import { call } from '../client/calls';
import { type Platform } from '../client/run';
import { createOnce, type Creation } from '../client/createOnce';
import { unlessNone } from '../client/pages';
import { localError, type Holder } from '../codes/errors';
import type { JsonObject } from '../wire/json';
import type { E164 } from '../wire/phoneNumber';
import { isGiven, withoutAbsent } from '../wire/rules';
import { decodeUserData, encodeUserData } from '../wire/userData';
import { checkArea, type Area } from './areas';
import { get, list, NUMBERS, PATH } from './ax';
import { checkDistinct, isSame, madeId, readNumbers, type Binding } from './binding';
import { holder, tellingHolders } from './holders';
import type { AxSettings } from './settings/modes';
import { checkNewSettings, readSettings, writeSettings } from './settings/settings';

/** Which X a binding gets. */
export type ChooseX = { by: 'number'; privateNum: E164 } | ({ by: 'area' } & Area);

/** A wanted binding of A and X. */
export interface AxRequest extends AxSettings {
	/** Number A. */
	origNum: E164;
	choose: ChooseX;
}

/**
 * Binds A to a privacy number (AX模式绑定接口). Source: CreateAXBinding.
 *
 * @param useExisting takes a binding of the same A and X for the wanted one; without effect where the
 * platform picks X
 * @returns the binding, and whether it existed before
 * @throws InputError when a rule is broken; PlatformError, `outcomeUnknown` among them
 */
export async function bind(
	platform: Platform,
	request: AxRequest,
	useExisting = false,
): Promise<{ binding: Binding; alreadyBound: boolean }> {
	const { origNum, choose } = request;
	checkDistinct({ origNum, ...(choose.by === 'number' && { privateNum: choose.privateNum }) });
	if (choose.by === 'area') checkArea(choose);
	checkNewSettings(request);
	const { binding, alreadyBound } = await tellingHolders(
		async () => await makeOrFind(platform, request, useExisting),
		async () => await holdersOf(platform, request),
	);
	// What existed before is not as this request would have it.
	const sent = alreadyBound
		? {}
		: readSettings(writeSettings(request), ['callDirection', 'maxDuration']);
	return { binding: { callDirection: 'both', ...sent, ...binding }, alreadyBound };
}

async function makeOrFind(
	platform: Platform,
	request: AxRequest,
	useExisting: boolean,
): Promise<{ binding: Binding; alreadyBound: boolean }> {
	const { origNum, choose } = request;
	const body = { origNum, ...numberChoice(choose), ...writeSettings(request) };
	const send = async (): Promise<Binding> => {
		const answer = await call(platform, { method: 'POST', path: PATH, body, effect: 'create' });
		const told = { ...body, ...withoutAbsent(answer) };
		return { ...readNumbers(told, NUMBERS), ...madeId(told) };
	};
	// A's new binding is told by what was there before: no other item may add one meanwhile.
	return await withLock(platform.application, `AX ${origNum}`, async () => {
		const creation = { send, useExisting, ...(await wayToFind(platform, request)) };
		return await createOnce(platform, creation);
	});
}

/** How the binding is found whose answer was lost. */
async function wayToFind(
	platform: Platform,
	request: AxRequest,
): Promise<Pick<Creation<Binding>, 'find' | 'isUnique' | 'useExisting'>> {
	const { origNum, choose } = request;
	if (choose.by === 'number') {
		return {
			isUnique: true,
			find: async () =>
				(await list(platform, origNum)).find(({ privateNumber }) =>
					isSame(privateNumber, choose.privateNum),
				),
		};
	}
	// What an earlier try has made would be among those before.
	if (platform.wasLost) return {};
	const before = new Set((await list(platform, origNum)).map(identity));
	return {
		find: async () => await findAdded(platform, request, before),
		useExisting: false,
	};
}

function numberChoice(choose: ChooseX): JsonObject {
	if (choose.by === 'number') return { privateNum: choose.privateNum };
	const { areaCode, areaMatchMode } = choose;
	// The kind of number has one value only, and must accompany the area.
	return withoutAbsent({ privateNumType: 'mobile-virtual', areaCode, areaMatchMode });
}

/**
 * The binding that a lost request has added where the platform picked X: it was not there before, and
 * it does not carry another request's data.
 *
 * @throws PlatformError when several could be it
 */
async function findAdded(
	platform: Platform,
	{ origNum, userData }: AxRequest,
	before: ReadonlySet<string>,
): Promise<Binding | undefined> {
	const own = isGiven(userData) ? decodeUserData(encodeUserData(userData)) : undefined;
	const added = (await list(platform, origNum)).filter(
		(binding) =>
			!before.has(identity(binding)) &&
			(binding.userData === undefined || JSON.stringify(binding.userData) === JSON.stringify(own)),
	);
	if (added.length > 1) throw localError('outcomeUnknown', undefined, 'lost');
	return added[0];
}

/** Who has the wanted X; and the numbers that A has, which may be as many as one can have. */
async function holdersOf(platform: Platform, { origNum, choose }: AxRequest): Promise<Holder[]> {
	if (choose.by === 'number') {
		const ofX = await unlessNone(get(platform, { privateNum: choose.privateNum }), []);
		const isWanted = ({ numberA }: Binding) => isSame(numberA, origNum);
		if (ofX.length > 0)
			return ofX.map((binding) => holder(binding, { isWanted: isWanted(binding) }));
	}
	return (await list(platform, origNum)).map((binding) => holder(binding));
}

function identity({ subscriptionId, privateNumber }: Binding): string {
	return subscriptionId ?? privateNumber ?? '';
}
