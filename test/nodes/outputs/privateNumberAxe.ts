import { X1 } from '../fixture';
import { callExamples, type Examples, type Run } from './example';

const A = '13800000021';
const settings = {
	displayNumMode: '0',
	recordFlag: true,
	recordHintTone: 'notice.wav',
	timeUnit: '1',
	bindExpiredTime: 600,
	callbackExpiredTime: 60,
	userData: '订单 17',
};
const wanted = { bindNum: A, chooseNumberBy: 'number', virtualNum: X1, extendNum: '0012' };
const byExtension = { identifyBy: 'extension', virtualNum: X1, extendNum: '0012' };

const create = async (run: Run, more: object = {}) =>
	await run('binding', 'create', { ...wanted, options: settings, ...more });
const byId = async (run: Run) => {
	const [created] = await create(run);
	return { identifyBy: 'subscriptionId', subscriptionId: created?.subscriptionId };
};

/** Two people: with a tone, and with a number for a call-back that reaches nobody. */
const two = async (run: Run): Promise<void> => {
	await create(run, { options: { ...settings, callbackTone: 'tone.wav' } });
	const another = { bindNum: '13900000002', extendNum: '0013' };
	await create(run, { ...another, options: { ...settings, callbackNum: '0755-28000001' } });
};

export const examples: Examples = {
	...callExamples,
	'binding/create': async (run) => await create(run),
	'binding/get': async (run) => {
		await two(run);
		const first = await run('binding', 'get', byExtension);
		return [...first, ...(await run('binding', 'get', { ...byExtension, extendNum: '0013' }))];
	},
	'binding/getAll': async (run) => {
		await two(run);
		return await run('binding', 'getAll', { virtualNum: X1, returnAll: true });
	},
	'number/getAll': async (run) => await run('number', 'getAll', { returnAll: true }),
	'binding/count': async (run) => {
		await create(run);
		return await run('binding', 'count', { virtualNum: X1 });
	},
	'binding/update': async (run) => {
		const updateFields = { callbackTone: 'tone.wav' };
		const first = await run('binding', 'update', { ...(await byId(run)), updateFields });
		return [...first, ...(await run('binding', 'update', { ...byExtension, updateFields }))];
	},
	'binding/delete': async (run) => {
		const which = await byId(run);
		const deleted = await run('binding', 'delete', which);
		return [...deleted, ...(await run('binding', 'delete', which))];
	},
};
