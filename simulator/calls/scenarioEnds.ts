import type { EndCauseName } from '../wire/endCauses';
import type { Call, Scenario } from './call';

/** Scenarios that end the call before the far phone rings. */
export const failsBeforeRinging: Partial<Record<Scenario, EndCauseName>> = {
	busy: 'busy',
	poweredOff: 'poweredOff',
	noSignal: 'noSignal',
	suspended: 'suspended',
	doesNotExist: 'doesNotExist',
	blockedByCarrier: 'blockedByCarrier',
	unregisteredUser: 'unregisteredUser',
	callerHangsUpBeforeRinging: 'callerLeftBeforeRinging',
};

/** Scenarios that end the call while the far phone rings. */
export const failsWhileRinging: Partial<Record<Scenario, EndCauseName>> = {
	noAnswer: 'noAnswer',
	calleeRejects: 'rejected',
	blockedByPhone: 'blockedByPhone',
	callerHangsUpWhileRinging: 'callerLeftWhileRinging',
};

/** Who hangs up in these ends; in all others it is the platform. */
export const releaser: Partial<Record<EndCauseName, Call['releasedBy']>> = {
	callerLeftBeforeRinging: 'caller',
	callerLeftWhileRinging: 'caller',
	rejected: 'callee',
	blockedByPhone: 'callee',
};

/** Ends without a talk that somebody may bring about while an interactive call rings. */
export const ringEnds = [
	'busy',
	'poweredOff',
	'noSignal',
	'calleeRejects',
	'blockedByPhone',
	'blockedByCarrier',
	'noAnswer',
] as const satisfies readonly Scenario[];

/** One of those ends. */
export type RingEnd = (typeof ringEnds)[number];

/** The cause that such an end has. */
export const causeOfEnd = (end: RingEnd): EndCauseName =>
	failsBeforeRinging[end] ?? failsWhileRinging[end] ?? 'rejected';
