import { between } from '../../wire/fields';
import type { Fields } from '../../wire/fields';
import { defined } from '../../wire/json';
import type { Stored } from '../shared/store';

/** What bind and modify can both set. */
export interface Settings {
	callDirection?: number;
	duration?: number;
	maxDuration?: number;
	recordFlag?: 'true' | 'false';
	recordHintTone?: string;
	lastMinVoice?: string;
	privateSms?: 'true' | 'false';
	preVoice?: { callerHintTone?: string; calleeHintTone?: string };
	userData?: string;
}

/** A pair on an X number. */
export interface Binding extends Stored, Settings {
	callerNum: string;
	calleeNum: string;
	readonly relationNum: string;
	/** Time of the bind or of the last change. */
	changedAt: number;
}

/** Reads what bind and modify can both set; throws Refusal. Bind allows a duration of 0 or 60-7776000 seconds, modify 0-7776000. */
export function readSettings(body: Fields, isAllowed: (seconds: number) => boolean): Settings {
	const preVoice = body.object('preVoice');
	return defined<Settings>({
		callDirection: body.integer('callDirection', between(0, 2)),
		duration: body.integer('duration', isAllowed),
		maxDuration: body.integer('maxDuration', between(0, 1440)),
		recordFlag: body.flag('recordFlag'),
		recordHintTone: body.voice('recordHintTone'),
		lastMinVoice: body.voice('lastMinVoice'),
		privateSms: body.flag('privateSms'),
		preVoice: preVoice && {
			callerHintTone: preVoice.voice('callerHintTone'),
			calleeHintTone: preVoice.voice('calleeHintTone'),
		},
		userData: body.userData(),
	});
}
