import { flag, ownData, phone, tone, whole, word, type Setting } from './kinds';

/** Longest life of a binding in seconds: 90 days. */
export const LONGEST_LIFE = 7_776_000;

/**
 * Every setting of a binding, by its name on the wire; the settings of a mode are a choice of these.
 * A new one is a row here, a name in the list of its mode (`modes.ts`), and its texts
 * (`nodes/shared/settingFields.ts`).
 */
export const SETTINGS = {
	/** Which side may call over X (呼叫方向). */
	callDirection: word({ both: 0, onlyA: 1, onlyB: 2 }),
	/** Life of a binding in seconds, counted from now; 0 never ends (绑定时长). */
	duration: whole([0, LONGEST_LIFE], 'secondsWithin', { create: 60 }),
	/** Life of a peer in seconds; 0 ends with the binding (YB绑定时长). */
	ybDuration: whole([60, LONGEST_LIFE], 'secondsWithinOrZero'),
	/** Unit of the two times below (时间单位). */
	timeUnit: word({ hours: '0', minutes: '1' }),
	/** Life of a binding in the unit; 0 never ends (绑定关系保持时间). */
	bindExpiredTime: whole([0, 43_200], 'minutesWithin'),
	/** How long A can call back who called last, in the unit (回呼记录保持时间). */
	callbackExpiredTime: whole([0, 10_080], 'minutesWithin'),
	/** Number that A reaches on X when nobody has called A before. */
	callbackNum: phone(),
	/** Tone for A who calls X when nobody has called A before. */
	callbackTone: tone(),
	/** Which number A's phone shows (来显号码), in AXE. */
	displayNumMode: word({ privateNumber: '0', caller: '1' }, 'numberShownToA'),
	/** The same in AX. */
	calleeNumDisplay: word({ privateNumber: '0', caller: '1' }, 'numberShownToA'),
	/** Whether X is switched on, as a phone is (隐私号开关机状态). */
	turnFlag: word({ on: 'on', off: 'off' }),
	/** Longest call in minutes; 0 is no limit (最大通话时长). */
	maxDuration: whole([0, 1440], 'minutesWithin'),
	/** Tone one minute before the longest call ends (最后一分钟放音). */
	lastMinVoice: tone(),
	/** Whether calls are recorded (录音). */
	recordFlag: flag(),
	/** Tone that announces the recording; carriers block recorded calls without it (录音提示音). */
	recordHintTone: tone(),
	/** Whether the two may text each other through X (是否支持短信). */
	privateSms: flag(),
	/** Tone that A hears while waiting (通话前等待音). */
	callerHintTone: tone('preVoice'),
	/** Tone that the other side hears while waiting. */
	calleeHintTone: tone('preVoice'),
	/** Tone for calls through X, heard while waiting. */
	preVoiceX: tone(),
	/** Tone for calls through Y, heard while waiting. */
	preVoiceY: tone(),
	/** Comes back in every event, call record and text of the binding (用户附属信息). */
	userData: ownData(),
} satisfies Record<string, Setting<never, unknown>>;

/** Name of a setting on the wire, which is also the name of its parameter. */
export type SettingName = keyof typeof SETTINGS;

/** What a person may give for a setting. */
export type ValueOf<Name extends SettingName> =
	(typeof SETTINGS)[Name] extends Setting<infer Value, unknown> ? Value : never;

/** Given settings; absent ones leave the platform's defaults, or what was set before. */
export type SettingsOf<Name extends SettingName> = { [N in Name]?: ValueOf<N> };
