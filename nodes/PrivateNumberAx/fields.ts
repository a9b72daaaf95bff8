import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { AX_CHANGES, AX_SETTINGS } from '../../platform/modes/settings/modes';
import * as common from '../shared/bindingFields';
import * as choices from '../shared/choices';
import { settingFields, type Otherwise } from '../shared/settingFields';

export const origNum: INodeProperties = {
	...common.phoneField({
		displayName: 'Number A',
		description:
			'Number of the person to protect (A号码), in any usual spelling. A landline can be called but cannot call.',
	}),
	name: 'origNum',
};

export const newOrigNum: INodeProperties = {
	...origNum,
	displayName: 'New Number A',
	description: 'Number that takes over the privacy number (新A号码), in any usual spelling',
};

const privateNum: INodeProperties = {
	...common.phoneField({
		displayName: 'Privacy Number (X)',
		placeholder: 'e.g. 170 0000 0003',
		description: 'Number that everybody else calls (隐私号码X), one ordered for the application',
	}),
	name: 'privateNum',
	required: true,
};

/** Which X a new binding gets. */
export const numberChoice: INodeProperties[] = [
	choices.chooseNumberBy(),
	common.shownWhen('chooseNumberBy', ['number'], privateNum),
	common.shownWhen('chooseNumberBy', ['area'], common.areaCode),
	common.shownWhen('chooseNumberBy', ['area'], common.areaMatchMode),
];

const byNumber: INodePropertyOptions = {
	name: 'Privacy Number (X)',
	value: 'privateNumber',
	description: 'It has one Number A only (隐私号码X)',
};

/** One binding, by ID or by X. */
export const key: INodeProperties[] = [
	choices.identifyBy('identifyBy', [choices.byBindingId, byNumber]),
	common.shownWhen('identifyBy', ['subscriptionId'], common.subscriptionId),
	common.shownWhen('identifyBy', ['privateNumber'], privateNum),
];

/** One binding, or all bindings of a person. */
export const wanted: INodeProperties[] = [
	choices.identifyBy('findBy', [
		choices.byBindingId,
		byNumber,
		{
			name: 'Number A',
			value: 'userNumber',
			description: 'Every number of a person, up to five (A号码)',
		},
	]),
	common.shownWhen('findBy', ['subscriptionId'], common.subscriptionId),
	common.shownWhen('findBy', ['privateNumber'], privateNum),
	common.shownWhen('findBy', ['userNumber'], common.required(origNum)),
];

const otherwise: Otherwise = {
	callDirection: choices.directionChoice(
		{
			both: 'A calls out over X, others call X (双向)',
			onlyA: 'A calls X and reaches the temporary callee',
			onlyB: 'Others call X and reach A',
		},
		'Only Others',
	),
	privateSms: {
		description:
			'Whether texts to and from the privacy number are passed on (是否支持短信). Leave it out when the application has no SMS.',
	},
	calleeHintTone: {
		displayName: 'Waiting Tone for Callers',
		description:
			"Tone file that others hear while waiting (通话前等待音), instead of A's ring-back tone",
	},
};

/** Settings of a new binding. */
export const settings = settingFields(AX_SETTINGS, otherwise);

/** Settings that an update may change. */
export const changes = settingFields(AX_CHANGES, otherwise);

export const calleeNum: INodeProperties = {
	...common.phoneField({
		displayName: 'Temporary Callee',
		placeholder: 'e.g. 139 0000 0002',
		description:
			'Whom A reaches with the next call to X (临时被叫号码); may also be a 400 or 95 number',
	}),
	name: 'calleeNum',
	required: true,
};

/** What else is said of a temporary callee. */
export const calleeOptions: INodeProperties[] = [
	{
		displayName: 'Keep For (Seconds)',
		name: 'duration',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 60,
		description: 'For how many seconds A can start that call (临时被叫关系保持时间)',
	},
	...settingFields(['userData'], {
		userData: {
			description:
				'Your own data, such as an order number (用户附属信息). Comes back in the events and the record of that call instead of the data of the binding. Any text or JSON; at most 256 characters, Chinese counts four.',
		},
	}),
];
