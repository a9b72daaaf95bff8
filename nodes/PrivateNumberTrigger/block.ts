import type { PrivateNumberEvent } from '../../platform/pushes/kinds';
import { senderOf, type Push } from '../../platform/pushes/notifications';
import {
	connectReply,
	discardReply,
	forwardReply,
	rejectReply,
} from '../../platform/pushes/replies';
import { acceptBlockCall } from '../../platform/pushes/stores/blockCalls';
import type { JsonObject } from '../../platform/wire/json';
import { isMobile } from '../../platform/wire/phoneNumber';
import { comparable, type TriggerSettings } from './settings';

/**
 * The answer to a Block request that no workflow gives: on to the default destination, or rejected
 * and discarded.
 */
export function defaultReply(
	push: Push,
	settings: Pick<TriggerSettings, 'defaultDestination'>,
): JsonObject {
	const defaultDestination = isInvolved(push, settings) ? undefined : settings.defaultDestination;
	if (push.question === 'sms') {
		const from = senderOf(push);
		// A landline takes calls, but no texts.
		const receiver = defaultDestination && isMobile(defaultDestination) && defaultDestination;
		return receiver && from ? forwardReply(from, receiver) : discardReply();
	}
	return defaultDestination ? connectReply({ calleeNum: defaultDestination }) : rejectReply();
}

/** Whether the default destination itself calls or texts, or is the dialled number: nobody reaches himself. */
function isInvolved(
	{ events: [event] }: Push,
	{ defaultDestination }: Pick<TriggerSettings, 'defaultDestination'>,
): boolean {
	const sender = event?.eventType === 'sms' ? event.from : undefined;
	const caller = event?.eventType === 'callin' ? event.callerNumber : undefined;
	return [sender, caller, event?.privateNumber].some(
		(number) => number !== undefined && comparable(number) === defaultDestination,
	);
}

/** Why a waiting call is not connected, and how loud that is said in the log. */
export interface Stale {
	level: 'info' | 'warn';
	reason: string;
}

/**
 * Tells a waiting call that no longer waits: pushes are repeated for hours, and a caller who was
 * answered once, or dialled minutes ago, must not be connected.
 */
export function staleCall(
	{ question, events: [event] }: Push,
	receiver: string,
	maxBlockAgeMs: number,
	now = Date.now(),
): Stale | undefined {
	if (question !== 'call' || !event) return undefined;
	const isFirst = acceptBlockCall(receiver, event.eventId);
	if (!isFirst) return { level: 'info', reason: 'it was asked about before' };
	const age = ageOf(event, now);
	if (age <= maxBlockAgeMs) return undefined;
	return {
		level: 'warn',
		reason: `it is ${Math.ceil(age / 1000)} seconds old, 'Max Call Age' is ${maxBlockAgeMs / 1000} seconds. If it came at once, this server's clock is ahead`,
	};
}

function ageOf({ time }: PrivateNumberEvent, now: number): number {
	return time === undefined ? 0 : now - Date.parse(time);
}
