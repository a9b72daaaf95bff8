import type { JsonObject } from '../../wire/json';
import * as read from '../../wire/read';
import { checkNeeds, checkPresent, isGiven, withoutAbsent } from '../../wire/rules';
import type { Occasion, Setting } from './kinds';
import { SETTINGS, type SettingName, type SettingsOf } from './table';

/** Any settings of any mode; what is no setting is passed over. */
type Settings = SettingsOf<SettingName>;

/** A row of the table, whatever its values are. */
type Row = Setting<unknown, unknown>;

const ROWS = Object.entries(SETTINGS) as Array<[SettingName, Row]>;

/**
 * Checks the settings of a new binding.
 *
 * @throws InputError when a value is out of range, or a field lacks the one that it needs
 */
export function checkNewSettings(from: Settings): void {
	checkValues(from, 'create');
	const { maxDuration = 0, lastMinVoice, recordFlag, recordHintTone } = from;
	checkNeeds('lastMinVoice', lastMinVoice, maxDuration > 0, 'onlyWhenAboveZero', 'maxDuration');
	checkNeeds('recordHintTone', recordHintTone, recordFlag === true, 'onlyWhenOn', 'recordFlag');
	if (recordFlag === true) checkPresent('recordHintTone', recordHintTone, 'carriersWantNotice');
}

/**
 * Checks changes of a binding, which may rely on what was set before.
 *
 * @throws InputError when a value is out of range, or the given fields contradict each other
 */
export function checkChangedSettings(from: Settings): void {
	checkValues(from, 'change');
	const { maxDuration, lastMinVoice, recordFlag, recordHintTone } = from;
	checkNeeds('lastMinVoice', lastMinVoice, maxDuration !== 0, 'onlyWhenAboveZero', 'maxDuration');
	checkNeeds('recordHintTone', recordHintTone, recordFlag !== false, 'onlyWhenOn', 'recordFlag');
}

function checkValues(from: Settings, occasion: Occasion): void {
	for (const [name, row] of ROWS) {
		if (isGiven(from[name])) row.check(name, from[name], occasion);
	}
}

/** Writes given settings as the platform wants them. */
export function writeSettings(from: Settings): JsonObject {
	const body: JsonObject = {};
	const preVoice: JsonObject = {};
	for (const [name, row] of ROWS) {
		const place = row.within === 'preVoice' ? preVoice : body;
		if (isGiven(from[name])) place[name] = row.write(from[name]);
	}
	return { ...body, ...(Object.keys(preVoice).length > 0 && { preVoice }) };
}

/**
 * Reads settings of an answer, flat, in the vocabulary of outputs: codes are words, and what says
 * "none" is absent.
 */
export function readSettings(entry: JsonObject, names: readonly SettingName[]): JsonObject {
	const found = names.map((name): [string, unknown] => {
		const row: Row = SETTINGS[name] as Row;
		const source = row.within === undefined ? entry : read.object(entry, row.within);
		return [row.output ?? name, row.read(source, name)];
	});
	return withoutAbsent(Object.fromEntries(found));
}
