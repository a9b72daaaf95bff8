import type { INodeProperties } from 'n8n-workflow';

import * as axb from '../../platform/modes/axb';
import { bind, type ChooseX } from '../../platform/modes/axbBind';
import { refuse } from '../../platform/codes/errors';
import * as common from '../shared/bindingFields';
import * as choices from '../shared/choices';
import type { Fields } from '../shared/fields';
import type { Operation, Resource } from '../shared/operation';
import {
	areaOf,
	deleted,
	directionOf,
	ignoresNotFound,
	limitOf,
	usesExisting,
} from '../shared/values';

const callerNum = common.phoneField({
	displayName: 'Number A',
	name: 'callerNum',
	description: 'Number of the first person (A号码), in any usual spelling',
});

const calleeNum = common.phoneField({
	displayName: 'Number B',
	name: 'calleeNum',
	placeholder: 'e.g. 139 0000 0002',
	description: 'Number of the second person (B号码), in any usual spelling',
});

const relationNum = common.phoneField({
	displayName: 'Privacy Number (X)',
	name: 'relationNum',
	placeholder: 'e.g. 170 0000 0003',
	description: 'Number that both people see and call (隐私号码X), one ordered for the application',
});

const chooseNumberBy = choices.chooseNumberBy(
	'Use the number given here. Only then can a repeated binding be recognised.',
	[
		{
			name: 'Area of Number A',
			value: 'auto',
			description: 'The platform picks a free number of the city of A, who must have a mobile',
		},
	],
);

const callDirection = choices.callDirection({
	both: 'A and B may call each other (双向)',
	a: 'Only A may call B',
	other: { name: 'Only B', description: 'Only B may call A' },
});

const duration: INodeProperties = {
	displayName: 'Life of Binding (Seconds)',
	name: 'duration',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 7776000 },
	default: 0,
	description:
		'After how many seconds the platform unbinds by itself (绑定时长): 60 to 7776000 (90 days), 0 for never',
};

const newDuration: INodeProperties = {
	...duration,
	displayName: 'New Life of Binding (Seconds)',
	description:
		'After how many seconds from this change the platform unbinds by itself (绑定时长): up to 7776000 (90 days), 0 for never',
};

const settingFields = [
	callDirection,
	common.maxDuration,
	common.lastMinVoice,
	common.recordFlag,
	common.recordHintTone,
	common.privateSms,
	common.callerHintTone,
	common.calleeHintTone,
	common.userData,
];

/** Binds A and B to one privacy number (AXB模式绑定接口). Source: CreateAXBBinding. */
const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create AXB binding',
	description: 'Let two people call and text each other through a privacy number (绑定)',
	fields: [
		{ ...callerNum, required: true },
		{ ...calleeNum, required: true },
		chooseNumberBy,
		common.shownWhen('chooseNumberBy', ['number'], { ...relationNum, required: true }),
		common.shownWhen('chooseNumberBy', ['area'], common.areaCode),
		common.shownWhen('chooseNumberBy', ['area'], common.areaMatchMode),
		common.collection('options', [duration, ...settingFields, common.onConflict]),
		choices.recordingNotice('options'),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const options = fields.collection('options');
		const request = {
			callerNum: fields.requiredPhone('callerNum'),
			calleeNum: fields.requiredPhone('calleeNum'),
			choose: chosenNumber(fields),
			...settings(options),
		};
		const { binding, alreadyBound } = await bind(platform, request, usesExisting(options));
		const { subscriptionId, relationNum, callDirection, duration, maxDuration, expiresAt } =
			binding;
		return {
			subscriptionId,
			relationNum,
			callerNum: request.callerNum,
			calleeNum: request.calleeNum,
			callDirection,
			duration,
			maxDuration,
			...(expiresAt !== undefined && { expiresAt }),
			alreadyBound,
		};
	},
};

/** Changes a binding (AXB模式绑定信息修改接口). Source: ModifyAXBBinding. */
const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update AXB binding',
	description: 'Change the people or the settings of a binding (修改绑定)',
	fields: [
		common.subscriptionId,
		common.collection('updateFields', [callerNum, calleeNum, newDuration, ...settingFields]),
		choices.recordingNotice('updateFields'),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const subscriptionId = fields.requiredText('subscriptionId');
		const changes = fields.filledCollection('updateFields');
		await axb.modify(platform, subscriptionId, {
			callerNum: changes.phone('callerNum'),
			calleeNum: changes.phone('calleeNum'),
			...settings(changes),
		});
		return { updated: true, subscriptionId };
	},
};

/** Reads a binding (AXB模式绑定信息查询接口). Source: QueryAXBBinding. */
const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get AXB binding',
	description: 'Read one binding (查询绑定)',
	fields: [common.subscriptionId],
	remember: false,
	run: async ({ platform, fields }) => ({
		...(await axb.get(platform, fields.requiredText('subscriptionId'))),
	}),
};

/** Lists the bindings of a privacy number (AXB模式绑定信息查询接口). Source: QueryAXBBinding. */
const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many AXB bindings',
	description: 'List the bindings of a privacy number (查询绑定列表)',
	fields: [
		{ ...relationNum, required: true },
		common.returnAll,
		common.limit,
		common.collection('filters', [callerNum, calleeNum]),
	],
	remember: false,
	run: async ({ platform, fields }) => {
		const filters = fields.filledCollection('filters');
		const filter = {
			relationNum: fields.requiredPhone('relationNum'),
			callerNum: filters.phone('callerNum'),
			calleeNum: filters.phone('calleeNum'),
		};
		const found = await axb.list(platform, filter, limitOf(fields));
		return found.map((binding) => ({ ...binding }));
	},
};

const identifyBy: INodeProperties = {
	displayName: 'Identify By',
	name: 'identifyBy',
	type: 'options',
	options: [
		{ name: 'Binding ID', value: 'subscriptionId', description: 'Unbind one binding' },
		{
			name: 'Privacy Number (X)',
			value: 'privateNumber',
			description: 'Unbind every binding of a privacy number',
		},
	],
	default: 'subscriptionId',
	description: 'Which bindings to remove (解绑方式)',
};

const deleteAll: INodeProperties = {
	displayName: 'Delete All Bindings of This Number',
	name: 'deleteAll',
	type: 'boolean',
	default: false,
	description: 'Whether to remove every binding of the privacy number, up to 5000 (全部解绑)',
};

/** Unbinds one binding or all of a privacy number (AXB模式解绑接口). Source: DeleteAXBBinding. */
const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete AXB binding',
	description: 'Unbind, so that the privacy number no longer connects the two (解绑)',
	fields: [
		identifyBy,
		common.shownWhen('identifyBy', ['subscriptionId'], common.subscriptionId),
		common.shownWhen('identifyBy', ['privateNumber'], { ...relationNum, required: true }),
		common.shownWhen('identifyBy', ['privateNumber'], deleteAll),
		common.collection('options', [common.ignoreNotFound]),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const ignoreNotFound = ignoresNotFound(fields);
		if (fields.choice('identifyBy', ['subscriptionId', 'privateNumber']) !== 'privateNumber') {
			const subscriptionId = fields.requiredText('subscriptionId');
			const result = await axb.unbind(platform, { subscriptionId }, ignoreNotFound);
			return deleted(result);
		}
		const relationNum = fields.requiredPhone('relationNum');
		if (fields.flag('deleteAll') !== true) {
			const count = await axb.count(platform, relationNum);
			throw refuse('deleteAll', false, 'deleteAll', { count, number: relationNum });
		}
		return deleted(await axb.unbind(platform, { relationNum }, ignoreNotFound));
	},
};

/** Bindings of two people to one privacy number. */
export const bindingResource: Resource = {
	name: 'Binding',
	value: 'binding',
	operations: [create, remove, get, getAll, update],
};

function chosenNumber(fields: Fields): ChooseX {
	switch (fields.choice('chooseNumberBy', ['number', 'area', 'auto'])) {
		case 'area':
			return { by: 'area', ...areaOf(fields) };
		case 'auto':
			return { by: 'auto' };
		default:
			return { by: 'number', relationNum: fields.requiredPhone('relationNum') };
	}
}

function settings(from: Fields): axb.AxbSettings {
	return {
		callDirection: directionOf(from),
		duration: from.integer('duration'),
		maxDuration: from.integer('maxDuration'),
		lastMinVoice: from.text('lastMinVoice'),
		recordFlag: from.flag('recordFlag'),
		recordHintTone: from.text('recordHintTone'),
		privateSms: from.flag('privateSms'),
		callerHintTone: from.text('callerHintTone'),
		calleeHintTone: from.text('calleeHintTone'),
		userData: from.any('userData'),
	};
}
