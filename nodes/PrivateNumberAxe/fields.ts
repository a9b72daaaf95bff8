import type { INodeProperties } from 'n8n-workflow';

import { AXE_CHANGES, AXE_SETTINGS } from '../../platform/modes/settings/modes';
import * as common from '../shared/bindingFields';
import * as choices from '../shared/choices';
import { settingFields } from '../shared/settingFields';

export const bindNum: INodeProperties = {
	...common.phoneField({
		displayName: 'Number A',
		description:
			'Number of the person to protect (A号码), in any usual spelling. A landline can be called but cannot call back. Carriers block calls to numbers that were not reported to Huawei before (报备实际使用人号码).',
	}),
	name: 'bindNum',
	required: true,
};

/** A privacy number of the application: from the list that the platform has, or typed. */
export const virtualNum: INodeProperties = {
	displayName: 'Privacy Number (X)',
	name: 'virtualNum',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		'Number that everybody else calls (隐私号码X), one ordered for the application. It carries many people; about 200 at most are advised.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'e.g. +8617000000003',
			typeOptions: { searchListMethod: 'searchNumbers', searchable: true },
		},
		{
			displayName: 'By Number',
			name: 'number',
			type: 'string',
			placeholder: 'e.g. 170 0000 0003',
		},
	],
};

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
const wantedExtension: INodeProperties = {
	...extendNum,
	required: false,
	description:
		'Extension for the person (分机号), with its zeros and as many digits as the application has. Leave it empty to let the platform pick a free one.',
};

/** Which X and extension a new binding gets. */
export const numberChoice: INodeProperties[] = [
	choices.chooseNumberBy(),
	common.shownWhen('chooseNumberBy', ['number'], virtualNum),
	common.shownWhen('chooseNumberBy', ['number'], wantedExtension),
	common.shownWhen('chooseNumberBy', ['area'], common.areaCode),
	common.shownWhen('chooseNumberBy', ['area'], common.areaMatchMode),
];

/** One binding, by its ID or by X and extension. */
export const key: INodeProperties[] = [
	choices.identifyBy('identifyBy', [
		choices.byBindingId,
		{
			name: 'Privacy Number and Extension',
			value: 'extension',
			description: 'What callers dial (隐私号码和分机号)',
		},
	]),
	common.shownWhen('identifyBy', ['subscriptionId'], common.subscriptionId),
	common.shownWhen('identifyBy', ['extension'], virtualNum),
	common.shownWhen('identifyBy', ['extension'], extendNum),
];

/** Settings of a new binding. */
export const settings = settingFields(AXE_SETTINGS, {
	userData: {
		description:
			'Your own data, such as an order number (用户附属信息). Comes back in events and call records. Any text or JSON; at most 256 characters, Chinese counts four.',
	},
});

/** Settings that an update may change. */
export const changes = settingFields(AXE_CHANGES, {
	bindExpiredTime: {
		description:
			'New life of the binding (绑定关系保持时间), in the unit of times: at most 720 hours or 43200 minutes, 0 for never. Get goes on telling the life that was bound.',
	},
});
