import type { AreaMatchMode } from './areas';
import { appKey, boundNumber, checkLife, create, get, PATH } from './axyb';
import { writeSettings } from './callSettings';
import { call, remove } from '../client/calls';
import { type Platform } from '../client/run';
import { localError } from '../codes/errors';
import { unlessNone } from '../client/pages';
import { parsePhoneNumber, type E164 } from '../wire/phoneNumber';
import { checkLength, checkNeeds, isGiven, withoutAbsent } from '../wire/rules';
import { createOnce } from '../client/createOnce';
import { expiry } from '../wire/time';

/** A query tells no more relations of a binding than this. */
const MOST_RELATIONS = 5;

/** A wanted peer of a binding: B, who gets a Y, which the platform picks. */
export interface PeerRequest {
	/** The binding of A and X. */
	subscriptionId: string;
	/** Number B. */
	origNum: E164;
	/** City code with its leading 0 of the wanted Y. */
	areaCode?: string;
	areaMatchMode?: AreaMatchMode;
	/** Life of the peer in seconds: 0 (ends with the binding) or 60 to 7776000 (90 days). */
	ybDuration?: number;
	/** Tone file for calls through X, heard while waiting. */
	preVoiceX?: string;
	/** Tone file for calls through Y, heard while waiting. */
	preVoiceY?: string;
	/** Comes back in the events and call records of this peer. */
	userData?: unknown;
}

/** A peer that was added. */
export interface AxybPeer {
	subscriptionId: string;
	/** Privacy number Y. */
	relationNum: string;
	/** Number B. */
	origNum: string;
	/** Life in seconds; 0 ends with the binding. */
	ybDuration: number;
	/** When the platform will remove the peer; absent when that is with the binding. ISO time. */
	expiresAt?: string;
}

/**
 * Gives B a privacy number Y of a binding (AXYB模式绑定接口, the form with subscriptionId).
 *
 * @throws InputError when a rule is broken; PlatformError, `outcomeUnknown` among them
 */
export async function add(platform: Platform, request: PeerRequest): Promise<AxybPeer> {
	checkPeer(request);
	const { subscriptionId, origNum, userData, ...rest } = request;
	const body = { origNum, subscriptionId, ...withoutAbsent(rest), ...writeSettings({ userData }) };
	const { binding } = await createOnce(platform, {
		send: async () => added(request, boundNumber(await call(platform, create(platform, body)))),
		find: async () => await findPeer(platform, request),
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

function checkPeer(request: PeerRequest): void {
	const { areaCode, areaMatchMode } = request;
	checkLength('areaCode', areaCode, 32);
	checkNeeds('areaMatchMode', areaMatchMode, isGiven(areaCode), 'onlyWhenGiven', 'areaCode');
	checkLife('ybDuration', request.ybDuration);
	checkLength('preVoiceX', request.preVoiceX, 128);
	checkLength('preVoiceY', request.preVoiceY, 128);
}

function added({ subscriptionId, origNum, ybDuration = 0 }: PeerRequest, y: string): AxybPeer {
	const expiresAt = expiry(new Date(), ybDuration);
	return withoutAbsent({ subscriptionId, relationNum: y, origNum, ybDuration, expiresAt });
}

/**
 * The peer that a lost request has added.
 *
 * @throws PlatformError when the platform may not tell all peers, or B has several
 */
async function findPeer(platform: Platform, request: PeerRequest): Promise<AxybPeer | undefined> {
	const { subscriptionId, origNum } = request;
	const relations = await unlessNone(get(platform, { subscriptionId }), []);
	const own = relations.filter(({ bNum }) => parsePhoneNumber(bNum ?? '') === origNum);
	const [found, another] = own;
	if (another || (!found && relations.length >= MOST_RELATIONS)) {
		throw localError('outcomeUnknown', undefined, 'lost');
	}
	return found && added(request, found.yNum ?? '');
}
