import type { INodeProperties } from 'n8n-workflow';

import * as common from '../shared/bindingFields';
import * as choices from '../shared/choices';

export const bindNum = common.phoneField({
	displayName: 'Number A',
	name: 'bindNum',
	required: true,
	description:
		'Number of the person to protect (A号码), in any usual spelling. A landline can be called but cannot call back. Carriers block calls to numbers that were not reported to Huawei before (报备实际使用人号码).',
});

export const virtualNum = common.phoneField({
	displayName: 'Privacy Number (X)',
	name: 'virtualNum',
	required: true,
	placeholder: 'e.g. 170 0000 0003',
	description:
		'Number that everybody else calls (隐私号码X), one ordered for the application. It carries many people; about 200 at most are advised.',
});

export const chooseNumberBy = choices.chooseNumberBy(
	'Use the number given here. Only then can a repeated binding be recognised.',
);

/** The extension that an existing binding has. */
const extendNum: INodeProperties = {
	displayName: 'Extension (E)',
	name: 'extendNum',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 0012',
	description: 'Extension of the person (分机号), 1 to 4 digits with their zeros',
};

/** The extension that a new binding shall have. */
export const wantedExtension: INodeProperties = {
	...extendNum,
	required: false,
	description:
		'Extension for the person (分机号), with its zeros and as many digits as the application has. Leave it empty to let the platform pick a free one.',
};

/** One binding, by its ID or by X and extension. */
export const key: INodeProperties[] = [
	{
		displayName: 'Identify By',
		name: 'identifyBy',
		type: 'options',
		options: [
			{
				name: 'Binding ID',
				value: 'subscriptionId',
				description: 'The ID that Create gives (绑定ID)',
			},
			{
				name: 'Privacy Number and Extension',
				value: 'extension',
				description: 'The number and the extension that callers dial (隐私号码和分机号)',
			},
		],
		default: 'subscriptionId',
		description: 'How the binding is named (绑定标识方式)',
	},
	common.shownWhen('identifyBy', ['subscriptionId'], common.subscriptionId),
	common.shownWhen('identifyBy', ['extension'], virtualNum),
	common.shownWhen('identifyBy', ['extension'], extendNum),
];

const displayNumMode = choices.numberShown('displayNumMode');

const callbackNum = common.phoneField({
	displayName: 'Call-Back Number',
	name: 'callbackNum',
	placeholder: 'e.g. 0755-28000001',
	description:
		'Number that A reaches on the privacy number when nobody has called A before (回呼记录不存在时的转接号码), such as a service desk',
});

const callbackTone = common.toneField({
	displayName: 'Call-Back Tone',
	name: 'callbackTone',
	placeholder: 'e.g. callbackTone.wav',
	description:
		'Tone file that A hears on the privacy number when nobody has called A before (回呼记录不存在时的提示音); then the call ends',
});

const timeUnit: INodeProperties = {
	displayName: 'Unit of Times',
	name: 'timeUnit',
	type: 'options',
	options: [
		{ name: 'Hours', value: '0', description: 'Both times are in hours (小时)' },
		{ name: 'Minutes', value: '1', description: 'Both times are in minutes (分钟)' },
	],
	default: '0',
	description: 'Unit of Life of Binding and Life of Call-Back (时间单位), hours when it is not set',
};

const callbackExpiredTime: INodeProperties = {
	displayName: 'Life of Call-Back',
	name: 'callbackExpiredTime',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 10_080 },
	default: 24,
	description:
		'How long A can call back who called last (回呼记录保持时间), in the unit of times: at most 168 hours or 10080 minutes, and not longer than the binding',
};

const life: INodeProperties = {
	displayName: 'Life of Binding',
	name: 'bindExpiredTime',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 43_200 },
	default: 168,
	description:
		'After how long the platform unbinds by itself (绑定关系保持时间), in the unit of times: at most 720 hours or 43200 minutes, 0 for never. When it is not set, 168 hours.',
};

/** New life of an existing binding. */
const newLife: INodeProperties = {
	...life,
	description:
		'New life of the binding (绑定关系保持时间), in the unit of times: at most 720 hours or 43200 minutes, 0 for never. Get goes on telling the life that was bound.',
};

const settings = [
	displayNumMode,
	common.recordFlag,
	common.recordHintTone,
	callbackTone,
	callbackNum,
	timeUnit,
	callbackExpiredTime,
];

const userData: INodeProperties = {
	...common.userData,
	description:
		'Your own data, such as an order number (用户附属信息). Comes back in events and call records. Any text or JSON; at most 256 characters, Chinese counts four.',
};

/** Settings of a new binding. */
export const newSettings = [...settings, life, userData, common.onConflict];

/** Settings that an update may change. */
export const changeable = [...settings, newLife];

/** Warns of what takes the place of the call-back tone. */
export function callbackNotice(
	collection: 'options' | 'updateFields',
	displayName: string,
): INodeProperties {
	const isThere = [{ _cnd: { exists: true as const } }];
	return {
		displayName,
		name: 'callbackNotice',
		type: 'notice',
		default: '',
		displayOptions: {
			show: {
				[`/${collection}.callbackTone`]: isThere,
				[`/${collection}.callbackNum`]: isThere,
			},
		},
	};
}
