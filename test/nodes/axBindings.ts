import { PrivateNumberAx } from '../../nodes/PrivateNumberAx/PrivateNumberAx.node';
import { startPlatform, X1, X2, type Fixture } from './fixture';
import { operationsOf, type OperateOptions, type Parameters } from './operate';

/** Address of every AX interface but one. */
export const PATH = '/rest/provision/caas/privatenumber/v1.0';
/** Number A of the usual binding. */
export const A = '+8613800000021';
export const B = '+8613900000002';

/** A platform with the privacy numbers of the official examples beside X1 and X2. */
export const startAx = async (): Promise<Fixture> =>
	await startPlatform('AX', {
		numbers: [
			{ number: X1, areaCode: '0755' },
			{ number: X2, areaCode: '010' },
			{ number: '+8613800006666', areaCode: '0755' },
		],
		transparent: true,
	});

/** The privacy number of the official examples of changes, which is A elsewhere. */
export const EXAMPLE_X = '+8613800000021';

/** A platform with that number, where nobody has it as his own. */
export const startExamples = async (): Promise<Fixture> =>
	await startPlatform('AX', { numbers: [{ number: EXAMPLE_X, areaCode: '0755' }] });

/** One binding by its ID. */
export const byId = (subscriptionId: unknown) => ({ identifyBy: 'subscriptionId', subscriptionId });
/** The usual binding by its privacy number. */
export const byNumber = { identifyBy: 'privateNumber', privateNum: '170 0000 0001' };

/** The AX node with what most of its tests do. */
export function axOn(platform: () => Fixture) {
	const ax = operationsOf(PrivateNumberAx, platform);
	const create = async (parameters: Parameters = {}, run?: OperateOptions) =>
		await ax(
			'binding',
			'create',
			{
				origNum: '138 0000 0021',
				chooseNumberBy: 'number',
				privateNum: '170-0000-0001',
				...parameters,
			},
			run,
		);
	return {
		ax,
		/** Makes the usual binding, changed as given. */
		create,
		/** Makes a binding and gives its ID. */
		idOf: async (parameters: Parameters = {}): Promise<string> =>
			(await create(parameters)).json[0]?.subscriptionId as string,
		/** The binding on X1 as the platform keeps it. */
		kept: () =>
			platform()
				.simulator.bindings()
				.find(({ x }) => x === X1),
	};
}
