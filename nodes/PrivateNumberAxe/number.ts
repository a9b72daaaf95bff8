import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { openRun } from '../../platform/client/run';
import { readApplication } from '../../platform/application/settings';
import { numbers } from '../../platform/modes/axeList';
import * as common from '../shared/bindingFields';
import { CREDENTIAL } from '../shared/credential';
import { toNodeError } from '../shared/errors';
import type { Operation, Resource } from '../shared/operation';
import { limitIn } from '../shared/values';

/** Lists the privacy numbers (AXE模式绑定次数查询接口, without a number). Source: QueryAXEBindingCount. */
const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many privacy numbers',
	description:
		'List every privacy number of the application with how often it was bound (绑定次数)',
	asks: 'axe.bindingCount',
	fields: [common.returnAll, common.limit],
	remember: false,
	run: async ({ platform, fields }) => {
		const found = await numbers(platform, limitIn(fields));
		return found.map((row) => ({ ...row }));
	},
};

/** The privacy numbers of an application. */
export const numberResource: Resource = {
	name: 'Privacy Number',
	value: 'number',
	operations: [getAll],
};

/** Most numbers that the editor offers; others are found by typing a part of them, or typed in full. */
const MOST_OFFERED = 1000;

/**
 * What the editor offers in *From List*. An answer that cannot be read is shown as such, and the number
 * can be typed.
 */
export async function searchNumbers(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const digits = filter.replace(/\D/g, '');
	try {
		const platform = openRun(readApplication(await this.getCredentials(CREDENTIAL)));
		const found = await numbers(platform, MOST_OFFERED);
		const wanted = found.filter(({ privateNumber }) => privateNumber.includes(digits));
		return {
			results: wanted.map((row) => ({ name: row.privateNumber, value: row.privateNumber })),
		};
	} catch (error) {
		throw toNodeError(this.getNode(), error, 0, { asks: 'axe.bindingCount' });
	}
}
