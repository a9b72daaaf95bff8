import * as ax from '../../platform/modes/ax';
import { bind, type ChooseX } from '../../platform/modes/axBind';
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
import * as own from './fields';

/** Binds A to a privacy number (AX模式绑定接口). Source: CreateAXBinding. */
const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create AX binding',
	description: 'Give a person a privacy number on which everybody can call (绑定)',
	fields: [
		{ ...own.origNum, required: true },
		own.chooseNumberBy,
		common.shownWhen('chooseNumberBy', ['number'], own.privateNum),
		common.shownWhen('chooseNumberBy', ['area'], common.areaCode),
		common.shownWhen('chooseNumberBy', ['area'], common.areaMatchMode),
		common.collection('options', [...own.settings, common.onConflict]),
		choices.recordingNotice('options'),
		choices.realCallerNotice('options', 'calleeNumDisplay'),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const options = fields.collection('options');
		const request = {
			origNum: fields.requiredPhone('origNum'),
			choose: chosenNumber(fields),
			...changes(options),
			recordHintTone: options.text('recordHintTone'),
			callerHintTone: options.text('callerHintTone'),
			calleeHintTone: options.text('calleeHintTone'),
		};
		const { binding, alreadyBound } = await bind(platform, request, usesExisting(options));
		return {
			subscriptionId: binding.subscriptionId,
			privateNum: binding.privateNum,
			origNum: request.origNum,
			callDirection: binding.callDirection,
			maxDuration: binding.maxDuration,
			alreadyBound,
		};
	},
};

/** Changes a binding (AX模式绑定信息修改接口). Source: ModifyAXBinding. */
const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update AX binding',
	description: 'Change the person or the settings of a privacy number (修改绑定)',
	fields: [
		...own.key,
		common.collection('updateFields', [own.newOrigNum, ...own.changeable]),
		choices.recordingNoticeOfUpdate,
		choices.realCallerNotice('updateFields', 'calleeNumDisplay'),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const which = keyOf(fields);
		const wanted = fields.filledCollection('updateFields');
		await ax.modify(platform, which, { origNum: wanted.phone('origNum'), ...changes(wanted) });
		return { updated: true, ...which };
	},
};

/** Reads one binding, or those of a person (AX模式绑定信息查询接口). Source: QueryAXBinding. */
const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get AX binding',
	description: 'Read one binding, or all of a person, up to five (查询绑定)',
	fields: own.wanted,
	remember: false,
	run: async ({ platform, fields }) => {
		const found = await ax.get(platform, wantedOf(fields));
		return found.map((binding) => ({ ...binding }));
	},
};

/** Lists the bindings of a person (AX模式绑定信息查询接口). Source: QueryAXBinding. */
const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many AX bindings',
	description: 'List the privacy numbers of a person (查询绑定列表)',
	fields: [{ ...own.origNum, required: true }, common.returnAll, common.limit],
	remember: false,
	run: async ({ platform, fields }) => {
		const found = await ax.list(platform, fields.requiredPhone('origNum'));
		return found.slice(0, limitOf(fields)).map((binding) => ({ ...binding }));
	},
};

/** Unbinds X from A (AX模式解绑接口). Source: DeleteAXBinding. */
const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete AX binding',
	description: 'Unbind, so that the privacy number no longer reaches the person (解绑)',
	fields: [...own.key, common.collection('options', [common.ignoreNotFound])],
	remember: true,
	run: async ({ platform, fields }) =>
		deleted(await ax.unbind(platform, keyOf(fields), ignoresNotFound(fields))),
};

/** Names whom A reaches next (AX模式设置临时被叫接口). Source: SetAXTemporaryCallee. */
const setTemporaryCallee: Operation = {
	name: 'Set Temporary Callee',
	value: 'setTemporaryCallee',
	action: 'Set temporary callee of AX binding',
	description:
		'Name whom the person reaches with the next call to the privacy number; needed before each such call (设置临时被叫)',
	fields: [
		...own.key,
		own.calleeNum,
		common.collection('options', [own.calleeDuration, own.calleeUserData]),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const which = keyOf(fields);
		const options = fields.collection('options');
		const calleeNum = fields.requiredCallee('calleeNum');
		const kept = await ax.setTemporaryCallee(platform, which, {
			calleeNum,
			duration: options.integer('duration'),
			userData: options.any('userData'),
		});
		return { set: true, ...which, calleeNum, ...kept };
	},
};

/** Bindings of one person to privacy numbers. */
export const bindingResource: Resource = {
	name: 'Binding',
	value: 'binding',
	operations: [create, remove, get, getAll, setTemporaryCallee, update],
};

function chosenNumber(fields: Fields): ChooseX {
	return fields.choice('chooseNumberBy', ['number', 'area']) === 'area'
		? { by: 'area', ...areaOf(fields) }
		: { by: 'number', privateNum: fields.requiredPhone('privateNum') };
}

function keyOf(fields: Fields): ax.AxKey {
	return fields.choice('identifyBy', ['subscriptionId', 'privateNumber']) === 'privateNumber'
		? { privateNum: fields.requiredPhone('privateNum') }
		: { subscriptionId: fields.requiredText('subscriptionId') };
}

function wantedOf(fields: Fields): Parameters<typeof ax.get>[1] {
	switch (fields.choice('findBy', ['subscriptionId', 'privateNumber', 'userNumber'])) {
		case 'privateNumber':
			return { privateNum: fields.requiredPhone('privateNum') };
		case 'userNumber':
			return { origNum: fields.requiredPhone('origNum') };
		default:
			return { subscriptionId: fields.requiredText('subscriptionId') };
	}
}

function changes(from: Fields): ax.AxChanges {
	return {
		callDirection: directionOf(from),
		maxDuration: from.integer('maxDuration'),
		lastMinVoice: from.text('lastMinVoice'),
		recordFlag: from.flag('recordFlag'),
		privateSms: from.flag('privateSms'),
		calleeNumDisplay: from.choice('calleeNumDisplay', ['0', '1']),
		turnFlag: from.choice('turnFlag', ['on', 'off']),
		userData: from.any('userData'),
	};
}
