import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { JsonObject } from '../../platform/wire/json';
import { localTime } from './localTime';
import { OutputItem, type OperationOutput } from './operation';

/** Fields that hold a time of the platform, which is shown in the zone of the workflow. */
const TIMES = new Set(['expiresAt', 'subscribeTime']);
/** What people use first; the other fields follow in the order in which they come. */
const FIRST = [
	'updated',
	'deleted',
	'set',
	'privateNumber',
	'extension',
	'numberA',
	'numberY',
	'numberB',
	'callDirection',
	'userData',
	'expiresAt',
];
/** IDs, which only programs read. */
const LAST = ['alreadyBound', 'subscribeTime', 'subscriptionId'];

/**
 * The items that an operation came to: what people use first, times in the zone of the workflow, and
 * nothing where there is nothing. What an operation passes on whole stays as it is.
 */
export function presentItems(
	output: OperationOutput,
	itemIndex: number,
	zone: string,
): INodeExecutionData[] {
	const pairedItem = { item: itemIndex };
	if (output instanceof OutputItem) {
		const { json, binary } = output;
		return [{ json, ...(binary && { binary }), pairedItem }];
	}
	return [output].flat().map((json) => ({ json: presentJson(json, zone), pairedItem }));
}

function presentJson(json: JsonObject, zone: string): IDataObject {
	const others = Object.keys(json).filter((name) => !FIRST.includes(name) && !LAST.includes(name));
	const entries = [...FIRST, ...others, ...LAST].flatMap((name): Array<[string, unknown]> => {
		const value = json[name];
		if (value === undefined) return [];
		return [[name, TIMES.has(name) ? localTime(String(value as string), zone) : value]];
	});
	return Object.fromEntries(entries) as IDataObject;
}
