import type { INodeProperties } from 'n8n-workflow';

import { AXYB_SETTINGS, PEER_SETTINGS } from '../../platform/modes/settings/modes';
import * as common from '../shared/bindingFields';
import * as choices from '../shared/choices';
import { settingFields } from '../shared/settingFields';

export const numberA: INodeProperties = {
	...common.phoneField({
		displayName: 'Number A',
		description:
			'Number of the first person (A号码), in any usual spelling. A landline can be called but cannot call.',
	}),
	name: 'origNum',
	required: true,
};

export const numberB: INodeProperties = {
	...common.phoneField({
		displayName: 'Number B',
		placeholder: 'e.g. 139 0000 0002',
		description:
			'Number of the other person (B号码), in any usual spelling. A landline can be called but cannot call.',
	}),
	name: 'origNum',
	required: true,
};

const relationNum: INodeProperties = {
	...common.phoneField({
		displayName: 'Privacy Number (X)',
		placeholder: 'e.g. 170 0000 0003',
		description: 'Number that stands for A (隐私号码X), as Create gives it',
	}),
	name: 'relationNum',
	required: true,
};

const yNum: INodeProperties = {
	...common.phoneField({
		displayName: 'Privacy Number (Y)',
		placeholder: 'e.g. 170 0000 0004',
		description: 'Number that stands for B (隐私号码Y), as Add gives it',
	}),
	name: 'yNum',
	required: true,
};

/** A binding, by its ID or by X. */
export const key: INodeProperties[] = [
	choices.identifyBy('identifyBy', [
		choices.byBindingId,
		{
			name: 'Privacy Number (X)',
			value: 'privateNumber',
			description: 'The number that stands for A (隐私号码X)',
		},
	]),
	common.shownWhen('identifyBy', ['subscriptionId'], common.subscriptionId),
	common.shownWhen('identifyBy', ['privateNumber'], relationNum),
];

/** A peer, by Y or by B. */
export const peerKey: INodeProperties[] = [
	{
		...choices.identifyBy('removeBy', [
			{
				name: 'Privacy Number (Y)',
				value: 'peerNumber',
				description: 'The number that stands for B (隐私号码Y)',
			},
			{ name: 'Number B', value: 'userNumber', description: 'The own number of B (B号码)' },
		]),
		default: 'peerNumber',
	},
	common.shownWhen('removeBy', ['peerNumber'], yNum),
	common.shownWhen('removeBy', ['userNumber'], { ...numberB, name: 'bNum' }),
];

/** City of the wanted Y, which may be left to the platform. */
export const areaCodeOfY: INodeProperties = {
	...common.areaCode,
	required: false,
	description:
		'City of the wanted privacy number Y: its code or its name (城市码). Leave it empty to let the platform choose.',
};

/** Means nothing as long as no city is given. */
export const areaMatchModeOfY: INodeProperties = {
	...common.areaMatchMode,
	displayOptions: { hide: { areaCode: [''] } },
};

const ownUserData = {
	description:
		'Your own data, such as an order number (用户附属信息). Comes back in events and call records. Any text or JSON; at most 256 characters, Chinese counts four.',
};

/** Settings of a new binding. */
export const settings = settingFields(AXYB_SETTINGS, {
	callDirection: choices.directionChoice({
		both: 'A reaches B on Y, B reaches A on X (双向)',
		onlyA: 'Only A may call, through Y',
		onlyB: 'Only B may call, through X',
	}),
	duration: {
		description:
			'After how many seconds the platform unbinds by itself, with every peer (绑定时长): 60 to 7776000 (90 days), 0 for never',
	},
	ybDuration: {
		displayName: 'Life of New Peers (Seconds)',
		description:
			'How long a B stays bound who called X without having been added (YB绑定时长), in seconds: 60 to 7776000 (90 days), 0 for as long as the binding',
	},
	userData: ownUserData,
});

/** Settings of a new peer. */
export const peerSettings = settingFields(PEER_SETTINGS, { userData: ownUserData });
