import * as axyb from '../../platform/modes/axyb';
import { AXYB_SETTINGS } from '../../platform/modes/settings/modes';
import * as common from '../shared/bindingFields';
import { recordingNotice } from '../shared/notices';
import type { Operation, Resource } from '../shared/operation';
import { areaIn, deleted, ignoresNotFound, keyIn, settingsIn } from '../shared/values';
import * as own from './fields';

/** Binds A to an X of an area (AXYB模式绑定接口). */
const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create AXYB binding',
	description: 'Give A a privacy number X (绑定AX), whose callers become peers',
	asks: 'axyb.bind',
	fields: [
		own.numberA,
		common.areaCode,
		common.areaMatchMode,
		common.collection('options', own.settings),
		recordingNotice('options'),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const binding = await axyb.bind(platform, {
			origNum: fields.requiredPhone('origNum'),
			area: areaIn(fields),
			...settingsIn(fields.collection('options'), AXYB_SETTINGS),
		});
		// The platform picks another X for every binding: none is ever an older one.
		return { ...binding, alreadyBound: false };
	},
};

/** Reads the relations of A, X, Y and B (AXYB模式绑定信息查询接口). */
const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get AXYB binding',
	description: 'Read a binding with its peers, one item for each of up to five (查询绑定)',
	asks: 'axyb.query',
	fields: own.key,
	remember: false,
	run: async ({ platform, fields }) => {
		const other = () => ({ relationNum: fields.requiredPhone('relationNum') });
		return await axyb.get(platform, keyIn(fields, 'privateNumber', other));
	},
};

/** Unbinds X from A, with every peer (AXYB模式解绑接口). */
const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete AXYB binding',
	description: 'Unbind A and every peer, so that X and Y no longer connect them (解绑)',
	asks: 'axyb.unbind',
	fields: [common.subscriptionId, common.collection('options', [common.ignoreNotFound])],
	remember: true,
	run: async ({ platform, fields }) => {
		const subscriptionId = fields.requiredId('subscriptionId');
		return deleted(await axyb.unbind(platform, subscriptionId, ignoresNotFound(fields)));
	},
};

/** Bindings of one person to a privacy number X. */
export const bindingResource: Resource = {
	name: 'Binding',
	value: 'binding',
	operations: [create, remove, get],
};
