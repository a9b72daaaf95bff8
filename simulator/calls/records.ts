import type { Application } from '../applications/application';
import type { ResolvedOptions } from '../config/options';
import { retryMinutes } from '../pushes/push';
import type { Pushes } from '../pushes/pushes';
import type { Recordings } from '../recordings/recordings';
import type { Clock } from '../wire/clock';
import { hostName, recordDomain } from '../wire/ids';
import { defined } from '../wire/json';
import type { JsonObject } from '../wire/json';
import { platformTime } from '../wire/times';
import type { Call, CallRequest } from './call';
import { releaseDirection } from './events';

/** Most call records in one push (common.json, push.batching). */
export const mostRecordsInPush = 50;

/** Shortest talk that has a recording, in seconds. */
const shortestRecordingSeconds = 3;

/** Folder of the recordings. */
export const recordBucketName = 'sp-simulator';

/** What a call record says of its recording. */
export interface RecordingFields {
	recordStartTime: string;
	recordObjectName?: string;
	recordBucketName?: string;
	recordDomain?: string;
	recordFileDownloadUrl?: string;
}

/**
 * One call record (FeeInfo) in the order of the documented tables. Times that did not happen are
 * missing, or empty texts in AXB.
 */
export function feeInfo(
	application: Application,
	call: Call,
	recording: RecordingFields | undefined,
): JsonObject {
	const { mode, settings } = application;
	const { times, cause } = call;
	const time = (ms: number | undefined): string | undefined =>
		ms === undefined ? (mode.emptyTimes ? '' : undefined) : platformTime(ms);
	const isFailed = times.answer === undefined;
	const isForwarded = times.forwardStart !== undefined;
	const extras: Record<(typeof mode.recordExtras)[number], unknown> = {
		extendNumber: call.extension,
		notifyMode: 'Block',
		callRelDirection: application.has('callRelDirection') ? releaseDirection(call) : undefined,
	};
	return defined({
		direction: call.direction,
		spId: settings.spId ?? 'simulated_account',
		appKey: application.appKey,
		icid: call.icid,
		bindNum: call.x,
		sessionId: call.sessionId,
		callerNum: call.caller,
		calleeNum: call.x,
		fwdDisplayNum: isForwarded ? call.shown : undefined,
		fwdDstNum: isForwarded ? call.callee : undefined,
		callInTime: platformTime(times.callIn),
		fwdStartTime: time(times.forwardStart),
		fwdAlertingTime: time(times.alerting),
		fwdAnswerTime: time(times.answer),
		callEndTime: time(times.end),
		fwdUnaswRsn: isFailed && isForwarded ? (cause?.q850 ?? 0) : 0,
		failTime: isFailed ? time(times.end) : undefined,
		ulFailReason: cause?.ulFailReason ?? 0,
		sipStatusCode: isFailed ? (cause?.sip ?? 0) : 0,
		callOutUnaswRsn: 0,
		recordFlag: recording ? 1 : 0,
		...recording,
		ttsPlayTimes: 0,
		ttsTransDuration: 0,
		// Equals subscriptionId in the samples.
		mptyId: call.subscriptionId,
		serviceType: mode.serviceType,
		hostName,
		// Empty when caller or callee has no binding with X; X mode has none at all.
		subscriptionId: call.subscriptionId ?? (mode.asksOnCallin ? undefined : ''),
		...Object.fromEntries(mode.recordExtras.map((field) => [field, extras[field]])),
		areaCode: application.has('areaCode') ? application.numbers.get(call.x)?.areaCode : undefined,
		callDuration: application.has('callDuration') ? talkSeconds(call) : undefined,
		userData: call.userData,
	});
}

/** Length of the talk in whole seconds: callEndTime - fwdAnswerTime. */
export function talkSeconds({ times }: Call): number {
	if (times.answer === undefined || times.end === undefined) return 0;
	return Math.floor(times.end / 1000) - Math.floor(times.answer / 1000);
}

/** Writes call records and pushes them in batches. */
export interface CallRecords {
	write(application: Application, call: Call, request: CallRequest): void;
	/** Records that wait for their push. */
	open(): number;
	clear(): void;
}

/** Opens an empty batch for every application. */
export function openCallRecords(
	options: ResolvedOptions,
	clock: Clock,
	pushes: Pushes,
	recordings: Recordings,
): CallRecords {
	interface Batch {
		records: JsonObject[];
		/** Called when the batch is pushed: the life of its recordings counts from then. */
		pushed: (() => void)[];
		cancel: () => void;
	}
	let batches = new Map<Application, Batch>();

	const flush = (application: Application): void => {
		const batch = batches.get(application);
		if (!batch) return;
		batches.delete(application);
		batch.cancel();
		for (const tell of batch.pushed) tell();
		pushes.notify({
			application,
			kind: 'callRecord',
			event: 'fee',
			// A record follows the disconnect event of its call.
			sessionId: batch.records.length === 1 ? String(batch.records[0]?.sessionId) : undefined,
			body: { eventType: 'fee', feeLst: batch.records },
			retries: retryMinutes,
		});
	};

	const keep = (
		application: Application,
		call: Call,
		request: CallRequest,
	): [RecordingFields, () => void] | undefined => {
		const seconds = talkSeconds(call);
		const isKept = call.recorded && application.settings.recording !== false;
		if (!isKept || seconds < shortestRecordingSeconds) return undefined;
		const domain = request.recordingDomain ?? recordDomain;
		const recording = recordings.add({
			appKey: application.appKey,
			fileName: call.recordObjectName,
			bucket: recordBucketName,
			domain,
			seconds,
		});
		const lag = request.recordingLagSeconds ?? options.timings.recordingLagSeconds;
		const recordStartTime = platformTime(call.times.answer ?? call.times.callIn);
		const fields =
			request.recordingAs === 'url'
				? {
						recordStartTime,
						recordObjectName: '',
						recordBucketName: '',
						recordDomain: '',
						recordFileDownloadUrl: recordings.link(recording),
					}
				: {
						recordStartTime,
						recordObjectName: call.recordObjectName,
						recordBucketName,
						recordDomain: domain,
					};
		return [
			fields,
			() => {
				recordings.publish(recording, lag);
			},
		];
	};

	return {
		write(application, call, request) {
			const kept = keep(application, call, request);
			let batch = batches.get(application);
			if (!batch) {
				const cancel = clock.after(options.timings.recordBatchMs, () => {
					flush(application);
				});
				batch = { records: [], pushed: [], cancel };
				batches.set(application, batch);
			}
			batch.records.push(feeInfo(application, call, kept?.[0]));
			if (kept) batch.pushed.push(kept[1]);
			if (batch.records.length >= mostRecordsInPush) flush(application);
		},
		open: () => batches.size,
		clear() {
			for (const batch of batches.values()) batch.cancel();
			batches = new Map();
		},
	};
}
