import { localTime } from '../../nodes/shared/localTime';
import { A, axybOn, B, byId, KEY, PATH, startAxyb, SUCCESS, X, Y } from './axybBindings';
import { sharedPlatform } from './fixture';

const platform = sharedPlatform(startAxyb);
const { axyb, create, idOf, add, answer } = axybOn(() => platform);

describe('binding create', () => {
	test('gives A a number of the area, and always says how long it lives', async () => {
		const { json } = await create();
		expect(platform.sent()).toEqual([
			{
				method: 'POST',
				rawUrl: `${PATH}?${KEY}`,
				// The official example, with the two settings whose defaults are not relied on.
				body: { origNum: A, areaCode: '0755', areaMatchMode: '0', duration: 0 },
			},
		]);
		expect(answer()).toEqual({
			...SUCCESS,
			subscriptionId: json[0]?.subscriptionId,
			relationNumber: X,
		});
		expect(json).toEqual([
			{
				subscriptionId: expect.any(String) as string,
				privateNumber: X,
				numberA: A,
				callDirection: 'both',
				alreadyBound: false,
			},
		]);
		expect(platform.simulator.bindings()).toMatchObject([{ a: A, x: X }]);
	});

	test('sends every option with the wire type of the documents', async () => {
		const before = Date.now();
		const { json } = await create({
			areaMatchMode: '1',
			options: {
				callDirection: 2,
				duration: 7200,
				ybDuration: 3600,
				recordFlag: true,
				recordHintTone: 'notice.wav',
				preVoiceX: 'x.wav',
				userData: 'order-17',
			},
		});
		expect(platform.sent()[0]?.body).toEqual({
			origNum: A,
			areaCode: '0755',
			areaMatchMode: '1',
			callDirection: 2,
			duration: 7200,
			ybDuration: 3600,
			recordFlag: 'true',
			recordHintTone: 'notice.wav',
			preVoiceX: 'x.wav',
			userData: 'order-17',
		});
		expect(json[0]).toMatchObject({ callDirection: 'onlyB', duration: 7200 });
		const end = Date.parse(json[0]?.expiresAt as string);
		expect(end - before).toBeGreaterThanOrEqual(7_200_000);
		expect(end - Date.now()).toBeLessThanOrEqual(7_200_000);
	});
});

describe('binding get', () => {
	test('reads A and X while there is no peer, with numbers and switches', async () => {
		const options = { duration: 7200, ybDuration: 60, preVoiceX: 'x.wav', callDirection: 1 };
		const subscriptionId = await idOf({ options });
		const { json } = await axyb('binding', 'get', byId(subscriptionId));
		expect(platform.last()).toMatchObject({
			method: 'GET',
			rawUrl: `${PATH}?${KEY}&subscriptionId=${subscriptionId}`,
			rawBody: '',
		});
		const bound = json[0]?.subscribeTime as string;
		expect(Math.abs(Date.parse(bound) - Date.now())).toBeLessThan(60_000);
		expect(json).toEqual([
			{
				subscriptionId,
				privateNumber: X,
				numberA: A,
				callDirection: 'onlyA',
				duration: 7200,
				ybDuration: 60,
				recordFlag: false,
				preVoiceX: 'x.wav',
				subscribeTime: bound,
				expiresAt: localTime(
					new Date(Date.parse(bound) + 7_200_000).toISOString(),
					'Asia/Shanghai',
				),
			},
		]);
	});

	test('reads every peer by the privacy number, one item each', async () => {
		const subscriptionId = await idOf();
		await add(subscriptionId, { areaCode: '0755', options: { preVoiceY: 'y.wav' } });
		await add(subscriptionId, { origNum: '139 0000 0002', areaCode: '010' });
		const { outputs } = await axyb('binding', 'get', {
			identifyBy: 'privateNumber',
			relationNum: '138-0000-0021',
		});
		// The official example of a request.
		expect(platform.last().rawUrl).toBe(`${PATH}?${KEY}&relationNum=%2B8613800000021`);
		const common = { subscriptionId, privateNumber: X, numberA: A };
		expect(outputs[0]?.map(({ json }) => json)).toMatchObject([
			{ ...common, numberY: Y, numberB: B, preVoiceY: 'y.wav' },
			{ ...common, numberY: '+8613800000023', numberB: '+8613900000002' },
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
	});

	test('reads the official example of an answer', async () => {
		const subscriptionId = await idOf({ origNum: '+8613800000001' });
		await add(subscriptionId, { origNum: '+8613800000002', areaCode: '0755' });
		const { json } = await axyb('binding', 'get', byId(subscriptionId));
		expect(answer()).toEqual({
			...SUCCESS,
			xyRelationNumList: [
				{
					bindId: subscriptionId,
					numA: '+8613800000001',
					numX: X,
					numY: Y,
					numB: '+8613800000002',
					recordFlag: 'false',
					subscribeTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as string,
					callDirection: 0,
					duration: '0',
					ybDuration: '0',
				},
			],
		});
		expect(json).toEqual([
			{
				subscriptionId,
				privateNumber: X,
				numberA: '+8613800000001',
				numberY: Y,
				numberB: '+8613800000002',
				callDirection: 'both',
				recordFlag: false,
				subscribeTime: expect.stringMatching(/\+08:00$/) as string,
			},
		]);
	});

	test.each([
		['ID', byId('nowhere')],
		['privacy number', { identifyBy: 'privateNumber', relationNum: X }],
	])('says clearly that there is no binding of this %s', async (_, parameters) => {
		const { error } = await axyb('binding', 'get', parameters);
		expect(error?.message).toMatch(/no such binding.*1016001/i);
	});
});

describe('binding delete', () => {
	test('unbinds A and every peer; what is gone counts as deleted, unless that matters', async () => {
		const subscriptionId = await idOf();
		await add(subscriptionId);
		const remove = async (options: object = {}) =>
			await axyb('binding', 'delete', { subscriptionId, options });
		expect((await remove()).json).toEqual([{ deleted: true }]);
		// The official example of a request.
		expect(platform.last()).toMatchObject({
			method: 'DELETE',
			rawUrl: `${PATH}?subscriptionId=${subscriptionId}&${KEY}`,
			rawBody: '',
		});
		expect(answer()).toEqual(SUCCESS);
		expect(platform.simulator.bindings()).toEqual([]);
		expect((await remove()).json).toEqual([{ deleted: true, alreadyDeleted: true }]);
		expect((await remove({ ignoreNotFound: false })).error?.message).toContain('1016001');
	});
});
