import { refuse } from '../../platform/codes/errors';
import * as axb from '../../platform/modes/axb';
import { bind, type ChooseX } from '../../platform/modes/axbBind';
import { AXB_SETTINGS } from '../../platform/modes/settings/modes';
import * as common from '../shared/bindingFields';
import type { Fields } from '../shared/fields';
import { recordingNotice } from '../shared/notices';
import type { Operation, Resource } from '../shared/operation';
import {
	areaIn,
	deleted,
	ignoresNotFound,
	limitIn,
	settingsIn,
	usesExisting,
} from '../shared/values';
import * as own from './fields';

/** Binds A and B to one privacy number (AXB模式绑定接口). Source: CreateAXBBinding. */
const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create AXB binding',
	description: 'Let two people call and text each other through a privacy number (绑定)',
	asks: 'axb.bind',
	fields: [
		common.required(own.callerNum),
		common.required(own.calleeNum),
		...own.numberChoice,
		common.collection('options', [...own.settings, common.onConflict]),
		recordingNotice('options'),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const options = fields.collection('options');
		const request = {
			callerNum: fields.requiredPhone('callerNum'),
			calleeNum: fields.requiredPhone('calleeNum'),
			choose: chosenNumber(fields),
			...settingsIn(options, AXB_SETTINGS),
		};
		const { binding, alreadyBound } = await bind(platform, request, usesExisting(options));
		return { ...binding, alreadyBound };
	},
};

/** Changes a binding (AXB模式绑定信息修改接口). Source: ModifyAXBBinding. */
const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update AXB binding',
	description: 'Change the people or the settings of a binding (修改绑定)',
	asks: 'axb.modify',
	fields: [
		common.subscriptionId,
		common.collection('updateFields', [own.callerNum, own.calleeNum, ...own.changes]),
		recordingNotice('updateFields'),
	],
	remember: true,
	run: async ({ platform, fields }) => {
		const subscriptionId = fields.requiredId('subscriptionId');
		const changes = fields.changes();
		await axb.modify(platform, subscriptionId, {
			callerNum: changes.phone('callerNum'),
			calleeNum: changes.phone('calleeNum'),
			...settingsIn(changes, AXB_SETTINGS),
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
	asks: 'axb.query',
	fields: [common.subscriptionId],
	remember: false,
	run: async ({ platform, fields }) => await axb.get(platform, fields.requiredId('subscriptionId')),
};

/** Lists the bindings of a privacy number (AXB模式绑定信息查询接口). Source: QueryAXBBinding. */
const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many AXB bindings',
	description: 'List the bindings of a privacy number (查询绑定列表)',
	asks: 'axb.query',
	fields: [
		own.relationNum,
		common.returnAll,
		common.limit,
		common.collection('filters', [own.callerNum, own.calleeNum]),
	],
	remember: false,
	run: async ({ platform, fields }) => {
		const filters = fields.filledCollection('filters');
		const filter = {
			relationNum: fields.requiredPhone('relationNum'),
			callerNum: filters.phone('callerNum'),
			calleeNum: filters.phone('calleeNum'),
		};
		return await axb.list(platform, filter, limitIn(fields));
	},
};

/** Unbinds one binding or all of a privacy number (AXB模式解绑接口). Source: DeleteAXBBinding. */
const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete AXB binding',
	description: 'Unbind, so that the privacy number no longer connects the two (解绑)',
	asks: 'axb.unbind',
	fields: [...own.whatToDelete, common.collection('options', [common.ignoreNotFound])],
	remember: true,
	run: async ({ platform, fields }) => {
		const ignoreNotFound = ignoresNotFound(fields);
		if (fields.choice('identifyBy', ['subscriptionId', 'privateNumber']) !== 'privateNumber') {
			const subscriptionId = fields.requiredId('subscriptionId');
			return deleted(await axb.unbind(platform, { subscriptionId }, ignoreNotFound));
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
			return { by: 'area', ...areaIn(fields) };
		case 'auto':
			return { by: 'auto' };
		default:
			return { by: 'number', relationNum: fields.requiredPhone('relationNum') };
	}
}
