import { isObject, type JsonObject } from '../wire/json';
import { callEvent, callRecord } from './callNotifications';
import {
	CALL_EVENTS,
	type CallEventType,
	type NumberStatus,
	type PrivateNumberEvent,
} from './events';
import { NUMBER_CAUSES, NUMBER_STATUS } from './pushCodes';
import { coded, contentId, extraOf, shortDigest } from './pushFields';
import * as read from '../wire/read';
import { withoutAbsent } from '../wire/rules';
import { smsEvent } from './smsNotification';

/** Documented fields around the content of a push. */
const ENVELOPE = ['eventType', 'appKey'];
const CONTENT = {
	call: 'statusInfo',
	fee: 'feeLst',
	sms: 'smsEvent',
	numStatus: 'numInfo',
} as const;
/** Most characters of unlisted fields that the records of a push repeat: theirs may be very many. */
const MOST_REPEATED = 1_000_000;

/** What a push is about, told by its body. */
export type PushKind = 'call' | 'fee' | 'sms' | 'numStatus' | 'unknown';

/** A push, read. */
export interface Push {
	kind: PushKind;
	/** One event a record: 50 call records in a push are 50 events. */
	events: PrivateNumberEvent[];
	/** What the platform waits for an answer about; absent for plain notifications. */
	question?: 'call' | 'sms';
}

/**
 * Reads the body of a push of any kind and any mode. All kinds may share one address; they are told
 * apart by their content, and odd spellings of the platform are accepted. Never throws on valid JSON.
 * Source: 呼叫事件, 话单, 短信 and X号码状态 通知接口.
 *
 * @param receivedAt stands in for the time where a push has none
 */
export function readPush(body: JsonObject, receivedAt: Date): Push {
	const push = readContent(body, receivedAt);
	return { ...push, events: withSurroundings(push, body) };
}

/** The sender of a text, exactly as the platform told it. */
export function senderOf({ events: [event] }: Push): string | undefined {
	return event?.eventType === 'sms' ? event.from : undefined;
}

function readContent(body: JsonObject, receivedAt: Date): Push {
	if (isObject(body.smsEvent)) return ofSms(body);
	const named = read.text(body, 'eventType')?.toLowerCase();
	if (named === 'fee' || (named === undefined && 'feeLst' in body)) {
		const records = recordsOf(body, 'fee');
		if (records) return { kind: 'fee', events: records.map(callRecord) };
	}
	if (named === 'numstatus' || (named === undefined && 'numInfo' in body)) {
		const status = (entry: JsonObject): NumberStatus => numberStatus(entry, receivedAt);
		const records = recordsOf(body, 'numStatus');
		if (records) return { kind: 'numStatus', events: records.map(status) };
	}
	const type = CALL_EVENTS.find((candidate) => candidate.toLowerCase() === named);
	if (type && isObject(body.statusInfo)) return ofCall(type, body.statusInfo);
	return { kind: 'unknown', events: [unknownEvent(body, receivedAt)] };
}

/** The records of a push, or `undefined` where they are not in the place or form that is known. */
function recordsOf(body: JsonObject, kind: 'fee' | 'numStatus'): JsonObject[] | undefined {
	const list = body[CONTENT[kind]];
	const isEmpty = Array.isArray(list) && list.length === 0;
	const records = read.objects(body, CONTENT[kind]);
	return records.length > 0 || isEmpty ? records : undefined;
}

/** Adds what the documents do not list from around the content to what the content itself holds. */
function withSurroundings({ kind, events }: Push, body: JsonObject): PrivateNumberEvent[] {
	if (kind === 'unknown') return events;
	const around = extraOf(body, { others: [...ENVELOPE, CONTENT[kind]] });
	if (around === undefined) return events;
	const weight = JSON.stringify(around).length * events.length;
	const bearers = weight > MOST_REPEATED ? 1 : events.length;
	return events.map((event, index) =>
		index < bearers ? { ...event, extra: { ...around, ...event.extra } } : event,
	);
}

function ofCall(type: CallEventType, statusInfo: JsonObject): Push {
	const event = callEvent(type, statusInfo);
	return { kind: 'call', events: [event], ...(event.needsReply && { question: 'call' }) };
}

function ofSms(body: JsonObject): Push {
	const event = smsEvent(read.object(body, 'smsEvent'));
	return { kind: 'sms', events: [event], ...(event.needsReply && { question: 'sms' }) };
}

function numberStatus(entry: JsonObject, receivedAt: Date): NumberStatus {
	const number = read.text(entry, 'number');
	const status = read.integer(entry, 'status');
	const cause = read.integer(entry, 'cause');
	const time = receivedAt.toISOString();
	// The push holds neither an ID nor a time: the same change on another day is another event.
	const identity = [number, status, cause, time.slice(0, 10)].join(' ');
	return withoutAbsent({
		eventType: 'numStatus' as const,
		eventId: `numStatus:${shortDigest(identity)}`,
		time,
		privateNumber: number,
		needsReply: false,
		number,
		status: coded(status, NUMBER_STATUS),
		cause: coded(cause, NUMBER_CAUSES),
		extra: extraOf(entry, { texts: ['number'], integers: ['status', 'cause'] }),
	});
}

function unknownEvent(body: JsonObject, receivedAt: Date): PrivateNumberEvent {
	return {
		eventType: 'unknown',
		eventId: `unknown:${contentId(body)}`,
		time: receivedAt.toISOString(),
		needsReply: false,
		body,
	};
}
