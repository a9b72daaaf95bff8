import { X1 } from '../fixture';
import { callExamples, type Examples } from './example';

const people = {
	callerNum: '13800000021',
	calleeNum: '13900000002',
	chooseNumberBy: 'number',
	relationNum: X1,
};
const everything = {
	duration: 3600,
	maxDuration: 60,
	lastMinVoice: 'last.wav',
	recordFlag: true,
	recordHintTone: 'notice.wav',
	privateSms: false,
	callerHintTone: 'a.wav',
	calleeHintTone: 'b.wav',
	userData: '订单 17',
};

export const examples: Examples = {
	...callExamples,
	'binding/create': async (run) =>
		await run('binding', 'create', { ...people, options: everything }),
	'binding/get': async (run) => {
		const [created] = await run('binding', 'create', { ...people, options: everything });
		return await run('binding', 'get', { subscriptionId: created?.subscriptionId });
	},
	'binding/getAll': async (run) => {
		await run('binding', 'create', { ...people, options: everything });
		return await run('binding', 'getAll', { relationNum: X1, returnAll: true });
	},
	'binding/update': async (run) => {
		const [created] = await run('binding', 'create', people);
		const { subscriptionId } = created ?? {};
		return await run('binding', 'update', { subscriptionId, updateFields: { maxDuration: 5 } });
	},
	'binding/delete': async (run) => {
		const [created] = await run('binding', 'create', people);
		const { subscriptionId } = created ?? {};
		const which = { identifyBy: 'subscriptionId', subscriptionId };
		const deleted = await run('binding', 'delete', which);
		return [...deleted, ...(await run('binding', 'delete', which))];
	},
};
