import type { CallEventType, EventField, ModeDefinition } from '../modes/shared/mode';
import type { JsonObject } from '../wire/json';
import { platformTime } from '../wire/times';
import type { Call } from './call';

/** What a call event needs beside the call. */
export interface EventMoment {
	/** Time of the call in milliseconds since 1970. */
	at: number;
	/** Digits of a collectInfo event. */
	digitInfo?: string;
	/** Whether callRelDirection was agreed with support. */
	tellsReleaser?: boolean;
}

/** 1: the caller hung up, 2: the callee; the platform itself is neither. */
export function releaseDirection({ releasedBy }: Call): 1 | 2 | undefined {
	if (releasedBy === 'caller') return 1;
	return releasedBy === 'callee' ? 2 : undefined;
}

/**
 * The body of a call event: `{ eventType, statusInfo }` with the fields that the mode documents for
 * it. callin tells the first leg; the later events tell the second one, whose caller is X.
 */
export function callEventBody(
	mode: ModeDefinition,
	type: CallEventType,
	call: Call,
	moment: EventMoment,
): JsonObject {
	const isSecondLeg = type !== 'callin' && call.callee !== undefined;
	const isEnd = type === 'disconnect';
	const values: Record<EventField, unknown> = {
		sessionId: call.sessionId,
		timestamp: platformTime(moment.at),
		caller: isSecondLeg ? call.shown : call.caller,
		called: isSecondLeg ? call.callee : call.x,
		notifyMode: 'Block',
		digitInfo: moment.digitInfo,
		stateCode: isEnd ? call.cause?.stateCode : undefined,
		stateDesc: isEnd ? call.cause?.stateDesc : undefined,
		subscriptionId: call.subscriptionId,
		callRelDirection: moment.tellsReleaser ? releaseDirection(call) : undefined,
		userData: call.userData,
	};
	const statusInfo: JsonObject = {};
	for (const field of mode.eventFields[type] ?? []) {
		if (values[field] !== undefined) statusInfo[field] = values[field];
	}
	return { eventType: type, statusInfo };
}
