import { A, axybOn, B, byId, KEY, PATH, startAxyb, SUCCESS, X, Y } from './axybBindings';
import { sharedPlatform } from './fixture';

const platform = sharedPlatform(startAxyb);
const { axyb, create, idOf, add, answer } = axybOn(() => platform);

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
