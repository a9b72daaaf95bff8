import { randomInt } from 'node:crypto';

import { Agent } from 'undici';

import { openApplication } from '../applications/application';
import type { Application, Applications } from '../applications/application';
import { OrderError } from '../applications/orders';
import type { Call } from '../calls/call';
import { callEventBody } from '../calls/events';
import { feeInfo, mostRecordsInPush, recordBucketName } from '../calls/records';
import type { ModeName, PushScheme } from '../config/applications';
import type { ResolvedOptions } from '../config/options';
import type { CallEventType } from '../modes/shared/mode';
import { numberStatusBody } from '../pushes/numberStatus';
import { post } from '../pushes/pushes';
import type { PushAttempt } from '../pushes/pushes';
import { smsBody } from '../texts/centre';
import { endCauses } from '../wire/endCauses';
import { newCallIdentity, newSmsIdentifier, newSubscriptionId, recordDomain } from '../wire/ids';
import { signatureHeaders } from '../wire/signature';
import { platformTime } from '../wire/times';

/** Kinds of sample pushes. */
export const sampleKinds = [
	'callin',
	'collectInfo',
	'callout',
	'alerting',
	'answer',
	'disconnect',
	'fee',
	'sms',
	'smsBlock',
	'numStatus',
] as const;

/** A kind of sample push. */
export type SampleKind = (typeof sampleKinds)[number];

/** A sample push as it is ordered. */
export interface SampleRequest {
	kind: SampleKind;
	mode: ModeName;
	/** Any address, for example n8n's test URL. */
	url: string;
	/** Application that signs; default: the first one of the mode, else the first one. */
	appKey?: string;
	/** Secret of an application that the simulator does not have. */
	appSecret?: string;
	/** How it is signed; default: as the application's pushes are. */
	scheme?: PushScheme;
	/** Call records (at most 50) or numbers (at most 100) in the push; default 1. */
	count?: number;
	userData?: string;
	/** Sent in place of the sample's own body. */
	body?: unknown;
}

/** A sample push and its answer. */
export interface SampleResult extends PushAttempt {
	url: string;
	headers: Record<string, string>;
	/** Body as sent. */
	body: string;
}

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
function sampleBody(application: Application, request: SampleRequest, now: number): object {
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

/** Picks the application that a sample comes from, or makes one up. */
function sampleApplication(
	request: SampleRequest,
	applications: Applications,
	options: ResolvedOptions,
	now: () => number,
): Application {
	const { mode, appKey, appSecret } = request;
	const named = appKey === undefined ? undefined : applications.get(appKey);
	if (appKey !== undefined && !named && appSecret === undefined) {
		throw new OrderError(`There is no application ${appKey}; tell its appSecret, too.`);
	}
	const origin =
		named ??
		applications.all.find((candidate) => candidate.settings.mode === mode) ??
		applications.all[0];
	const settings = {
		...(origin?.settings ?? { appKey: 'sample', appSecret: 'sample', numbers: [] }),
		mode,
		...(appKey !== undefined && { appKey }),
		...(appSecret !== undefined && { appSecret }),
	};
	return openApplication(settings, options, now, () => false);
}

/** Sends one signed sample push and waits for its answer. It is no push of the platform: never repeated. */
export async function sendSample(
	request: SampleRequest,
	applications: Applications,
	options: ResolvedOptions,
	now: () => number,
): Promise<SampleResult> {
	const application = sampleApplication(request, applications, options, now);
	const { appKey, appSecret, pushScheme = 'aksk' } = application.settings;
	const { url, scheme = pushScheme } = request;
	const body = JSON.stringify(request.body ?? sampleBody(application, request, now()));
	const headers = {
		'content-type': 'application/json;charset=UTF-8',
		...signatureHeaders({ scheme, appKey, appSecret, url, now: now() }),
	};
	const agent = new Agent({ connect: { rejectUnauthorized: false } });
	try {
		const attempt = await post(agent, url, headers, body, options.timings.answerTimeoutMs);
		return { url, headers, body, ...attempt };
	} finally {
		await agent.destroy();
	}
}
