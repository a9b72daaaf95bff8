import { isObject, parseObject, type JsonObject } from '../wire/json';
import { booleanText } from '../wire/booleans';
import { checkNewSettings } from '../modes/settings/settings';
import type { E164 } from '../wire/phoneNumber';
import * as read from '../wire/read';
import { checkLength, isGiven, withoutAbsent } from '../wire/rules';
import { encodeUserData } from '../wire/userData';

/*
 * Answers to Block requests, exactly as the platform wants them. Chinese in `userData` would end the
 * call: it is encoded.
 */

/** How a waiting call is connected. */
export interface Connection {
	/** Who gets the call. */
	calleeNum: E164;
	/** Number that the callee sees; carriers block anything but the dialled X, the default. */
	displayCalleeNum?: E164;
	/** Longest call in minutes, 0 to 1440; 0 is no limit. */
	maxDuration?: number;
	/** Tone file that the caller hears instead of ringing. */
	waitVoice?: string;
	/** Tone file that the callee hears first. */
	calleeHintVoice?: string;
	recordFlag?: boolean;
	/** Tone file that announces the recording; carriers block recorded calls without it. */
	recordHintTone?: string;
	/** Tone file played one minute before the longest call ends. */
	lastMinVoice?: string;
	/** Comes back in the later events and the call record of this call. */
	userData?: unknown;
}

/**
 * Connects a waiting call (X模式呼叫事件通知接口, connectInfo).
 *
 * @param wrapInArray sends connectInfo as a list of one, as an older official example does
 * @throws InputError when a rule is broken
 */
export function connectReply(connection: Connection, wrapInArray = false): JsonObject {
	const { recordFlag, userData, ...rest } = connection;
	checkNewSettings(connection);
	for (const tone of ['waitVoice', 'calleeHintVoice'] as const) checkLength(tone, rest[tone], 128);
	const connectInfo = withoutAbsent({
		...rest,
		recordFlag: recordFlag === undefined ? undefined : booleanText(recordFlag),
		userData: isGiven(userData) ? encodeUserData(userData) : undefined,
	});
	return { operation: 'connect', connectInfo: wrapInArray ? [connectInfo] : connectInfo };
}

/**
 * Ends a waiting call (X模式呼叫事件通知接口, closeInfo).
 *
 * @throws InputError when a rule is broken
 */
export function rejectReply(
	closing: { closeHintTone?: string; userData?: unknown } = {},
	wrapInArray = false,
): JsonObject {
	const { closeHintTone, userData } = closing;
	checkLength('closeHintTone', closeHintTone, 128);
	const closeInfo = withoutAbsent({
		closeHintTone,
		userData: isGiven(userData) ? encodeUserData(userData) : undefined,
	});
	return { operation: 'close', closeInfo: wrapInArray ? [closeInfo] : closeInfo };
}

/**
 * Sends a waiting text on (短信通知接口 Block模式, vNumberRoute).
 *
 * @param calling sender, exactly as the request tells it
 */
export function forwardReply(calling: string, called: E164): JsonObject {
	return { actions: [{ operation: 'vNumberRoute', message: { called, calling } }] };
}

/** Puts the sender into an answer to a waiting text; what is no such answer stays as it is. */
export function withSender(reply: string, sender: string): string {
	const body = parseObject(reply);
	const messages = read.objects(body, 'actions').map((action) => action.message);
	if (messages.length === 0) return reply;
	for (const message of messages) if (isObject(message)) message.calling = sender;
	return JSON.stringify(body);
}

/** Drops a waiting text (短信通知接口 Block模式, DiscardMessage). */
export function discardReply(): JsonObject {
	return { actions: [{ operation: 'DiscardMessage' }] };
}
