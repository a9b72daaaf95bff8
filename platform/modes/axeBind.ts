import type { JsonObject } from '../wire/json';
import { checkArea, type Area } from './areas';
import {
	checkAxeSettings,
	checkExtension,
	get,
	PATH,
	readAxeBinding,
	writeAxeSettings,
	type AxeBinding,
	type AxeSettings,
} from './axe';
import { list } from './axeList';
import { checkNewSettings, writeSettings } from './callSettings';
import { call } from '../client/calls';
import { type Platform } from '../client/run';
import { refuse } from '../codes/errors';
import { unlessNone } from '../client/pages';
import { parsePhoneNumber, type E164 } from '../wire/phoneNumber';
import { checkNeeds, isGiven, withoutAbsent } from '../wire/rules';
import { createOnce } from '../client/createOnce';
import { expiry } from '../wire/time';

/** 168 hours: the default of the interface page. Another page says "never", so it is always sent. */
const DEFAULT_LIFE = { '0': 168, '1': 168 * 60 } as const;
const SECONDS = { '0': 3600, '1': 60 } as const;

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
	/** Comes back in every event and call record of this binding. */
	userData?: unknown;
}

/** A binding that was made, or found. */
export interface AxeBound {
	/** With what a query may leave out. */
	binding: AxeBinding & Required<Pick<AxeBinding, 'timeUnit' | 'bindExpiredTime'>>;
	/** Whether it existed before. */
	alreadyBound: boolean;
	/** When the platform will unbind; absent when it never does or the binding is an older one. ISO time. */
	expiresAt?: string;
}

/**
 * Binds A to an extension of a privacy number (AXE模式绑定接口). Source: CreateAXEBinding.
 *
 * @param useExisting takes a binding of the same A, X and, where given, extension for the wanted one
 * @throws InputError when a rule is broken; PlatformError, `outcomeUnknown` among them
 */
export async function bind(
	platform: Platform,
	request: AxeRequest,
	useExisting = false,
): Promise<AxeBound> {
	checkBind(request);
	const { bindNum, choose, userData } = request;
	const unit = request.timeUnit ?? '0';
	const life = request.bindExpiredTime ?? DEFAULT_LIFE[unit];
	const body = {
		bindNum,
		...numberChoice(choose),
		...writeAxeSettings({ ...request, bindExpiredTime: life }),
		...writeSettings({ userData }),
	};
	const { binding: found, alreadyBound } = await createOnce(platform, {
		send: async () => {
			const request = { method: 'POST', path: PATH, body, effect: 'create' } as const;
			return created(await call(platform, request), body);
		},
		find:
			choose.by === 'number' ? async () => await findSame(platform, bindNum, choose) : undefined,
		useExisting,
	});
	// A query does not tell when a binding was made.
	const expiresAt = alreadyBound ? undefined : expiry(new Date(), life * SECONDS[unit]);
	const binding = completed(found, alreadyBound ? undefined : body);
	return withoutAbsent({ binding, alreadyBound, expiresAt });
}

function checkBind(request: AxeRequest): void {
	const { choose, callbackTone, callbackNum, bindExpiredTime, timeUnit = '0' } = request;
	if (choose.by === 'area') checkArea(choose);
	checkNeeds('extendNum', choose.extendNum, choose.by === 'number', 'onlyWhenGiven', 'virtualNum');
	if (isGiven(choose.extendNum)) checkExtension(choose.extendNum ?? '');
	checkNewSettings(request);
	checkAxeSettings({ ...request, bindExpiredTime: bindExpiredTime ?? DEFAULT_LIFE[timeUnit] });
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

/** What was sent, completed by what the platform says of it. */
function created(answer: JsonObject, body: JsonObject): AxeBinding {
	return { ...readAxeBinding(body), ...withoutAbsent(readAxeBinding(answer)) };
}

/**
 * Adds what the platform has not told: as it was sent, or its default.
 *
 * @param sent body of the request that made the binding; absent where it existed before
 */
function completed(binding: AxeBinding, sent?: JsonObject): AxeBound['binding'] {
	const { timeUnit = '0', bindExpiredTime } = { ...readAxeBinding(sent ?? {}), ...binding };
	const life = DEFAULT_LIFE[timeUnit === '1' ? '1' : '0'];
	return { ...binding, timeUnit, bindExpiredTime: bindExpiredTime ?? life };
}

/** One A has at most one extension on one X. */
async function findSame(
	platform: Platform,
	bindNum: E164,
	{ virtualNum, extendNum }: { virtualNum: E164; extendNum?: string },
): Promise<AxeBinding | undefined> {
	const found = isGiven(extendNum)
		? [await unlessNone(get(platform, { virtualNum, extendNum: extendNum ?? '' }), undefined)]
		: await list(platform, virtualNum);
	return found.find((binding) => binding && parsePhoneNumber(binding.bindNum) === bindNum);
}
