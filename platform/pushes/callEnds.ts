import { HANG_UP_CAUSES, Q850_CAUSES, RECORD_WORDING, type EndedBy } from '../codes/hangUpCauses';
import type { JsonObject } from '../wire/json';
import * as read from '../wire/read';
import type { Coded } from './events';

/** Why a call ended, and whose doing it was. */
export interface EndReason extends Coded {
	by: EndedBy;
}

/** @param text the platform's own words, for a code that no document lists */
export function disconnectReason(code?: number, text?: string): EndReason | undefined {
	if (code === undefined) return undefined;
	const unknown = { en: text ?? `Code ${code}`, zh: `代码 ${code}`, by: 'platform' } as const;
	return { code, ...(HANG_UP_CAUSES[code] ?? unknown) };
}

/**
 * The end that a call record tells: its own reason, or where it has none, why the second leg did not
 * come about. 0 is the end of an answered call; in the record of another one it says nothing.
 */
export function recordReason(info: JsonObject, answered?: boolean): EndReason | undefined {
	const code = read.integer(info, 'ulFailReason');
	const reason = code === 0 && !answered ? undefined : disconnectReason(code);
	if (reason) return { ...reason, ...RECORD_WORDING[reason.code] };
	return forwardReason(read.integer(info, 'fwdUnaswRsn'));
}

/** @param code 0 does not apply */
function forwardReason(code = 0): EndReason | undefined {
	const cause = code === 0 ? undefined : Q850_CAUSES[code];
	return cause && { code, ...cause, by: 'network' };
}

/** Sides of a call by `callRelDirection`. */
const SIDES: ReadonlyMap<number | undefined, 'caller' | 'callee'> = new Map([
	[1, 'caller'],
	[2, 'callee'],
]);

/** Who hung up, where Huawei has opened this. */
export function hungUpBy(info: JsonObject): 'caller' | 'callee' | undefined {
	return SIDES.get(read.integer(info, 'callRelDirection'));
}
