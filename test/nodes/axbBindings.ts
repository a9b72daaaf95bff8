import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import type { Fixture } from './fixture';
import { operationsOf, type OperateOptions, type Parameters } from './operate';

/** Address of every AXB interface. */
export const PATH = '/rest/caas/relationnumber/partners/v1.0';
/** Number A of the usual binding. */
export const A = '+8613800000021';
/** Number B of the usual binding. */
export const B = '+8613800000023';

/** The usual binding, on X1, with its numbers as people write them. */
export const WANTED: Parameters = {
	callerNum: '138 0000 0021',
	calleeNum: '+86-138-0000-0023',
	chooseNumberBy: 'number',
	relationNum: '170 0000 0001',
};

/** The AXB node with what most of its tests do. */
export function axbOn(platform: () => Fixture) {
	const axb = operationsOf(PrivateNumberAxb, platform);
	const create = async (parameters: Parameters = {}, run?: OperateOptions) =>
		await axb('binding', 'create', { ...WANTED, ...parameters }, run);
	return {
		axb,
		/** Makes the usual binding, changed as given. */
		create,
		/** Makes a binding and gives its ID. */
		idOf: async (parameters: Parameters = {}): Promise<string> =>
			(await create(parameters)).json[0]?.subscriptionId as string,
	};
}
