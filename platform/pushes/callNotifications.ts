import type { JsonObject } from '../wire/json';
import type { CallEvent, CallEventType, CallRecord, EndReason, Mode } from './events';
import { HANG_UP_CAUSES, Q850_CAUSES, RECORD_WORDING } from '../codes/hangUpCauses';
import { contentId, extraOf, isBlock, type Documented } from './pushFields';
import * as read from '../wire/read';
import { isBlank, withoutAbsent } from '../wire/rules';
import { secondsBetween } from '../wire/time';

/** Documented fields of CallStatusInfo. */
const CALL_FIELDS: Documented = {
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

/** Documented fields of FeeInfo. */
const RECORD_FIELDS: Documented = {
	texts: [
		'icid',
		'bindNum',
		'sessionId',
		'callerNum',
		'calleeNum',
		'fwdDstNum',
		'recordObjectName',
		'recordDomain',
		'recordFileDownloadUrl',
		'serviceType',
		'subscriptionId',
		'userData',
		'extendNumber',
		'extendNum',
		'notifyMode',
	],
	integers: ['direction', 'fwdUnaswRsn', 'ulFailReason', 'callDuration', 'callRelDirection'],
	times: ['callInTime', 'fwdAlertingTime', 'fwdAnswerTime', 'callEndTime', 'failTime'],
	others: [
		'spId',
		'appKey',
		'fwdDisplayNum',
		'fwdStartTime',
		'sipStatusCode',
		'callOutUnaswRsn',
		'recordFlag',
		'recordStartTime',
		'recordBucketName',
		'ttsPlayTimes',
		'ttsTransDuration',
		'mptyId',
		'hostName',
		'voiceCheckType',
		'areaCode',
	],
};

const MODES: ReadonlyMap<string, Mode> = new Map([
	['003', 'AX'],
	['004', 'AXB'],
	['005', 'AXE'],
	['007', 'AXYB'],
]);

/** A call event (呼叫事件通知接口, statusInfo). */
export function callEvent(eventType: CallEventType, info: JsonObject): CallEvent {
	const stamp = read.text(info, 'timestamp') ?? read.text(info, 'timeStamp');
	const sessionId = read.text(info, 'sessionId');
	const digits = read.text(info, 'digitInfo');
	const notifyMode = read.text(info, 'notifyMode');
	const called = read.text(info, 'called');
	const isCallin = eventType === 'callin';
	const isTold = sessionId !== undefined && stamp !== undefined;
	const identity = isTold ? [sessionId, stamp, ...(digits ? [digits] : [])] : [contentId(info)];
	return withoutAbsent({
		eventType,
		eventId: [eventType, ...identity].join(':'),
		time: read.time(info, 'timestamp') ?? read.time(info, 'timeStamp'),
		sessionId,
		subscriptionId: read.text(info, 'subscriptionId'),
		mode: modeOfEvent(eventType, notifyMode),
		caller: read.text(info, 'caller'),
		called,
		// Only callin tells X; the later events show numbers of the forwarded leg.
		privateNumber: isCallin ? called : undefined,
		userData: read.userData(info),
		needsReply: isCallin && isBlock(info, 'notifyMode'),
		digits,
		endReason: disconnectReason(read.integer(info, 'stateCode'), read.text(info, 'stateDesc')),
		hungUpBy: hungUpBy(info),
		extra: extraOf(info, CALL_FIELDS),
	});
}

/** A call record (话单通知接口, FeeInfo). */
export function callRecord(info: JsonObject): CallRecord {
	const alertingTime = read.time(info, 'fwdAlertingTime');
	const answerTime = read.time(info, 'fwdAnswerTime');
	const endTime = read.time(info, 'callEndTime');
	const callTime = read.time(info, 'callInTime');
	const recordId = read.text(info, 'icid');
	const answered = wasAnswered(info);
	return withoutAbsent({
		eventType: 'fee' as const,
		eventId: `fee:${recordId ?? contentId(info)}`,
		time: endTime ?? read.time(info, 'failTime') ?? callTime,
		sessionId: read.text(info, 'sessionId'),
		recordId,
		subscriptionId: read.text(info, 'subscriptionId'),
		mode: modeOfRecord(info),
		caller: read.text(info, 'callerNum'),
		called: read.text(info, 'fwdDstNum') ?? read.text(info, 'calleeNum'),
		privateNumber: read.text(info, 'bindNum'),
		userData: read.userData(info),
		needsReply: false,
		direction: (['bToA', 'aToB', 'unknown'] as const)[read.integer(info, 'direction') ?? -1],
		answered,
		ringSeconds: secondsBetween(
			alertingTime,
			answerTime ?? (answered === false ? endTime : undefined),
		),
		talkSeconds:
			secondsBetween(answerTime, endTime) ??
			(answered ? read.integer(info, 'callDuration') : undefined),
		callTime,
		alertingTime,
		answerTime,
		endTime,
		endReason: recordReason(info, answered) ?? forwardReason(read.integer(info, 'fwdUnaswRsn')),
		hungUpBy: hungUpBy(info),
		extendNum: read.text(info, 'extendNumber') ?? read.text(info, 'extendNum'),
		recording: recording(info),
		extra: extraOf(info, RECORD_FIELDS),
	}) as CallRecord;
}

function modeOfEvent(eventType: CallEventType, notifyMode?: string): Mode | undefined {
	if (eventType === 'collectInfo') return 'AXE';
	return notifyMode === undefined ? undefined : 'X';
}

/** 004 stands for AXB and X; only X marks its records with notifyMode. */
function modeOfRecord(info: JsonObject): Mode | undefined {
	if (read.text(info, 'notifyMode') !== undefined) return 'X';
	return MODES.get(read.text(info, 'serviceType') ?? '');
}

/**
 * An answer time that cannot be read leaves it open, unless the call has the end that only answered
 * calls have.
 */
function wasAnswered(info: JsonObject): boolean | undefined {
	if (isBlank(info.fwdAnswerTime)) return false;
	const isTold = read.time(info, 'fwdAnswerTime') !== undefined;
	return isTold || read.integer(info, 'ulFailReason') === 0 || undefined;
}

/** @param text the platform's own words, for a code that no document lists */
function disconnectReason(code?: number, text?: string): EndReason | undefined {
	if (code === undefined) return undefined;
	const unknown = { en: text ?? `Code ${code}`, zh: `代码 ${code}`, by: 'platform' } as const;
	return { code, ...(HANG_UP_CAUSES[code] ?? unknown) };
}

/** 0 is the end of an answered call; in the record of another one it says nothing. */
function recordReason(info: JsonObject, answered?: boolean): EndReason | undefined {
	const code = read.integer(info, 'ulFailReason');
	const reason = code === 0 && !answered ? undefined : disconnectReason(code);
	return reason && { ...reason, ...RECORD_WORDING[reason.code] };
}

/** Where a record tells only why the second leg did not come about. */
function forwardReason(code?: number): EndReason | undefined {
	const cause = code === undefined || code === 0 ? undefined : Q850_CAUSES[code];
	return cause && code !== undefined ? { code, ...cause, by: 'network' } : undefined;
}

function hungUpBy(info: JsonObject): 'caller' | 'callee' | undefined {
	switch (read.integer(info, 'callRelDirection')) {
		case 1:
			return 'caller';
		case 2:
			return 'callee';
		default:
			return undefined;
	}
}

function recording(info: JsonObject): CallRecord['recording'] {
	const reference = withoutAbsent({
		fileName: read.text(info, 'recordObjectName'),
		recordDomain: read.text(info, 'recordDomain'),
		url: read.text(info, 'recordFileDownloadUrl'),
	});
	const exists = reference.fileName !== undefined || reference.url !== undefined;
	return exists && read.flag(info, 'recordFlag') !== false ? reference : undefined;
}
