import type { PrivateNumberEvent } from '../../platform/pushes/kinds';
import { dayOf, statusId } from '../../platform/pushes/numberStatuses';
import { statusChange } from '../../platform/pushes/stores/numberStates';

/**
 * Gives a status of a number the ID of the change that brought it: the same status again is the same
 * event, after midnight too, and a change back and forth on one day is several. As well as one process
 * can tell: another one knows the day alone.
 */
export function withChangeIds(
	events: readonly PrivateNumberEvent[],
	receiver: string,
	receivedAt: Date,
): PrivateNumberEvent[] {
	return events.map((event) => {
		if (event.eventType !== 'numStatus') return event;
		const { privateNumber, status, cause } = event;
		if (privateNumber === undefined || status === undefined) return event;
		const state = `${status.code} ${cause?.code ?? ''}`;
		const { day, nth } = statusChange(receiver, privateNumber, state, dayOf(receivedAt));
		return { ...event, eventId: statusId(event, day, nth) };
	});
}
