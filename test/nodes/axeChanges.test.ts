import { A, axeOn, byExtension, byId, DEMO_X, DESK, PATH, startAxe, SUCCESS } from './axeBindings';
import { KEYS, sharedPlatform, X1 } from './fixture';

const platform = sharedPlatform(startAxe);
const { axe, create, idOf, answer } = axeOn(() => platform);

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
