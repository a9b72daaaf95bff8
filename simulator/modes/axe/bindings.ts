import { newSubscriptionId } from '../../wire/ids';
import { defined } from '../../wire/json';
import { invalid, refuse } from '../../wire/refusals';
import { requireNormal, requireReal, requireRecording } from '../shared/checks';
import type { AnswerFields, ApiRequest, BindingView, Handler, ModeSetting } from '../shared/mode';
import { endOfLife, openStore, shownExpiry } from '../shared/store';
import { defaultHours, readSettings, unitSeconds } from './binding';
import type { Binding } from './binding';
import { chooseNumber, openExtensions } from './extensions';
import { findNamed, openQueries } from './queries';

/** The bindings of an AXE application and the operations on them. */
export interface AxeBindings {
	readonly handlers: Readonly<Record<string, Handler>>;
	ofA(a: string, x: string): Binding | undefined;
	ofExtension(x: string, extension: string): Binding | undefined;
	/** B called A: A's next call of X reaches B. */
	remember(binding: Binding, from: string): void;
	views: () => BindingView[];
	remove: (subscriptionId: string) => boolean;
}

/** Call-back records live no longer than the binding, unless that never ends. */
function requireOrder(bindExpiredTime: number, callbackExpiredTime = 0): void {
	if (bindExpiredTime !== 0 && callbackExpiredTime > bindExpiredTime) {
		throw invalid('callbackExpiredTime');
	}
}

/** Opens the bindings of one application. Source: axe.json, operations. */
export function openBindings(setting: ModeSetting): AxeBindings {
	const { application, numbers } = setting;
	const store = openStore<Binding>(setting.now);
	const extensions = openExtensions(application.extensionLength ?? 4, (x) =>
		store.live().filter(({ virtualNum }) => virtualNum === x),
	);
	let serial = 0;

	const bind = ({ body }: ApiRequest): AnswerFields => {
		const bindNum = body.needNumber('bindNum', 'user');
		const settings = readSettings(body);
		const userData = body.userData();
		requireReal(setting, { bindNum, callbackNum: settings.callbackNum });
		if (settings.callbackTone !== undefined && settings.callbackNum !== undefined) {
			throw invalid('callbackTone', 'and callbackNum exclude each other.');
		}
		const bindExpiredTime =
			settings.bindExpiredTime ?? defaultHours * (settings.timeUnit === '1' ? 60 : 1);
		requireOrder(bindExpiredTime, settings.callbackExpiredTime);
		requireRecording(application, settings.recordFlag);
		const { virtualNum, isGiven } = chooseNumber(body, setting, extensions, bindNum);
		if (extensions.has(virtualNum, bindNum)) throw refuse('extensionAlreadyBound');
		const wanted = body.text('extendNum', { length: [1, 4] });
		const extendNum = extensions.take(virtualNum, isGiven ? wanted : undefined);
		setting.countBind(bindNum);
		const { timeUnit, callbackExpiredTime } = settings;
		const { subscriptionId } = store.add({
			subscriptionId: newSubscriptionId(),
			virtualNum,
			extendNum,
			bindNum,
			...settings,
			bindExpiredTime,
			userData,
			serial: ++serial,
			createdAt: setting.now(),
			atBind: { timeUnit, bindExpiredTime },
			expiresAt: endOfLife(setting, bindExpiredTime * unitSeconds(timeUnit)),
		});
		return defined({
			subscriptionId,
			virtualNum,
			extendNum,
			bindExpiredTime,
			callbackExpiredTime,
			userData,
		});
	};

	const modify = ({ body }: ApiRequest): AnswerFields => {
		const settings = readSettings(body);
		requireReal(setting, { callbackNum: settings.callbackNum });
		requireRecording(application, settings.recordFlag);
		const binding = findNamed(store, body, body.number('virtualNum', 'x'), setting);
		requireNormal(numbers.get(binding.virtualNum));
		const { bindExpiredTime, callbackExpiredTime } = settings;
		const isTimed = bindExpiredTime !== undefined || callbackExpiredTime !== undefined;
		const timeUnit = isTimed ? settings.timeUnit : binding.timeUnit;
		if (isTimed) {
			const rate = unitSeconds(binding.timeUnit) / unitSeconds(timeUnit);
			const life = bindExpiredTime ?? (binding.bindExpiredTime ?? 0) * rate;
			requireOrder(life, callbackExpiredTime ?? (binding.callbackExpiredTime ?? 0) * rate);
		}
		// With both, callbackNum wins (bind refuses both).
		if (settings.callbackNum !== undefined) {
			delete settings.callbackTone;
			delete binding.callbackTone;
		} else if (settings.callbackTone !== undefined) delete binding.callbackNum;
		Object.assign(binding, settings, { timeUnit });
		if (bindExpiredTime !== undefined) {
			binding.expiresAt = endOfLife(setting, bindExpiredTime * unitSeconds(timeUnit));
		}
		return {};
	};

	const queries = openQueries(setting, store);
	const unbind = (request: ApiRequest): AnswerFields => {
		store.remove(queries.named(request).subscriptionId);
		return {};
	};

	const view = (binding: Binding): BindingView => {
		const { subscriptionId, virtualNum, extendNum, bindNum, expiresAt, ...settings } = binding;
		return {
			appKey: application.appKey,
			mode: 'AXE',
			subscriptionId,
			a: bindNum,
			x: virtualNum,
			extension: extendNum,
			expiresAt: shownExpiry(expiresAt),
			settings: { ...settings },
		};
	};

	return {
		handlers: { bind, modify, unbind, ...queries.handlers },
		ofA: (a, x) =>
			store.live().find(({ bindNum, virtualNum }) => bindNum === a && virtualNum === x),
		ofExtension: (x, extension) =>
			store.live().find(({ virtualNum, extendNum }) => virtualNum === x && extendNum === extension),
		remember(binding, from) {
			const seconds = (binding.callbackExpiredTime ?? 0) * unitSeconds(binding.timeUnit);
			binding.callback = { from, expiresAt: endOfLife(setting, seconds) };
		},
		views: () => store.live().map(view),
		remove: store.remove,
	};
}
