import { between, isDuration } from '../../wire/fields';
import { newSubscriptionId } from '../../wire/ids';
import { isLandline } from '../../wire/phoneNumbers';
import { invalid, refuse } from '../../wire/refusals';
import { requireNormal, requireReal, requireRecording } from '../shared/checks';
import type {
	AnswerFields,
	ApiRequest,
	BindingView,
	Handler,
	Leg,
	ModeSetting,
} from '../shared/mode';
import type { PoolNumber } from '../shared/numberPool';
import { endOfLife, openStore, queryNumber, shownExpiry } from '../shared/store';
import { readSettings } from './binding';
import type { Binding } from './binding';
import { openQuery } from './query';

/** The bindings of an AXB application and the operations on them. */
export interface AxbBindings {
	readonly handlers: Readonly<Record<string, Handler>>;
	/** The pair of a user on an X number. */
	findPair(leg: Leg): Binding | undefined;
	views: () => BindingView[];
	remove: (subscriptionId: string) => boolean;
}

/** Opens the bindings of one application. Source: axb.json, operations. */
export function openBindings(setting: ModeSetting): AxbBindings {
	const { application, numbers, options } = setting;
	const store = openStore<Binding>(setting.now);

	const onX = (x: string): Binding[] => store.live().filter(({ relationNum }) => relationNum === x);
	const isUsed = (binding: Binding, user: string): boolean =>
		binding.callerNum === user || binding.calleeNum === user;
	const findPair = ({ from, x }: Leg): Binding | undefined =>
		onX(x).find((binding) => isUsed(binding, from));

	const refuseForeign = (x: string): PoolNumber => {
		const found = numbers.get(x);
		if (found) return found;
		throw refuse(setting.isKnownNumber(x) ? 'notApplied' : 'noRecord');
	};

	const takeGivenX = (x: string, a: string, b: string): string => {
		requireNormal(refuseForeign(x));
		const bound = onX(x);
		if (bound.some((binding) => isUsed(binding, a) || isUsed(binding, b))) {
			throw refuse('alreadyBound');
		}
		if (bound.length >= options.limits.pairsPerX) throw refuse('tooManyPairs');
		return x;
	};

	const chooseX = (area: string, loose: boolean, a: string, b: string): string => {
		const free = numbers.inArea(area, loose).find(({ number }) => {
			const bound = onX(number);
			const isTaken = bound.some((binding) => isUsed(binding, a) || isUsed(binding, b));
			return !isTaken && bound.length < options.limits.pairsPerX;
		});
		if (!free) throw refuse('noNumber');
		return free.number;
	};

	/** The area of a mobile A decides when the request leaves the choice to the platform. */
	const areaOfCaller = (a: string): string => {
		if (isLandline(a)) throw invalid('relationNum', 'is required.');
		const area = application.subscriberAreas?.[a] ?? numbers.all[0]?.areaCode;
		if (area === undefined) throw refuse('noNumber');
		return area;
	};

	const bind = ({ body }: ApiRequest): AnswerFields => {
		const callerNum = body.needNumber('callerNum', 'user');
		const calleeNum = body.needNumber('calleeNum', 'user');
		if (callerNum === calleeNum) throw invalid('calleeNum');
		requireReal(setting, { callerNum, calleeNum });
		const relationNum = body.number('relationNum', 'x');
		const areaCode = body.areaCode('areaCode');
		const loose = body.oneOf('areaMatchMode', ['0', '1']) === '1';
		const settings = readSettings(body, isDuration);
		requireRecording(application, settings.recordFlag);
		const x =
			relationNum === undefined
				? chooseX(areaCode ?? areaOfCaller(callerNum), loose, callerNum, calleeNum)
				: takeGivenX(relationNum, callerNum, calleeNum);
		setting.countBind(callerNum);
		setting.countBind(calleeNum);
		const binding = store.add({
			subscriptionId: newSubscriptionId(),
			callerNum,
			calleeNum,
			relationNum: x,
			...settings,
			changedAt: setting.now(),
			expiresAt: endOfLife(setting, settings.duration ?? 0),
		});
		return {
			subscriptionId: binding.subscriptionId,
			relationNum: x,
			callDirection: binding.callDirection ?? 0,
			duration: binding.duration ?? 0,
			maxDuration: binding.maxDuration ?? 0,
		};
	};

	const modify = ({ body }: ApiRequest): AnswerFields => {
		const binding = store.get(body.needText('subscriptionId', [1, 64]));
		const callerNum = body.number('callerNum', 'user');
		const calleeNum = body.number('calleeNum', 'user');
		const settings = readSettings(body, between(0, 7_776_000));
		requireReal(setting, { callerNum, calleeNum });
		if (!binding) throw refuse('noRecord');
		requireNormal(numbers.get(binding.relationNum));
		requireRecording(application, settings.recordFlag);
		const a = callerNum ?? binding.callerNum;
		const b = calleeNum ?? binding.calleeNum;
		if (a === b) throw invalid('calleeNum');
		const others = onX(binding.relationNum).filter((other) => other !== binding);
		if (others.some((other) => isUsed(other, a) || isUsed(other, b))) throw refuse('alreadyBound');
		Object.assign(binding, settings, { callerNum: a, calleeNum: b, changedAt: setting.now() });
		if (settings.duration !== undefined) {
			binding.expiresAt = endOfLife(setting, settings.duration);
		}
		return {};
	};

	const unbind = (request: ApiRequest): AnswerFields => {
		const id = request.query.text('subscriptionId', { length: [1, 64] });
		if (id !== undefined) {
			if (!store.get(id)) throw refuse('noRecord');
			store.remove(id);
			return {};
		}
		const x = queryNumber(request, 'relationNum', 'x', 'notApplied');
		if (x === undefined) throw invalid('subscriptionId', 'or relationNum is required.');
		refuseForeign(x);
		const bound = onX(x);
		if (bound.length === 0) throw refuse('noRecord');
		for (const { subscriptionId } of bound) store.remove(subscriptionId);
		return {};
	};

	const view = (binding: Binding): BindingView => {
		const { subscriptionId, callerNum, calleeNum, relationNum, expiresAt, ...settings } = binding;
		return {
			appKey: application.appKey,
			mode: 'AXB',
			subscriptionId,
			a: callerNum,
			x: relationNum,
			b: calleeNum,
			expiresAt: shownExpiry(expiresAt),
			settings,
		};
	};

	return {
		handlers: { bind, modify, unbind, query: openQuery(setting, store, refuseForeign) },
		findPair,
		views: () => store.live().map(view),
		remove: store.remove,
	};
}
