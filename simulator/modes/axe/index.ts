import { eventFields } from '../shared/checks';
import type {
	Caller,
	Leg,
	ModeDefinition,
	ModeInstance,
	ModeSetting,
	Recognised,
	Route,
} from '../shared/mode';
import { openBindings } from './bindings';
import type { Binding } from './binding';

const path = '/rest/caas/extendnumber/v1.0';

function open(setting: ModeSetting): ModeInstance {
	const bindings = openBindings(setting);
	const { application } = setting;

	/** The binding is known at callin only when A calls back. */
	const recognise = ({ from, x }: Leg): Recognised => {
		const binding = bindings.ofA(from, x);
		return { subscriptionId: binding?.subscriptionId, userData: binding?.userData };
	};

	const connection = (binding: Binding, leg: Leg) => ({
		kind: 'connect' as const,
		subscriptionId: binding.subscriptionId,
		userData: binding.userData,
		extension: binding.extendNum,
		shown: leg.x,
		// AXE has no limit of call time.
		maxDuration: 0,
		record: binding.recordFlag === 'true',
		recordHintTone: binding.recordHintTone,
	});

	/** A calls X: the last user who called A, or callbackNum, or a tone and the end. */
	const callBack = (binding: Binding, leg: Leg): Route => {
		const { callback, callbackNum } = binding;
		const last = callback && callback.expiresAt > setting.now() ? callback.from : callbackNum;
		if (last !== undefined) return { ...connection(binding, leg), to: last, direction: 1 };
		const { subscriptionId, userData, extendNum: extension } = binding;
		const known = { subscriptionId, userData, extension, direction: 1 } as const;
		return { kind: 'refuse', cause: 'noCallbackRecord', ...known };
	};

	const route = async (leg: Leg, caller: Caller): Promise<Route> => {
		const own = bindings.ofA(leg.from, leg.x);
		if (own) return callBack(own, leg);
		let digits = '';
		for (let round = 0; round <= (application.extensionRetries ?? 1); round += 1) {
			const keyed = await caller.collectDigits();
			// The caller is gone: what this says is not looked at.
			if (keyed === undefined) break;
			digits = keyed;
			const binding = bindings.ofExtension(leg.x, digits);
			if (!binding) continue;
			bindings.remember(binding, leg.from);
			const showsCaller = binding.displayNumMode === '1';
			return {
				...connection(binding, leg),
				to: binding.bindNum,
				direction: 0,
				shown: showsCaller ? leg.from : leg.x,
				showsRealCaller: showsCaller,
			};
		}
		const cause = digits === '' ? 'emptyExtension' : 'noExtension';
		return { kind: 'refuse', cause, direction: 2 };
	};

	return {
		handlers: bindings.handlers,
		bindings: bindings.views,
		release: bindings.remove,
		recognise,
		route,
	};
}

const leg = eventFields(['caller', 'called'], ['subscriptionId']);

/** AXE: A is reached as X plus an extension; A's call of X goes to its last caller. Source: axe.json. */
export const axe: ModeDefinition = {
	operations: [
		{ id: 'bind', method: 'POST', path },
		{ id: 'unbind', method: 'DELETE', path },
		{ id: 'modify', method: 'PUT', path },
		{ id: 'query', method: 'GET', path },
		{ id: 'queryV2', method: 'GET', path: '/rest/caas/extendnumber/v2.0' },
		{ id: 'bindingCount', method: 'GET', path: '/rest/caas/virtualnumber/v1.0' },
	],
	serviceType: '005',
	sessionPrefix: '1202',
	asksOnCallin: false,
	eventFields: {
		// No subscriptionId: the binding is known only after the digits.
		callin: eventFields(['caller', 'called'], ['userData']),
		collectInfo: eventFields([], ['digitInfo']),
		callout: leg,
		alerting: leg,
		answer: leg,
		disconnect: eventFields(['caller', 'called'], ['subscriptionId', 'callRelDirection'], true),
	},
	recordExtras: ['extendNumber'],
	emptyTimes: false,
	smsEventName: '',
	open,
};
