import type { PrivateNumberEvent } from '../../platform/pushes/kinds';
import type { Push } from '../../platform/pushes/notifications';
import { numberOfCall, rememberNumber } from '../../platform/pushes/stores/callSessions';
import { comparable, type TriggerSettings } from './settings';

/**
 * The events of a push that the workflow wants. The filter by X holds for a whole call: only its first
 * event and its record tell X, so that the X of each call is remembered. An event whose X is not known
 * passes.
 *
 * @param receiver whose calls are remembered
 */
export function selectEvents(
	{ events }: Push,
	{ events: types, privateNumbers }: Pick<TriggerSettings, 'events' | 'privateNumbers'>,
	receiver: string,
): PrivateNumberEvent[] {
	return events.filter((event) => {
		// Noticed before anything is left out: the later events of the call need it.
		const privateNumber = privateNumbers.size > 0 ? numberOf(event, receiver) : undefined;
		const isOfNumber = privateNumber === undefined || privateNumbers.has(comparable(privateNumber));
		return types.has(event.eventType) && isOfNumber;
	});
}

function numberOf(event: PrivateNumberEvent, receiver: string): string | undefined {
	const { privateNumber } = event;
	const sessionId = 'sessionId' in event ? event.sessionId : undefined;
	if (sessionId === undefined) return privateNumber;
	if (privateNumber === undefined) return numberOfCall(receiver, sessionId);
	rememberNumber(receiver, sessionId, privateNumber);
	return privateNumber;
}
