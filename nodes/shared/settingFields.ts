import type { INodeProperties } from 'n8n-workflow';

import type { SettingName } from '../../platform/modes/settings/table';
import { phoneField, toneField } from './bindingFields';
import { directionChoice, lifeField, numberShown } from './choices';

/** What a field says of a setting; its name is that of the setting. */
type SettingField = Omit<INodeProperties, 'name'>;

/** What a mode says otherwise of a setting. */
export type Otherwise = Partial<Record<SettingName, Partial<SettingField>>>;

/** The field of every setting of a binding, as most modes have it. */
const SETTING_FIELDS: Readonly<Record<SettingName, SettingField>> = {
	callDirection: directionChoice({
		both: 'A and B may call each other (双向)',
		onlyA: 'Only A may call B',
		onlyB: 'Only B may call A',
	}),
	duration: lifeField({
		displayName: 'Life of Binding (Seconds)',
		description:
			'After how many seconds the platform unbinds by itself (绑定时长): 60 to 7776000 (90 days), 0 for never',
	}),
	ybDuration: lifeField({
		displayName: 'Life of Peer (Seconds)',
		description:
			'After how many seconds the platform removes this B by itself (YB绑定时长): 60 to 7776000 (90 days), 0 for as long as the binding',
	}),
	timeUnit: {
		displayName: 'Unit of Times',
		type: 'options',
		options: [
			{ name: 'Hours', value: '0', description: 'Both times are in hours (小时)' },
			{ name: 'Minutes', value: '1', description: 'Both times are in minutes (分钟)' },
		],
		default: '0',
		description:
			'Unit of Life of Binding and Life of Call-Back (时间单位), hours when it is not set',
	},
	bindExpiredTime: {
		displayName: 'Life of Binding',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 43_200 },
		default: 168,
		description:
			'After how long the platform unbinds by itself (绑定关系保持时间), in the unit of times: at most 720 hours or 43200 minutes, 0 for never. When it is not set, 168 hours.',
	},
	callbackExpiredTime: {
		displayName: 'Life of Call-Back',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 10_080 },
		default: 24,
		description:
			'How long A can call back who called last (回呼记录保持时间), in the unit of times: at most 168 hours or 10080 minutes, and not longer than the binding',
	},
	callbackNum: phoneField({
		displayName: 'Call-Back Number',
		placeholder: 'e.g. 0755-28000001',
		description:
			'Number that A reaches on the privacy number when nobody has called A before (回呼记录不存在时的转接号码), such as a service desk',
	}),
	callbackTone: toneField({
		displayName: 'Call-Back Tone',
		placeholder: 'e.g. callbackTone.wav',
		description:
			'Tone file that A hears on the privacy number when nobody has called A before (回呼记录不存在时的提示音); then the call ends',
	}),
	displayNumMode: numberShown,
	calleeNumDisplay: numberShown,
	turnFlag: {
		displayName: 'Power State',
		type: 'options',
		options: [
			{ name: 'On', value: 'on', description: 'Calls to X are connected (开机)' },
			{ name: 'Off', value: 'off', description: 'Callers hear that X is switched off (关机)' },
		],
		default: 'on',
		description: 'Whether the privacy number is switched on, as a phone is (隐私号开关机状态)',
	},
	maxDuration: {
		displayName: 'Longest Call (Minutes)',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 1440 },
		default: 0,
		description:
			'After how many minutes a call is ended (最大通话时长), 0 for no limit, at most 1440',
	},
	lastMinVoice: toneField({
		displayName: 'Last Minute Tone',
		description:
			'Tone file played one minute before the longest call ends (最后一分钟放音). Needs Longest Call.',
	}),
	recordFlag: {
		displayName: 'Record Calls',
		type: 'boolean',
		default: false,
		description:
			'Whether every call of this binding is recorded (录音). Needs a Recording Notice, and recording switched on for the application.',
	},
	recordHintTone: toneField({
		displayName: 'Recording Notice',
		description:
			'Tone file that announces the recording (录音提示音). Carriers block recorded calls without it.',
	}),
	privateSms: {
		displayName: 'Allow SMS',
		type: 'boolean',
		default: true,
		description:
			'Whether both people may text each other through the privacy number (是否支持短信)',
	},
	callerHintTone: toneField({
		displayName: 'Waiting Tone for A',
		description:
			"Tone file that A hears while waiting (通话前等待音), instead of B's ring-back tone",
	}),
	calleeHintTone: toneField({
		displayName: 'Waiting Tone for B',
		description:
			"Tone file that B hears while waiting (通话前等待音), instead of A's ring-back tone",
	}),
	preVoiceX: toneField({
		displayName: 'Waiting Tone of X',
		description:
			'Tone file for calls through X, heard while waiting (X号码通话前等待音). The documents differ on which of the two hears it.',
	}),
	preVoiceY: toneField({
		displayName: 'Waiting Tone of Y',
		description:
			'Tone file for calls through Y, heard while waiting (Y号码通话前等待音). The documents differ on which of the two hears it.',
	}),
	userData: {
		displayName: 'User Data',
		type: 'string',
		default: '',
		placeholder: 'e.g. order 20260101-17',
		description:
			'Your own data, such as an order number (用户附属信息). Comes back in every event, call record and text. Any text or JSON; at most 256 characters, Chinese counts four.',
	},
};

/** The fields of these settings, with what a mode says otherwise. */
export function settingFields(
	names: readonly SettingName[],
	otherwise: Otherwise = {},
): INodeProperties[] {
	return names.map((name) => ({ ...SETTING_FIELDS[name], ...otherwise[name], name }));
}
