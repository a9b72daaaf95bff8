import { EVENT_TYPES, type PrivateNumberEvent } from '../../platform/pushes/events';
import type { Push } from '../../platform/pushes/notifications';
import { comparable, type TriggerSettings } from './settings';

/** The events of a push that the workflow wants. An event whose X is not told passes the filter. */
export function selectEvents(
	{ events }: Push,
	wanted: Pick<TriggerSettings, 'events' | 'privateNumbers'>,
): PrivateNumberEvent[] {
	return events.filter(({ eventType, privateNumber }) => {
		const isWanted =
			eventType === 'unknown'
				? wanted.events.size === EVENT_TYPES.length
				: wanted.events.has(eventType);
		const { privateNumbers } = wanted;
		const isOfNumber =
			privateNumbers.size === 0 ||
			privateNumber === undefined ||
			privateNumbers.has(comparable(privateNumber));
		return isWanted && isOfNumber;
	});
}
