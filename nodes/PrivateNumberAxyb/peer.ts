import type { INodeProperties } from 'n8n-workflow';

import * as axyb from '../../platform/modes/axybPeer';
import * as common from '../shared/bindingFields';
import type { Fields } from '../shared/fields';
import type { Operation, Resource } from '../shared/operation';
import { deleted, ignoresNotFound } from '../shared/values';
import * as own from './fields';

/** Gives B a privacy number Y of a binding (AXYB模式绑定接口). */
const add: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Add peer to AXYB binding',
	description: 'Give B a privacy number Y, on which A reaches B (绑定YB)',
	fields: [
		common.subscriptionId,
		own.numberB,
		own.areaCodeOfY,
		own.areaMatchModeOfY,
		common.collection('options', own.peerSettings),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const options = fields.collection('options');
		const peer = await axyb.add(platform, {
			subscriptionId: fields.requiredText('subscriptionId'),
			origNum: fields.requiredPhone('origNum'),
			...areaOfY(fields),
			ybDuration: options.integer('ybDuration'),
			preVoiceX: options.text('preVoiceX'),
			preVoiceY: options.text('preVoiceY'),
			userData: options.any('userData'),
		});
		return { ...peer };
	},
};

const removeBy: INodeProperties = {
	displayName: 'Remove By',
	name: 'removeBy',
	type: 'options',
	options: [
		{
			name: 'Privacy Number (Y)',
			value: 'peerNumber',
			description: 'The number that stands for B (隐私号码Y)',
		},
		{
			name: 'Number B',
			value: 'userNumber',
			description: 'The own number of B (B号码)',
		},
	],
	default: 'peerNumber',
	description: 'How the peer is named (解绑方式)',
};

/** Takes Y away from B; A keeps X (AXYB模式解绑接口). */
const remove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Remove peer from AXYB binding',
	description: 'Take the privacy number Y away from B; A keeps X (解绑YB)',
	fields: [
		common.subscriptionId,
		removeBy,
		common.shownWhen('removeBy', ['peerNumber'], own.yNum),
		common.shownWhen('removeBy', ['userNumber'], own.bNum),
		common.collection('options', [common.ignoreNotFound]),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const subscriptionId = fields.requiredText('subscriptionId');
		const which =
			fields.choice('removeBy', ['peerNumber', 'userNumber']) === 'userNumber'
				? { bNum: fields.requiredPhone('bNum') }
				: { yNum: fields.requiredPhone('yNum') };
		return deleted(await axyb.removePeer(platform, subscriptionId, which, ignoresNotFound(fields)));
	},
};

/** The other side of a binding: B, who is reached through Y. */
export const peerResource: Resource = { name: 'Peer', value: 'peer', operations: [add, remove] };

/** Strict matching is preset, and means nothing as long as no area is given. */
function areaOfY(fields: Fields): Pick<axyb.PeerRequest, 'areaCode' | 'areaMatchMode'> {
	const areaCode = fields.text('areaCode');
	const areaMatchMode = fields.choice('areaMatchMode', ['0', '1']);
	return areaCode === undefined && areaMatchMode === '0' ? {} : { areaCode, areaMatchMode };
}
