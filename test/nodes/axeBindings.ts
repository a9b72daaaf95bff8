import { PrivateNumberAxe } from '../../nodes/PrivateNumberAxe/PrivateNumberAxe.node';
import { startPlatform, X1, X2, type Fixture } from './fixture';
import { operationsOf, type OperateOptions, type Parameters } from './operate';

/** Address of the AXE interfaces that deal with one binding. */
export const PATH = '/rest/caas/extendnumber/v1.0';
/** Number A of the usual binding. */
export const A = '+8613800000021';
/** A service desk, for call-backs. */
export const DESK = '+8675528000001';
/** Numbers of the official examples. */
export const EXAMPLE_X = '+8613800008888';
export const DEMO_X = '+8618010000001';
export const SUCCESS = { resultcode: '0', resultdesc: 'Success' };

/** A platform with the privacy numbers of the official examples beside X1 and X2. */
export const startAxe = async (): Promise<Fixture> =>
	await startPlatform('AXE', {
		numbers: [
			{ number: X1, areaCode: '0755' },
			{ number: X2, areaCode: '010' },
			{ number: EXAMPLE_X, areaCode: '0755' },
			{ number: DEMO_X, areaCode: '0755' },
		],
	});

/** One binding by its ID. */
export const byId = (subscriptionId: unknown) => ({ identifyBy: 'subscriptionId', subscriptionId });
/** One binding by number and extension. */
export const byExtension = (extendNum: string, virtualNum = '170 0000 0001') => ({
	identifyBy: 'extension',
	virtualNum,
	extendNum,
});

/** The AXE node with what most of its tests do. */
export function axeOn(platform: () => Fixture) {
	const axe = operationsOf(PrivateNumberAxe, platform);
	const create = async (parameters: Parameters = {}, run?: OperateOptions) =>
		await axe(
			'binding',
			'create',
			{
				bindNum: '138 0000 0021',
				chooseNumberBy: 'number',
				virtualNum: '170-0000-0001',
				...parameters,
			},
			run,
		);
	return {
		axe,
		/** Makes the usual binding, changed as given. */
		create,
		/** Makes a binding and gives its ID. */
		idOf: async (parameters: Parameters = {}): Promise<string> =>
			(await create(parameters)).json[0]?.subscriptionId as string,
		/** The platform's last answer. */
		answer: () => JSON.parse(platform().last().answerBody ?? '') as unknown,
	};
}
