import { isMobile } from '../../wire/phoneNumbers';
import { eventFields } from '../shared/checks';
import type {
	Caller,
	Leg,
	ModeDefinition,
	ModeInstance,
	ModeSetting,
	Recognised,
	Route,
	SmsRoute,
} from '../shared/mode';
import type { TemporaryCallee, Binding } from './binding';
import { openBindings } from './bindings';

const path = '/rest/provision/caas/privatenumber/v1.0';

/** The last part of a text of A: `@13800000021`, with a half-width @. */
const receiver = /@(\d{11})$/;

function open(setting: ModeSetting): ModeInstance {
	const bindings = openBindings(setting);

	const calleeOf = ({ temporaryCallee }: Binding): TemporaryCallee | undefined =>
		temporaryCallee && temporaryCallee.expiresAt > setting.now() ? temporaryCallee : undefined;

	const recognise = ({ from, x }: Leg): Recognised => {
		const binding = bindings.onX(x);
		if (!binding) return {};
		const { subscriptionId, userData } = binding;
		// The userData of a temporary callee belongs to the call that uses it.
		const own = from === binding.origNum ? calleeOf(binding)?.userData : undefined;
		return { subscriptionId, userData: own ?? userData };
	};

	const callFromA = (binding: Binding, leg: Leg): Route => {
		const known = { direction: 1 as const, ...recognise(leg) };
		if (binding.callDirection === 2)
			return { kind: 'refuse', cause: 'forbiddenDirection', ...known };
		const callee = calleeOf(binding);
		if (!callee) return { kind: 'refuse', cause: 'noTemporaryCallee', ...known };
		// It must be set before every single call.
		binding.temporaryCallee = undefined;
		return { ...connection(binding, leg), ...known, to: callee.calleeNum };
	};

	const callToA = (binding: Binding, leg: Leg): Route => {
		const known = { direction: 0 as const, ...recognise(leg) };
		if (binding.callDirection === 1)
			return { kind: 'refuse', cause: 'forbiddenDirection', ...known };
		if (binding.turnFlag === 'off') return { kind: 'refuse', cause: 'poweredOff', ...known };
		const showsCaller = binding.calleeNumDisplay === '1';
		return {
			...connection(binding, leg),
			...known,
			to: binding.origNum,
			shown: showsCaller ? leg.from : leg.x,
			showsRealCaller: showsCaller,
		};
	};

	const connection = (binding: Binding, leg: Leg) => ({
		kind: 'connect' as const,
		shown: leg.x,
		maxDuration: binding.maxDuration ?? 0,
		record: binding.recordFlag === 'true',
		recordHintTone: binding.recordHintTone,
	});

	const route = (leg: Leg, { otherCallsOnX }: Caller): Route => {
		const binding = bindings.onX(leg.x);
		if (!binding) return { kind: 'refuse', cause: 'notBound', direction: 2 };
		// One call at a time on an X.
		if (otherCallsOnX > 0) {
			const direction = leg.from === binding.origNum ? 1 : 0;
			return { kind: 'refuse', cause: 'busy', direction, ...recognise(leg) };
		}
		return leg.from === binding.origNum ? callFromA(binding, leg) : callToA(binding, leg);
	};

	const text = ({ from, x }: Leg, content: string): SmsRoute => {
		const binding = bindings.onX(x);
		if (!binding) return { kind: 'refuse', sendResult: 2, direction: 2 };
		const { subscriptionId, userData, origNum } = binding;
		const isFromA = from === origNum;
		const known = { direction: isFromA ? 1 : 0, subscriptionId, userData } as const;
		if (binding.privateSms === 'false') return { kind: 'refuse', sendResult: 11, ...known };
		if (!isFromA) {
			// B's number is not hidden from A.
			const deliveredText = `${content}[From${from.replace(/^\+86/, '')}]`;
			return { kind: 'deliver', ...known, to: origNum, deliveredText };
		}
		const to = `+86${receiver.exec(content)?.[1] ?? ''}`;
		if (!isMobile(to)) return { kind: 'ask', ...known };
		return { kind: 'deliver', ...known, to, deliveredText: content.replace(receiver, '') };
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

/** AX: everybody reaches A through X; A calls out after naming a temporary callee. Source: ax.json. */
export const ax: ModeDefinition = {
	operations: [
		{ id: 'bind', method: 'POST', path },
		{ id: 'unbind', method: 'DELETE', path },
		{ id: 'modify', method: 'PUT', path },
		{ id: 'query', method: 'GET', path },
		// This one has no "provision" in its path.
		{ id: 'setTemporaryCallee', method: 'PUT', path: '/rest/caas/privatenumber/calleenumber/v1.0' },
	],
	serviceType: '003',
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
	emptyTimes: false,
	smsEventName: 'TextSMS',
	open,
};
