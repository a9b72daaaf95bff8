import type { INodeProperties } from 'n8n-workflow';

import * as axyb from '../../platform/modes/axyb';
import * as common from '../shared/bindingFields';
import * as choices from '../shared/choices';
import type { Operation, Resource } from '../shared/operation';
import { areaOf, deleted, directionOf, ignoresNotFound } from '../shared/values';
import * as own from './fields';

/** Binds A to an X of an area (AXYB模式绑定接口). */
const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create AXYB binding',
	description: 'Give A a privacy number X (绑定AX), whose callers become peers',
	fields: [
		own.numberA,
		common.areaCode,
		common.areaMatchMode,
		common.collection('options', own.bindingSettings),
		choices.recordingNotice('options'),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const options = fields.collection('options');
		const binding = await axyb.bind(platform, {
			origNum: fields.requiredPhone('origNum'),
			area: areaOf(fields),
			callDirection: directionOf(options),
			duration: options.integer('duration'),
			ybDuration: options.integer('ybDuration'),
			recordFlag: options.flag('recordFlag'),
			recordHintTone: options.text('recordHintTone'),
			preVoiceX: options.text('preVoiceX'),
			userData: options.any('userData'),
		});
		// The platform picks another X for every binding: none is ever an older one.
		return { ...binding, alreadyBound: false };
	},
};

const identifyBy: INodeProperties = {
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
			name: 'Privacy Number (X)',
			value: 'privateNumber',
			description: 'The number that stands for A (隐私号码X)',
		},
	],
	default: 'subscriptionId',
	description: 'How the binding is named (绑定标识方式)',
};

/** Reads the relations of A, X, Y and B (AXYB模式绑定信息查询接口). */
const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get AXYB binding',
	description: 'Read a binding with its peers, one item for each of up to five (查询绑定)',
	fields: [
		identifyBy,
		common.shownWhen('identifyBy', ['subscriptionId'], common.subscriptionId),
		common.shownWhen('identifyBy', ['privateNumber'], own.relationNum),
	],
	remember: false,
	run: async ({ platform, fields }) => {
		const which =
			fields.choice('identifyBy', ['subscriptionId', 'privateNumber']) === 'privateNumber'
				? { relationNum: fields.requiredPhone('relationNum') }
				: { subscriptionId: fields.requiredText('subscriptionId') };
		const relations = await axyb.get(platform, which);
		return relations.map((relation) => ({ ...relation }));
	},
};

/** Unbinds X from A, with every peer (AXYB模式解绑接口). */
const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete AXYB binding',
	description: 'Unbind A and every peer, so that X and Y no longer connect them (解绑)',
	fields: [common.subscriptionId, common.collection('options', [common.ignoreNotFound])],
	remember: true,
	run: async ({ platform, fields }) => {
		const subscriptionId = fields.requiredText('subscriptionId');
		return deleted(await axyb.unbind(platform, subscriptionId, ignoresNotFound(fields)));
	},
};

/** Bindings of one person to a privacy number X. */
export const bindingResource: Resource = {
	name: 'Binding',
	value: 'binding',
	operations: [create, remove, get],
};
