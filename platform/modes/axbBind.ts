import { call } from '../client/calls';
import { type Platform } from '../client/run';
import { createOnce } from '../client/createOnce';
import type { JsonObject } from '../wire/json';
import type { E164 } from '../wire/phoneNumber';
import * as read from '../wire/read';
import { withoutAbsent } from '../wire/rules';
import { expiry } from '../wire/time';
import { checkArea, type Area } from './areas';
import { holdersOn, list, NUMBERS, PATH, type People } from './axb';
import { checkDistinct, isSame, madeId, readNumbers, type Binding } from './binding';
import { tellingHolders } from './holders';
import type { AxbSettings } from './settings/modes';
import { checkNewSettings, readSettings, writeSettings } from './settings/settings';

/** Which X a binding gets. */
export type ChooseX =
	| { by: 'number'; relationNum: E164 }
	| ({ by: 'area' } & Area)
	| { by: 'auto' };

/** A wanted binding of A and B. */
export interface AxbRequest extends AxbSettings, People {
	choose: ChooseX;
}

/**
 * Binds A and B to one privacy number (AXB模式绑定接口). Source: CreateAXBBinding.
 *
 * @param useExisting takes a binding of the same A, B and X for the wanted one
 * @returns the binding, and whether it existed before
 * @throws InputError when a rule is broken; PlatformError, `outcomeUnknown` among them
 */
export async function bind(
	platform: Platform,
	request: AxbRequest,
	useExisting = false,
): Promise<{ binding: Binding; alreadyBound: boolean }> {
	const { callerNum, calleeNum, choose } = request;
	checkBind(request);
	const body = { callerNum, calleeNum, ...numberChoice(choose), ...writeSettings(request) };
	const send = async (): Promise<Binding> => {
		const answer = await call(platform, { method: 'POST', path: PATH, body, effect: 'create' });
		return created({ ...body, ...withoutAbsent(answer) });
	};
	const { binding, alreadyBound } =
		choose.by === 'number'
			? await tellingHolders(
					async () => {
						const find = async () => await findSame(platform, request, choose);
						return await createOnce(platform, { send, find, useExisting, isUnique: true });
					},
					async () => await holdersOn(platform, choose.relationNum, request),
				)
			: await createOnce(platform, { send });
	// What existed before is not as this request would have it.
	const sent = alreadyBound ? {} : lived(body);
	return { binding: { callDirection: 'both', ...sent, ...binding }, alreadyBound };
}

function checkBind(request: AxbRequest): void {
	const { choose, callerNum, calleeNum } = request;
	const relationNum = choose.by === 'number' ? choose.relationNum : undefined;
	checkDistinct({ callerNum, calleeNum, relationNum });
	if (choose.by === 'area') checkArea(choose);
	checkNewSettings(request);
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

/** A binding that was just made: what was sent, and what the platform says of it. */
function created(told: JsonObject): Binding {
	return { ...readNumbers(told, NUMBERS), ...lived(told), ...madeId(told) };
}

/** The settings of a binding that begins to live now. */
function lived(told: JsonObject): Binding {
	const expiresAt = expiry(new Date(), read.integer(told, 'duration') ?? 0);
	return {
		...readSettings(told, ['callDirection', 'duration', 'maxDuration']),
		...withoutAbsent({ expiresAt }),
	};
}

async function findSame(
	platform: Platform,
	{ callerNum, calleeNum }: People,
	{ relationNum }: { relationNum: E164 },
): Promise<Binding | undefined> {
	const found = await list(platform, { relationNum, callerNum, calleeNum });
	return found.find(
		({ numberA, numberB, privateNumber }) =>
			isSame(numberA, callerNum) &&
			isSame(numberB, calleeNum) &&
			isSame(privateNumber, relationNum),
	);
}
