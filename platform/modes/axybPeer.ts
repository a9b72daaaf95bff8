import { call, remove } from '../client/calls';
import { type Platform } from '../client/run';
import { createOnce } from '../client/createOnce';
import { unlessNone } from '../client/pages';
import { detail } from '../codes/details';
import { localError } from '../codes/errors';
import type { E164 } from '../wire/phoneNumber';
import { checkNeeds, isGiven, withoutAbsent } from '../wire/rules';
import { expiry } from '../wire/time';
import { checkArea, type AreaMatchMode } from './areas';
import { appKey, boundNumber, create, get, PATH } from './axyb';
import { isSame, type Binding } from './binding';
import type { PeerSettings } from './settings/modes';
import { checkNewSettings, writeSettings } from './settings/settings';

/** A query tells no more relations of a binding than this. */
const MOST_RELATIONS = 5;

/** A wanted peer of a binding: B, who gets a Y, which the platform picks. */
export interface PeerRequest extends PeerSettings {
	/** The binding of A and X. */
	subscriptionId: string;
	/** Number B. */
	origNum: E164;
	/** City code with its leading 0 of the wanted Y. */
	areaCode?: string;
	areaMatchMode?: AreaMatchMode;
}

/**
 * Gives B a privacy number Y of a binding (AXYB模式绑定接口, the form with subscriptionId).
 *
 * @returns Y, B, and until when (ISO time; absent when that is the end of the binding)
 * @throws InputError when a rule is broken; PlatformError, `outcomeUnknown` among them
 */
export async function add(platform: Platform, request: PeerRequest): Promise<Binding> {
	const { subscriptionId, origNum, areaCode, areaMatchMode } = request;
	checkNeeds('areaMatchMode', areaMatchMode, isGiven(areaCode), 'onlyWhenGiven', 'areaCode');
	if (areaCode !== undefined) checkArea({ areaCode });
	checkNewSettings(request);
	const body = {
		origNum,
		subscriptionId,
		...withoutAbsent({ areaCode, areaMatchMode }),
		...writeSettings(request),
	};
	const { binding } = await createOnce(platform, {
		send: async () => added(request, boundNumber(await call(platform, create(platform, body)))),
		find: async () => await findPeer(platform, request),
		// A binding holds a B once: the platform refuses a second Y for it.
		isUnique: true,
	});
	return binding;
}

/**
 * Takes Y away from B; the binding of A and X stays (AXYB模式解绑接口, with yNum or bNum).
 *
 * @param ignoreNotFound takes "there is none" for a success
 */
export async function removePeer(
	platform: Platform,
	subscriptionId: string,
	which: { yNum: E164 } | { bNum: E164 },
	ignoreNotFound: boolean,
): Promise<{ alreadyDeleted: boolean }> {
	const query = { subscriptionId, ...appKey(platform), ...which };
	const request = { method: 'DELETE', path: PATH, query, effect: 'change' } as const;
	return await remove(platform, request, ignoreNotFound);
}

/** @throws PlatformError where the answer names no Y: nobody knows then what was made */
function added({ subscriptionId, origNum, ybDuration = 0 }: PeerRequest, y?: string): Binding {
	if (y === undefined) throw localError('invalidAnswer', detail('noBindingNamed'), 'lost', 200);
	return withoutAbsent({
		numberY: y,
		numberB: origNum,
		ybDuration: ybDuration || undefined,
		expiresAt: expiry(new Date(), ybDuration),
		subscriptionId,
	});
}

/**
 * The peer that a lost request has added.
 *
 * @throws PlatformError when the platform may not tell all peers, or B has several
 */
async function findPeer(platform: Platform, request: PeerRequest): Promise<Binding | undefined> {
	const { subscriptionId, origNum } = request;
	const relations = await unlessNone(get(platform, { subscriptionId }), []);
	const own = relations.filter(({ numberB }) => isSame(numberB, origNum));
	const [found, another] = own;
	if (another || (!found && relations.length >= MOST_RELATIONS)) {
		throw localError('outcomeUnknown', undefined, 'lost');
	}
	return found && added(request, found.numberY);
}
