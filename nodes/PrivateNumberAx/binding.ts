import * as ax from '../../platform/modes/ax';
import { bind, type ChooseX } from '../../platform/modes/axBind';
import { AX_CHANGES, AX_SETTINGS } from '../../platform/modes/settings/modes';
import * as common from '../shared/bindingFields';
import type { Fields } from '../shared/fields';
import { realCallerNotice, recordingNotice, recordingNoticeOfUpdate } from '../shared/notices';
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

/** Binds A to a privacy number (AX模式绑定接口). Source: CreateAXBinding. */
const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create AX binding',
	description: 'Give a person a privacy number on which everybody can call (绑定)',
	asks: 'ax.bind',
	fields: [
		common.required(own.origNum),
		...own.numberChoice,
		common.collection('options', [...own.settings, common.onConflict]),
		recordingNotice('options'),
		realCallerNotice('options', 'calleeNumDisplay'),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const options = fields.collection('options');
		const request = {
			origNum: fields.requiredPhone('origNum'),
			choose: chosenNumber(fields),
			...settingsIn(options, AX_SETTINGS),
		};
		const { binding, alreadyBound } = await bind(platform, request, usesExisting(options));
		const { privateNumber, numberA, callDirection, maxDuration, subscriptionId } = binding;
		return { privateNumber, numberA, callDirection, maxDuration, alreadyBound, subscriptionId };
	},
};

/** Changes a binding (AX模式绑定信息修改接口). Source: ModifyAXBinding. */
const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update AX binding',
	description: 'Change the person or the settings of a privacy number (修改绑定)',
	asks: 'ax.modify',
	fields: [
		...own.key,
		common.collection('updateFields', [own.newOrigNum, ...own.changes]),
		recordingNoticeOfUpdate,
		realCallerNotice('updateFields', 'calleeNumDisplay'),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const which = keyOf(fields);
		const changes = fields.changes();
		await ax.modify(platform, which, {
			origNum: changes.phone('origNum'),
			...settingsIn(changes, AX_CHANGES),
		});
		return { updated: true, ...told(which) };
	},
};

/** Reads one binding, or those of a person (AX模式绑定信息查询接口). Source: QueryAXBinding. */
const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get AX binding',
	description: 'Read one binding, or all of a person, up to five (查询绑定)',
	asks: 'ax.query',
	fields: own.wanted,
	remember: false,
	run: async ({ platform, fields }) => await ax.get(platform, wantedIn(fields)),
};

/** Lists the bindings of a person (AX模式绑定信息查询接口). Source: QueryAXBinding. */
const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many AX bindings',
	description: 'List the privacy numbers of a person (查询绑定列表)',
	asks: 'ax.query',
	fields: [common.required(own.origNum), common.returnAll, common.limit],
	remember: false,
	run: async ({ platform, fields }) => {
		const limit = limitIn(fields);
		const found = await ax.list(platform, fields.requiredPhone('origNum'));
		return found.slice(0, limit);
	},
};

/** Unbinds X from A (AX模式解绑接口). Source: DeleteAXBinding. */
const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete AX binding',
	description: 'Unbind, so that the privacy number no longer reaches the person (解绑)',
	asks: 'ax.unbind',
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
	asks: 'ax.setTemporaryCallee',
	fields: [...own.key, own.calleeNum, common.collection('options', own.calleeOptions)],
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
		return { set: true, numberB: calleeNum, ...kept, ...told(which) };
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
		? { by: 'area', ...areaIn(fields) }
		: { by: 'number', privateNum: fields.requiredPhone('privateNum') };
}

function keyOf(fields: Fields): ax.AxKey {
	return keyIn(fields, 'privateNumber', () => ({ privateNum: fields.requiredPhone('privateNum') }));
}

/** What names a binding, in the words of outputs. */
function told(which: ax.AxKey) {
	return 'privateNum' in which ? { privateNumber: which.privateNum } : which;
}

function wantedIn(fields: Fields): Parameters<typeof ax.get>[1] {
	switch (fields.choice('findBy', ['subscriptionId', 'privateNumber', 'userNumber'])) {
		case 'privateNumber':
			return { privateNum: fields.requiredPhone('privateNum') };
		case 'userNumber':
			return { origNum: fields.requiredPhone('origNum') };
		default:
			return { subscriptionId: fields.requiredId('subscriptionId') };
	}
}
