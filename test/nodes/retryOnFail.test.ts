import { PrivateNumberAx } from '../../nodes/PrivateNumberAx/PrivateNumberAx.node';
import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { A, axbOn, WANTED } from './axbBindings';
import { sharedPlatform, startPlatform, type Fixture } from './fixture';
import { operationsOf } from './operate';

const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };
/** The platform acts, but its answer never arrives. */
const lostAnswer = { kind: 'reset', acts: true } as const;

describe('Retry On Fail, where an answer was lost', () => {
	const platform = sharedPlatform(() => startPlatform('AXB'));
	const { create } = axbOn(() => platform);

	test.each([
		['with Stop', retry],
		['with Continue', { ...retry, onError: 'continueRegularOutput' as const }],
	])(
		'%s sends a create whose X the platform picks once, and goes on saying that nobody knows',
		async (_, settings) => {
			platform.simulator.setFault({ ...lostAnswer, method: 'POST', times: 1 });
			const { json, error } = await create({ chooseNumberBy: 'auto' }, { settings });
			const told = error?.message ?? json[0]?.error;
			expect(told).toMatch(/not known whether/);
			expect(platform.sent()).toHaveLength(1);
			expect(platform.simulator.bindings()).toHaveLength(1);
		},
	);

	const items = [
		{ a: '13900000001', b: '13700000001' },
		{ a: '13900000002', b: '13700000002' },
	];
	const each = {
		callerNum: '={{ $json.a }}',
		calleeNum: '={{ $json.b }}',
		requestOptions: { concurrency: 1 },
	};

	test('sends the other items, which are known not to be bound', async () => {
		platform.simulator.setFault({ ...lostAnswer, method: 'POST', times: 1 });
		const { json } = await create(
			{ ...each, chooseNumberBy: 'auto' },
			{ items, settings: { ...retry, onError: 'continueRegularOutput' } },
		);
		expect(json[0]?.details).toMatchObject({ code: 'outcomeUnknown' });
		expect(json[1]).toMatchObject({ numberB: '+8613700000002' });
		expect(platform.simulator.bindings()).toHaveLength(2);
	});

	test('gives out what the first try has done, each beside its input', async () => {
		platform.simulator.setFault({ ...lostAnswer, method: 'POST', skip: 1, times: 1 });
		platform.simulator.setFault({ kind: 'reset', method: 'GET', times: 3 });
		const { outputs, error } = await create(each, { items, settings: retry });
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.numberA, pairedItem])).toEqual([
			['+8613900000001', { item: 0 }],
			['+8613900000002', { item: 1 }],
		]);
		expect(platform.simulator.requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
	});

	test('finds its own binding where X was given, and every look was cut in the first try', async () => {
		platform.simulator.setFault({ ...lostAnswer, method: 'POST', times: 1 });
		platform.simulator.setFault({ kind: 'reset', method: 'GET', times: 3 });
		const { json, error } = await create({}, { settings: retry });
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ numberA: A, alreadyBound: false });
		expect(platform.simulator.bindings()).toHaveLength(1);
		expect(platform.simulator.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
	});
});

describe('Retry On Fail of AX by area', () => {
	const platform = sharedPlatform(() => startPlatform('AX'));
	test('does not take a binding of the first try for one that was there before', async () => {
		const ax = operationsOf(PrivateNumberAx, () => platform);
		platform.simulator.setFault({ ...lostAnswer, method: 'POST', times: 1 });
		platform.simulator.setFault({ kind: 'reset', method: 'GET', skip: 1, times: 3 });
		const { error } = await ax(
			'binding',
			'create',
			{ origNum: '13800000021', chooseNumberBy: 'area', areaCode: '0755', areaMatchMode: '1' },
			{ settings: retry },
		);
		expect(error?.message).toMatch(/not known whether/);
		expect(platform.simulator.bindings()).toHaveLength(1);
	});
});

describe('what a retry remembers', () => {
	let first: Fixture;
	let second: Fixture;
	beforeAll(async () => {
		first = await startPlatform('AXB');
		second = await startPlatform('AXB');
	});
	afterAll(async () => {
		await Promise.all([first.close(), second.close()]);
	});

	test('is of one application: with another credential everything is sent there', async () => {
		const parameters = {
			...WANTED,
			calleeNum: '={{ $json.b }}',
			requestOptions: { concurrency: 1 },
		};
		const items = [{ b: '13700000001' }, { b: 'nobody' }];
		const onFirst = operationsOf(PrivateNumberAxb, () => first);
		const failed = await onFirst('binding', 'create', parameters, { items });
		expect(first.simulator.bindings()).toHaveLength(1);
		const { executionData, resultData } = failed.run.data;
		expect(executionData?.nodeExecutionStack).toHaveLength(1);
		delete resultData.error;
		delete resultData.runData.Node;

		const onSecond = operationsOf(PrivateNumberAxb, () => second);
		await onSecond('binding', 'create', parameters, { items, runData: failed.run.data });
		expect(second.simulator.bindings()).toHaveLength(1);
	});
});
