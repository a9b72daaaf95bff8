import { eventFields } from '../shared/checks';
import type {
	Direction,
	Leg,
	ModeDefinition,
	ModeInstance,
	ModeSetting,
	Recognised,
	Route,
	SmsRoute,
} from '../shared/mode';
import { openBindings } from './bindings';

const path = '/rest/caas/relationnumber/partners/v1.0';

function open(setting: ModeSetting): ModeInstance {
	const bindings = openBindings(setting);

	const recognise = (leg: Leg): Recognised => {
		const binding = bindings.findPair(leg);
		return { subscriptionId: binding?.subscriptionId, userData: binding?.userData };
	};

	const route = (leg: Leg): Route => {
		const binding = bindings.findPair(leg);
		if (!binding) return { kind: 'refuse', cause: 'notBound', direction: 2 };
		const direction: Direction = leg.from === binding.callerNum ? 1 : 0;
		const known = { direction, ...recognise(leg) };
		const allowed = binding.callDirection ?? 0;
		if ((allowed === 1 && direction === 0) || (allowed === 2 && direction === 1)) {
			return { kind: 'refuse', cause: 'forbiddenDirection', ...known };
		}
		return {
			kind: 'connect',
			...known,
			to: direction === 1 ? binding.calleeNum : binding.callerNum,
			shown: leg.x,
			maxDuration: binding.maxDuration ?? 0,
			record: binding.recordFlag === 'true',
			recordHintTone: binding.recordHintTone,
		};
	};

	const text = (leg: Leg, content: string): SmsRoute => {
		const binding = bindings.findPair(leg);
		if (!binding) return { kind: 'refuse', sendResult: 2, direction: 2 };
		const direction: Direction = leg.from === binding.callerNum ? 1 : 0;
		const known = { direction, ...recognise(leg) };
		if (binding.privateSms === 'false') return { kind: 'refuse', sendResult: 11, ...known };
		return {
			kind: 'deliver',
			...known,
			to: direction === 1 ? binding.calleeNum : binding.callerNum,
			deliveredText: content,
		};
	};

	return {
		handlers: bindings.handlers,
		bindings: bindings.views,
		release: bindings.remove,
		recognise,
		route,
		text,
	};
}

const leg = eventFields(['caller', 'called'], ['subscriptionId', 'userData']);

/** AXB: A and B reach each other through X, each seeing X only. Source: axb.json. */
export const axb: ModeDefinition = {
	operations: [
		{ id: 'bind', method: 'POST', path },
		{ id: 'unbind', method: 'DELETE', path },
		{ id: 'modify', method: 'PUT', path },
		{ id: 'query', method: 'GET', path },
	],
	serviceType: '004',
	sessionPrefix: '1200',
	asksOnCallin: false,
	eventFields: {
		callin: leg,
		callout: leg,
		alerting: leg,
		answer: leg,
		disconnect: eventFields(['caller', 'called'], ['subscriptionId', 'userData'], true),
	},
	recordExtras: [],
	emptyTimes: true,
	// The trailing blank stands in the official example.
	smsEventName: 'Text SMS ',
	open,
};
