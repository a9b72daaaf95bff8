/**
 * How calls end: stateCode of the disconnect event, ulFailReason, Q.850 cause (fwdUnaswRsn) and SIP
 * status of the call record. Source: codes.json, hangUp. Where a row pairs codes of different tables,
 * the pairing is ours.
 */
export interface EndCause {
	stateCode: number;
	stateDesc: string;
	ulFailReason: number;
	q850: number;
	sip: number;
}

const cause = (
	stateCode: number,
	stateDesc: string,
	q850 = 0,
	sip = 0,
	ulFailReason = stateCode,
): EndCause => ({ stateCode, stateDesc, ulFailReason, q850, sip });

/** Causes by name. */
export const endCauses = {
	normal: cause(0, 'The user releases the call.'),
	callerLeftBeforeRinging: cause(7501, 'Caller hung up before the callee rang.', 31, 487),
	callerLeftWhileRinging: cause(7502, 'Caller hung up while the callee was ringing.', 31, 487),
	rejected: cause(7503, 'Callee refused the call.', 21, 603),
	blockedByPhone: cause(7504, 'Call rejected.', 21, 603),
	wrongNumberFormat: cause(7506, 'Network fault on the callee side.', 28, 484),
	callerLeftBeforeForwarding: cause(7516, 'Caller hung up before the call was forwarded.'),
	toneMissing: cause(8006, 'The voice file does not exist.'),
	maxDuration: cause(8010, 'The maximum call duration was reached.'),
	noTemporaryCallee: cause(8013, 'Invalid AX call: no temporary callee.'),
	notBound: cause(8014, 'Invalid call: the binding does not exist.'),
	forbiddenDirection: cause(8016, 'This call direction is not allowed.'),
	/** stopCall and a Block answer that says close: 8017 is "hung up on instruction". */
	instructed: cause(8017, 'Hung up on instruction.'),
	/** stopCall of a call that was already connected. */
	instructedWhileTalking: cause(0, 'The user releases the call.', 0, 0, 8017),
	noCallbackRecord: cause(8019, 'No call-back record.'),
	noDecision: cause(8020, 'Service exception.'),
	noExtension: cause(8022, 'The binding does not exist or has expired.'),
	landlineCaller: cause(8023, 'A landline number may not be the caller.'),
	transparentForbidden: cause(8024, 'Showing the real caller number is not allowed.'),
	axybNotBound: cause(8030, 'AXYB: the binding does not exist.'),
	noYNumber: cause(8031, 'AXYB: assigning the Y number during the call failed.'),
	calledOwnNumber: cause(8032, 'AXYB: a number called the private number bound to itself.'),
	emptyExtension: cause(8033, 'The extension number received is empty.'),
	connectingTimedOut: cause(8035, 'Connecting timed out on the platform.', 19, 480),
	numberUnusable: cause(8055, 'The X number is unusable.'),
	/** 8058 and 8059 are release points only; the event shows a rejected call. */
	unregisteredUser: cause(7504, 'Call rejected.', 21, 403, 8058),
	blockedByCarrier: cause(7504, 'Call rejected.', 21, 403, 8059),
	doesNotExist: cause(8100, 'The called number does not exist.', 1, 404),
	noAnswer: cause(8101, 'Callee rang but did not answer.', 19, 480),
	busy: cause(8102, 'Callee busy.', 17, 486),
	noSignal: cause(8103, 'Callee has a bad signal.', 20, 480),
	poweredOff: cause(8104, 'Callee is switched off.', 20, 480),
	suspended: cause(8105, 'Callee’s service is suspended.', 27, 480),
} satisfies Record<string, EndCause>;

/** Name of a cause. */
export type EndCauseName = keyof typeof endCauses;
