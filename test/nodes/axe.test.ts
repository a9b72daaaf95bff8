import {
	A,
	axeOn,
	byExtension,
	byId,
	DEMO_X,
	DESK,
	EXAMPLE_X,
	PATH,
	startAxe,
	SUCCESS,
} from './axeBindings';
import { KEYS, sharedPlatform, X1, X2 } from './fixture';

const platform = sharedPlatform(startAxe);
const { axe, create, idOf, answer } = axeOn(() => platform);

describe('create', () => {
	test('gives A an extension of the chosen number, and always says how long it lives', async () => {
		const before = Date.now();
		const { json } = await create();
		expect(platform.sent()).toEqual([
			{
				method: 'POST',
				rawUrl: PATH,
				body: { bindNum: A, virtualNum: X1, bindExpiredTime: 168 },
			},
		]);
		expect(json).toEqual([
			{
				subscriptionId: expect.any(String) as string,
				privateNumber: X1,
				extension: '0001',
				numberA: A,
				timeUnit: 'hours',
				bindExpiredTime: 168,
				expiresAt: expect.any(String) as string,
				alreadyBound: false,
			},
		]);
		const hours = (Date.parse(json[0]?.expiresAt as string) - before) / 3_600_000;
		expect(hours).toBeGreaterThanOrEqual(168);
		expect(hours).toBeLessThan(168.01);
	});

	test('reproduces the official example, request and answer', async () => {
		const { json } = await create({
			virtualNum: EXAMPLE_X,
			bindNum: '+8613900008888',
			options: { callbackTone: 'callbackTone.wav', bindExpiredTime: 0, callbackExpiredTime: 0 },
		});
		expect(platform.sent()[0]?.body).toEqual({
			virtualNum: EXAMPLE_X,
			bindNum: '+8613900008888',
			callbackTone: 'callbackTone.wav',
			bindExpiredTime: 0,
			callbackExpiredTime: 0,
		});
		expect(answer()).toEqual({
			...SUCCESS,
			subscriptionId: json[0]?.subscriptionId,
			virtualNum: EXAMPLE_X,
			extendNum: '0001',
			bindExpiredTime: 0,
			callbackExpiredTime: 0,
		});
		expect(json).toEqual([
			{
				subscriptionId: expect.any(String) as string,
				privateNumber: EXAMPLE_X,
				extension: '0001',
				numberA: '+8613900008888',
				alreadyBound: false,
			},
		]);
	});

	test('sends every option with the wire type of the documents', async () => {
		const { json } = await create({
			extendNum: '0012',
			options: {
				displayNumMode: '0',
				recordFlag: true,
				recordHintTone: 'notice.wav',
				callbackNum: '0755-28000001',
				timeUnit: '1',
				bindExpiredTime: 43_200,
				callbackExpiredTime: 10_080,
				userData: 'desk-12',
			},
		});
		expect(platform.sent()[0]?.body).toEqual({
			bindNum: A,
			virtualNum: X1,
			extendNum: '0012',
			displayNumMode: '0',
			recordFlag: 'true',
			recordHintTone: 'notice.wav',
			callbackNum: DESK,
			timeUnit: '1',
			bindExpiredTime: 43_200,
			callbackExpiredTime: 10_080,
			userData: 'desk-12',
		});
		expect(json[0]).toMatchObject({
			extension: '0012',
			timeUnit: 'minutes',
			bindExpiredTime: 43_200,
			callbackExpiredTime: 10_080,
		});
		const days = (Date.parse(json[0]?.expiresAt as string) - Date.now()) / 86_400_000;
		expect(days).toBeGreaterThan(29.9);
		expect(days).toBeLessThanOrEqual(30);
	});

	test('takes an extension in full-width digits, as Chinese keyboards write them', async () => {
		await create({ extendNum: '００１２' });
		expect(platform.sent()[0]?.body).toMatchObject({ extendNum: '0012' });
		const { json } = await axe('binding', 'get', byExtension('００１２'));
		expect(json[0]).toMatchObject({ extension: '0012', numberA: A });
	});

	test('says the same week in minutes where times are in minutes', async () => {
		const { json } = await create({ options: { timeUnit: '1', callbackExpiredTime: 60 } });
		expect(platform.sent()[0]?.body).toMatchObject({ timeUnit: '1', bindExpiredTime: 10_080 });
		const days = (Date.parse(json[0]?.expiresAt as string) - Date.now()) / 86_400_000;
		expect(days).toBeGreaterThan(6.9);
		expect(days).toBeLessThanOrEqual(7);
	});

	test('lets the platform pick a number of an area', async () => {
		const { json } = await create({ chooseNumberBy: 'area', areaCode: '010', areaMatchMode: '1' });
		expect(platform.sent()[0]?.body).toEqual({
			bindNum: A,
			areaCode: '010',
			areaMatchMode: '1',
			bindExpiredTime: 168,
		});
		expect(json[0]).toMatchObject({ privateNumber: X2, extension: '0001', numberA: A });
	});

	test('leaves out what belongs to the other choice of number', async () => {
		await create({ areaCode: '010', areaMatchMode: '1' });
		expect(platform.sent()[0]?.body).toEqual({
			bindNum: A,
			virtualNum: X1,
			bindExpiredTime: 168,
		});
	});
});

describe('get', () => {
	const settings = {
		displayNumMode: '0',
		recordFlag: true,
		recordHintTone: 'n.wav',
		callbackNum: DESK,
		timeUnit: '1',
		bindExpiredTime: 120,
		callbackExpiredTime: 30,
	};
	const others = Object.fromEntries(
		Object.entries(settings).filter(([name]) => name !== 'displayNumMode'),
	);
	const whole = {
		privateNumber: X1,
		extension: '0012',
		numberA: A,
		...others,
		numberShownToA: 'privateNumber',
		timeUnit: 'minutes',
	};

	test('reads a binding by its ID, with switches and plain fields', async () => {
		const options = { ...settings, userData: '订单 17' };
		const subscriptionId = await idOf({ extendNum: '0012', options });
		const { json } = await axe('binding', 'get', byId(subscriptionId));
		expect(platform.last()).toMatchObject({
			method: 'GET',
			rawUrl: `${PATH}?subscriptionId=${subscriptionId}`,
			rawBody: '',
		});
		expect(json).toEqual([{ subscriptionId, ...whole, userData: '订单 17' }]);
	});

	test('reads a binding by number and extension, whose zeros stay', async () => {
		const subscriptionId = await idOf({ extendNum: '0012', options: settings });
		const { json } = await axe('binding', 'get', byExtension('0012'));
		expect(platform.last().rawUrl).toBe(`${PATH}?virtualNum=%2B8617000000001&extendNum=0012`);
		expect(json).toEqual([{ subscriptionId, ...whole }]);
	});

	test('reproduces the official example, request and answer', async () => {
		const bound = platform.simulator.bind(KEYS.appKey, {
			virtualNum: DEMO_X,
			extendNum: '1234',
			bindNum: '+8613900008888',
			callbackTone: 'callbackTone.wav',
			bindExpiredTime: 0,
			callbackExpiredTime: 0,
		});
		const { json } = await axe('binding', 'get', byExtension('1234', DEMO_X));
		expect(platform.last().rawUrl).toBe(`${PATH}?virtualNum=%2B8618010000001&extendNum=1234`);
		const binding = {
			subscriptionId: bound.subscriptionId,
			virtualNum: DEMO_X,
			extendNum: '1234',
			bindNum: '+8613900008888',
			displayNumMode: '0',
			callbackTone: 'callbackTone.wav',
			bindExpiredTime: 0,
			callbackExpiredTime: 0,
		};
		expect(answer()).toEqual({ ...SUCCESS, ...binding });
		expect(json).toEqual([
			{
				subscriptionId: bound.subscriptionId,
				privateNumber: DEMO_X,
				extension: '1234',
				numberA: '+8613900008888',
				numberShownToA: 'privateNumber',
				callbackTone: 'callbackTone.wav',
			},
		]);
	});

	test.each([
		['ID', byId('nowhere')],
		['extension', byExtension('9999')],
	])('says clearly that there is no binding of this %s', async (_, parameters) => {
		const { error } = await axe('binding', 'get', parameters);
		expect(error?.message).toMatch(/no such binding.*1016001/i);
	});
});
