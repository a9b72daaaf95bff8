import type { JsonObject } from '../wire/json';
import { booleanText } from '../wire/booleans';
import * as read from '../wire/read';
import {
	checkLength,
	checkNeeds,
	checkPresent,
	checkRange,
	isGiven,
	withoutAbsent,
} from '../wire/rules';
import { encodeUserData } from '../wire/userData';

/** Longest life of a binding in seconds: 90 days. */
export const LONGEST_LIFE = 7_776_000;

/** 0 both ways, 1 only A may call, 2 only the other side may call. */
export type CallDirection = 0 | 1 | 2;

/** What several modes let a binding do; absent fields leave the platform's defaults. */
export interface CallSettings {
	callDirection?: CallDirection;
	/** Longest call in minutes, 0 to 1440; 0 is no limit. */
	maxDuration?: number;
	/** Tone file played one minute before the longest call ends. */
	lastMinVoice?: string;
	recordFlag?: boolean;
	/** Tone file that announces the recording; carriers block recorded calls without it. */
	recordHintTone?: string;
	privateSms?: boolean;
	/** Tone file that A hears while waiting. */
	callerHintTone?: string;
	/** Tone file that the other side hears while waiting. */
	calleeHintTone?: string;
	/** Comes back in every event, call record and text of this binding. */
	userData?: unknown;
}

/** Settings as the platform tells them: a direction of a later version is passed on. */
export type KnownSettings = Omit<CallSettings, 'callDirection'> & { callDirection?: number };

const TONES = ['lastMinVoice', 'recordHintTone', 'callerHintTone', 'calleeHintTone'] as const;

/**
 * Checks the settings of a new binding.
 *
 * @throws InputError when a value is out of range, or a field lacks the one that it needs
 */
export function checkNewSettings(from: CallSettings): void {
	checkValues(from);
	checkNeeds(
		'lastMinVoice',
		from.lastMinVoice,
		(from.maxDuration ?? 0) > 0,
		'onlyWhenAboveZero',
		'maxDuration',
	);
	checkNeeds(
		'recordHintTone',
		from.recordHintTone,
		from.recordFlag === true,
		'onlyWhenOn',
		'recordFlag',
	);
	if (from.recordFlag === true) {
		checkPresent('recordHintTone', from.recordHintTone, 'carriersWantNotice');
	}
}

/**
 * Checks changes of a binding, which may rely on what was set before.
 *
 * @throws InputError when a value is out of range, or the given fields contradict each other
 */
export function checkChangedSettings(from: CallSettings): void {
	checkValues(from);
	checkNeeds(
		'lastMinVoice',
		from.lastMinVoice,
		from.maxDuration !== 0,
		'onlyWhenAboveZero',
		'maxDuration',
	);
	checkNeeds(
		'recordHintTone',
		from.recordHintTone,
		from.recordFlag !== false,
		'onlyWhenOn',
		'recordFlag',
	);
}

function checkValues(from: CallSettings): void {
	checkRange('maxDuration', from.maxDuration, [0, 1440], 'minutesWithin');
	for (const tone of TONES) checkLength(tone, from[tone], 128);
}

/** Writes settings as the platform wants them: switches as text, waiting tones in an object. */
export function writeSettings(from: CallSettings): JsonObject {
	const { callerHintTone, calleeHintTone, recordFlag, privateSms, userData } = from;
	const preVoice = withoutAbsent({ callerHintTone, calleeHintTone });
	return withoutAbsent({
		callDirection: from.callDirection,
		recordFlag: recordFlag === undefined ? undefined : booleanText(recordFlag),
		recordHintTone: from.recordHintTone,
		maxDuration: from.maxDuration,
		lastMinVoice: from.lastMinVoice,
		privateSms: privateSms === undefined ? undefined : booleanText(privateSms),
		preVoice: Object.keys(preVoice).length > 0 ? preVoice : undefined,
		userData: isGiven(userData) ? encodeUserData(userData) : undefined,
	});
}

/** Reads settings of an entry of a query, flat and as switches. */
export function readSettings(entry: JsonObject): KnownSettings {
	const preVoice = read.object(entry, 'preVoice');
	return withoutAbsent({
		callDirection: read.integer(entry, 'callDirection'),
		maxDuration: read.integer(entry, 'maxDuration'),
		lastMinVoice: read.text(entry, 'lastMinVoice'),
		recordFlag: read.flag(entry, 'recordFlag'),
		recordHintTone: read.text(entry, 'recordHintTone'),
		privateSms: read.flag(entry, 'privateSms'),
		callerHintTone: read.text(preVoice, 'callerHintTone'),
		calleeHintTone: read.text(preVoice, 'calleeHintTone'),
		userData: read.userData(entry),
	});
}
