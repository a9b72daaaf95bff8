import type { JsonObject } from '../wire/json';
import { parsePhoneNumber } from '../wire/phoneNumber';
import * as read from '../wire/read';
import { isBlank, withoutAbsent } from '../wire/rules';
import { secondsBetween } from '../wire/time';
import { hungUpBy, recordReason, type EndReason } from './callEnds';
import type { Common, Mode } from './events';
import type { PushKindRow } from './kind';
import { contentId, extraOf, type Documented } from './pushFields';

/** What became of a call. */
export type CallOutcome = 'answered' | 'missed' | 'notConnected';

/** Where a recording is: exactly what a download asks for. */
export interface RecordingReference {
	/** Name of the recording (recordObjectName). */
	fileName?: string;
	/** Server that holds it (recordDomain). */
	recordDomain?: string;
	/** Download address, where the platform gives one. */
	url?: string;
}

/** A call record (话单): the authoritative account of a call, answered or not. */
export interface CallRecord extends Common {
	eventType: 'fee';
	/** Who dialled X. */
	callerNumber?: string;
	/** Who was reached through X; X itself when the call was never forwarded. */
	calledNumber?: string;
	sessionId?: string;
	/**
	 * `missed`: the other side was called and did not take it; `notConnected`: nobody was called, for
	 * example without a binding. Absent where the answer time cannot be read and nothing else tells.
	 */
	outcome?: CallOutcome;
	/** The same as yes or no. */
	answered?: boolean;
	/** Minutes of talking, rounded up as the bill does. */
	billedMinutes?: number;
	/** Extension (E) that the caller entered; AXE only. */
	extension?: string;
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
	recording?: RecordingReference;
	direction?: 'aToB' | 'bToA' | 'unknown';
	/** ID of the record (icid). */
	recordId?: string;
}

/** Documented fields of FeeInfo. */
const FIELDS: Documented = {
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

/** Call records (话单通知接口, FeeInfo). */
export const callRecords = {
	kind: 'fee',
	types: ['fee'],
	usual: ['fee'],
	container: 'feeLst',
	holds: 'list',
	toldByContainer: false,
	read: callRecord,
	samples: [
		{
			eventType: 'fee',
			feeLst: [
				{
					icid: '06fbd7e3fdca6b90941e9456ca713dc4.1795563541.1001',
					sessionId: '1200_1029_4294967295_20260123091514@callenabler246.huaweicaas.com',
					bindNum: '+8617000000003',
					callerNum: '+8613800000001',
					calleeNum: '+8617000000003',
					fwdDstNum: '+8613900000002',
					callInTime: '2026-01-23 09:15:14',
					fwdAlertingTime: '2026-01-23 09:15:15',
					fwdAnswerTime: '2026-01-23 09:15:21',
					callEndTime: '2026-01-23 09:16:22',
					ulFailReason: 0,
					serviceType: '004',
				},
			],
		},
	],
} as const satisfies PushKindRow<'fee', 'fee', CallRecord>;

const MODES: ReadonlyMap<string, Mode> = new Map([
	['003', 'AX'],
	['004', 'AXB'],
	['005', 'AXE'],
	['007', 'AXYB'],
]);

function callRecord(info: JsonObject): CallRecord {
	const alertingTime = read.time(info, 'fwdAlertingTime');
	const answerTime = read.time(info, 'fwdAnswerTime');
	const endTime = read.time(info, 'callEndTime');
	const callTime = read.time(info, 'callInTime');
	const recordId = read.text(info, 'icid');
	const answered = wasAnswered(info);
	const talkSeconds =
		secondsBetween(answerTime, endTime) ??
		(answered ? read.integer(info, 'callDuration') : undefined);
	return withoutAbsent({
		eventType: 'fee' as const,
		callerNumber: read.text(info, 'callerNum'),
		calledNumber: read.text(info, 'fwdDstNum') ?? read.text(info, 'calleeNum'),
		privateNumber: read.text(info, 'bindNum'),
		time: endTime ?? read.time(info, 'failTime') ?? callTime,
		userData: read.userData(info),
		subscriptionId: read.text(info, 'subscriptionId'),
		sessionId: read.text(info, 'sessionId'),
		eventId: `fee:${recordId ?? contentId(info)}`,
		mode: modeOf(info),
		needsReply: false,
		outcome: outcomeOf(info, answered),
		billedMinutes: talkSeconds === undefined ? undefined : Math.ceil(talkSeconds / 60),
		extension: read.text(info, 'extendNumber') ?? read.text(info, 'extendNum'),
		answered,
		ringSeconds: secondsBetween(
			alertingTime,
			answerTime ?? (answered === false ? endTime : undefined),
		),
		talkSeconds,
		callTime,
		alertingTime,
		answerTime,
		endTime,
		endReason: recordReason(info, answered),
		hungUpBy: hungUpBy(info),
		recording: recording(info),
		direction: (['bToA', 'aToB', 'unknown'] as const)[read.integer(info, 'direction') ?? -1],
		recordId,
		extra: extraOf(info, FIELDS),
	}) as CallRecord;
}

/** 004 stands for AXB and X; only X marks its records with notifyMode. */
function modeOf(info: JsonObject): Mode | undefined {
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

/** The other side was called where the record has anything of a second leg. */
function outcomeOf(info: JsonObject, answered?: boolean): CallOutcome | undefined {
	if (answered === undefined) return undefined;
	if (answered) return 'answered';
	const { fwdStartTime, fwdAlertingTime } = info;
	const wasCalled = [fwdStartTime, fwdAlertingTime].some((value) => !isBlank(value));
	return wasCalled || leadsBeyondX(info) ? 'missed' : 'notConnected';
}

/** Whether a call was to go on to somebody: X itself is nobody. */
function leadsBeyondX(info: JsonObject): boolean {
	const [x, destination] = ['bindNum', 'fwdDstNum'].map((name) => read.text(info, name));
	if (destination === undefined) return false;
	return (parsePhoneNumber(destination) ?? destination) !== (parsePhoneNumber(x ?? '') ?? x);
}

function recording(info: JsonObject): RecordingReference | undefined {
	const reference = withoutAbsent({
		fileName: read.text(info, 'recordObjectName'),
		recordDomain: read.text(info, 'recordDomain'),
		url: read.text(info, 'recordFileDownloadUrl'),
	});
	const exists = reference.fileName !== undefined || reference.url !== undefined;
	return exists && read.flag(info, 'recordFlag') !== false ? reference : undefined;
}
