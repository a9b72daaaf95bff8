import { areaCodeOf } from '../../platform/modes/areas';
import * as axyb from '../../platform/modes/axybPeer';
import { PEER_SETTINGS } from '../../platform/modes/settings/modes';
import * as common from '../shared/bindingFields';
import type { Fields } from '../shared/fields';
import type { Operation, Resource } from '../shared/operation';
import { deleted, ignoresNotFound, settingsIn } from '../shared/values';
import * as own from './fields';

/** Gives B a privacy number Y of a binding (AXYB模式绑定接口). */
const add: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Add peer to AXYB binding',
	description: 'Give B a privacy number Y, on which A reaches B (绑定YB)',
	asks: 'axyb.bindPeer',
	fields: [
		common.subscriptionId,
		own.numberB,
		own.areaCodeOfY,
		own.areaMatchModeOfY,
		common.collection('options', own.peerSettings),
	],
	remember: true,
	run: async ({ platform, fields }) =>
		await axyb.add(platform, {
			subscriptionId: fields.requiredId('subscriptionId'),
			origNum: fields.requiredPhone('origNum'),
			...areaOfY(fields),
			...settingsIn(fields.collection('options'), PEER_SETTINGS),
		}),
};

/** Takes Y away from B; A keeps X (AXYB模式解绑接口). */
const remove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Remove peer from AXYB binding',
	description: 'Take the privacy number Y away from B; A keeps X (解绑YB)',
	asks: 'axyb.unbindPeer',
	fields: [
		common.subscriptionId,
		...own.peerKey,
		common.collection('options', [common.ignoreNotFound]),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const subscriptionId = fields.requiredId('subscriptionId');
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
	const given = fields.text('areaCode');
	const areaMatchMode = fields.choice('areaMatchMode', ['0', '1']);
	if (given !== undefined) return { areaCode: areaCodeOf(given), areaMatchMode };
	return areaMatchMode === '0' ? {} : { areaMatchMode };
}
