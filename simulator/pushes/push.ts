import type { Application } from '../applications/application';
import type { ModeName, PushUrls } from '../config/applications';

/** Kinds of pushes; each has an address of its own in the console. */
export type PushKind = keyof PushUrls;

/** One try to deliver a push. */
export interface PushAttempt {
	/** ISO time. */
	readonly at: string;
	/** HTTP status of the answer. */
	status?: number;
	answerBody?: string;
	/** Why there is no answer. */
	error?: string;
	/** Real milliseconds until the answer or its lack. */
	durationMs?: number;
}

/** A push and its fate. */
export interface PushRecord {
	readonly id: number;
	readonly kind: PushKind;
	/** Event that it carries: `callin` … `disconnect`, `fee`, `sms`, `numStatus`. */
	readonly event: string;
	readonly appKey: string;
	readonly mode: ModeName;
	readonly sessionId?: string;
	readonly url: string;
	/** Headers of the last try. */
	headers: Readonly<Record<string, string>>;
	/** Body exactly as sent. */
	readonly body: string;
	/** The answer decides about a call or SMS. */
	readonly isBlock: boolean;
	readonly attempts: PushAttempt[];
	/** `pending` until it was answered with 200 or given up. */
	state: 'pending' | 'delivered' | 'failed';
}

/** A push that is to be sent. */
export interface PushRequest {
	application: Application;
	kind: PushKind;
	event: string;
	body: unknown;
	sessionId?: string;
	/** Minutes after the first try at which it is repeated. */
	retries?: readonly number[];
}

/** Minutes after the first try (common.json, push.retry); of SMS the gaps are not published. */
export const retryMinutes: readonly number[] = [1, 4, 9, 106, 203, 300];

/** The address of a kind of push; number states go to the call event address when they have none. */
export function addressOf(urls: PushUrls, kind: PushKind, event: string): string | undefined {
	if (event === 'callin' && urls.callin) return urls.callin;
	return urls[kind] ?? (kind === 'numberStatus' ? urls.callEvent : undefined);
}
