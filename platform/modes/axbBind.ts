import type { JsonObject } from '../wire/json';
import { checkArea, type Area } from './areas';
import { list, PATH, writeAxbSettings, type AxbBinding, type AxbSettings } from './axb';
import { checkNewSettings, LONGEST_LIFE } from './callSettings';
import { call } from '../client/calls';
import { type Platform } from '../client/run';
import { parsePhoneNumber, type E164 } from '../wire/phoneNumber';
import * as read from '../wire/read';
import { checkRange, withoutAbsent } from '../wire/rules';
import { createOnce } from '../client/createOnce';
import { expiry } from '../wire/time';

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
	const body = { callerNum, calleeNum, ...numberChoice(choose), ...writeAxbSettings(request) };
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
		useExisting,
	});
	return { binding: completed(binding, alreadyBound ? undefined : body), alreadyBound };
}

function checkBind(request: AxbRequest): void {
	if (request.choose.by === 'area') checkArea(request.choose);
	checkRange('duration', request.duration, [60, LONGEST_LIFE], 'secondsWithinOrZero');
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
