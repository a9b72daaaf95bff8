import * as axe from '../../platform/modes/axe';
import { bind, type ChooseX } from '../../platform/modes/axeBind';
import * as lists from '../../platform/modes/axeList';
import { AXE_CHANGES, AXE_SETTINGS } from '../../platform/modes/settings/modes';
import { narrow } from '../../platform/wire/phoneNumber';
import * as common from '../shared/bindingFields';
import type { Fields } from '../shared/fields';
import { callbackNotice, realCallerNotice, recordingNotice } from '../shared/notices';
import type { Operation, Resource } from '../shared/operation';
import {
	areaIn,
	deleted,
	ignoresNotFound,
	keyIn,
	limitIn,
	settingsIn,
	usesExisting,
} from '../shared/values';
import * as own from './fields';

/** Binds A to an extension of a privacy number (AXE模式绑定接口). Source: CreateAXEBinding. */
const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create AXE binding',
	description: 'Give a person an extension of a privacy number (绑定)',
	asks: 'axe.bind',
	fields: [
		own.bindNum,
		...own.numberChoice,
		common.collection('options', [...own.settings, common.onConflict]),
		recordingNotice('options'),
		realCallerNotice('options', 'displayNumMode'),
		callbackNotice('options', 'Give either Call-Back Number or Call-Back Tone, not both.'),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const options = fields.collection('options');
		const request = {
			bindNum: fields.requiredPhone('bindNum'),
			choose: chosenNumber(fields),
			...settingsIn(options, AXE_SETTINGS),
		};
		const { binding, alreadyBound } = await bind(platform, request, usesExisting(options));
		const { privateNumber, extension, numberA, timeUnit, subscriptionId } = binding;
		const { bindExpiredTime, callbackExpiredTime, expiresAt } = binding;
		return {
			privateNumber,
			extension,
			numberA,
			expiresAt,
			timeUnit,
			bindExpiredTime,
			callbackExpiredTime,
			alreadyBound,
			subscriptionId,
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
	asks: 'axe.modify',
	fields: [
		...own.key,
		common.collection('updateFields', own.changes),
		recordingNotice('updateFields'),
		realCallerNotice('updateFields', 'displayNumMode'),
		callbackNotice(
			'updateFields',
			'The platform takes one of both: with Call-Back Number, Call-Back Tone is not heard.',
		),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const which = keyOf(fields);
		const changes = settingsIn(fields.changes(), AXE_CHANGES);
		await axe.modify(platform, which, changes);
		return { updated: true, ...told(which) };
	},
};

/** Reads a binding (AXE模式绑定信息查询接口). Source: QueryAXEBinding(v1.0). */
const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get AXE binding',
	description: 'Read one binding (查询绑定)',
	asks: 'axe.query',
	fields: own.key,
	remember: false,
	run: async ({ platform, fields }) => await axe.get(platform, keyOf(fields)),
};

/** Lists the bindings of a privacy number (AXE模式绑定信息查询接口). Source: QueryAXEBinding(v2.0). */
const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many AXE bindings',
	description: 'List the people and extensions of a privacy number (查询绑定列表)',
	asks: 'axe.queryV2',
	fields: [own.virtualNum, common.returnAll, common.limit],
	remember: false,
	run: async ({ platform, fields }) =>
		await lists.list(platform, fields.requiredPhone('virtualNum'), limitIn(fields)),
};

/** Tells how often a number was bound (AXE模式绑定次数查询接口). Source: QueryAXEBindingCount. */
const count: Operation = {
	name: 'Count',
	value: 'count',
	action: 'Count AXE bindings',
	description:
		'Tell how often a privacy number was bound (绑定次数). Perhaps more than it holds now: Get Many tells those.',
	asks: 'axe.bindingCount',
	fields: [own.virtualNum],
	remember: false,
	run: async ({ platform, fields }) => {
		const privateNumber = fields.requiredPhone('virtualNum');
		return { privateNumber, timesBound: await lists.count(platform, privateNumber) };
	},
};

/** Takes the extension away from A (AXE模式解绑接口). Source: DeleteAXEBinding. */
const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete AXE binding',
	description: 'Unbind, so that the extension no longer reaches the person (解绑)',
	asks: 'axe.unbind',
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
	const extendNum = narrow(fields.text('extendNum') ?? '');
	return fields.choice('chooseNumberBy', ['number', 'area']) === 'area'
		? { by: 'area', ...areaIn(fields), extendNum }
		: { by: 'number', virtualNum: fields.requiredPhone('virtualNum'), extendNum };
}

function keyOf(fields: Fields): axe.AxeKey {
	return keyIn(fields, 'extension', () => ({
		virtualNum: fields.requiredPhone('virtualNum'),
		extendNum: narrow(fields.requiredText('extendNum')),
	}));
}

/** What names a binding, in the words of outputs. */
function told(which: axe.AxeKey) {
	if (!('extendNum' in which)) return which;
	return { privateNumber: which.virtualNum, extension: which.extendNum };
}
