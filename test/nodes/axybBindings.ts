import { PrivateNumberAxyb } from '../../nodes/PrivateNumberAxyb/PrivateNumberAxyb.node';
import { KEYS, startPlatform, type Fixture } from './fixture';
import { operationsOf, type OperateOptions, type Parameters } from './operate';

/** Address of every AXYB interface. */
export const PATH = '/rest/omp/xyrelationnumber/v1.0';
/** What every address carries. */
export const KEY = `app_key=${KEYS.appKey}`;
/** Numbers of the official examples. */
export const A = '+8618612345678';
export const B = '+8618612345679';
export const X = '+8613800000021';
export const Y = '+8613800000022';
export const SUCCESS = { resultcode: '0', resultdesc: 'Success' };

/** A platform with the privacy numbers of the official examples. */
export const startAxyb = async (): Promise<Fixture> =>
	await startPlatform('AXYB', {
		numbers: [
			{ number: X, areaCode: '0755' },
			{ number: Y, areaCode: '0755' },
			{ number: '+8613800000023', areaCode: '010' },
			{ number: '+8613800000024', areaCode: '010' },
		],
	});

/** One binding by its ID. */
export const byId = (subscriptionId: unknown) => ({ identifyBy: 'subscriptionId', subscriptionId });

/** The AXYB node with what most of its tests do. */
export function axybOn(platform: () => Fixture) {
	const axyb = operationsOf(PrivateNumberAxyb, platform);
	const create = async (parameters: Parameters = {}, run?: OperateOptions) =>
		await axyb(
			'binding',
			'create',
			{ origNum: '186 1234 5678', areaCode: '0755', ...parameters },
			run,
		);
	return {
		axyb,
		/** Makes the usual binding, changed as given. */
		create,
		/** Makes a binding and gives its ID. */
		idOf: async (parameters: Parameters = {}): Promise<string> =>
			(await create(parameters)).json[0]?.subscriptionId as string,
		/** Adds the usual peer to a binding. */
		add: async (subscriptionId: string, parameters: Parameters = {}, run?: OperateOptions) =>
			await axyb(
				'peer',
				'add',
				{ subscriptionId, origNum: '+86-186-1234-5679', ...parameters },
				run,
			),
		/** The platform's last answer. */
		answer: () => JSON.parse(platform().last().answerBody ?? '') as unknown,
	};
}
