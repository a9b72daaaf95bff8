import type { JsonObject } from '../wire/json';
import * as read from '../wire/read';
import { withoutAbsent } from '../wire/rules';
import type { Coded, Common } from './events';
import type { PushKindRow } from './kind';
import { NUMBER_CAUSES, NUMBER_STATUS } from './pushCodes';
import { coded, contentId, extraOf, shortDigest } from './pushFields';

/** A privacy number became unusable, or usable again. */
export interface NumberStatus extends Common {
	eventType: 'numStatus';
	status?: Coded;
	cause?: Coded;
}

/** Status of privacy numbers (X号码状态通知接口, numInfo). */
export const numberStatuses = {
	kind: 'numStatus',
	types: ['numStatus'],
	usual: ['numStatus'],
	container: 'numInfo',
	holds: 'list',
	toldByContainer: false,
	read: numberStatus,
	samples: [
		{
			eventType: 'numStatus',
			numInfo: [{ number: '+8617000000003', status: '10', cause: '2' }],
		},
	],
} as const satisfies PushKindRow<'numStatus', 'numStatus', NumberStatus>;

function numberStatus(entry: JsonObject, _type: 'numStatus', receivedAt: Date): NumberStatus {
	const status = read.integer(entry, 'status');
	const cause = read.integer(entry, 'cause');
	const event = withoutAbsent({
		eventType: 'numStatus' as const,
		privateNumber: read.text(entry, 'number'),
		time: receivedAt.toISOString(),
		eventId: `numStatus:${contentId(entry)}`,
		needsReply: false,
		status: coded(status, NUMBER_STATUS),
		cause: coded(cause, NUMBER_CAUSES),
		extra: extraOf(entry, { texts: ['number'], integers: ['status', 'cause'] }),
	});
	return { ...event, eventId: statusId(event, dayOf(receivedAt)) };
}

/**
 * ID of a change of status. The push holds neither an ID nor a time: the same change on another day,
 * or once more on the same day, is another event.
 *
 * @param day when the number took this status, e.g. `2026-01-23`
 * @param nth which time on that day
 */
export function statusId(event: NumberStatus, day: string, nth = 1): string {
	const { privateNumber, status, cause, eventId } = event;
	const isTold = privateNumber !== undefined && status !== undefined;
	const what = isTold ? [privateNumber, status.code, cause?.code] : [eventId];
	return `numStatus:${shortDigest([...what, day, ...(nth > 1 ? [nth] : [])].join(' '))}`;
}

/** The day of a moment, in UTC. */
export function dayOf(moment: Date): string {
	return moment.toISOString().slice(0, 10);
}
