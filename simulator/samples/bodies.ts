import { randomInt } from 'node:crypto';
import type { Application } from '../applications/application';
import { OrderError } from '../applications/orders';
import type { Call } from '../calls/call';
import { callEventBody } from '../calls/events';
import { feeInfo, mostRecordsInPush, recordBucketName } from '../calls/records';
import type { CallEventType } from '../modes/shared/mode';
import { numberStatusBody } from '../pushes/numberStatus';
import { smsBody } from '../texts/sms';
import { endCauses } from '../wire/endCauses';
import { newCallIdentity, newSmsIdentifier, newSubscriptionId, recordDomain } from '../wire/ids';
import { platformTime } from '../wire/times';
import type { SampleRequest } from './sample';

/** Numbers of the documented examples. */
const numberA = '+8613800000021';
const numberB = '+8613800000023';
const numberX = '+8613800006666';
const numberY = '+8613800006667';

const sampleCall = (application: Application, now: number, userData?: string): Call => {
	const mode = application.settings.mode;
	const begin = now - 40_000;
	// In AX, AXE and AXYB the sample is a call to A, in AXB and X one from A.
	const isToA = mode === 'AX' || mode === 'AXE' || mode === 'AXYB';
	const identity = newCallIdentity(
		application.mode.sessionPrefix,
		randomInt(1000, 10_000_000),
		begin,
	);
	return {
		...identity,
		appKey: application.appKey,
		mode,
		scenario: 'answered',
		interactive: false,
		caller: isToA ? numberB : numberA,
		x: numberX,
		state: 'ended',
		direction: isToA ? 0 : 1,
		callee: isToA ? numberA : numberB,
		shown: mode === 'AXYB' ? numberY : numberX,
		extension: mode === 'AXE' ? '0012' : undefined,
		digits: [],
		times: {
			callIn: begin,
			forwardStart: begin + 1_000,
			alerting: begin + 2_000,
			answer: begin + 10_000,
			end: now,
		},
		cause: endCauses.normal,
		releasedBy: 'caller',
		recorded: true,
		subscriptionId: mode === 'X' ? undefined : newSubscriptionId(),
		userData,
	};
};

function sampleFee(
	application: Application,
	now: number,
	count: number,
	userData?: string,
): object {
	const feeLst = Array.from({ length: count }, () => {
		const call = sampleCall(application, now, userData);
		return feeInfo(application, call, {
			recordStartTime: platformTime(call.times.answer ?? now),
			recordObjectName: call.recordObjectName,
			recordBucketName,
			recordDomain,
		});
	});
	return { eventType: 'fee', feeLst };
}

function sampleSms(
	application: Application,
	now: number,
	isBlock: boolean,
	userData?: string,
): object {
	const { mode } = application.settings;
	return smsBody(
		application,
		{
			smsIdentifier: newSmsIdentifier(),
			appKey: application.appKey,
			mode,
			time: new Date(now).toISOString(),
			from: numberA,
			x: numberX,
			text: 'Hello',
			state: 'done',
			direction: 1,
			subscriptionId: mode === 'X' ? undefined : newSubscriptionId(),
			to: numberB,
			sendResult: 0,
			userData,
		},
		isBlock ? 'Block' : 'Notify',
	);
}

/** The body of a sample push. Throws OrderError for a push that the mode does not have. */
export function sampleBody(application: Application, request: SampleRequest, now: number): object {
	const { kind, mode, userData } = request;
	const impossible = new OrderError(`${mode} mode has no push of the kind ${kind}.`);
	switch (kind) {
		case 'fee':
			return sampleFee(application, now, Math.min(request.count ?? 1, mostRecordsInPush), userData);
		case 'numStatus': {
			const numbers = Array.from({ length: Math.min(request.count ?? 1, 100) }, (_, index) => ({
				number: `+86${13_800_006_666 + index}`,
				status: '10' as const,
				cause: '2',
			}));
			return numberStatusBody(numbers);
		}
		case 'sms':
		case 'smsBlock':
			if (!application.state.text) throw impossible;
			if (kind === 'smsBlock' && mode === 'AXB') throw impossible;
			return sampleSms(application, now, kind === 'smsBlock', userData);
		default: {
			const type: CallEventType = kind;
			if (!application.mode.eventFields[type]) throw impossible;
			const call = sampleCall(application, now, userData);
			return callEventBody(application.mode, type, call, { at: now, digitInfo: '0012' });
		}
	}
}
