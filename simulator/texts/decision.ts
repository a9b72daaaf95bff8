import type { PushAnswer } from '../http/answers';
import { isUserData } from '../wire/fields';
import { isObject, parseObject } from '../wire/json';
import { isUserNumber } from '../wire/phoneNumbers';

/** What the customer's server says of an SMS. */
export type SmsDecision =
	| { kind: 'forward'; called: string; userData?: string }
	| { kind: 'discard' }
	/** No answer in time, or none that the platform understands. */
	| { kind: 'none' };

/**
 * Reads `{ actions: [{ operation, message: { called, calling }, userData }] }`. The sender must be
 * that of the request. Source: ax.json and x.json, blockResponse of the SMS notification.
 */
export function readSmsDecision(answer: PushAnswer | undefined, from: string): SmsDecision {
	const none: SmsDecision = { kind: 'none' };
	if (answer?.status !== 200) return none;
	const actions = parseObject(answer.body)?.actions;
	const action: unknown = Array.isArray(actions) ? actions[0] : undefined;
	if (!isObject(action)) return none;
	if (action.operation === 'DiscardMessage') return { kind: 'discard' };
	if (action.operation !== 'vNumberRoute' || !isObject(action.message)) return none;
	const { called, calling } = action.message;
	if (typeof called !== 'string' || !isUserNumber(called) || calling !== from) return none;
	const { userData } = action;
	if (userData === undefined) return { kind: 'forward', called };
	if (typeof userData !== 'string' || !isUserData(userData)) return none;
	return { kind: 'forward', called, userData };
}
