import type { JsonObject } from '../wire/json';
import * as read from '../wire/read';
import { withoutAbsent } from '../wire/rules';
import { disconnectReason, hungUpBy, type EndReason } from './callEnds';
import type { Common, Mode } from './events';
import type { PushKindRow } from './kind';
import { contentId, extraOf, isBlock, type Documented } from './pushFields';

/** Call events, in the order of a call. `collectInfo` exists in AXE only. */
const TYPES = ['callin', 'collectInfo', 'callout', 'alerting', 'answer', 'disconnect'] as const;
type CallEventType = (typeof TYPES)[number];

/** Something happened in a call. After `callin` the numbers are not the real parties. */
export interface CallEvent extends Common {
	eventType: CallEventType;
	callerNumber?: string;
	calledNumber?: string;
	sessionId?: string;
	/** Digits that the caller entered; `collectInfo` only. */
	digits?: string;
	/** `disconnect` only. */
	endReason?: EndReason;
	/** Who hung up, where the platform tells; `disconnect` only. */
	hungUpBy?: 'caller' | 'callee';
}

/** Documented fields of CallStatusInfo. */
const FIELDS: Documented = {
	texts: [
		'sessionId',
		'caller',
		'called',
		'subscriptionId',
		'userData',
		'notifyMode',
		'digitInfo',
		'stateDesc',
	],
	integers: ['stateCode', 'callRelDirection'],
	times: ['timestamp', 'timeStamp'],
};

/** Call events (呼叫事件通知接口, statusInfo). */
export const callEvents = {
	kind: 'call',
	types: TYPES,
	usual: ['callin', 'answer', 'disconnect'],
	container: 'statusInfo',
	holds: 'one',
	toldByContainer: false,
	read: callEvent,
	samples: TYPES.map((eventType) => ({
		eventType,
		statusInfo: {
			timestamp: '2026-01-23 09:15:14',
			sessionId: '1200_1029_4294967295_20260123091514@callenabler246.huaweicaas.com',
			caller: '+8613800000001',
			called: '+8617000000003',
			...(eventType === 'collectInfo' && { digitInfo: '0012' }),
			...(eventType === 'disconnect' && { stateCode: 0 }),
		},
	})),
} as const satisfies PushKindRow<'call', CallEventType, CallEvent>;

function callEvent(info: JsonObject, eventType: CallEventType): CallEvent {
	const stamp = read.text(info, 'timestamp') ?? read.text(info, 'timeStamp');
	const sessionId = read.text(info, 'sessionId');
	const digits = read.text(info, 'digitInfo');
	const calledNumber = read.text(info, 'called');
	const isCallin = eventType === 'callin';
	const isTold = sessionId !== undefined && stamp !== undefined;
	const identity = isTold ? [sessionId, stamp, ...(digits ? [digits] : [])] : [contentId(info)];
	return withoutAbsent({
		eventType,
		callerNumber: read.text(info, 'caller'),
		calledNumber,
		// Only callin tells X; the later events show numbers of the forwarded leg.
		privateNumber: isCallin ? calledNumber : undefined,
		time: read.time(info, 'timestamp') ?? read.time(info, 'timeStamp'),
		userData: read.userData(info),
		subscriptionId: read.text(info, 'subscriptionId'),
		sessionId,
		eventId: [eventType, ...identity].join(':'),
		mode: modeOf(eventType, read.text(info, 'notifyMode')),
		needsReply: isCallin && isBlock(info, 'notifyMode'),
		digits,
		endReason: disconnectReason(read.integer(info, 'stateCode'), read.text(info, 'stateDesc')),
		hungUpBy: hungUpBy(info),
		extra: extraOf(info, FIELDS),
	});
}

function modeOf(eventType: CallEventType, notifyMode?: string): Mode | undefined {
	if (eventType === 'collectInfo') return 'AXE';
	return notifyMode === undefined ? undefined : 'X';
}
