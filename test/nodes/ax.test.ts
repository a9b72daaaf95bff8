import { A, axOn, PATH, startAx } from './axBindings';
import { sharedPlatform, X1, X2 } from './fixture';

const platform = sharedPlatform(startAx);
const { ax, create, idOf, kept } = axOn(() => platform);

describe('create', () => {
	test('gives A the chosen privacy number, whatever way the numbers are written', async () => {
		const { json } = await create({ origNum: '+86-138-0000-0021' });
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
		expect(platform.last().rawUrl).toBe(`${PATH}?origNum=%2B8613800000021`);
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
		const all = await ax('binding', 'getAll', { origNum: '138 0000 0021', returnAll: true });
		expect(platform.last().rawUrl).toBe(`${PATH}?origNum=%2B8613800000021`);
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
