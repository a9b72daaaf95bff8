import { PrivateNumberAxyb } from '../../nodes/PrivateNumberAxyb/PrivateNumberAxyb.node';
import { numbers, sharedPlatform, startPlatform } from './fixture';
import { faultOnce, LOST } from './lostAnswers';
import { GO_ON, operationsOf, type OperateOptions, type Parameters } from './operate';

const A = '+8613800000021';
const B = '+8613900000002';

const platform = sharedPlatform(() => startPlatform('AXYB', { numbers: numbers(9) }));

const axyb = operationsOf(PrivateNumberAxyb, () => platform);

const create = async (parameters: Parameters = {}, run?: OperateOptions) =>
	await axyb('binding', 'create', { origNum: A, areaCode: '0755', ...parameters }, run);
const idOf = async (): Promise<string> => (await create()).json[0]?.subscriptionId as string;
const add = async (subscriptionId: string, parameters: Parameters = {}, run?: OperateOptions) =>
	await axyb('peer', 'add', { subscriptionId, origNum: B, ...parameters }, run);

const posts = () => platform.sent().filter(({ method }) => method === 'POST').length;
const peers = () => platform.simulator.bindings().filter(({ b }) => b !== undefined);

describe('a lost answer of a bind', () => {
	test.each(LOST)('%s, is an unknown outcome: the platform chose X', async (_, fault) => {
		faultOnce(platform, fault, 'POST');
		const { json } = await create({}, GO_ON);
		expect(json[0]?.error).toMatch(/not known/);
		expect(json[0]?.details).toMatchObject({
			code: 'outcomeUnknown',
			remedy: expect.stringContaining('Do not send it again') as string,
		});
		expect(posts()).toBe(1);
	});

	test('stops the run, and names what was done before', async () => {
		const items = [{ a: '13900000001' }, { a: '13900000002' }];
		platform.simulator.setFault({ kind: 'reset', acts: true, method: 'POST', skip: 1 });
		const { error } = await create(
			{ origNum: '={{ $json.a }}', requestOptions: { concurrency: 1 } },
			{ items },
		);
		expect(error?.description).toMatch(/item 0 \(.+\)/);
		expect(posts()).toBe(2);
	});
});

describe('a lost answer of a peer', () => {
	test.each(LOST)('%s, is settled: exactly one Y for B', async (_, fault) => {
		const subscriptionId = await idOf();
		faultOnce(platform, fault, 'POST');
		const { json, error } = await add(subscriptionId, { options: { ybDuration: 600 } });
		expect(error).toBeUndefined();
		expect(peers()).toHaveLength(1);
		expect(json).toEqual([
			{
				subscriptionId,
				numberY: peers()[0]?.y,
				numberB: B,
				ybDuration: 600,
				expiresAt: expect.any(String) as string,
			},
		]);
	});

	test('on which the platform acts late is settled by the refusal of the second', async () => {
		const subscriptionId = await idOf();
		faultOnce(platform, { kind: 'reset' }, 'POST');
		const repeated = { http: 403, code: '1012008', text: 'Insufficient number of resources' };
		faultOnce(platform, { kind: 'code', ...repeated, acts: true }, 'POST');
		const { json } = await add(subscriptionId);
		expect(peers()).toMatchObject([{ b: B, y: json[0]?.numberY }]);
	});

	test('is not settled by the Y of another B', async () => {
		const subscriptionId = await idOf();
		await add(subscriptionId, { origNum: '139 0000 0009' });
		faultOnce(platform, { kind: 'reset' }, 'POST');
		const { json } = await add(subscriptionId);
		expect(peers().map(({ b, y }) => [b, y])).toContainEqual([B, json[0]?.numberY]);
		expect(peers()).toHaveLength(2);
	});

	test('is an unknown outcome where the platform tells no more than five peers', async () => {
		const subscriptionId = await idOf();
		for (let other = 1; other <= 5; other += 1) {
			await add(subscriptionId, { origNum: `1390000100${other}` });
		}
		const before = posts();
		faultOnce(platform, { kind: 'reset', acts: true }, 'POST');
		const { json } = await add(subscriptionId, {}, GO_ON);
		expect(json[0]?.details).toMatchObject({ code: 'outcomeUnknown' });
		expect(posts()).toBe(before + 1);
		expect(peers()).toHaveLength(6);
	});

	test('is an unknown outcome where no query can be made', async () => {
		const subscriptionId = await idOf();
		faultOnce(platform, { kind: 'reset', acts: true }, 'POST');
		platform.simulator.setFault({ kind: 'internalError', method: 'GET' });
		const { json } = await add(subscriptionId, {}, GO_ON);
		expect(json[0]?.details).toMatchObject({ code: 'outcomeUnknown' });
		expect(peers()).toHaveLength(1);
	});

	test('of a binding that has gone meanwhile is the refusal', async () => {
		faultOnce(platform, { kind: 'reset' }, 'POST');
		const { json } = await add('gone', {}, GO_ON);
		expect(json[0]?.details).toMatchObject({ code: '1016001' });
	});
});

describe('a lost answer of', () => {
	const strictly = { options: { ignoreNotFound: false } };

	test.each(LOST)('an unbind, %s, is a success', async (_, fault) => {
		const subscriptionId = await idOf();
		faultOnce(platform, fault, 'DELETE');
		const { json } = await axyb('binding', 'delete', { subscriptionId, ...strictly });
		expect(json).toEqual([{ deleted: true }]);
		expect(platform.simulator.bindings()).toEqual([]);
	});

	test.each(LOST)('the removal of a peer, %s, is a success, and A stays', async (_, fault) => {
		const subscriptionId = await idOf();
		await add(subscriptionId);
		faultOnce(platform, fault, 'DELETE');
		const by = { removeBy: 'userNumber', bNum: B };
		const { json } = await axyb('peer', 'remove', { subscriptionId, ...by, ...strictly });
		expect(json).toEqual([{ deleted: true }]);
		expect(peers()).toEqual([]);
		expect(platform.simulator.bindings()).toHaveLength(1);
	});

	test.each(LOST)('a query, %s, is asked for again', async (_, fault) => {
		const subscriptionId = await idOf();
		faultOnce(platform, fault, 'GET');
		const by = { identifyBy: 'subscriptionId', subscriptionId };
		expect((await axyb('binding', 'get', by)).json).toMatchObject([{ subscriptionId }]);
	});
});

describe('Retry On Fail', () => {
	test('binds nobody twice, though every bind would get an X of its own', async () => {
		const items = [{ a: '13900000001' }, { a: 'nobody' }];
		const { error } = await create(
			{ origNum: '={{ $json.a }}', requestOptions: { concurrency: 1 } },
			{ items, settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } },
		);
		expect(error?.message).toContain('origNum');
		expect(posts()).toBe(1);
		expect(platform.simulator.bindings()).toHaveLength(1);
	});
});
