import * as axe from '../../platform/modes/axe';
import { bind, type ChooseX } from '../../platform/modes/axeBind';
import { count as countBindings, list } from '../../platform/modes/axeList';
import * as common from '../shared/bindingFields';
import * as choices from '../shared/choices';
import type { Fields } from '../shared/fields';
import type { Operation, Resource } from '../shared/operation';
import { areaOf, deleted, ignoresNotFound, limitOf, usesExisting } from '../shared/values';
import * as own from './fields';

/** Binds A to an extension of a privacy number (AXE模式绑定接口). Source: CreateAXEBinding. */
const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create AXE binding',
	description: 'Give a person an extension of a privacy number (绑定)',
	fields: [
		own.bindNum,
		own.chooseNumberBy,
		common.shownWhen('chooseNumberBy', ['number'], own.virtualNum),
		common.shownWhen('chooseNumberBy', ['number'], own.wantedExtension),
		common.shownWhen('chooseNumberBy', ['area'], common.areaCode),
		common.shownWhen('chooseNumberBy', ['area'], common.areaMatchMode),
		common.collection('options', own.newSettings),
		choices.recordingNotice('options'),
		choices.realCallerNotice('options', 'displayNumMode'),
		own.callbackNotice('options', 'Give either Call-Back Number or Call-Back Tone, not both.'),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const options = fields.collection('options');
		const request = {
			bindNum: fields.requiredPhone('bindNum'),
			choose: chosenNumber(fields),
			...settings(options),
			userData: options.any('userData'),
		};
		const made = await bind(platform, request, usesExisting(options));
		const { binding, alreadyBound, expiresAt } = made;
		const { callbackExpiredTime } = binding;
		return {
			subscriptionId: binding.subscriptionId,
			virtualNum: binding.virtualNum,
			extendNum: binding.extendNum,
			bindNum: request.bindNum,
			timeUnit: binding.timeUnit,
			bindExpiredTime: binding.bindExpiredTime,
			...(callbackExpiredTime !== undefined && { callbackExpiredTime }),
			...(expiresAt !== undefined && { expiresAt }),
			alreadyBound,
		};
	},
};

/** Changes a binding (AXE模式绑定信息修改接口). Source: ModifyAXEBinding. */
const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update AXE binding',
	description:
		'Change the settings of a binding (修改绑定); its person and extension cannot be changed',
	fields: [
		...own.key,
		common.collection('updateFields', own.changeable),
		choices.recordingNotice('updateFields'),
		choices.realCallerNotice('updateFields', 'displayNumMode'),
		own.callbackNotice(
			'updateFields',
			'The platform takes one of both: with Call-Back Number, Call-Back Tone is not heard.',
		),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const which = keyOf(fields);
		await axe.modify(platform, which, settings(fields.filledCollection('updateFields')));
		return { updated: true, ...which };
	},
};

/** Reads a binding (AXE模式绑定信息查询接口). Source: QueryAXEBinding(v1.0). */
const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get AXE binding',
	description: 'Read one binding (查询绑定)',
	fields: own.key,
	remember: false,
	run: async ({ platform, fields }) => ({ ...(await axe.get(platform, keyOf(fields))) }),
};

/** Lists the bindings of a privacy number (AXE模式绑定信息查询接口). Source: QueryAXEBinding(v2.0). */
const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many AXE bindings',
	description: 'List the people and extensions of a privacy number (查询绑定列表)',
	fields: [own.virtualNum, common.returnAll, common.limit],
	remember: false,
	run: async ({ platform, fields }) => {
		const found = await list(platform, fields.requiredPhone('virtualNum'), limitOf(fields));
		return found.map((binding) => ({ ...binding }));
	},
};

/** Counts the bindings of a privacy number (AXE模式绑定次数查询接口). Source: QueryAXEBindingCount. */
const count: Operation = {
	name: 'Count',
	value: 'count',
	action: 'Count AXE bindings',
	description: 'Tell how many extensions of a privacy number are in use (查询绑定次数)',
	fields: [own.virtualNum],
	remember: false,
	run: async ({ platform, fields }) => {
		const virtualNum = fields.requiredPhone('virtualNum');
		return { virtualNum, count: await countBindings(platform, virtualNum) };
	},
};

/** Takes the extension away from A (AXE模式解绑接口). Source: DeleteAXEBinding. */
const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete AXE binding',
	description: 'Unbind, so that the extension no longer reaches the person (解绑)',
	fields: [...own.key, common.collection('options', [common.ignoreNotFound])],
	remember: true,
	run: async ({ platform, fields }) =>
		deleted(await axe.unbind(platform, keyOf(fields), ignoresNotFound(fields))),
};

/** Bindings of people to extensions of a privacy number. */
export const bindingResource: Resource = {
	name: 'Binding',
	value: 'binding',
	operations: [create, remove, count, get, getAll, update],
};

function chosenNumber(fields: Fields): ChooseX {
	const extendNum = fields.text('extendNum');
	return fields.choice('chooseNumberBy', ['number', 'area']) === 'area'
		? { by: 'area', ...areaOf(fields), extendNum }
		: { by: 'number', virtualNum: fields.requiredPhone('virtualNum'), extendNum };
}

function keyOf(fields: Fields): axe.AxeKey {
	if (fields.choice('identifyBy', ['subscriptionId', 'extension']) !== 'extension') {
		return { subscriptionId: fields.requiredText('subscriptionId') };
	}
	return {
		virtualNum: fields.requiredPhone('virtualNum'),
		extendNum: fields.requiredText('extendNum'),
	};
}

function settings(from: Fields): axe.AxeSettings {
	return {
		displayNumMode: from.choice('displayNumMode', ['0', '1']),
		recordFlag: from.flag('recordFlag'),
		recordHintTone: from.text('recordHintTone'),
		callbackTone: from.text('callbackTone'),
		callbackNum: from.phone('callbackNum'),
		timeUnit: from.choice('timeUnit', ['0', '1']),
		bindExpiredTime: from.integer('bindExpiredTime'),
		callbackExpiredTime: from.integer('callbackExpiredTime'),
	};
}
