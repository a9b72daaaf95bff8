import { newSubscriptionId } from '../../ids';
import { invalid, refuse } from '../../refusals';
import { between } from '../../validation';
import type { Fields } from '../../validation';
import { requireNormal, requireRecording } from '../checks';
import type { AnswerFields, ApiRequest, BindingView, Handler, ModeSetting } from '../mode';
import { defined, endOfLife, openStore, shownExpiry } from '../store';
import type { Stored } from '../store';
import { chooseNumber, openExtensions } from './extensions';
import { findNamed, openQueries } from './queries';

/** What bind and modify can both set. */
interface Settings {
	displayNumMode?: '0' | '1';
	recordFlag?: 'true' | 'false';
	recordHintTone?: string;
	callbackTone?: string;
	callbackNum?: string;
	timeUnit?: '0' | '1';
	bindExpiredTime?: number;
	callbackExpiredTime?: number;
}

/** An A with its extension on an X. */
export interface Binding extends Stored, Settings {
	readonly virtualNum: string;
	readonly extendNum: string;
	readonly bindNum: string;
	readonly userData?: string;
	/** Order of the binds, for cursors. */
	readonly serial: number;
	readonly createdAt: number;
	/** What the bind call said of times: queries go on showing it after a modify. */
	readonly atBind: Pick<Settings, 'timeUnit' | 'bindExpiredTime'>;
	/** The last user who called A through X. */
	callback?: { from: string; expiresAt: number };
}

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

/** Default life of a binding; FAQ 00022 says that it never ends instead. */
const defaultHours = 168;

const unitSeconds = (timeUnit: '0' | '1' | undefined): number => (timeUnit === '1' ? 60 : 3600);

function readSettings(body: Fields): Settings {
	const timeUnit = body.oneOf('timeUnit', ['0', '1']);
	const scale = timeUnit === '1' ? 60 : 1;
	return defined<Settings>({
		displayNumMode: body.oneOf('displayNumMode', ['0', '1']),
		recordFlag: body.flag('recordFlag'),
		recordHintTone: body.voice('recordHintTone'),
		callbackTone: body.voice('callbackTone'),
		callbackNum: body.number('callbackNum', 'user'),
		timeUnit,
		bindExpiredTime: body.integer('bindExpiredTime', between(0, 720 * scale)),
		callbackExpiredTime: body.integer('callbackExpiredTime', between(0, 168 * scale)),
	});
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
