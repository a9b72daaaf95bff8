import { isObject, type JsonObject } from '../wire/json';
import * as read from '../wire/read';
import { KIND_ROWS, type EventType, type PrivateNumberEvent, type PushKind } from './kinds';
import { contentId, extraOf } from './pushFields';

/** Documented fields around the content of a push. */
const ENVELOPE = ['eventType', 'appKey'];
/** Most characters of unlisted fields that the records of a push repeat: theirs may be very many. */
const MOST_REPEATED = 1_000_000;

/** What a Block request asks about. */
export type Question = 'call' | 'sms';

/** A push, read. */
export interface Push {
	/** `unknown` for what no document describes. */
	kind: PushKind | 'unknown';
	/** One event a record: 50 call records in a push are 50 events. */
	events: PrivateNumberEvent[];
	/** What the platform waits for an answer about; absent for plain notifications. */
	question?: Question;
}

/**
 * Reads the body of a push of any kind and any mode. All kinds may share one address; they are told
 * apart by their content, and odd spellings of the platform are accepted. Never throws on valid JSON.
 * Source: 呼叫事件, 话单, 短信 and X号码状态 通知接口.
 *
 * @param receivedAt stands in for the time where a push has none
 */
export function readPush(body: JsonObject, receivedAt: Date): Push {
	const content = contentOf(body);
	if (!content) return { kind: 'unknown', events: [unknownEvent(body, receivedAt)] };
	const { row, type, records } = content;
	const events = records.map((record) => row.read(record, type, receivedAt));
	return {
		kind: row.kind,
		events: withSurroundings(events, body, row.container),
		...(events[0]?.needsReply && { question: row.kind as Question }),
	};
}

/** How many records a push holds, which costs nothing to tell; 1 for one of an unknown kind. */
export function recordCount(body: JsonObject): number {
	for (const { container, holds } of KIND_ROWS) {
		const list = body[container];
		if (holds === 'list' && Array.isArray(list) && rowOf(body)?.row.container === container) {
			return list.length;
		}
	}
	return 1;
}

/** The sender of a text, exactly as the platform told it. */
export function senderOf({ events: [event] }: Push): string | undefined {
	return event?.eventType === 'sms' ? event.from : undefined;
}

type Row = (typeof KIND_ROWS)[number];

/** The kind that a push claims to be of. */
function rowOf(body: JsonObject): { row: Row; type: EventType } | undefined {
	const named = read.text(body, 'eventType')?.toLowerCase();
	for (const row of KIND_ROWS) {
		if (row.toldByContainer && isObject(body[row.container])) return { row, type: only(row) };
	}
	for (const row of KIND_ROWS) {
		const type = row.types.find((candidate) => candidate.toLowerCase() === named);
		if (type) return { row, type };
		// Without its name a push is of the kind whose content it has, if that tells the event.
		const isOnly = row.types.length === 1 && named === undefined;
		if (isOnly && row.container in body) return { row, type: only(row) };
	}
	return undefined;
}

const only = ({ types }: Row): EventType => types[0] as EventType;

/** A push's records, or `undefined` where they are not in the place or form that is known. */
function contentOf(body: JsonObject) {
	const claimed = rowOf(body);
	if (!claimed) return undefined;
	const { container, holds } = claimed.row;
	const content = body[container];
	if (holds === 'one') return isObject(content) ? { ...claimed, records: [content] } : undefined;
	const isEmpty = Array.isArray(content) && content.length === 0;
	const records = read.objects(body, container);
	return records.length > 0 || isEmpty ? { ...claimed, records } : undefined;
}

/** Adds what the documents do not list from around the content to what the content itself holds. */
function withSurroundings(
	events: PrivateNumberEvent[],
	body: JsonObject,
	container: string,
): PrivateNumberEvent[] {
	const around = extraOf(body, { others: [...ENVELOPE, container] });
	if (around === undefined) return events;
	const weight = JSON.stringify(around).length * events.length;
	const bearers = weight > MOST_REPEATED ? 1 : events.length;
	return events.map((event, index) =>
		index < bearers ? { ...event, extra: { ...around, ...event.extra } } : event,
	);
}

function unknownEvent(body: JsonObject, receivedAt: Date): PrivateNumberEvent {
	return {
		eventType: 'unknown',
		time: receivedAt.toISOString(),
		eventId: `unknown:${contentId(body)}`,
		needsReply: false,
		body,
	};
}
