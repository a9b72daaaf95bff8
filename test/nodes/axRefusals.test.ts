import { PrivateNumberAx } from '../../nodes/PrivateNumberAx/PrivateNumberAx.node';
import { KEYS, numbers, sharedPlatform, startPlatform, X1, X2, type Fixture } from './fixture';
import { GO_ON, operationsOf, type Parameters } from './operate';
import {
	everyRefusal,
	expectLocalRefusal,
	expectPause,
	expectRefusal,
	type Refusal,
} from './refusals';

const A = '+8613800000021';
const OTHER = '+8613900000002';
const X3 = '+8617000000003';

const wanted = { origNum: A, chooseNumberBy: 'number', privateNum: X1 };
const byX = { identifyBy: 'privateNumber', privateNum: X1 };

describe('what cannot be right is refused before anything is sent', () => {
	const options = (given: object): Parameters => ({ options: given });
	const updateFields = (given: object): Parameters => ({ ...byX, updateFields: given });

	const platform = sharedPlatform(() => startPlatform('AX'));
	test.each<[what: string, operation: string, parameters: Parameters, field: string]>([
		['a number A that is none', 'create', { origNum: '12345' }, 'origNum'],
		['a 400 number as A', 'create', { origNum: '400-800-0001' }, 'origNum'],
		['a 95 number as A', 'create', { origNum: '95588' }, 'origNum'],
		['a number A of another country', 'create', { origNum: '+14155550100' }, 'origNum'],
		['no number A', 'create', { origNum: '={{ "" }}' }, 'origNum'],
		['neither X nor area', 'create', { privateNum: '={{ "" }}' }, 'privateNum'],
		['an X that is none', 'create', { privateNum: '170' }, 'privateNum'],
		['a missing area', 'create', { chooseNumberBy: 'area', areaCode: '={{ "" }}' }, 'areaCode'],
		['recording without a notice', 'create', options({ recordFlag: true }), 'recordHintTone'],
		[
			'a notice without recording',
			'create',
			options({ recordHintTone: 'n.wav' }),
			'recordHintTone',
		],
		[
			'a last-minute tone without a longest call',
			'create',
			options({ lastMinVoice: 'l.wav' }),
			'lastMinVoice',
		],
		[
			'a last-minute tone with an endless call',
			'create',
			options({ lastMinVoice: 'l.wav', maxDuration: 0 }),
			'lastMinVoice',
		],
		['a call of two days', 'create', options({ maxDuration: 2880 }), 'maxDuration'],
		[
			'a tone with a long name',
			'create',
			options({ callerHintTone: 't'.repeat(129) }),
			'callerHintTone',
		],
		['long user data', 'create', options({ userData: '长'.repeat(100) }), 'userData'],
		['an unknown direction', 'create', options({ callDirection: '={{ 3 }}' }), 'callDirection'],
		['an unknown power state', 'create', options({ turnFlag: '={{ "sleep" }}' }), 'turnFlag'],
		['an update of nothing named', 'update', { ...byX, privateNum: '={{ "" }}' }, 'privateNum'],
		['a new number A that is none', 'update', updateFields({ origNum: '0755' }), 'origNum'],
		[
			'a last-minute tone beside an endless call',
			'update',
			updateFields({ lastMinVoice: 'l.wav', maxDuration: 0 }),
			'lastMinVoice',
		],
		['a negative longest call', 'update', updateFields({ maxDuration: -1 }), 'maxDuration'],
		[
			'a deletion without an ID',
			'delete',
			{ identifyBy: 'subscriptionId', subscriptionId: '={{ "" }}' },
			'subscriptionId',
		],
		[
			'a question without an ID',
			'get',
			{ findBy: 'subscriptionId', subscriptionId: '={{ "" }}' },
			'subscriptionId',
		],
		['a list of nobody', 'getAll', { origNum: '={{ "" }}', returnAll: true }, 'origNum'],
		['a callee that is none', 'setTemporaryCallee', { ...byX, calleeNum: '110' }, 'calleeNum'],
		[
			'a callee for less than no time',
			'setTemporaryCallee',
			{ ...byX, calleeNum: OTHER, ...options({ duration: -1 }) },
			'duration',
		],
	])('%s', async (_, operation, parameters, field) => {
		const attempt = { resource: 'binding', operation, parameters: { ...wanted, ...parameters } };
		await expectLocalRefusal(PrivateNumberAx, platform, attempt, field);
	});

	test('an update may add a tone to what was set before', async () => {
		platform.simulator.bind(KEYS.appKey, { origNum: A, privateNum: X1, maxDuration: 60 });
		const ax = operationsOf(PrivateNumberAx, () => platform);
		const { json } = await ax('binding', 'update', updateFields({ lastMinVoice: 'l.wav' }));
		expect(json).toEqual([{ updated: true, privateNumber: X1 }]);
	});
});

describe('a refusal of the platform is told with its code, its status and a remedy', () => {
	const usual = { resource: 'binding', operation: 'create', parameters: wanted };
	const create = (parameters: Parameters) => ({ parameters: { ...wanted, ...parameters } });
	const update = (updateFields: object, which: object = byX) => ({
		operation: 'update',
		parameters: { ...which, updateFields },
	});
	const remove = (which: object) => ({
		operation: 'delete',
		parameters: { ...which, options: { ignoreNotFound: false } },
	});
	const nowhere = { identifyBy: 'subscriptionId', subscriptionId: 'nowhere' };
	const binding = { origNum: A, privateNum: X1 };

	const six = { application: { numbers: numbers(6) } };
	const fiveOfA = numbers(6)
		.slice(1)
		.map(({ number }) => ({ origNum: A, privateNum: number }));
	const blacklist = ({ simulator }: Fixture): void => {
		simulator.setNumberStatus({ number: X1, status: '10' });
	};

	test.each(everyRefusal)('%s', async (_, refusal) => {
		const parameters = { origNum: A, returnAll: true };
		const list = { resource: 'binding', operation: 'getAll', parameters };
		await expectRefusal(PrivateNumberAx, 'AX', list, refusal);
	});

	test.each<[what: string, refusal: Refusal]>([
		[
			'a tone that was not approved',
			{
				code: '1010002',
				application: { voiceFiles: ['known.wav'] },
				...create({ options: { callerHintTone: 'unknown.wav' } }),
				says: 'unknown.wav does not exist.',
			},
		],
		[
			'a privacy number of somebody else',
			{ code: '1011001', ...create({ privateNum: X3 }), says: 'does not belong' },
		],
		[
			'an area without a free number',
			{
				code: '1011002',
				...create({ chooseNumberBy: 'area', areaCode: '021', areaMatchMode: '0' }),
				says: 'no free privacy number',
			},
		],
		[
			'a sixth privacy number of one person',
			{ code: '1011003', ...six, bound: fiveOfA, says: 'five privacy numbers' },
		],
		[
			'a change to a person who has five privacy numbers',
			{
				code: '1011003',
				...six,
				bound: [...fiveOfA, { origNum: OTHER, privateNum: X1 }],
				...update({ origNum: A }),
				says: 'five privacy numbers',
			},
		],
		[
			'a change of a number without a binding',
			{ code: '1011004', ...update({ maxDuration: 5 }), says: 'no binding' },
		],
		[
			'an unbinding of a number without a binding',
			{ code: '1011004', ...remove(byX), says: 'no binding' },
		],
		[
			'a callee for a number without a binding',
			{
				code: '1011004',
				operation: 'setTemporaryCallee',
				parameters: { ...byX, calleeNum: OTHER },
				says: 'no binding',
			},
		],
		[
			'a privacy number that another person has',
			{
				code: '1011005',
				bound: [{ origNum: OTHER, privateNum: X1 }],
				says: 'another Number A',
			},
		],
		[
			'recording in an application without it',
			{
				code: '1012012',
				application: { recording: false },
				...create({ options: { recordFlag: true, recordHintTone: 'n.wav' } }),
				says: 'Recording is switched off',
			},
		],
		[
			'a binding to a blacklisted number',
			{ code: '1012102', before: blacklist, says: 'cannot be used' },
		],
		[
			'a change on a blacklisted number',
			{
				code: '1012102',
				bound: [binding],
				before: blacklist,
				...update({ maxDuration: 5 }),
				says: 'cannot be used',
			},
		],
		[
			'a change of an unknown ID',
			{ code: '1016001', ...update({ maxDuration: 5 }, nowhere), says: 'no such binding' },
		],
		[
			'an unbinding of an unknown ID',
			{ code: '1016001', ...remove(nowhere), says: 'no such binding' },
		],
		[
			'a question about an unknown ID',
			{
				code: '1016001',
				operation: 'get',
				parameters: { findBy: 'subscriptionId', subscriptionId: 'nowhere' },
				says: 'no such binding',
			},
		],
		['the same binding again', { code: '1016002', bound: [binding], says: 'bound to each other' }],
		[
			'the number of the caller shown without permission',
			{ code: '1020178', ...create({ options: { calleeNumDisplay: '1' } }), says: /caller/ },
		],
		[
			'the same in a change',
			{
				code: '1020178',
				bound: [binding],
				...update({ calleeNumDisplay: '1' }),
				says: /caller/,
			},
		],
	])('%s', async (_, refusal) => {
		await expectRefusal(PrivateNumberAx, 'AX', usual, refusal);
	});

	test('flow control is waited for, and then a hint', async () => {
		const parameters = { origNum: A, returnAll: true };
		const list = { resource: 'binding', operation: 'getAll', parameters };
		// Nobody has a number: two empty lists.
		expect((await expectPause(PrivateNumberAx, 'AX', list)).outputs).toEqual([[]]);
	});
});

describe('with several items', () => {
	const platform = sharedPlatform(() => startPlatform('AX', { numbers: numbers(3) }));

	test('one that is refused leaves the others alone', async () => {
		const items = [{ x: X1 }, { x: 'none' }, { x: X2 }, { x: X1 }, { x: X3 }];
		const { json, outputs } = await operationsOf(PrivateNumberAx, () => platform)(
			'binding',
			'create',
			{ ...wanted, privateNum: '={{ $json.x }}', requestOptions: { concurrency: 1 } },
			{ ...GO_ON, items },
		);
		expect(json.map(({ privateNumber, details }) => privateNumber ?? details)).toEqual([
			X1,
			expect.objectContaining({ field: 'privateNum', value: 'none' }),
			X2,
			expect.objectContaining({ code: '1016002' }),
			X3,
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => ({ item })),
		);
		expect(platform.simulator.bindings()).toHaveLength(3);
	});
});
