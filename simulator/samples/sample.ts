import type { ModeName, PushScheme } from '../config/applications';
import type { PushAttempt } from '../pushes/push';

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
