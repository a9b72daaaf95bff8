import type { PrivateNumberEvent } from '../../platform/pushes/kinds';
import { dayOf, statusId } from '../../platform/pushes/numberStatuses';
import { onceForDelivery, statusChange } from '../../platform/pushes/stores/numberStates';

/** Where and when a push has come. */
interface Arrived {
	receiver: string;
	receivedAt: Date;
	/** Names the push, where its signature does. */
	delivery?: string;
}

/**
 * Gives a status of a number the ID of the change that brought it: the same status again is the same
 * event, after midnight too, and a change back and forth on one day is several. An older push that is
 * sent again is no change either. As well as one process can tell: another one knows the day alone.
 */
export function withChangeIds(
	events: readonly PrivateNumberEvent[],
	{ receiver, receivedAt, delivery = '' }: Arrived,
): readonly PrivateNumberEvent[] {
	if (!events.some(({ eventType }) => eventType === 'numStatus')) return events;
	const make = () => events.map((event) => changeId(event, receiver, dayOf(receivedAt)));
	// With other events chosen since then it is another matter.
	const name = delivery === '' ? undefined : `${delivery} ${events.length}`;
	const ids = onceForDelivery(receiver, name, make);
	return events.map((event, index) => ({ ...event, eventId: ids[index] ?? event.eventId }));
}

function changeId(event: PrivateNumberEvent, receiver: string, today: string): string {
	if (event.eventType !== 'numStatus') return event.eventId;
	const { privateNumber, status, cause } = event;
	if (privateNumber === undefined || status === undefined) return event.eventId;
	const state = `${status.code} ${cause?.code ?? ''}`;
	const { day, nth } = statusChange(receiver, privateNumber, state, today);
	return statusId(event, day, nth);
}
