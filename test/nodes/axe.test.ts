import { PrivateNumberAxe } from '../../nodes/PrivateNumberAxe/PrivateNumberAxe.node';
import { KEYS, sharedPlatform, startPlatform, X1, X2 } from './fixture';
import { operationsOf, type OperateOptions, type Parameters } from './operate';

const PATH = '/rest/caas/extendnumber/v1.0';
const A = '+8613800000021';
const DESK = '+8675528000001';
/** Numbers of the official examples. */
const EXAMPLE_X = '+8613800008888';
const DEMO_X = '+8618010000001';

const platform = sharedPlatform(() =>
	startPlatform('AXE', {
		numbers: [
			{ number: X1, areaCode: '0755' },
			{ number: X2, areaCode: '010' },
			{ number: EXAMPLE_X, areaCode: '0755' },
			{ number: DEMO_X, areaCode: '0755' },
		],
	}),
);

const axe = operationsOf(PrivateNumberAxe, () => platform);

const create = async (parameters: Parameters = {}, run?: OperateOptions) =>
	await axe(
		'binding',
		'create',
		{
			bindNum: '138 0000 0021',
			chooseNumberBy: 'number',
			virtualNum: '170-0000-0001',
			...parameters,
		},
		run,
	);

const idOf = async (parameters: Parameters = {}): Promise<string> =>
	(await create(parameters)).json[0]?.subscriptionId as string;

const byId = (subscriptionId: unknown) => ({ identifyBy: 'subscriptionId', subscriptionId });
const byExtension = (extendNum: string, virtualNum = '170 0000 0001') => ({
	identifyBy: 'extension',
	virtualNum,
	extendNum,
});
const answer = () => JSON.parse(platform.last().answerBody ?? '') as unknown;
const SUCCESS = { resultcode: '0', resultdesc: 'Success' };

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
	const { displayNumMode: _, ...others } = settings;
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

describe('update', () => {
	const updateFields = {
		displayNumMode: '0',
		recordFlag: true,
		recordHintTone: 'n.wav',
		callbackNum: '(0755) 2800 0001',
		timeUnit: '1',
		bindExpiredTime: 600,
		callbackExpiredTime: 60,
	};
	const wire = { ...updateFields, recordFlag: 'true', callbackNum: DESK };

	test('changes a binding by its ID, in the wire types of the documents', async () => {
		const subscriptionId = await idOf();
		const { json } = await axe('binding', 'update', { ...byId(subscriptionId), updateFields });
		expect(platform.sent()[1]).toEqual({
			method: 'PUT',
			rawUrl: PATH,
			body: { subscriptionId, ...wire },
		});
		expect(answer()).toEqual(SUCCESS);
		expect(json).toEqual([{ updated: true, subscriptionId }]);
		expect(platform.simulator.bindings()[0]?.settings).toMatchObject({ callbackNum: DESK });
	});

	test('changes a binding by number and extension, only what is given', async () => {
		await idOf({ extendNum: '0012' });
		const { json } = await axe('binding', 'update', {
			...byExtension('0012'),
			updateFields: { recordFlag: false },
		});
		expect(platform.sent()[1]?.body).toEqual({
			virtualNum: X1,
			extendNum: '0012',
			recordFlag: 'false',
		});
		expect(json).toEqual([{ updated: true, privateNumber: X1, extension: '0012' }]);
	});

	test('names the unit of a time that it changes, whatever unit the binding has', async () => {
		const subscriptionId = await idOf({ options: { timeUnit: '1', bindExpiredTime: 30 } });
		await axe('binding', 'update', {
			...byId(subscriptionId),
			updateFields: { bindExpiredTime: 24 },
		});
		expect(platform.sent()[1]?.body).toEqual({
			subscriptionId,
			timeUnit: '0',
			bindExpiredTime: 24,
		});
		const end = Date.parse(String(platform.simulator.bindings()[0]?.expiresAt));
		expect((end - Date.now()) / 3_600_000).toBeGreaterThan(23.9);
	});
});

describe('delete', () => {
	test('unbinds by ID; what is gone counts as deleted, unless that matters', async () => {
		const subscriptionId = await idOf();
		const remove = async (options: object = {}) =>
			await axe('binding', 'delete', { ...byId(subscriptionId), options });
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

	test('reproduces the official example: by number and extension', async () => {
		platform.simulator.bind(KEYS.appKey, {
			virtualNum: DEMO_X,
			extendNum: '1234',
			bindNum: A,
		});
		const { json } = await axe('binding', 'delete', byExtension('1234', DEMO_X));
		expect(platform.sent()).toEqual([
			{
				method: 'DELETE',
				rawUrl: `${PATH}?virtualNum=%2B8618010000001&extendNum=1234`,
				body: undefined,
			},
		]);
		expect(answer()).toEqual(SUCCESS);
		expect(json).toEqual([{ deleted: true }]);
	});

	test('takes nobody else from the number', async () => {
		await idOf({ extendNum: '0001' });
		await idOf({ bindNum: '139 0000 0002', extendNum: '0002' });
		await axe('binding', 'delete', byExtension('0002'));
		expect(platform.simulator.bindings().map(({ extension }) => extension)).toEqual(['0001']);
	});
});

describe('user data', () => {
	test.each([
		['Chinese', '订单 17'],
		['braces and carets', 'a{17}^b'],
		['an object', { order: 17, 名: '王' }],
		['a list', [1, '二']],
	])('%s travels encoded and comes back as it was given', async (_, userData) => {
		const { json } = await create(
			{ options: { userData: '={{ $json.data }}' } },
			{ items: [{ data: userData }] as never },
		);
		expect(platform.sent()[0]?.body).toMatchObject({
			userData: expect.stringMatching(/^b64\.[\w-]+$/) as string,
		});
		const get = await axe('binding', 'get', byId(json[0]?.subscriptionId));
		expect(get.json[0]?.userData).toEqual(userData);
	});

	test('that the platform takes as it is goes out unchanged', async () => {
		await create({ options: { userData: 'order-17' } });
		expect(platform.sent()[0]?.body).toMatchObject({ userData: 'order-17' });
	});
});
