import type { JsonObject } from '../wire/json';
import { withLock } from '../client/keyedLock';
import { checkArea, type Area } from './areas';
import { list, PATH, writeAxSettings, type AxBinding, type AxSettings } from './ax';
import { checkNewSettings } from './callSettings';
import { call } from '../client/calls';
import { type Platform } from '../client/run';
import { localError } from '../codes/errors';
import { parsePhoneNumber, type E164 } from '../wire/phoneNumber';
import * as read from '../wire/read';
import { isGiven, withoutAbsent } from '../wire/rules';
import { createOnce } from '../client/createOnce';
import { decodeUserData, encodeUserData } from '../wire/userData';

/** Which X a binding gets. */
export type ChooseX = { by: 'number'; privateNum: E164 } | ({ by: 'area' } & Area);

/** A wanted binding of A and X. */
export interface AxRequest extends AxSettings {
	/** Number A. */
	origNum: E164;
	choose: ChooseX;
}

/** A binding that was made, or found, with what a query leaves out when it was never set. */
export type AxBound = AxBinding & Required<Pick<AxBinding, 'callDirection' | 'maxDuration'>>;

/**
 * Binds A to a privacy number (AX模式绑定接口). Source: CreateAXBinding.
 *
 * @param useExisting takes a binding of the same A and X for the wanted one; without effect where the
 * platform picks X
 * @throws InputError when a rule is broken; PlatformError, `outcomeUnknown` among them
 */
export async function bind(
	platform: Platform,
	request: AxRequest,
	useExisting = false,
): Promise<{ binding: AxBound; alreadyBound: boolean }> {
	const { choose } = request;
	if (choose.by === 'area') checkArea(choose);
	checkNewSettings(request);
	const { binding, alreadyBound } = await findOrMake(platform, request, useExisting);
	// What existed before is not as this request would have it.
	const { callDirection = 0, maxDuration = 0 } = alreadyBound ? {} : request;
	return { binding: { callDirection, maxDuration, ...binding }, alreadyBound };
}

async function findOrMake(
	platform: Platform,
	request: AxRequest,
	useExisting: boolean,
): Promise<{ binding: AxBinding; alreadyBound: boolean }> {
	const { origNum, choose } = request;
	const body = { origNum, ...numberChoice(choose), ...writeAxSettings(request) };
	const send = async () =>
		created(await call(platform, { method: 'POST', path: PATH, body, effect: 'create' }), body);

	// A's new binding is told by what was there before: no other item may add one meanwhile.
	return await withLock(platform.application, `AX ${origNum}`, async () => {
		if (choose.by === 'number') {
			const find = async () => await findSame(platform, origNum, choose.privateNum);
			return await createOnce(platform, { send, find, useExisting });
		}
		// What an earlier try has made would be among those before.
		if (platform.wasLost) return await createOnce(platform, { send });
		const before = new Set((await list(platform, origNum)).map(identity));
		const find = async () => await findAdded(platform, request, before);
		return await createOnce(platform, { send, find });
	});
}

function numberChoice(choose: ChooseX): JsonObject {
	if (choose.by === 'number') return { privateNum: choose.privateNum };
	const { areaCode, areaMatchMode } = choose;
	// The kind of number has one value only, and must accompany the area.
	return withoutAbsent({ privateNumType: 'mobile-virtual', areaCode, areaMatchMode });
}

function created(answer: JsonObject, body: JsonObject): AxBinding {
	return {
		subscriptionId: read.text(answer, 'subscriptionId') ?? '',
		origNum: read.text(body, 'origNum') ?? '',
		privateNum: read.text(answer, 'privateNum') ?? read.text(body, 'privateNum') ?? '',
	};
}

async function findSame(
	platform: Platform,
	origNum: E164,
	privateNum: E164,
): Promise<AxBinding | undefined> {
	const found = await list(platform, origNum);
	return found.find((binding) => parsePhoneNumber(binding.privateNum) === privateNum);
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
): Promise<AxBinding | undefined> {
	const own = isGiven(userData) ? decodeUserData(encodeUserData(userData)) : undefined;
	const added = (await list(platform, origNum)).filter(
		(binding) =>
			!before.has(identity(binding)) &&
			(binding.userData === undefined || JSON.stringify(binding.userData) === JSON.stringify(own)),
	);
	if (added.length > 1) throw localError('outcomeUnknown', undefined, 'lost');
	return added[0];
}

function identity({ subscriptionId, privateNum }: AxBinding): string {
	return subscriptionId || privateNum;
}
