import { A, axbOn, B, PATH } from './axbBindings';
import { KEYS, sharedPlatform, startPlatform, X1, X2 } from './fixture';
import type { Parameters } from './operate';

const platform = sharedPlatform(() => startPlatform('AXB'));

const { axb, create, idOf } = axbOn(() => platform);

describe('binding', () => {
	test('binds A and B to the given privacy number, whatever way the numbers are written', async () => {
		const { json } = await create();
		expect(platform.sent()).toEqual([
			{ method: 'POST', rawUrl: PATH, body: { callerNum: A, calleeNum: B, relationNum: X1 } },
		]);
		expect(json).toEqual([
			{
				subscriptionId: expect.any(String) as string,
				privateNumber: X1,
				numberA: A,
				numberB: B,
				callDirection: 'both',
				alreadyBound: false,
			},
		]);
	});

	test('sends every option with the wire type of the documents', async () => {
		await create({
			options: {
				callDirection: 1,
				duration: 3600,
				maxDuration: 60,
				lastMinVoice: 'last.wav',
				recordFlag: true,
				recordHintTone: 'notice.wav',
				privateSms: false,
				callerHintTone: 'a.wav',
				calleeHintTone: 'b.wav',
				userData: 'order-17',
			},
		});
		expect(platform.sent()[0]?.body).toEqual({
			callerNum: A,
			calleeNum: B,
			relationNum: X1,
			callDirection: 1,
			duration: 3600,
			maxDuration: 60,
			lastMinVoice: 'last.wav',
			recordFlag: 'true',
			recordHintTone: 'notice.wav',
			privateSms: 'false',
			preVoice: { callerHintTone: 'a.wav', calleeHintTone: 'b.wav' },
			userData: 'order-17',
		});
	});

	test('reproduces the official example of a bind request', async () => {
		await create({
			relationNum: X1,
			options: {
				callDirection: 0,
				duration: 0,
				maxDuration: 0,
				callerHintTone: 'callerHintTone.wav',
				calleeHintTone: 'calleeHintTone.wav',
			},
		});
		expect(platform.sent()[0]?.body).toEqual({
			callerNum: '+8613800000021',
			relationNum: X1,
			calleeNum: '+8613800000023',
			callDirection: 0,
			duration: 0,
			preVoice: { callerHintTone: 'callerHintTone.wav', calleeHintTone: 'calleeHintTone.wav' },
			maxDuration: 0,
		});
		const { headers } = platform.last();
		expect(headers['content-type']).toBe('application/json;charset=UTF-8');
		expect(headers.authorization).toBe('AKSK realm="SDP",profile="UsernameToken",type="Appkey"');
		expect(headers['x-aksk']).toMatch(
			new RegExp(
				`^UsernameToken Username="${KEYS.appKey}",PasswordDigest="[^"]+",Nonce="\\w{1,128}",Created="\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"$`,
			),
		);
	});

	test('signs with WSSE where the credential says so', async () => {
		const credential = { ...platform.credential, authentication: 'wsse' };
		const { json } = await create({}, { credential });
		expect(json).toHaveLength(1);
		expect(platform.last().headers['x-wsse']).toContain(KEYS.appKey);
	});

	test('tells when the binding will end', async () => {
		const before = Date.now();
		const { json } = await create({ options: { duration: 3600 } });
		const end = Date.parse(json[0]?.expiresAt as string);
		expect(end - before).toBeGreaterThanOrEqual(3_600_000);
		expect(end - Date.now()).toBeLessThanOrEqual(3_600_000);
	});

	test('lets the platform pick a number of an area', async () => {
		const { json } = await create({ chooseNumberBy: 'area', areaCode: '010', areaMatchMode: '0' });
		expect(platform.sent()[0]?.body).toEqual({
			callerNum: A,
			calleeNum: B,
			areaCode: '010',
			areaMatchMode: '0',
		});
		expect(json[0]?.privateNumber).toBe(X2);
	});

	test("lets the platform pick a number of A's area", async () => {
		await create({ chooseNumberBy: 'auto' });
		expect(platform.sent()[0]?.body).toEqual({ callerNum: A, calleeNum: B });
	});

	test('reads a binding back with its settings as switches and plain fields', async () => {
		const subscriptionId = await idOf({
			options: {
				recordFlag: true,
				recordHintTone: 'n.wav',
				callerHintTone: 'a.wav',
				duration: 600,
				userData: '订单 17',
			},
		});
		const { json } = await axb('binding', 'get', { subscriptionId });
		expect(platform.last().rawUrl).toBe(`${PATH}?subscriptionId=${subscriptionId}`);
		expect(json[0]).toMatchObject({
			subscriptionId,
			numberA: A,
			numberB: B,
			privateNumber: X1,
			recordFlag: true,
			callerHintTone: 'a.wav',
			duration: 600,
			userData: '订单 17',
			expiresAt: expect.stringMatching(/\+08:00$/) as string,
		});
	});

	test('takes any user data and gives it back: Chinese, braces, objects', async () => {
		for (const userData of ['订单{17}', 'a^b', { order: 17, 名: '王' }]) {
			platform.simulator.reset();
			const { json } = await create(
				{ options: { userData: '={{ $json.data }}' } },
				{ items: [{ data: userData }] },
			);
			expect((platform.sent()[0]?.body as { userData: string }).userData).toMatch(/^b64\.[\w-]+$/);
			const read = await axb('binding', 'get', { subscriptionId: json[0]?.subscriptionId });
			expect(read.json[0]?.userData).toEqual(userData);
		}
	});

	test('lists the bindings of a number, page by page, up to the limit or all of them', async () => {
		for (let pair = 0; pair < 130; pair += 1) {
			const tail = String(pair).padStart(4, '0');
			platform.simulator.bind(KEYS.appKey, {
				callerNum: `+861390000${tail}`,
				calleeNum: `+861370000${tail}`,
				relationNum: X1,
			});
		}
		const list = async (parameters: Parameters) =>
			(await axb('binding', 'getAll', { relationNum: X1, ...parameters })).json;
		expect(await list({ returnAll: false, limit: 7 })).toHaveLength(7);
		const all = await list({ returnAll: true });
		expect(new Set(all.map(({ subscriptionId }) => subscriptionId)).size).toBe(130);
		expect(platform.last().rawUrl).toBe(
			`${PATH}?relationNum=%2B8617000000001&pageIndex=2&pageSize=100`,
		);
	});

	test.each([
		['callerNum', '139 0000 0001'],
		['calleeNum', '139 0000 0002'],
	])('finds the binding of one person on a number, by %s', async (side, number) => {
		await idOf();
		await idOf({ callerNum: '13900000001', calleeNum: '13900000002' });
		const { json } = await axb('binding', 'getAll', {
			relationNum: X1,
			returnAll: true,
			filters: { [side]: number },
		});
		expect(json.map(({ numberA, numberB }) => [numberA, numberB])).toEqual([
			['+8613900000001', '+8613900000002'],
		]);
	});

	test('answers a list without a hit with nothing, a get without a hit with a clear refusal', async () => {
		const list = await axb('binding', 'getAll', { relationNum: X1, returnAll: true });
		expect(list.error).toBeUndefined();
		expect(list.json).toEqual([]);
		const get = await axb('binding', 'get', { subscriptionId: 'nowhere' });
		expect(get.error?.message).toMatch(/no (such|binding)/i);
	});

	test('changes only what is given', async () => {
		const subscriptionId = await idOf();
		const { json } = await axb('binding', 'update', {
			subscriptionId,
			updateFields: { calleeNum: '0755-28000001', maxDuration: 30, privateSms: true },
		});
		expect(platform.sent()[1]).toEqual({
			method: 'PUT',
			rawUrl: PATH,
			body: { subscriptionId, calleeNum: '+8675528000001', maxDuration: 30, privateSms: 'true' },
		});
		expect(json).toEqual([{ updated: true, subscriptionId }]);
	});

	test('changes the life of a binding to any number of seconds up to 90 days', async () => {
		const subscriptionId = await idOf();
		for (const duration of [0, 1, 59, 7_776_000]) {
			const { error } = await axb('binding', 'update', {
				subscriptionId,
				updateFields: { duration },
			});
			expect(error).toBeUndefined();
			expect(platform.sent().at(-1)?.body).toEqual({ subscriptionId, duration });
		}
	});

	test('unbinds one binding; one that is gone counts as deleted', async () => {
		const subscriptionId = await idOf();
		const remove = async () =>
			await axb('binding', 'delete', { identifyBy: 'subscriptionId', subscriptionId });
		expect((await remove()).json).toEqual([{ deleted: true }]);
		expect(platform.last()).toMatchObject({
			method: 'DELETE',
			rawUrl: `${PATH}?subscriptionId=${subscriptionId}`,
			rawBody: '',
		});
		expect((await remove()).json).toEqual([{ deleted: true, alreadyDeleted: true }]);
		const strict = await axb('binding', 'delete', {
			identifyBy: 'subscriptionId',
			subscriptionId,
			options: { ignoreNotFound: false },
		});
		expect(strict.error).toBeDefined();
	});

	test('removes all bindings of a number only when told so, and says how many there are', async () => {
		await idOf();
		await idOf({ callerNum: '13900000001', calleeNum: '13900000002' });
		const remove = async (deleteAll: boolean) =>
			await axb('binding', 'delete', { identifyBy: 'privateNumber', relationNum: X1, deleteAll });
		const refused = await remove(false);
		expect(refused.error?.message).toContain('all 2 bindings');
		expect(platform.simulator.bindings()).toHaveLength(2);
		expect((await remove(true)).json).toEqual([{ deleted: true }]);
		expect(platform.last().rawUrl).toBe(`${PATH}?relationNum=%2B8617000000001`);
		expect(platform.simulator.bindings()).toHaveLength(0);
	});
});

describe('a binding that exists already', () => {
	test('is refused with the code, the cause and the way on', async () => {
		await idOf();
		const { error } = await create();
		expect(error?.message).toContain('1012010');
		expect(error?.description).toContain('On Conflict');
	});

	test('is the result where the user wants it', async () => {
		const subscriptionId = await idOf();
		const { json } = await create({ options: { onConflict: 'useExisting' } });
		expect(json[0]).toMatchObject({ subscriptionId, alreadyBound: true });
	});

	test('is not taken for the wanted one when it is of somebody else', async () => {
		await idOf();
		const { error } = await create({
			calleeNum: '13900000009',
			options: { onConflict: 'useExisting' },
		});
		expect(error?.message).toContain('1012010');
	});
});
