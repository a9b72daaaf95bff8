import { PrivateNumberAx } from '../../nodes/PrivateNumberAx/PrivateNumberAx.node';
import { KEYS, numbers, sharedPlatform, startPlatform, X1, X2 } from './fixture';
import { faultOnce, LOST } from './lostAnswers';
import { GO_ON, operationsOf, type OperateOptions, type Parameters } from './operate';

const A = '+8613800000021';
const OTHER = '+8613900000002';

/** X2 is of another city. */
const platform = sharedPlatform(() =>
	startPlatform('AX', {
		numbers: numbers(6).map((x) => (x.number === X2 ? { ...x, areaCode: '010' } : x)),
	}),
);

const ax = operationsOf(PrivateNumberAx, () => platform);

const create = async (parameters: Parameters = {}, run: OperateOptions = {}) =>
	await ax(
		'binding',
		'create',
		{ origNum: A, chooseNumberBy: 'number', privateNum: X1, ...parameters },
		run,
	);

const byX = { identifyBy: 'privateNumber', privateNum: X1 };
const update = async (updateFields: object) =>
	await ax('binding', 'update', { ...byX, updateFields });

const bound = (origNum: string, privateNum: string): void => {
	platform.simulator.bind(KEYS.appKey, { origNum, privateNum });
};

describe('a binding that exists already', () => {
	const useExisting = { options: { onConflict: 'useExisting' } };

	test('is the result where the user wants it', async () => {
		const { subscriptionId } = (await create({ options: { maxDuration: 30 } })).json[0] ?? {};
		const { json } = await create(useExisting);
		expect(json).toEqual([
			{
				subscriptionId,
				privateNumber: X1,
				numberA: A,
				callDirection: 'both',
				maxDuration: 30,
				alreadyBound: true,
			},
		]);
	});

	test('is the result even for a person who has all five numbers', async () => {
		for (const { number } of numbers(5)) bound(A, number);
		expect((await create(useExisting)).json[0]).toMatchObject({
			privateNumber: X1,
			alreadyBound: true,
		});
	});

	test('is not taken for the wanted one when it is of somebody else', async () => {
		bound(OTHER, X1);
		expect((await create(useExisting)).error?.message).toContain('1011005');
	});

	test('stays a refusal where the user wants that', async () => {
		bound(A, X1);
		const { error } = await create();
		expect(error?.message).toContain('1016002');
		expect(error?.description).toContain('On Conflict');
	});
});

describe('a lost answer', () => {
	test.each(LOST)('of a bind, %s, is settled: exactly one binding', async (_, fault) => {
		const { simulator } = platform;
		faultOnce(platform, fault, 'POST');
		const { json, error } = await create({ options: { userData: '订单' } });
		expect(error).toBeUndefined();
		expect(simulator.bindings()).toHaveLength(1);
		expect(json[0]).toMatchObject({
			subscriptionId: simulator.bindings()[0]?.subscriptionId,
			numberA: A,
			privateNumber: X1,
			alreadyBound: false,
		});
	});

	const byArea = { chooseNumberBy: 'area', areaCode: '010', areaMatchMode: '0' };
	const hasActed = LOST.filter(([, { kind, acts }]) => acts ?? /cut|truncated/.test(kind));
	const hasNotActed = LOST.filter((lost) => !hasActed.includes(lost));

	test.each(hasActed)('of a bind by area, %s, is settled by the list of A', async (_, fault) => {
		const { simulator } = platform;
		bound(A, X1);
		faultOnce(platform, fault, 'POST');
		const { json, error } = await create(byArea);
		expect(error).toBeUndefined();
		expect(simulator.bindings()).toHaveLength(2);
		expect(json[0]).toMatchObject({ numberA: A, privateNumber: X2, alreadyBound: false });
	});

	test.each(hasNotActed)(
		'of a bind by area, %s, is an unknown outcome: a second one would be another binding',
		async (_, fault) => {
			const { simulator } = platform;
			bound(A, X1);
			faultOnce(platform, fault, 'POST');
			const { json } = await create(byArea, GO_ON);
			expect(json[0]?.details).toMatchObject({ code: 'outcomeUnknown' });
			expect(platform.sent().filter(({ method }) => method === 'POST')).toHaveLength(1);
			expect(simulator.bindings()).toHaveLength(1);
		},
	);

	test.each([700, 2000, 4000])(
		'of a bind by area on which the platform acts %d ms later is never a second binding',
		async (actsAfterMs) => {
			const { simulator } = platform;
			faultOnce(platform, { kind: 'badGateway', acts: true, actsAfterMs }, 'POST');
			const { json } = await create(byArea);
			expect(simulator.bindings()).toHaveLength(1);
			expect(json[0]).toMatchObject({ numberA: A, privateNumber: X2, alreadyBound: false });
		},
	);

	test('of a bind by area is told apart from the other items of the same person', async () => {
		const { simulator } = platform;
		simulator.setFault({ kind: 'reset', acts: true, method: 'POST', times: 2 });
		const items = [{ order: 'a' }, { order: 'b' }, { order: 'c' }];
		const { json, error } = await create(
			{
				chooseNumberBy: 'area',
				areaCode: '0755',
				areaMatchMode: '0',
				options: { userData: '={{ $json.order }}' },
			},
			{ items },
		);
		expect(error).toBeUndefined();
		const kept = simulator.bindings().map(({ x, settings }) => [x, settings.userData]);
		expect(kept).toHaveLength(3);
		expect(json.map(({ privateNumber }, index) => [privateNumber, items[index]?.order])).toEqual(
			expect.arrayContaining(kept),
		);
	});

	test('of a bind that no query can settle is an unknown outcome, and is not sent again', async () => {
		const { simulator } = platform;
		faultOnce(platform, { kind: 'reset', acts: true }, 'POST');
		simulator.setFault({ kind: 'internalError', method: 'GET' });
		const { json } = await create({}, GO_ON);
		expect(json[0]?.details).toMatchObject({ code: 'outcomeUnknown' });
		expect(platform.sent().filter(({ method }) => method === 'POST')).toHaveLength(1);
		expect(simulator.bindings()).toHaveLength(1);
	});

	test.each(LOST)('of an unbind, %s, is a success', async (_, fault) => {
		const { simulator } = platform;
		bound(A, X1);
		faultOnce(platform, fault, 'DELETE');
		const strictly = { options: { ignoreNotFound: false } };
		const { json } = await ax('binding', 'delete', { ...byX, ...strictly });
		expect(json).toEqual([{ deleted: true }]);
		expect(simulator.bindings()).toEqual([]);
	});

	test.each(LOST)('of a change, %s, is made good by sending it again', async (_, fault) => {
		const { simulator } = platform;
		bound(A, X1);
		faultOnce(platform, fault, 'PUT');
		expect((await update({ maxDuration: 7 })).json).toEqual([{ updated: true, privateNumber: X1 }]);
		expect(simulator.bindings()[0]?.settings).toMatchObject({ maxDuration: 7 });
	});

	test.each(LOST)('of a temporary callee, %s, is made good too', async (_, fault) => {
		const { simulator } = platform;
		bound(A, X1);
		faultOnce(platform, fault, 'PUT');
		const { json } = await ax('binding', 'setTemporaryCallee', { ...byX, calleeNum: OTHER });
		expect(json[0]).toMatchObject({ set: true, numberB: OTHER });
		const { sessionId } = simulator.startCall({ caller: A, called: X1 });
		expect((await simulator.waitForCall(sessionId)).callee).toBe(OTHER);
	});
});
