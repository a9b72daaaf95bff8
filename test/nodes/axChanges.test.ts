import { axOn, B, byId, byNumber, EXAMPLE_X, PATH, startAx, startExamples } from './axBindings';
import { KEYS, sharedPlatform, X1 } from './fixture';

const CALLEE_PATH = '/rest/caas/privatenumber/calleenumber/v1.0';

const platform = sharedPlatform(startAx);
const { ax, create, idOf, kept } = axOn(() => platform);

describe('update', () => {
	const updateFields = {
		origNum: '0755-28000001',
		privateSms: true,
		recordFlag: false,
		maxDuration: 30,
		lastMinVoice: 'last.wav',
		userData: 'order-18',
		turnFlag: 'on',
		callDirection: 0,
		calleeNumDisplay: '0',
	};
	const wire = {
		...updateFields,
		origNum: '+8675528000001',
		privateSms: 'true',
		recordFlag: 'false',
	};

	test('changes a binding by its ID, in the wire types of the documents', async () => {
		const subscriptionId = await idOf();
		const { json } = await ax('binding', 'update', { ...byId(subscriptionId), updateFields });
		expect(platform.sent()[1]).toEqual({
			method: 'PUT',
			rawUrl: PATH,
			body: { subscriptionId, ...wire },
		});
		expect(json).toEqual([{ updated: true, subscriptionId }]);
		expect(kept()).toMatchObject({ a: '+8675528000001', settings: { maxDuration: 30 } });
	});
});

describe('delete', () => {
	test('unbinds by ID; what is gone counts as deleted, unless that matters', async () => {
		const subscriptionId = await idOf();
		const remove = async (options: object = {}) =>
			await ax('binding', 'delete', { ...byId(subscriptionId), options });
		expect((await remove()).json).toEqual([{ deleted: true }]);
		expect(platform.last()).toMatchObject({
			method: 'DELETE',
			rawUrl: `${PATH}?subscriptionId=${subscriptionId}`,
			rawBody: '',
		});
		expect(platform.simulator.bindings()).toEqual([]);
		expect((await remove()).json).toEqual([{ deleted: true, alreadyDeleted: true }]);
		expect((await remove({ ignoreNotFound: false })).error?.message).toContain('1016001');
	});

	test('unbinds by privacy number, which goes out with %2B', async () => {
		await idOf();
		const remove = async (options: object = {}) =>
			await ax('binding', 'delete', { ...byNumber, options });
		expect((await remove()).json).toEqual([{ deleted: true }]);
		expect(platform.last().rawUrl).toBe(`${PATH}?privateNum=%2B8617000000001`);
		expect(JSON.parse(platform.last().answerBody ?? '')).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
		});
		expect((await remove()).json).toEqual([{ deleted: true, alreadyDeleted: true }]);
		expect((await remove({ ignoreNotFound: false })).error?.message).toContain('1011004');
	});
});

describe('setTemporaryCallee', () => {
	test('names a callee by the ID of the binding, with its options', async () => {
		const subscriptionId = await idOf();
		const before = Date.now();
		const { json } = await ax('binding', 'setTemporaryCallee', {
			...byId(subscriptionId),
			calleeNum: '139 0000 0002',
			options: { duration: 120, userData: 'order-17' },
		});
		expect(platform.sent()[1]).toEqual({
			method: 'PUT',
			rawUrl: CALLEE_PATH,
			body: { subscriptionId, calleeNum: B, duration: 120, userData: 'order-17' },
		});
		expect(json).toEqual([
			{
				set: true,
				subscriptionId,
				numberB: B,
				duration: 120,
				expiresAt: expect.any(String) as string,
			},
		]);
		const end = Date.parse(json[0]?.expiresAt as string);
		expect(end - before).toBeGreaterThanOrEqual(120_000);
		expect(end - Date.now()).toBeLessThanOrEqual(120_000);
	});

	test.each([
		['a landline', '(010) 6200 0001', '+861062000001'],
		['a 400 number', '400-800-0001', '+864008000001'],
		['a 95 number', '95588', '+8695588'],
	])('takes %s', async (_, calleeNum, wire) => {
		await idOf();
		const { error } = await ax('binding', 'setTemporaryCallee', { ...byNumber, calleeNum });
		expect(error).toBeUndefined();
		expect(platform.sent()[1]?.body).toEqual({ privateNum: X1, calleeNum: wire });
	});
});

describe('user data', () => {
	test.each([
		['Chinese', '订单 17'],
		['braces and carets', 'a{17}^b'],
		['an object', { order: 17, 名: '王' }],
		['a list', [1, '二']],
	])('%s travels encoded and comes back as it was given', async (_, userData) => {
		const expression = { options: { userData: '={{ $json.data }}' } };
		const { json } = await create(expression, { items: [{ data: userData }] as never });
		expect(platform.sent()[0]?.body).toMatchObject({
			userData: expect.stringMatching(/^b64\.[\w-]+$/) as string,
		});
		const { subscriptionId } = json[0] ?? {};
		const get = async () =>
			await ax('binding', 'get', { findBy: 'subscriptionId', subscriptionId });
		expect((await get()).json[0]?.userData).toEqual(userData);

		await ax(
			'binding',
			'update',
			{ ...byId(subscriptionId), updateFields: { userData: '={{ $json.data }}' } },
			{ items: [{ data: userData }] as never },
		);
		expect((await get()).json[0]?.userData).toEqual(userData);
	});
});

describe('the official examples, request and answer', () => {
	const examples = sharedPlatform(startExamples);
	const { ax } = axOn(() => examples);

	test('of a change, by privacy number: only what is given is sent', async () => {
		examples.simulator.bind(KEYS.appKey, { origNum: B, privateNum: EXAMPLE_X });
		const { json } = await ax('binding', 'update', {
			identifyBy: 'privateNumber',
			privateNum: EXAMPLE_X,
			updateFields: { privateSms: true },
		});
		expect(examples.sent()).toEqual([
			{
				method: 'PUT',
				rawUrl: PATH,
				body: { privateNum: EXAMPLE_X, privateSms: 'true' },
			},
		]);
		expect(JSON.parse(examples.last().answerBody ?? '')).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
		});
		expect(json).toEqual([{ updated: true, privateNumber: EXAMPLE_X }]);
	});

	test('of a temporary callee, by privacy number', async () => {
		examples.simulator.bind(KEYS.appKey, { origNum: B, privateNum: EXAMPLE_X });
		const { json } = await ax('binding', 'setTemporaryCallee', {
			identifyBy: 'privateNumber',
			privateNum: EXAMPLE_X,
			calleeNum: '+8613800000022',
		});
		expect(examples.sent()).toEqual([
			{
				method: 'PUT',
				rawUrl: CALLEE_PATH,
				body: { privateNum: EXAMPLE_X, calleeNum: '+8613800000022' },
			},
		]);
		expect(JSON.parse(examples.last().answerBody ?? '')).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
		});
		expect(json[0]).toMatchObject({ set: true, privateNumber: EXAMPLE_X, duration: 60 });
	});
});
