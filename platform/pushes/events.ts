import type { JsonObject } from '../wire/json';
import type { EndedBy } from '../codes/hangUpCauses';

/** The five modes of the service; an application has one of them. */
export type Mode = 'AXB' | 'AX' | 'AXE' | 'AXYB' | 'X';

/** Kinds of call events, in the order of a call. `collectInfo` exists in AXE only. */
export const CALL_EVENTS = [
	'callin',
	'collectInfo',
	'callout',
	'alerting',
	'answer',
	'disconnect',
] as const;
export type CallEventType = (typeof CALL_EVENTS)[number];

/** Every kind of event that the platform pushes. */
export const EVENT_TYPES = [...CALL_EVENTS, 'fee', 'sms', 'numStatus'] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** A code of the platform with its meaning in both languages. */
export interface Coded {
	code: number;
	en: string;
	zh: string;
}

/** Why a call ended, and whose doing it was. */
export interface EndReason extends Coded {
	by: EndedBy;
}

/** Where a recording is: exactly what a download asks for. */
export interface RecordingReference {
	/** Name of the recording (recordObjectName). */
	fileName?: string;
	/** Server that holds it (recordDomain). */
	recordDomain?: string;
	/** Download address, where the platform gives one. */
	url?: string;
}

/** What all events have. Fields that the platform does not tell are absent. */
interface Common {
	/** Stable when the platform sends the event again, different for different events. */
	eventId: string;
	/** ISO time of the event. */
	time?: string;
	subscriptionId?: string;
	mode?: Mode;
	/** X. */
	privateNumber?: string;
	/** The customer's own data, as it was given. */
	userData?: unknown;
	/** Whether the platform waits for an answer that decides what happens. */
	needsReply: boolean;
	/** Fields of the platform that its documents do not list, and listed ones that cannot be read. */
	extra?: JsonObject;
}

/** Something happened in a call. After `callin` the numbers are not the real parties. */
export interface CallEvent extends Common {
	eventType: CallEventType;
	sessionId?: string;
	caller?: string;
	called?: string;
	/** Digits that the caller entered; `collectInfo` only. */
	digits?: string;
	/** `disconnect` only. */
	endReason?: EndReason;
	/** Who hung up, where the platform tells; `disconnect` only. */
	hungUpBy?: 'caller' | 'callee';
}

/** A call record (话单): the authoritative account of a call, answered or not. */
export interface CallRecord extends Common {
	eventType: 'fee';
	sessionId?: string;
	/** ID of the record (icid). */
	recordId?: string;
	/** Who dialled X. */
	caller?: string;
	/** Who was reached through X; X itself when the call was never forwarded. */
	called?: string;
	direction?: 'aToB' | 'bToA' | 'unknown';
	/** Absent where the answer time cannot be read and nothing else tells. */
	answered?: boolean;
	/** From ringing to the answer, or to the end. */
	ringSeconds?: number;
	/** From the answer to the end. */
	talkSeconds?: number;
	callTime?: string;
	alertingTime?: string;
	answerTime?: string;
	endTime?: string;
	endReason?: EndReason;
	hungUpBy?: 'caller' | 'callee';
	/** Extension (E) that the caller entered; AXE only. */
	extendNum?: string;
	recording?: RecordingReference;
}

/** A text was sent, or waits for a decision. */
export interface SmsEvent extends Common {
	eventType: 'sms';
	/** ID of the text (smsIdentifier). */
	smsId?: string;
	from?: string;
	to?: string;
	/** Only where Huawei has opened it (短信通知携带短信内容). */
	text?: string;
	/** How many texts it was split into. */
	parts?: number;
	direction?: 'fromA' | 'toA' | 'unknown';
	sendResult?: Coded;
}

/** A privacy number became unusable, or usable again. */
export interface NumberStatus extends Common {
	eventType: 'numStatus';
	number?: string;
	status?: Coded;
	cause?: Coded;
}

/** A push that no document describes. */
export interface UnknownEvent extends Common {
	eventType: 'unknown';
	body: JsonObject;
}

export type PrivateNumberEvent = CallEvent | CallRecord | SmsEvent | NumberStatus | UnknownEvent;
