import { acceptBlockCall } from '../../platform/application';
import type { JsonObject } from '../../platform/answer';
import type { PrivateNumberEvent, SmsEvent } from '../../platform/events';
import type { Push } from '../../platform/notifications';
import { isMobile } from '../../platform/phoneNumber';
import { connectReply, discardReply, forwardReply, rejectReply } from '../../platform/replies';
import type { TriggerSettings } from './settings';

/**
 * The answer to a Block request that no workflow gives: on to the default destination, or rejected
 * and discarded.
 */
export function defaultReply(
	{ question, events: [event] }: Push,
	{ defaultDestination }: Pick<TriggerSettings, 'defaultDestination'>,
): JsonObject {
	if (question === 'sms') {
		const { from } = event as SmsEvent;
		// A landline takes calls, but no texts.
		const receiver = defaultDestination && isMobile(defaultDestination) && defaultDestination;
		return receiver && from ? forwardReply(from, receiver) : discardReply();
	}
	return defaultDestination ? connectReply({ calleeNum: defaultDestination }) : rejectReply();
}

/**
 * Whether a waiting call is really still waiting: pushes are repeated for hours, and a caller who was
 * answered once, or dialled minutes ago, must not be connected.
 */
export function isStaleCall(
	{ question, events: [event] }: Push,
	receiver: string,
	maxBlockAgeMs: number,
	now = Date.now(),
): boolean {
	if (question !== 'call' || !event) return false;
	const isFirst = acceptBlockCall(receiver, event.eventId);
	return !isFirst || ageOf(event, now) > maxBlockAgeMs;
}

function ageOf({ time }: PrivateNumberEvent, now: number): number {
	return time === undefined ? 0 : now - Date.parse(time);
}
