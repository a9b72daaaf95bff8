import type { INodeProperties } from 'n8n-workflow';

import * as common from '../shared/bindingFields';
import * as choices from '../shared/choices';

export const numberA = common.phoneField({
	displayName: 'Number A',
	name: 'origNum',
	required: true,
	description:
		'Number of the first person (A号码), in any usual spelling. A landline can be called but cannot call.',
});

export const numberB = common.phoneField({
	displayName: 'Number B',
	name: 'origNum',
	required: true,
	placeholder: 'e.g. 139 0000 0002',
	description:
		'Number of the other person (B号码), in any usual spelling. A landline can be called but cannot call.',
});

export const relationNum = common.phoneField({
	displayName: 'Privacy Number (X)',
	name: 'relationNum',
	required: true,
	placeholder: 'e.g. 170 0000 0003',
	description: 'Number that stands for A (隐私号码X), as Create gives it',
});

export const yNum = common.phoneField({
	displayName: 'Privacy Number (Y)',
	name: 'yNum',
	required: true,
	placeholder: 'e.g. 170 0000 0004',
	description: 'Number that stands for B (隐私号码Y), as Add gives it',
});

export const bNum: INodeProperties = { ...numberB, name: 'bNum' };

/** City of the wanted Y, which may be left to the platform. */
export const areaCodeOfY: INodeProperties = {
	...common.areaCode,
	required: false,
	description:
		'City code of the wanted privacy number Y (城市码), with its 0. Leave it empty to let the platform choose.',
};

/** Means nothing as long as no city is given. */
export const areaMatchModeOfY: INodeProperties = {
	...common.areaMatchMode,
	displayOptions: { hide: { areaCode: [''] } },
};

const callDirection = choices.callDirection({
	both: 'A calls Y and reaches B, B calls X and reaches A (双向)',
	a: 'Only A may call, through Y',
	other: { name: 'Only B', description: 'Only B may call, through X' },
});

const seconds = (part: Pick<INodeProperties, 'displayName' | 'name' | 'description'>) =>
	({
		...part,
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 7_776_000 },
		default: 0,
	}) satisfies INodeProperties;

const duration = seconds({
	displayName: 'Life of Binding (Seconds)',
	name: 'duration',
	description:
		'After how many seconds the platform unbinds by itself, with every peer (绑定时长): 60 to 7776000 (90 days), 0 for never',
});

const lifeOfNewPeers = seconds({
	displayName: 'Life of New Peers (Seconds)',
	name: 'ybDuration',
	description:
		'How long a B stays bound who called X without having been added (YB绑定时长), in seconds: 60 to 7776000 (90 days), 0 for as long as the binding',
});

const lifeOfPeer = seconds({
	displayName: 'Life of Peer (Seconds)',
	name: 'ybDuration',
	description:
		'After how many seconds the platform removes this B by itself (YB绑定时长): 60 to 7776000 (90 days), 0 for as long as the binding',
});

const preVoiceX = common.toneField({
	displayName: 'Waiting Tone of X',
	name: 'preVoiceX',
	description:
		'Tone file for calls through X, heard while waiting (X号码通话前等待音). The documents differ on which of the two hears it.',
});

const preVoiceY = common.toneField({
	displayName: 'Waiting Tone of Y',
	name: 'preVoiceY',
	description:
		'Tone file for calls through Y, heard while waiting (Y号码通话前等待音). The documents differ on which of the two hears it.',
});

const userData: INodeProperties = {
	...common.userData,
	description:
		'Your own data, such as an order number (用户附属信息). Comes back in events and call records. Any text or JSON; at most 256 characters, Chinese counts four.',
};

/** Settings of a new binding. */
export const bindingSettings = [
	callDirection,
	duration,
	lifeOfNewPeers,
	common.recordFlag,
	common.recordHintTone,
	preVoiceX,
	userData,
];

/** Settings of a new peer. */
export const peerSettings = [lifeOfPeer, preVoiceX, preVoiceY, userData];
