import { PrivateNumberAx } from '../../nodes/PrivateNumberAx/PrivateNumberAx.node';
import { KEYS, sharedPlatform, startPlatform, X1, X2 } from './fixture';
import { operationsOf, type OperateOptions, type Parameters } from './operate';

const PATH = '/rest/provision/caas/privatenumber/v1.0';
const CALLEE_PATH = '/rest/caas/privatenumber/calleenumber/v1.0';
const A = '+8613800000001';
const B = '+8613900000002';

const platform = sharedPlatform(() =>
	startPlatform('AX', {
		numbers: [
			{ number: X1, areaCode: '0755' },
			{ number: X2, areaCode: '010' },
			{ number: '+8613800006666', areaCode: '0755' },
			{ number: '+8613800000021', areaCode: '0755' },
		],
		transparent: true,
	}),
);

const ax = operationsOf(PrivateNumberAx, () => platform);

const create = async (parameters: Parameters = {}, run?: OperateOptions) =>
	await ax(
		'binding',
		'create',
		{
			origNum: '138 0000 0001',
			chooseNumberBy: 'number',
			privateNum: '170-0000-0001',
			...parameters,
		},
		run,
	);

const idOf = async (parameters: Parameters = {}): Promise<string> =>
	(await create(parameters)).json[0]?.subscriptionId as string;

const byId = (subscriptionId: unknown) => ({ identifyBy: 'subscriptionId', subscriptionId });
const byNumber = { identifyBy: 'privateNumber', privateNum: '170 0000 0001' };

/** The binding on X1 as the platform keeps it. */
const kept = () => platform.simulator.bindings().find(({ x }) => x === X1);

describe('create', () => {
	test('gives A the chosen privacy number, whatever way the numbers are written', async () => {
		const { json } = await create({ origNum: '+86-138-0000-0001' });
		expect(platform.sent()).toEqual([
			{ method: 'POST', rawUrl: PATH, body: { origNum: A, privateNum: X1 } },
		]);
		expect(json).toEqual([
			{
				subscriptionId: expect.any(String) as string,
				privateNumber: X1,
				numberA: A,
				callDirection: 'both',
				alreadyBound: false,
			},
		]);
		expect(json[0]?.subscriptionId).toBe(kept()?.subscriptionId);
	});

	test('reproduces the official example, request and answer', async () => {
		const { json } = await create({
			origNum: '+8613800008888',
			privateNum: '+8613800006666',
			options: {
				callerHintTone: 'callerHintTone.wav',
				calleeHintTone: 'calleeHintTone.wav',
			},
		});
		expect(platform.sent()[0]?.body).toEqual({
			origNum: '+8613800008888',
			privateNum: '+8613800006666',
			preVoice: { callerHintTone: 'callerHintTone.wav', calleeHintTone: 'calleeHintTone.wav' },
		});
		expect(JSON.parse(platform.last().answerBody ?? '')).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
			origNum: '+8613800008888',
			privateNum: '+8613800006666',
			subscriptionId: json[0]?.subscriptionId,
		});
		expect(json[0]).not.toHaveProperty('resultcode');
	});

	test('sends every option with the wire type of the documents', async () => {
		const { json } = await create({
			options: {
				recordFlag: true,
				recordHintTone: 'notice.wav',
				calleeNumDisplay: '1',
				privateSms: false,
				callerHintTone: 'a.wav',
				calleeHintTone: 'others.wav',
				maxDuration: 60,
				lastMinVoice: 'last.wav',
				userData: 'order-17',
				turnFlag: 'off',
				callDirection: 2,
			},
		});
		expect(platform.sent()[0]?.body).toEqual({
			origNum: A,
			privateNum: X1,
			recordFlag: 'true',
			recordHintTone: 'notice.wav',
			calleeNumDisplay: '1',
			privateSms: 'false',
			preVoice: { callerHintTone: 'a.wav', calleeHintTone: 'others.wav' },
			maxDuration: 60,
			lastMinVoice: 'last.wav',
			userData: 'order-17',
			turnFlag: 'off',
			callDirection: 2,
		});
		expect(json[0]).toMatchObject({ callDirection: 'onlyB', maxDuration: 60 });
	});

	test('lets the platform pick a number of an area, naming the kind of number', async () => {
		const { json } = await create({ chooseNumberBy: 'area', areaCode: '010', areaMatchMode: '1' });
		const posted = platform.sent().filter(({ method }) => method === 'POST');
		expect(posted.map(({ body }) => body)).toEqual([
			{
				origNum: A,
				areaCode: '010',
				privateNumType: 'mobile-virtual',
				areaMatchMode: '1',
			},
		]);
		expect(json[0]).toMatchObject({ privateNumber: X2, numberA: A, alreadyBound: false });
	});

	test('leaves out what belongs to the other choice of number', async () => {
		await create({ areaCode: '010', areaMatchMode: '1' });
		expect(platform.sent()[0]?.body).toEqual({ origNum: A, privateNum: X1 });
	});
});

describe('get', () => {
	test('reads a binding by its ID, with switches and plain fields', async () => {
		const subscriptionId = await idOf({
			options: {
				recordFlag: true,
				recordHintTone: 'n.wav',
				calleeNumDisplay: '0',
				privateSms: false,
				callerHintTone: 'a.wav',
				calleeHintTone: 'b.wav',
				maxDuration: 60,
				lastMinVoice: 'l.wav',
				userData: '订单 17',
				turnFlag: 'off',
				callDirection: 1,
			},
		});
		const { json } = await ax('binding', 'get', { findBy: 'subscriptionId', subscriptionId });
		expect(platform.last()).toMatchObject({
			method: 'GET',
			rawUrl: `${PATH}?subscriptionId=${subscriptionId}`,
			rawBody: '',
		});
		expect(json).toEqual([
			{
				subscriptionId,
				numberA: A,
				privateNumber: X1,
				recordFlag: true,
				recordHintTone: 'n.wav',
				numberShownToA: 'privateNumber',
				privateSms: false,
				callerHintTone: 'a.wav',
				calleeHintTone: 'b.wav',
				maxDuration: 60,
				lastMinVoice: 'l.wav',
				userData: '订单 17',
				turnFlag: 'off',
				callDirection: 'onlyA',
			},
		]);
	});

	test('reads a binding by its privacy number', async () => {
		const subscriptionId = await idOf();
		const { json } = await ax('binding', 'get', {
			findBy: 'privateNumber',
			privateNum: '170 0000 0001',
		});
		expect(platform.last().rawUrl).toBe(`${PATH}?privateNum=%2B8617000000001`);
		expect(json).toEqual([expect.objectContaining({ subscriptionId, numberA: A })]);
	});

	test('reads every binding of a person, one item each', async () => {
		await idOf();
		await idOf({ privateNum: X2 });
		const { outputs } = await ax('binding', 'get', { findBy: 'userNumber', origNum: A });
		expect(platform.last().rawUrl).toBe(`${PATH}?origNum=%2B8613800000001`);
		expect(outputs[0]?.map(({ json }) => json.privateNumber)).toEqual([X1, X2]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
	});

	test.each([
		['ID', { findBy: 'subscriptionId', subscriptionId: 'nowhere' }],
		['privacy number', { findBy: 'privateNumber', privateNum: X1 }],
		['person', { findBy: 'userNumber', origNum: A }],
	])('says clearly that there is no binding of this %s', async (_, parameters) => {
		const { error } = await ax('binding', 'get', parameters);
		expect(error?.message).toMatch(/no such binding.*1016001/i);
	});
});

describe('getAll', () => {
	test('lists the privacy numbers of a person, all or up to the limit', async () => {
		await idOf();
		await idOf({ privateNum: X2 });
		const all = await ax('binding', 'getAll', { origNum: '138 0000 0001', returnAll: true });
		expect(platform.last().rawUrl).toBe(`${PATH}?origNum=%2B8613800000001`);
		expect(all.json.map(({ privateNumber }) => privateNumber)).toEqual([X1, X2]);
		const some = await ax('binding', 'getAll', { origNum: A, returnAll: false, limit: 1 });
		expect(some.json.map(({ privateNumber }) => privateNumber)).toEqual([X1]);
	});

	test('is empty for a person without one', async () => {
		const { json, error } = await ax('binding', 'getAll', { origNum: A, returnAll: true });
		expect(error).toBeUndefined();
		expect(json).toEqual([]);
	});
});

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

	test('reproduces the official example: by privacy number, only what is given', async () => {
		platform.simulator.bind(KEYS.appKey, { origNum: B, privateNum: '+8613800000021' });
		const { json } = await ax('binding', 'update', {
			identifyBy: 'privateNumber',
			privateNum: '+8613800000021',
			updateFields: { privateSms: true },
		});
		expect(platform.sent()).toEqual([
			{
				method: 'PUT',
				rawUrl: PATH,
				body: { privateNum: '+8613800000021', privateSms: 'true' },
			},
		]);
		expect(JSON.parse(platform.last().answerBody ?? '')).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
		});
		expect(json).toEqual([{ updated: true, privateNumber: '+8613800000021' }]);
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

	test('reproduces the official example: by privacy number', async () => {
		platform.simulator.bind(KEYS.appKey, { origNum: B, privateNum: '+8613800000021' });
		const { json } = await ax('binding', 'setTemporaryCallee', {
			identifyBy: 'privateNumber',
			privateNum: '+8613800000021',
			calleeNum: '+8613800000022',
		});
		expect(platform.sent()).toEqual([
			{
				method: 'PUT',
				rawUrl: CALLEE_PATH,
				body: { privateNum: '+8613800000021', calleeNum: '+8613800000022' },
			},
		]);
		expect(JSON.parse(platform.last().answerBody ?? '')).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
		});
		expect(json[0]).toMatchObject({ set: true, privateNumber: '+8613800000021', duration: 60 });
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
