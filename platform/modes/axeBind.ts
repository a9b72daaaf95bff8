import { call } from '../client/calls';
import { type Platform } from '../client/run';
import { createOnce } from '../client/createOnce';
import { unlessNone } from '../client/pages';
import { refuse, type Holder } from '../codes/errors';
import type { JsonObject } from '../wire/json';
import type { E164 } from '../wire/phoneNumber';
import { checkNeeds, isGiven, withoutAbsent } from '../wire/rules';
import { expiry } from '../wire/time';
import { checkArea, type Area } from './areas';
import { checkAxeTimes, checkExtension, get, PATH, readAxeBinding } from './axe';
import { list } from './axeList';
import { checkDistinct, isSame, madeId, type Binding } from './binding';
import { holder, tellingHolders } from './holders';
import type { AxeSettings } from './settings/modes';
import { checkNewSettings, writeSettings } from './settings/settings';

/** 168 hours: the default of the interface page. Another page says "never", so it is always sent. */
const DEFAULT_LIFE = { hours: 168, minutes: 168 * 60 } as const;
const SECONDS = { hours: 3600, minutes: 60 } as const;

/**
 * Which X and extension a binding gets. The platform picks an extension where none is given; one can be
 * wanted only on a given X.
 */
export type ChooseX = { extendNum?: string } & (
	| { by: 'number'; virtualNum: E164 }
	| ({ by: 'area' } & Area)
);

/** A wanted binding of A to an extension of X. */
export interface AxeRequest extends AxeSettings {
	/** Number A. */
	bindNum: E164;
	choose: ChooseX;
}

/**
 * Binds A to an extension of a privacy number (AXE模式绑定接口). Source: CreateAXEBinding.
 *
 * @param useExisting takes a binding of the same A, X and, where given, extension for the wanted one
 * @returns the binding, and whether it existed before
 * @throws InputError when a rule is broken; PlatformError, `outcomeUnknown` among them
 */
export async function bind(
	platform: Platform,
	request: AxeRequest,
	useExisting = false,
): Promise<{ binding: Binding; alreadyBound: boolean }> {
	const { bindNum, choose, timeUnit = 'hours' } = request;
	const life = request.bindExpiredTime ?? DEFAULT_LIFE[timeUnit];
	checkBind({ ...request, bindExpiredTime: life });
	const body = {
		bindNum,
		...numberChoice(choose),
		...writeSettings({ ...request, bindExpiredTime: life }),
	};
	const send = async (): Promise<Binding> => {
		const answer = await call(platform, { method: 'POST', path: PATH, body, effect: 'create' });
		return { ...readAxeBinding({ ...body, ...withoutAbsent(answer) }), ...madeId(answer) };
	};
	const { binding, alreadyBound } =
		choose.by === 'area'
			? await createOnce(platform, { send })
			: await tellingHolders(
					async () => {
						const find = async () => await findSame(platform, bindNum, choose);
						return await createOnce(platform, { send, find, useExisting, isUnique: true });
					},
					async () => await holdersOf(platform, bindNum, choose),
				);
	// A query does not tell when a binding was made, and one of before is not as this one was wanted.
	if (alreadyBound) return { binding, alreadyBound };
	const expiresAt = expiry(new Date(), life * SECONDS[timeUnit]);
	return {
		binding: { ...readAxeBinding(body), ...binding, ...withoutAbsent({ expiresAt }) },
		alreadyBound,
	};
}

function checkBind(request: AxeRequest): void {
	const { bindNum, choose, callbackTone, callbackNum } = request;
	const virtualNum = choose.by === 'number' ? choose.virtualNum : undefined;
	checkDistinct({ bindNum, virtualNum });
	checkDistinct({ virtualNum, callbackNum });
	if (choose.by === 'area') checkArea(choose);
	checkNeeds('extendNum', choose.extendNum, choose.by === 'number', 'onlyWhenGiven', 'virtualNum');
	if (choose.extendNum) checkExtension(choose.extendNum);
	checkNewSettings(request);
	checkAxeTimes(request);
	if (isGiven(callbackTone) && isGiven(callbackNum)) {
		throw refuse('callbackTone', callbackTone, 'onlyWithout', { other: { field: 'callbackNum' } });
	}
}

function numberChoice(choose: ChooseX): JsonObject {
	if (choose.by === 'area') {
		return withoutAbsent({ areaCode: choose.areaCode, areaMatchMode: choose.areaMatchMode });
	}
	return withoutAbsent({ virtualNum: choose.virtualNum, extendNum: choose.extendNum });
}

/** A given X, with the wanted extension if there is one. */
interface Place {
	virtualNum: E164;
	extendNum?: string;
}

/** One A has at most one extension on one X. */
async function findSame(
	platform: Platform,
	bindNum: E164,
	place: Place,
): Promise<Binding | undefined> {
	const found = isGiven(place.extendNum)
		? await atExtension(platform, place)
		: await list(platform, place.virtualNum);
	return found.find(({ numberA }) => isSame(numberA, bindNum));
}

/** Who has the wanted extension, and which one A has already on this X. */
async function holdersOf(platform: Platform, bindNum: E164, place: Place): Promise<Holder[]> {
	const there = await atExtension(platform, place);
	const all = there.length > 0 ? there : await list(platform, place.virtualNum);
	const own = all.filter(({ numberA }) => isSame(numberA, bindNum));
	// Without a wanted extension, any that the person has on this X is the wanted one.
	const isWanted = own.length > 0 && (there.length > 0 || !isGiven(place.extendNum));
	return (own.length > 0 ? own : there).map((binding) => holder(binding, { isWanted }));
}

async function atExtension(
	platform: Platform,
	{ virtualNum, extendNum = '' }: Place,
): Promise<Binding[]> {
	if (extendNum === '') return [];
	const found = await unlessNone(get(platform, { virtualNum, extendNum }), undefined);
	return found ? [found] : [];
}
