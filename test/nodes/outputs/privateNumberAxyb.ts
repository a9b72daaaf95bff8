import { callExamples, type Examples, type Run } from './example';

const B = '13900000002';
const settings = {
	callDirection: 0,
	duration: 7200,
	recordFlag: true,
	recordHintTone: 'notice.wav',
	preVoiceX: 'x.wav',
	userData: '订单 17',
};

const create = async (run: Run) =>
	await run('binding', 'create', { origNum: '13800000021', areaCode: '0755', options: settings });
const idOf = async (run: Run) => {
	const [created] = await create(run);
	return created?.subscriptionId;
};
const add = async (run: Run, subscriptionId: unknown) =>
	await run('peer', 'add', {
		subscriptionId,
		origNum: B,
		options: { ybDuration: 600, preVoiceY: 'y.wav' },
	});

export const examples: Examples = {
	...callExamples,
	'binding/create': create,
	'binding/get': async (run) => {
		const subscriptionId = await idOf(run);
		await add(run, subscriptionId);
		return await run('binding', 'get', { identifyBy: 'subscriptionId', subscriptionId });
	},
	'binding/delete': async (run) => {
		const subscriptionId = await idOf(run);
		const deleted = await run('binding', 'delete', { subscriptionId });
		return [...deleted, ...(await run('binding', 'delete', { subscriptionId }))];
	},
	'peer/add': async (run) => await add(run, await idOf(run)),
	'peer/remove': async (run) => {
		const subscriptionId = await idOf(run);
		await add(run, subscriptionId);
		const by = { subscriptionId, removeBy: 'userNumber', bNum: B };
		const removed = await run('peer', 'remove', by);
		return [...removed, ...(await run('peer', 'remove', by))];
	},
};
