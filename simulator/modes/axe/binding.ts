import { between } from '../../wire/fields';
import type { Fields } from '../../wire/fields';
import { defined } from '../../wire/json';
import type { Stored } from '../shared/store';

/** What bind and modify can both set. */
export interface Settings {
	displayNumMode?: '0' | '1';
	recordFlag?: 'true' | 'false';
	recordHintTone?: string;
	callbackTone?: string;
	callbackNum?: string;
	timeUnit?: '0' | '1';
	bindExpiredTime?: number;
	callbackExpiredTime?: number;
}

/** An A with its extension on an X. */
export interface Binding extends Stored, Settings {
	readonly virtualNum: string;
	readonly extendNum: string;
	readonly bindNum: string;
	readonly userData?: string;
	/** Order of the binds, for cursors. */
	readonly serial: number;
	readonly createdAt: number;
	/** What the bind call said of times: queries go on showing it after a modify. */
	readonly atBind: Pick<Settings, 'timeUnit' | 'bindExpiredTime'>;
	/** The last user who called A through X. */
	callback?: { from: string; expiresAt: number };
}

/** Default life of a binding; FAQ 00022 says that it never ends instead. */
export const defaultHours = 168;

/** Seconds of a unit: 0 hours, 1 minutes. */
export const unitSeconds = (timeUnit: '0' | '1' | undefined): number =>
	timeUnit === '1' ? 60 : 3600;

/** Reads what bind and modify can both set; throws Refusal. */
export function readSettings(body: Fields): Settings {
	const timeUnit = body.oneOf('timeUnit', ['0', '1']);
	const scale = timeUnit === '1' ? 60 : 1;
	return defined<Settings>({
		displayNumMode: body.oneOf('displayNumMode', ['0', '1']),
		recordFlag: body.flag('recordFlag'),
		recordHintTone: body.voice('recordHintTone'),
		callbackTone: body.voice('callbackTone'),
		callbackNum: body.number('callbackNum', 'user'),
		timeUnit,
		bindExpiredTime: body.integer('bindExpiredTime', between(0, 720 * scale)),
		callbackExpiredTime: body.integer('callbackExpiredTime', between(0, 168 * scale)),
	});
}
