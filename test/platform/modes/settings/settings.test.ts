import { InputError } from '../../../../platform/codes/errors';
import { wordOf } from '../../../../platform/modes/settings/kinds';
import {
	checkChangedSettings,
	checkNewSettings,
	readSettings,
	writeSettings,
} from '../../../../platform/modes/settings/settings';
import type { SettingName, SettingsOf } from '../../../../platform/modes/settings/table';
import { B } from '../scriptedPlatform';

type Settings = SettingsOf<SettingName>;

const OCCASIONS = [
	['new', checkNewSettings],
	['changed', checkChangedSettings],
] as const;

/** Each setting with a value, how it is written, and what is read of it. */
const ROWS: Array<[given: Settings, written: object, read: object]> = [
	[{ callDirection: 'both' }, { callDirection: 0 }, { callDirection: 'both' }],
	[{ callDirection: 'onlyA' }, { callDirection: 1 }, { callDirection: 'onlyA' }],
	[{ callDirection: 'onlyB' }, { callDirection: 2 }, { callDirection: 'onlyB' }],
	[{ duration: 60 }, { duration: 60 }, { duration: 60 }],
	[{ ybDuration: 60 }, { ybDuration: 60 }, { ybDuration: 60 }],
	[{ timeUnit: 'hours' }, { timeUnit: '0' }, { timeUnit: 'hours' }],
	[{ timeUnit: 'minutes' }, { timeUnit: '1' }, { timeUnit: 'minutes' }],
	[{ bindExpiredTime: 24 }, { bindExpiredTime: 24 }, { bindExpiredTime: 24 }],
	[{ callbackExpiredTime: 24 }, { callbackExpiredTime: 24 }, { callbackExpiredTime: 24 }],
	[{ callbackNum: B }, { callbackNum: B }, { callbackNum: B }],
	[{ callbackTone: 't.wav' }, { callbackTone: 't.wav' }, { callbackTone: 't.wav' }],
	[
		{ displayNumMode: 'privateNumber' },
		{ displayNumMode: '0' },
		{ numberShownToA: 'privateNumber' },
	],
	[{ displayNumMode: 'caller' }, { displayNumMode: '1' }, { numberShownToA: 'caller' }],
	[{ calleeNumDisplay: 'caller' }, { calleeNumDisplay: '1' }, { numberShownToA: 'caller' }],
	[{ turnFlag: 'on' }, { turnFlag: 'on' }, { turnFlag: 'on' }],
	[{ turnFlag: 'off' }, { turnFlag: 'off' }, { turnFlag: 'off' }],
	[{ maxDuration: 5 }, { maxDuration: 5 }, { maxDuration: 5 }],
	[{ lastMinVoice: 'l.wav' }, { lastMinVoice: 'l.wav' }, { lastMinVoice: 'l.wav' }],
	[{ recordFlag: true }, { recordFlag: 'true' }, { recordFlag: true }],
	[{ recordFlag: false }, { recordFlag: 'false' }, { recordFlag: false }],
	[{ recordHintTone: 'n.wav' }, { recordHintTone: 'n.wav' }, { recordHintTone: 'n.wav' }],
	[{ privateSms: true }, { privateSms: 'true' }, { privateSms: true }],
	[
		{ callerHintTone: 'a.wav' },
		{ preVoice: { callerHintTone: 'a.wav' } },
		{ callerHintTone: 'a.wav' },
	],
	[
		{ calleeHintTone: 'b.wav' },
		{ preVoice: { calleeHintTone: 'b.wav' } },
		{ calleeHintTone: 'b.wav' },
	],
	[{ preVoiceX: 'x.wav' }, { preVoiceX: 'x.wav' }, { preVoiceX: 'x.wav' }],
	[{ preVoiceY: 'y.wav' }, { preVoiceY: 'y.wav' }, { preVoiceY: 'y.wav' }],
	[{ userData: 'order-17' }, { userData: 'order-17' }, { userData: 'order-17' }],
	[{ userData: { order: 1 } }, { userData: 'b64.eyJvcmRlciI6MX0' }, { userData: { order: 1 } }],
];

test.each(ROWS)(
	'%j is written as the platform wants it, and read as it was meant',
	(given, written, read) => {
		expect(writeSettings(given)).toEqual(written);
		expect(readSettings({ ...written }, Object.keys(given) as SettingName[])).toEqual(read);
	},
);

describe('written settings', () => {
	test('hold what was given alone, in one object', () => {
		const given = { recordFlag: false, duration: 0, userData: '', callbackTone: undefined };
		const other = { origNum: B };
		expect(writeSettings({ ...given, ...other })).toEqual({ recordFlag: 'false', duration: 0 });
		const tones = { callerHintTone: 'a.wav', calleeHintTone: 'b.wav', preVoiceX: 'x.wav' };
		expect(writeSettings(tones)).toEqual({
			preVoice: { callerHintTone: 'a.wav', calleeHintTone: 'b.wav' },
			preVoiceX: 'x.wav',
		});
	});
});

describe('read settings', () => {
	test('are those that were asked for', () => {
		const told = { duration: 60, maxDuration: 5 };
		expect(readSettings(told, ['duration'])).toEqual({ duration: 60 });
	});

	test.each<[told: object, name: SettingName]>([
		[{ duration: 0 }, 'duration'],
		[{ duration: '0' }, 'duration'],
		[{ maxDuration: 'none' }, 'maxDuration'],
		[{ userData: '' }, 'userData'],
		[{ callDirection: '' }, 'callDirection'],
		[{ callerHintTone: 'a.wav' }, 'callerHintTone'],
		[{ preVoice: 'a.wav' }, 'callerHintTone'],
		[{ preVoice: { callbackTone: 't.wav' } }, 'callbackTone'],
		[{}, 'recordFlag'],
	])('of %j tell nothing of %s', (told, name) => {
		expect(readSettings({ ...told }, [name])).toEqual({});
	});

	test('tell a code of a later version as it is', () => {
		expect(readSettings({ callDirection: 3 }, ['callDirection'])).toEqual({ callDirection: '3' });
	});
});

describe.each(OCCASIONS)('the values of %s settings', (_, check) => {
	test.each<Settings>([
		{},
		{ duration: 0 },
		{ duration: 60 },
		{ duration: 7_776_000 },
		{ ybDuration: 0 },
		{ ybDuration: 60 },
		{ ybDuration: 7_776_000 },
		{ bindExpiredTime: 0 },
		{ bindExpiredTime: 43_200 },
		{ callbackExpiredTime: 0 },
		{ callbackExpiredTime: 10_080 },
		{ maxDuration: 0 },
		{ maxDuration: 1440 },
		{ callbackTone: 't'.repeat(128) },
		{ maxDuration: 2, lastMinVoice: 'l.wav' },
		{ maxDuration: 1, lastMinVoice: '' },
		{ recordFlag: true, recordHintTone: 'n.wav' },
		{ recordFlag: false },
		{ callbackNum: B, turnFlag: 'on', privateSms: true, userData: 'x' },
	])('%j are taken', (settings) => {
		expect(() => {
			check(settings);
		}).not.toThrow();
	});

	test.each<[settings: Settings, field: string, expected: string]>([
		[{ duration: -1 }, 'duration', 'to 7776000 seconds'],
		[{ duration: 60.5 }, 'duration', 'to 7776000 seconds'],
		[{ duration: 7_776_001 }, 'duration', 'to 7776000 seconds'],
		[{ ybDuration: 59 }, 'ybDuration', '0, or 60 to 7776000 seconds'],
		[{ ybDuration: 7_776_001 }, 'ybDuration', '0, or 60 to 7776000 seconds'],
		[{ bindExpiredTime: -1 }, 'bindExpiredTime', '0 to 43200 minutes'],
		[{ bindExpiredTime: 43_201 }, 'bindExpiredTime', '0 to 43200 minutes'],
		[{ callbackExpiredTime: -1 }, 'callbackExpiredTime', '0 to 10080 minutes'],
		[{ callbackExpiredTime: 10_081 }, 'callbackExpiredTime', '0 to 10080 minutes'],
		[{ maxDuration: -1 }, 'maxDuration', '0 to 1440 minutes'],
		[{ maxDuration: 1441 }, 'maxDuration', '0 to 1440 minutes'],
		[{ callbackTone: 't'.repeat(129) }, 'callbackTone', 'at most 128 characters'],
		[{ callerHintTone: 't'.repeat(129) }, 'callerHintTone', 'at most 128 characters'],
		[{ maxDuration: 0, lastMinVoice: 'l' }, 'lastMinVoice', "unless 'maxDuration' is above 0"],
		[{ recordFlag: false, recordHintTone: 'n' }, 'recordHintTone', "unless 'recordFlag' is on"],
	])('%j are refused, with what would be right', (settings, field, expected) => {
		const refusal = () => {
			check(settings);
		};
		expect(refusal).toThrow(InputError);
		expect(refusal).toThrow(`'${field}' is`);
		expect(refusal).toThrow(expected);
	});
});

test('what is empty counts as not given: it is neither refused nor sent', () => {
	// A program in plain JavaScript may give this.
	const empty = { duration: null, maxDuration: '', lastMinVoice: '', recordHintTone: null };
	for (const [, check] of OCCASIONS) {
		expect(() => {
			check(empty as unknown as Settings);
		}).not.toThrow();
	}
	expect(writeSettings(empty as unknown as Settings)).toEqual({});
});

describe('what a binding may have from before', () => {
	test.each<[settings: Settings, field: string, expected: string]>([
		[{ duration: 1 }, 'duration', '0, or 60 to 7776000 seconds'],
		[{ duration: 59 }, 'duration', '0, or 60 to 7776000 seconds'],
		[{ lastMinVoice: 'l.wav' }, 'lastMinVoice', "unless 'maxDuration' is above 0"],
		[{ recordHintTone: 'n.wav' }, 'recordHintTone', "unless 'recordFlag' is on"],
		[{ recordFlag: true }, 'recordHintTone', 'carriers block recorded calls'],
	])('%j is refused for a new one, and taken as a change', (settings, field, expected) => {
		const refusal = () => {
			checkNewSettings(settings);
		};
		expect(refusal).toThrow(`'${field}' is`);
		expect(refusal).toThrow(expected);
		expect(() => {
			checkChangedSettings(settings);
		}).not.toThrow();
	});

	test('a change to a negative life is refused with what a change may have', () => {
		expect(() => {
			checkChangedSettings({ duration: -1 });
		}).toThrow('expected 0 to 7776000 seconds');
	});
});

describe('a word for a code', () => {
	const codes = { hours: '0', minutes: 1 };

	test.each([
		['hours', 'hours'],
		['0', 'hours'],
		['minutes', 'minutes'],
		['1', 'minutes'],
	])('%s means %s', (given, word) => {
		expect(wordOf('timeUnit', given, codes)).toBe(word);
	});

	test.each(['', '2', 'Hours', 'toString'])('"%s" is none: what there is, is told', (given) => {
		expect(() => wordOf('timeUnit', given, codes)).toThrow("'timeUnit' is");
		expect(() => wordOf('timeUnit', given, codes)).toThrow('one of hours, minutes');
	});
});
