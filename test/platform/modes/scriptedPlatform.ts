import type { PlatformRequest } from '../../../platform/client/request';
import type { Platform } from '../../../platform/client/run';
import { localError, PlatformError } from '../../../platform/codes/errors';
import type { E164 } from '../../../platform/wire/phoneNumber';

export const A = '+8613800000021' as E164;
export const B = '+8613800000023' as E164;
export const C = '+8613900000003' as E164;
export const X = '+8617000000001' as E164;
export const OTHER_X = '+8617000000002' as E164;

/** A platform that answers as its script says. */
export interface ScriptedPlatform extends Platform {
	/** Every request, as it would travel. */
	readonly sent: PlatformRequest[];
}

/** How a request is answered: with the fields of a success, or with what is thrown. */
export type Reply = object | PlatformError;

/** A refusal of the platform. */
export const refused = (code: string, httpStatus = 403): PlatformError =>
	new PlatformError({ code, text: '', outcome: 'refused', httpStatus });

/** The end of a request that got no answer. */
export const LOST = localError('timeout', undefined, 'lost');

/** Where there is nothing: each mode says it in its own way. */
export const NONE = refused('1016001');

/**
 * A platform on which each request gets the next reply, and all further ones the last.
 *
 * @param wasLost whether an earlier try was lost
 */
export function platformThat(
	replies: readonly Reply[],
	{ wasLost = false, signal }: { wasLost?: boolean; signal?: AbortSignal } = {},
): ScriptedPlatform {
	const sent: PlatformRequest[] = [];
	return {
		application: {
			appKey: 'testAppKey0001',
			appSecret: 'testAppSecret0001',
			baseUrl: 'http://127.0.0.1',
			authentication: 'aksk',
			allowUnauthorizedCerts: false,
		},
		options: { signal },
		wasLost,
		sent,
		async send(request, read) {
			const reply = replies[Math.min(sent.length, replies.length - 1)];
			// On the wire, what is undefined is not there.
			sent.push(JSON.parse(JSON.stringify(request)) as PlatformRequest);
			if (reply instanceof PlatformError) throw reply;
			const text = JSON.stringify({ resultcode: '0', resultdesc: 'Success', ...reply });
			return await Promise.resolve(read({ status: 200, headers: {}, text }));
		},
	};
}

/** The moment at which everything happens. */
export const NOW = '2026-03-01T08:00:00.000Z';

/** So many seconds later. */
export const after = (seconds: number): string =>
	new Date(Date.parse(NOW) + seconds * 1000).toISOString();

/** Lets the tests of a file or group happen at {@link NOW}. */
export function atOneMoment(): void {
	beforeEach(() => {
		jest.useFakeTimers({ now: new Date(NOW) });
	});
	afterEach(() => {
		jest.useRealTimers();
	});
}

/** Lets the pauses pass until something is done. */
export async function inTime<Result>(task: Promise<Result>): Promise<Result> {
	task.catch(() => undefined);
	await jest.runAllTimersAsync();
	return await task;
}

/** The same. @returns what it throws, if it does */
export const outcomeOf = async <Result>(task: Promise<Result>): Promise<unknown> =>
	await inTime(task).catch((error: unknown) => error);
