import { Agent, request } from 'undici';

import type { Application } from '../applications/application';
import type { ModeName, PushScheme, PushUrls } from '../config/applications';
import type { ResolvedOptions } from '../config/options';
import type { Fault, Faults } from '../faults/faults';
import type { PushAnswer } from '../wire/answers';
import type { Clock } from '../wire/clock';
import { remember } from '../wire/journal';
import type { Journal } from '../wire/journal';
import { signatureHeaders } from '../wire/signature';

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

/** Longest that the next push of a call waits for the one before, in real milliseconds. */
const orderPatienceMs = 2_000;

/** Sends pushes and remembers them. */
export interface Pushes {
	readonly records: readonly PushRecord[];
	/** Sends a Notify push; pushes of one session start in order. Undefined: no address is set. */
	notify(push: PushRequest): PushRecord | undefined;
	/** Sends a Block push once and waits for its answer; undefined when none comes in time. */
	ask(push: PushRequest): Promise<PushAnswer | undefined>;
	/** Pushes whose first try is not over, and of those that failed the ones that will be repeated. */
	open(): { first: number; repeats: number };
	clear(): void;
	close(): Promise<void>;
}

/** The address of a kind of push; number states go to the call event address when they have none. */
function addressOf(urls: PushUrls, kind: PushKind, event: string): string | undefined {
	if (event === 'callin' && urls.callin) return urls.callin;
	return urls[kind] ?? (kind === 'numberStatus' ? urls.callEvent : undefined);
}

const describe = (error: unknown): string => {
	if (!(error instanceof Error)) return String(error);
	const code = 'code' in error ? String(error.code) : error.name;
	return error.message ? `${code}: ${error.message}` : code;
};

/** One POST, as the platform sends it; redirects are not followed. */
export async function post(
	agent: Agent,
	url: string,
	headers: Readonly<Record<string, string>>,
	body: string,
	timeoutMs: number,
): Promise<PushAttempt> {
	const begin = Date.now();
	const attempt: PushAttempt = { at: new Date(begin).toISOString() };
	try {
		const answer = await request(url, {
			method: 'POST',
			headers,
			body,
			dispatcher: agent,
			signal: AbortSignal.timeout(timeoutMs),
		});
		attempt.status = answer.statusCode;
		attempt.answerBody = (await answer.body.text()).slice(0, 65_536);
	} catch (error) {
		attempt.error = describe(error);
	}
	attempt.durationMs = Date.now() - begin;
	return attempt;
}

/** Opens the sender of pushes. */
export function openPushes(
	options: ResolvedOptions,
	clock: Clock,
	faults: Faults,
	journal: Journal,
): Pushes {
	// A laptop's n8n has a certificate of its own making, if any.
	const agent = new Agent({ connections: 64, connect: { rejectUnauthorized: false } });
	let records: PushRecord[] = [];
	let serial = 0;
	let first = 0;
	let repeats = 0;
	/** The end of the last push of each session, for the order of first tries. */
	const lastOfSession = new Map<string, Promise<unknown>>();
	let epoch = 0;

	const sign = (application: Application, url: string, fault?: Fault): Record<string, string> => {
		const headers = { 'content-type': 'application/json;charset=UTF-8' };
		if (fault?.kind === 'pushUnsigned') return headers;
		const { appKey, appSecret, pushScheme = 'aksk' } = application.settings;
		const secret = fault?.kind === 'pushWrongSignature' ? `${appSecret}?` : appSecret;
		const scheme: PushScheme = pushScheme;
		return {
			...headers,
			...signatureHeaders({ scheme, appKey, appSecret: secret, url, now: clock.now() }),
		};
	};

	const attempt = async (record: PushRecord): Promise<PushAttempt> => {
		const { answerTimeoutMs, blockTimeoutMs } = options.timings;
		const timeoutMs = record.isBlock ? blockTimeoutMs : answerTimeoutMs;
		const done = await post(agent, record.url, record.headers, record.body, timeoutMs);
		record.attempts.push(done);
		if (done.status === 200) record.state = 'delivered';
		journal.tell('push', record);
		return done;
	};

	const repeat = (record: PushRecord, push: PushRequest, begin: number, index = 0): void => {
		const minutes = push.retries?.[index];
		if (minutes === undefined) {
			record.state = 'failed';
			journal.tell('push', record);
			return;
		}
		repeats += 1;
		const born = epoch;
		const due = begin + (minutes * 60_000) / clock.speed;
		clock.afterReal(due - clock.now(), () => {
			if (born !== epoch) return;
			if (options.uncertain.signRetriesAnew) record.headers = sign(push.application, record.url);
			void attempt(record).then(() => {
				if (born !== epoch) return;
				repeats -= 1;
				if (record.state !== 'delivered') repeat(record, push, begin, index + 1);
			});
		});
	};

	const create = (
		push: PushRequest,
		isBlock: boolean,
	): [PushRecord, Fault | undefined] | undefined => {
		const { application, kind, event, sessionId } = push;
		const url = addressOf(application.pushUrls, kind, event);
		if (!url || clock.closed) return undefined;
		const { appKey } = application;
		const fault = faults.meet({ target: 'push', operation: `${kind} ${event}`, appKey });
		const record: PushRecord = {
			id: ++serial,
			kind,
			event,
			appKey,
			mode: application.settings.mode,
			sessionId,
			url,
			headers: sign(application, url, fault),
			body: JSON.stringify(push.body),
			isBlock,
			attempts: [],
			state: 'pending',
		};
		remember(records, record);
		journal.tell('push', record);
		return [record, fault];
	};

	/** Waits for its turn in the session, then makes the first try. */
	const sendFirst = async (record: PushRecord, push: PushRequest, fault?: Fault): Promise<void> => {
		const before = push.sessionId ? lastOfSession.get(push.sessionId) : undefined;
		const isHeldBack = fault?.kind === 'pushOutOfOrder';
		let finish = (): void => undefined;
		if (push.sessionId && !isHeldBack) {
			const { sessionId } = push;
			const turn = new Promise<void>((resolve) => {
				finish = () => {
					resolve();
					if (lastOfSession.get(sessionId) === turn) lastOfSession.delete(sessionId);
				};
			});
			lastOfSession.set(sessionId, turn);
		}
		if (before) await Promise.race([before, clock.pause(orderPatienceMs)]);
		if (isHeldBack) await heldBack(record);
		if (fault?.kind === 'pushLate') await clock.pause(fault.delayMs ?? 1_000);
		const begin = clock.now();
		const tries = [attempt(record)];
		if (fault?.kind === 'pushTwice') tries.push(attempt(record));
		await Promise.all(tries);
		finish();
		if (record.state !== 'delivered') repeat(record, push, begin);
	};

	/** Until a later push of the same call is under way, at most two seconds. */
	const heldBack = async (record: PushRecord): Promise<void> => {
		const isOvertaken = (): boolean =>
			records.some(
				(other) =>
					other.id > record.id && other.sessionId === record.sessionId && other.attempts.length > 0,
			);
		for (let waited = 0; waited < orderPatienceMs && !isOvertaken(); waited += 20)
			await clock.pause(20);
	};

	return {
		get records() {
			return records;
		},
		notify(push) {
			const created = create(push, false);
			if (!created) return undefined;
			const [record, fault] = created;
			const born = epoch;
			first += 1;
			void sendFirst(record, push, fault).finally(() => {
				if (born === epoch) first -= 1;
			});
			return record;
		},
		async ask(push) {
			const created = create(push, true);
			if (!created) return undefined;
			const [record, fault] = created;
			const born = epoch;
			first += 1;
			await sendFirst(record, push, fault);
			if (born === epoch) first -= 1;
			const answer = record.attempts.find(({ status }) => status !== undefined);
			return answer?.status === undefined
				? undefined
				: { status: answer.status, body: answer.answerBody ?? '' };
		},
		open: () => ({ first, repeats }),
		clear() {
			epoch += 1;
			records = [];
			first = 0;
			repeats = 0;
			lastOfSession.clear();
		},
		async close() {
			epoch += 1;
			await agent.destroy();
		},
	};
}
