import type { INodeProperties } from 'n8n-workflow';

import { AXB_SETTINGS } from '../../platform/modes/settings/modes';
import * as common from '../shared/bindingFields';
import * as choices from '../shared/choices';
import { deleteAllNotice } from '../shared/notices';
import { settingFields } from '../shared/settingFields';

export const callerNum: INodeProperties = {
	...common.phoneField({
		displayName: 'Number A',
		description: 'Number of the first person (A号码), in any usual spelling',
	}),
	name: 'callerNum',
};

export const calleeNum: INodeProperties = {
	...common.phoneField({
		displayName: 'Number B',
		placeholder: 'e.g. 139 0000 0002',
		description: 'Number of the second person (B号码), in any usual spelling',
	}),
	name: 'calleeNum',
};

export const relationNum: INodeProperties = {
	...common.phoneField({
		displayName: 'Privacy Number (X)',
		placeholder: 'e.g. 170 0000 0003',
		description:
			'Number that both people see and call (隐私号码X), one ordered for the application',
	}),
	name: 'relationNum',
	required: true,
};

const chooseNumberBy = choices.chooseNumberBy({
	name: 'Area of Number A',
	value: 'auto',
	description: 'A free number of the city of A (按A号码归属地选号)',
});

/** Which X a new binding gets. */
export const numberChoice: INodeProperties[] = [
	chooseNumberBy,
	common.shownWhen('chooseNumberBy', ['number'], relationNum),
	common.shownWhen('chooseNumberBy', ['area'], common.areaCode),
	common.shownWhen('chooseNumberBy', ['area'], common.areaMatchMode),
];

/** Settings of a new binding. */
export const settings = settingFields(AXB_SETTINGS);

/** Settings of an existing one, whose life is counted anew. */
export const changes = settingFields(AXB_SETTINGS, {
	duration: {
		displayName: 'New Life of Binding (Seconds)',
		description:
			'After how many seconds from this change the platform unbinds by itself (绑定时长): up to 7776000 (90 days), 0 for never',
	},
});

const identifyBy = choices.identifyBy('identifyBy', [
	{ ...choices.byBindingId, description: 'Unbind one pair (绑定ID)' },
	{
		name: 'Privacy Number (X)',
		value: 'privateNumber',
		description: 'Unbind every pair of a number (隐私号码X)',
	},
]);

const deleteAll: INodeProperties = {
	displayName: 'Delete All Bindings of This Number',
	name: 'deleteAll',
	type: 'boolean',
	default: false,
	description: 'Whether to remove every binding of the privacy number, up to 5000 (全部解绑)',
};

/** What to unbind: one pair, or every pair of X. */
export const whatToDelete: INodeProperties[] = [
	identifyBy,
	common.shownWhen('identifyBy', ['subscriptionId'], common.subscriptionId),
	common.shownWhen('identifyBy', ['privateNumber'], relationNum),
	deleteAllNotice,
	common.shownWhen('identifyBy', ['privateNumber'], deleteAll),
];
