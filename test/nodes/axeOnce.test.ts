import { PrivateNumberAxe } from '../../nodes/PrivateNumberAxe/PrivateNumberAxe.node';
import { KEYS, sharedPlatform, startPlatform, X1 } from './fixture';
import { faultOnce, LOST } from './lostAnswers';
import { GO_ON, operationsOf, type OperateOptions, type Parameters } from './operate';

const A = '+8613800000021';
const OTHER = '+8613900000002';

const platform = sharedPlatform(() => startPlatform('AXE'));

const axe = operationsOf(PrivateNumberAxe, () => platform);

const create = async (parameters: Parameters = {}, run?: OperateOptions) =>
	await axe(
		'binding',
		'create',
		{ bindNum: A, chooseNumberBy: 'number', virtualNum: X1, ...parameters },
		run,
	);
const bound = (bindNum: string, extendNum: string, more: object = {}) =>
	platform.simulator.bind(KEYS.appKey, { virtualNum: X1, bindNum, extendNum, ...more });
const posts = () => platform.sent().filter(({ method }) => method === 'POST');
const key = { identifyBy: 'extension', virtualNum: X1, extendNum: '0012' };
const byArea = { chooseNumberBy: 'area', areaCode: '0755', areaMatchMode: '0' };

describe('a binding that exists already', () => {
	const useExisting = { options: { onConflict: 'useExisting' } };

	test('is the result where the user wants it, with its own life', async () => {
		const { subscriptionId } = bound(A, '0012', { timeUnit: '1', bindExpiredTime: 90 });
		const { json } = await create(useExisting);
		expect(json).toEqual([
			{
				subscriptionId,
				privateNumber: X1,
				extension: '0012',
				numberA: A,
				timeUnit: 'minutes',
				bindExpiredTime: 90,
				alreadyBound: true,
			},
		]);
		expect(platform.simulator.bindings()).toHaveLength(1);
	});

	test('is found among many of the same privacy number', async () => {
		for (let person = 1; person <= 60; person += 1) {
			const tail = String(person).padStart(4, '0');
			bound(`+861390000${tail}`, tail);
		}
		const { subscriptionId } = bound(A, '0100');
		expect((await create(useExisting)).json[0]).toMatchObject({
			subscriptionId,
			alreadyBound: true,
		});
	});

	test('is the result when its own extension is asked for', async () => {
		const { subscriptionId } = bound(A, '0012');
		const { json } = await create({ ...useExisting, extendNum: '0012' });
		expect(json[0]).toMatchObject({ subscriptionId, alreadyBound: true });
	});

	test('is not taken for one with another extension', async () => {
		bound(A, '0012');
		const { error } = await create({ ...useExisting, extendNum: '0013' });
		expect(error?.message).toContain('1012010');
	});

	test('is not taken for the wanted one when it is of somebody else', async () => {
		bound(OTHER, '0012');
		const { error } = await create({ ...useExisting, extendNum: '0012' });
		expect(error?.message).toContain('1020167');
	});

	test.each([
		['under the older number of the refusal', '1013102', 'The extend number has been bound.'],
		['under the one for a bind sent repeatedly', '1012008', 'Insufficient number of resources'],
	])('is recognised %s too', async (_, code, text) => {
		const { subscriptionId } = bound(A, '0012');
		platform.simulator.setFault({ kind: 'code', http: 403, code, text, times: 1 });
		const { json } = await create(useExisting);
		expect(json[0]).toMatchObject({ subscriptionId, alreadyBound: true });
	});

	test('stays a refusal where the user wants that', async () => {
		bound(A, '0012');
		const { error } = await create();
		expect(error?.message).toContain('1012010');
		expect(error?.description).toContain('On Conflict');
		expect(error?.description).toContain(`Extension 0012 of ${X1} belongs to ${A}`);
		expect(posts()).toHaveLength(1);
	});
});

describe('a lost answer', () => {
	test.each(LOST)('of a bind, %s, is settled: exactly one extension', async (_, fault) => {
		faultOnce(platform, fault, 'POST');
		const { json, error } = await create({ options: { userData: '订单' } });
		expect(error).toBeUndefined();
		expect(platform.simulator.bindings()).toHaveLength(1);
		expect(json[0]).toMatchObject({
			subscriptionId: platform.simulator.bindings()[0]?.subscriptionId,
			privateNumber: X1,
			extension: '0001',
			numberA: A,
			alreadyBound: false,
		});
	});

	test.each(LOST)('of a bind to a wanted extension, %s, is settled too', async (_, fault) => {
		faultOnce(platform, fault, 'POST');
		const { json } = await create({ extendNum: '0012' });
		expect(platform.simulator.bindings()).toHaveLength(1);
		expect(json[0]).toMatchObject({ extension: '0012', numberA: A, alreadyBound: false });
	});

	test('of a bind on which the platform acts late is settled by the refusal of the second', async () => {
		faultOnce(platform, { kind: 'reset' }, 'POST');
		const taken = { http: 403, code: '1020167', text: 'No idle extend Number.' };
		faultOnce(platform, { kind: 'code', ...taken, acts: true }, 'POST');
		const { json } = await create({ extendNum: '0012' });
		expect(json[0]).toMatchObject({ extension: '0012', numberA: A, alreadyBound: false });
		expect(platform.simulator.bindings()).toHaveLength(1);
	});

	test('of a bind to an extension that another person has is the refusal', async () => {
		bound(OTHER, '0012');
		faultOnce(platform, { kind: 'reset', acts: true }, 'POST');
		const { json } = await create({ extendNum: '0012' }, GO_ON);
		expect(json[0]?.details).toMatchObject({ code: '1020167' });
		expect(platform.simulator.bindings()).toHaveLength(1);
	});

	test.each(LOST)(
		'of a bind by area, %s, is an unknown outcome: the platform chose X',
		async (_, fault) => {
			faultOnce(platform, fault, 'POST');
			const { json } = await create(byArea, GO_ON);
			expect(json[0]?.error).toMatch(/not known/);
			expect(json[0]?.details).toMatchObject({
				code: 'outcomeUnknown',
				remedy: expect.stringContaining('Do not send it again') as string,
			});
			expect(posts()).toHaveLength(1);
		},
	);

	test('of a bind that no query can settle is an unknown outcome, and is not sent again', async () => {
		faultOnce(platform, { kind: 'reset', acts: true }, 'POST');
		platform.simulator.setFault({ kind: 'internalError', method: 'GET' });
		const { json } = await create({}, GO_ON);
		expect(json[0]?.details).toMatchObject({ code: 'outcomeUnknown' });
		expect(posts()).toHaveLength(1);
		expect(platform.simulator.bindings()).toHaveLength(1);
	});

	test.each(LOST)('of an unbind, %s, is a success', async (_, fault) => {
		bound(A, '0012');
		faultOnce(platform, fault, 'DELETE');
		const strictly = { options: { ignoreNotFound: false } };
		expect((await axe('binding', 'delete', { ...key, ...strictly })).json).toEqual([
			{ deleted: true },
		]);
		expect(platform.simulator.bindings()).toEqual([]);
	});

	test.each(LOST)('of a change, %s, is made good by sending it again', async (_, fault) => {
		bound(A, '0012');
		faultOnce(platform, fault, 'PUT');
		const updateFields = { callbackNum: OTHER };
		expect((await axe('binding', 'update', { ...key, updateFields })).json).toEqual([
			{ updated: true, privateNumber: X1, extension: '0012' },
		]);
		expect(platform.simulator.bindings()[0]?.settings).toMatchObject(updateFields);
	});

	test.each(LOST)('of a list or a count, %s, is asked for again', async (_, fault) => {
		bound(A, '0012');
		faultOnce(platform, fault, 'GET');
		const list = await axe('binding', 'getAll', { virtualNum: X1, returnAll: true });
		expect(list.json).toHaveLength(1);
		faultOnce(platform, fault, 'GET');
		const { json } = await axe('binding', 'count', { virtualNum: X1 });
		expect(json).toEqual([{ privateNumber: X1, timesBound: 1 }]);
	});
});

describe('Retry On Fail', () => {
	test('binds nobody twice, and takes no second extension', async () => {
		const items = [{ a: '13900000001' }, { a: 'nobody' }];
		const { error } = await create(
			{ bindNum: '={{ $json.a }}', requestOptions: { concurrency: 1 } },
			{ items, settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } },
		);
		expect(error?.message).toContain('bindNum');
		expect(posts()).toHaveLength(1);
		expect(platform.simulator.bindings()).toHaveLength(1);
	});
});
