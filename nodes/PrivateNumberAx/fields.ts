import type { INodeProperties } from 'n8n-workflow';

import * as common from '../shared/bindingFields';
import * as choices from '../shared/choices';

export const origNum = common.phoneField({
	displayName: 'Number A',
	name: 'origNum',
	description:
		'Number of the person to protect (A号码), in any usual spelling. A landline can be called but cannot call.',
});

export const newOrigNum: INodeProperties = {
	...origNum,
	displayName: 'New Number A',
	description: 'Number that takes over the privacy number (新A号码), in any usual spelling',
};

export const privateNum = common.phoneField({
	displayName: 'Privacy Number (X)',
	name: 'privateNum',
	required: true,
	placeholder: 'e.g. 170 0000 0003',
	description: 'Number that everybody else calls (隐私号码X), one ordered for the application',
});

export const chooseNumberBy = choices.chooseNumberBy('Use the number given here');

const byId = {
	name: 'Binding ID',
	value: 'subscriptionId',
	description: 'The ID that Create gives (绑定ID)',
};
const byNumber = {
	name: 'Privacy Number (X)',
	value: 'privateNumber',
	description: 'A privacy number has one Number A only (隐私号码X)',
};
const byPerson = {
	name: 'Number A',
	value: 'userNumber',
	description: 'Every privacy number of a person, up to five (A号码)',
};

/** How one binding is named. */
export const identifyBy: INodeProperties = {
	displayName: 'Identify By',
	name: 'identifyBy',
	type: 'options',
	options: [byId, byNumber],
	default: 'subscriptionId',
	description: 'How the binding is named (绑定标识方式)',
};

/** One binding, by ID or by X. */
export const key: INodeProperties[] = [
	identifyBy,
	common.shownWhen('identifyBy', ['subscriptionId'], common.subscriptionId),
	common.shownWhen('identifyBy', ['privateNumber'], privateNum),
];

/** One binding, or all bindings of a person. */
export const wanted: INodeProperties[] = [
	{
		displayName: 'Find By',
		name: 'findBy',
		type: 'options',
		options: [byId, byNumber, byPerson],
		default: 'subscriptionId',
		description: 'How the binding is found (查询方式)',
	},
	common.shownWhen('findBy', ['subscriptionId'], common.subscriptionId),
	common.shownWhen('findBy', ['privateNumber'], privateNum),
	common.shownWhen('findBy', ['userNumber'], { ...origNum, required: true }),
];

const turnFlag: INodeProperties = {
	displayName: 'Power State',
	name: 'turnFlag',
	type: 'options',
	options: [
		{ name: 'On', value: 'on', description: 'Calls to X are connected (开机)' },
		{ name: 'Off', value: 'off', description: 'Callers of X hear that it is switched off (关机)' },
	],
	default: 'on',
	description: 'Whether the privacy number is switched on, as a phone is (隐私号开关机状态)',
};

const privateSms: INodeProperties = {
	...common.privateSms,
	description:
		'Whether texts to and from the privacy number are passed on (是否支持短信). Leave it out when the application has no SMS.',
};

/** Settings that an update may change too. */
export const changeable: INodeProperties[] = [
	choices.callDirection({
		both: 'A may call out over X, and others may call X (双向)',
		a: 'Only A may call X, to reach the temporary callee',
		other: { name: 'Only Others', description: 'Only others may call X, to reach A' },
	}),
	common.maxDuration,
	common.lastMinVoice,
	common.recordFlag,
	privateSms,
	choices.numberShown('calleeNumDisplay'),
	turnFlag,
	common.userData,
];

/** Settings of a new binding. */
export const settings: INodeProperties[] = [
	...changeable,
	common.recordHintTone,
	common.callerHintTone,
	{
		...common.calleeHintTone,
		displayName: 'Waiting Tone for Callers',
		description:
			"Tone file that others hear while waiting (通话前等待音), instead of A's ring-back tone",
	},
];

export const calleeNum = common.phoneField({
	displayName: 'Temporary Callee',
	name: 'calleeNum',
	required: true,
	placeholder: 'e.g. 139 0000 0002',
	description:
		'Whom A reaches with the next call to X (临时被叫号码); may also be a 400 or 95 number',
});

export const calleeDuration: INodeProperties = {
	displayName: 'Keep For (Seconds)',
	name: 'duration',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 60,
	description: 'For how many seconds A can start that call (临时被叫关系保持时间)',
};

export const calleeUserData: INodeProperties = {
	...common.userData,
	description:
		'Your own data, such as an order number (用户附属信息). Comes back in the events and the record of that call instead of the data of the binding. Any text or JSON; at most 256 characters, Chinese counts four.',
};
