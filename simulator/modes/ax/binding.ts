import { between } from '../../wire/fields';
import type { Fields } from '../../wire/fields';
import { defined } from '../../wire/json';
import type { Stored } from '../shared/store';

/** What bind and modify can both set. */
export interface Settings {
	recordFlag?: 'true' | 'false';
	recordHintTone?: string;
	calleeNumDisplay?: '0' | '1';
	privateSms?: 'true' | 'false';
	preVoice?: { callerHintTone?: string; calleeHintTone?: string };
	maxDuration?: number;
	lastMinVoice?: string;
	userData?: string;
	turnFlag?: 'on' | 'off';
	callDirection?: number;
}

/** Whom A reaches with its next call of X. */
export interface TemporaryCallee {
	calleeNum: string;
	userData?: string;
	/** Real milliseconds since 1970. */
	expiresAt: number;
}

/** An A on its X. */
export interface Binding extends Stored, Settings {
	origNum: string;
	readonly privateNum: string;
	readonly privateNumType?: 'mobile-virtual';
	temporaryCallee?: TemporaryCallee;
}

/** Reads what bind and modify can both set; throws Refusal. */
export function readSettings(body: Fields): Settings {
	const preVoice = body.object('preVoice');
	return defined<Settings>({
		recordFlag: body.flag('recordFlag'),
		recordHintTone: body.voice('recordHintTone'),
		calleeNumDisplay: body.oneOf('calleeNumDisplay', ['0', '1']),
		privateSms: body.flag('privateSms'),
		preVoice: preVoice && {
			callerHintTone: preVoice.voice('callerHintTone'),
			calleeHintTone: preVoice.voice('calleeHintTone'),
		},
		maxDuration: body.integer('maxDuration', between(0, 1440)),
		lastMinVoice: body.voice('lastMinVoice'),
		userData: body.userData(),
		turnFlag: body.oneOf('turnFlag', ['on', 'off']),
		callDirection: body.integer('callDirection', between(0, 2)),
	});
}
