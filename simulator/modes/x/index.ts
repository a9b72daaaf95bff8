import { eventFields } from '../shared/checks';
import type { Caller, Leg, ModeDefinition, ModeInstance, ModeSetting, Route } from '../shared/mode';
import { readCallDecision } from './decision';

/** X mode keeps no bindings: the answer to every callin decides. */
function open({ application }: ModeSetting): ModeInstance {
	const route = (leg: Leg, { blockAnswer }: Caller): Route => {
		const decision = readCallDecision(blockAnswer, application.voiceFiles);
		const direction = 1;
		if (decision.kind === 'fail') return { kind: 'refuse', cause: decision.cause, direction };
		const { userData } = decision;
		if (decision.kind === 'close')
			return { kind: 'refuse', cause: 'instructed', direction, userData };
		const { calleeNum, displayCalleeNum, maxDuration, record, recordHintTone } = decision;
		const shown = displayCalleeNum ?? leg.x;
		return {
			kind: 'connect',
			to: calleeNum,
			shown,
			// Carriers block anything but the dialled X number.
			showsRealCaller: shown !== leg.x,
			direction,
			maxDuration,
			record,
			recordHintTone,
			userData,
		};
	};
	return {
		handlers: {},
		bindings: () => [],
		release: () => false,
		recognise: () => ({}),
		route,
		text: () => ({ kind: 'ask', direction: 1 }),
	};
}

const leg = eventFields(['caller', 'called'], ['userData']);

/** X: a pipe for calls and SMS; the customer's server decides each one. Source: x.json. */
export const x: ModeDefinition = {
	operations: [],
	serviceType: '004',
	sessionPrefix: '1200',
	asksOnCallin: true,
	eventFields: {
		callin: eventFields(['caller', 'called'], ['notifyMode']),
		callout: leg,
		alerting: leg,
		answer: leg,
		disconnect: eventFields(['caller', 'called'], ['callRelDirection', 'userData'], true),
	},
	recordExtras: ['notifyMode', 'callRelDirection'],
	emptyTimes: false,
	smsEventName: 'TextSMS',
	open,
};
