import { PrivateNumberAxyb } from '../../nodes/PrivateNumberAxyb/PrivateNumberAxyb.node';
import { localTime } from '../../nodes/shared/localTime';
import { KEYS, sharedPlatform, startPlatform } from './fixture';
import { operationsOf, type OperateOptions, type Parameters } from './operate';

const PATH = '/rest/omp/xyrelationnumber/v1.0';
const KEY = `app_key=${KEYS.appKey}`;
/** Numbers of the official examples. */
const A = '+8618612345678';
const B = '+8618612345679';
const X = '+8613800000021';
const Y = '+8613800000022';
const SUCCESS = { resultcode: '0', resultdesc: 'Success' };

const platform = sharedPlatform(() =>
	startPlatform('AXYB', {
		numbers: [
			{ number: X, areaCode: '0755' },
			{ number: Y, areaCode: '0755' },
			{ number: '+8613800000023', areaCode: '010' },
			{ number: '+8613800000024', areaCode: '010' },
		],
	}),
);

const axyb = operationsOf(PrivateNumberAxyb, () => platform);

const create = async (parameters: Parameters = {}, run?: OperateOptions) =>
	await axyb(
		'binding',
		'create',
		{ origNum: '186 1234 5678', areaCode: '0755', ...parameters },
		run,
	);

const idOf = async (parameters: Parameters = {}): Promise<string> =>
	(await create(parameters)).json[0]?.subscriptionId as string;

const add = async (subscriptionId: string, parameters: Parameters = {}, run?: OperateOptions) =>
	await axyb('peer', 'add', { subscriptionId, origNum: '+86-186-1234-5679', ...parameters }, run);

const byId = (subscriptionId: unknown) => ({ identifyBy: 'subscriptionId', subscriptionId });
const answer = () => JSON.parse(platform.last().answerBody ?? '') as unknown;

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

describe('peer add', () => {
	test('gives B a number of the area', async () => {
		const subscriptionId = await idOf();
		const { json } = await add(subscriptionId, { areaCode: '0755' });
		expect(platform.sent()[1]).toEqual({
			method: 'POST',
			rawUrl: `${PATH}?${KEY}`,
			// The official example, with the match that the editor shows.
			body: { origNum: B, subscriptionId, areaCode: '0755', areaMatchMode: '0' },
		});
		expect(answer()).toEqual({ ...SUCCESS, subscriptionId, relationNumber: Y });
		expect(json).toEqual([{ subscriptionId, numberY: Y, numberB: B }]);
		expect(platform.simulator.bindings()).toMatchObject([{ a: A, x: X, y: Y, b: B }]);
	});

	test('leaves the area to the platform where none is given', async () => {
		const subscriptionId = await idOf();
		const { json } = await add(subscriptionId);
		expect(platform.sent()[1]?.body).toEqual({ origNum: B, subscriptionId });
		expect(json[0]?.numberY).toBe(Y);
	});

	test('leaves out the preset match where the area comes out empty', async () => {
		const subscriptionId = await idOf();
		await add(subscriptionId, { areaCode: '={{ $json.area ?? "" }}', areaMatchMode: '0' });
		expect(platform.sent()[1]?.body).toEqual({ origNum: B, subscriptionId });
	});

	test('sends every option with the wire type of the documents', async () => {
		const subscriptionId = await idOf();
		const before = Date.now();
		const { json } = await add(subscriptionId, {
			areaCode: '010',
			areaMatchMode: '1',
			options: { ybDuration: 600, preVoiceX: 'x.wav', preVoiceY: 'y.wav', userData: 'order-18' },
		});
		expect(platform.sent()[1]?.body).toEqual({
			origNum: B,
			subscriptionId,
			areaCode: '010',
			areaMatchMode: '1',
			ybDuration: 600,
			preVoiceX: 'x.wav',
			preVoiceY: 'y.wav',
			userData: 'order-18',
		});
		expect(json[0]).toMatchObject({ numberY: '+8613800000023', ybDuration: 600 });
		const end = Date.parse(json[0]?.expiresAt as string);
		expect(end - before).toBeGreaterThanOrEqual(600_000);
		expect(end - Date.now()).toBeLessThanOrEqual(600_000);
	});
});

describe('peer remove', () => {
	test.each([
		['Y', { removeBy: 'peerNumber', yNum: '138 0000 0022' }, 'yNum=%2B8613800000022'],
		['B', { removeBy: 'userNumber', bNum: '(+86) 186 1234 5679' }, 'bNum=%2B8618612345679'],
	])('by %s takes B alone away', async (_, by, query) => {
		const subscriptionId = await idOf();
		await add(subscriptionId);
		const remove = async (options: object = {}) =>
			await axyb('peer', 'remove', { subscriptionId, ...by, options });
		expect((await remove()).json).toEqual([{ deleted: true }]);
		expect(platform.last()).toMatchObject({
			method: 'DELETE',
			rawUrl: `${PATH}?subscriptionId=${subscriptionId}&${KEY}&${query}`,
			rawBody: '',
		});
		expect(answer()).toEqual(SUCCESS);
		const left = platform.simulator.bindings();
		expect(left).toMatchObject([{ a: A, x: X }]);
		expect(left[0]).not.toHaveProperty('y');
		expect((await remove()).json).toEqual([{ deleted: true, alreadyDeleted: true }]);
		expect((await remove({ ignoreNotFound: false })).error?.message).toContain('1016001');
		expect(platform.simulator.bindings()).toHaveLength(1);
	});
});

describe('user data', () => {
	const expression = { options: { userData: '={{ $json.data }}' } };

	test.each([
		['Chinese', '订单 17'],
		['braces and carets', 'a{17}^b'],
		['an object', { order: 17, 名: '王' }],
		['a list', [1, '二']],
	])('%s travels encoded and comes back as it was given', async (_, userData) => {
		const run = { items: [{ data: userData }] as never };
		const { json } = await create(expression, run);
		const subscriptionId = json[0]?.subscriptionId as string;
		const encoded = { userData: expect.stringMatching(/^b64\.[\w-]+$/) as string };
		expect(platform.last().rawBody).toContain('b64.');
		const get = async () => (await axyb('binding', 'get', byId(subscriptionId))).json[0]?.userData;
		expect(await get()).toEqual(userData);

		await add(subscriptionId, expression, run);
		expect(JSON.parse(platform.last().rawBody)).toMatchObject(encoded);
		expect(await get()).toEqual(userData);
	});

	test('of a peer stands in place of that of the binding', async () => {
		const subscriptionId = await idOf({ options: { userData: '绑定' } });
		await add(subscriptionId, { options: { userData: '同伴' } });
		const { json } = await axyb('binding', 'get', byId(subscriptionId));
		expect(json[0]?.userData).toBe('同伴');
	});
});
