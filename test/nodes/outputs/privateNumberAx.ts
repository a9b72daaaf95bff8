import { X1 } from '../fixture';
import { callExamples, type Examples, type Run } from './example';
import { textReply } from './waiting';

const A = '+8613800000021';
const wanted = { origNum: A, chooseNumberBy: 'number', privateNum: X1 };
const everything = {
	maxDuration: 60,
	lastMinVoice: 'last.wav',
	recordFlag: true,
	recordHintTone: 'notice.wav',
	privateSms: true,
	callerHintTone: 'a.wav',
	calleeHintTone: 'others.wav',
	calleeNumDisplay: '0',
	turnFlag: 'on',
	callDirection: 0,
	userData: '订单 17',
};

const create = async (run: Run): Promise<unknown> => {
	const [created] = await run('binding', 'create', { ...wanted, options: everything });
	return created?.subscriptionId;
};
const byId = async (run: Run) => ({
	identifyBy: 'subscriptionId',
	subscriptionId: await create(run),
});
const byNumber = { identifyBy: 'privateNumber', privateNum: X1 };

const text = (operation: string): Examples => ({
	[`sms/${operation}`]: async (run, platform) => {
		await create(run);
		return await textReply(operation, A, X1)(run, platform);
	},
});

export const examples: Examples = {
	...callExamples,
	...text('forward'),
	...text('discard'),
	'binding/create': async (run) =>
		await run('binding', 'create', { ...wanted, options: everything }),
	'binding/get': async (run) =>
		await run('binding', 'get', { findBy: 'subscriptionId', subscriptionId: await create(run) }),
	'binding/getAll': async (run) => {
		await create(run);
		return await run('binding', 'getAll', { origNum: A, returnAll: true });
	},
	'binding/update': async (run) => {
		const updateFields = { maxDuration: 5 };
		const first = await run('binding', 'update', { ...(await byId(run)), updateFields });
		return [...first, ...(await run('binding', 'update', { ...byNumber, updateFields }))];
	},
	'binding/delete': async (run) => {
		const which = await byId(run);
		const deleted = await run('binding', 'delete', which);
		return [...deleted, ...(await run('binding', 'delete', which))];
	},
	'binding/setTemporaryCallee': async (run) => {
		const callee = { calleeNum: '13900000002' };
		const first = await run('binding', 'setTemporaryCallee', { ...(await byId(run)), ...callee });
		return [...first, ...(await run('binding', 'setTemporaryCallee', { ...byNumber, ...callee }))];
	},
};
