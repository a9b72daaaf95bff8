import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { A, axbOn, B, WANTED } from './axbBindings';
import { sharedPlatform, startPlatform, X1, type Fixture } from './fixture';
import type { Parameters } from './operate';
import { byFault, everyRefusal, expectLocalRefusal, expectRefusal, type Refusal } from './refusals';

const C = '+8613900000003';
const X3 = '+8617000000003';

const nowhere = { subscriptionId: 'nowhere' };
const strictly = { options: { ignoreNotFound: false } };

describe('what cannot be right is refused before anything is sent', () => {
	const options = (given: object): Parameters => ({ options: given });
	const updateFields = (given: object): Parameters => ({ ...nowhere, updateFields: given });

	const platform = sharedPlatform(() => startPlatform('AXB'));
	test.each<[what: string, operation: string, parameters: Parameters, field: string]>([
		['a number that is none', 'create', { callerNum: '12345' }, 'callerNum'],
		['a number of another country', 'create', { calleeNum: '+14155550100' }, 'calleeNum'],
		['a service number as B', 'create', { calleeNum: '400-800-0001' }, 'calleeNum'],
		['a missing privacy number', 'create', { relationNum: '={{ "" }}' }, 'relationNum'],
		['a missing area', 'create', { chooseNumberBy: 'area', areaCode: '={{ "" }}' }, 'areaCode'],
		['recording without a notice', 'create', options({ recordFlag: true }), 'recordHintTone'],
		['a notice without recording', 'create', options({ recordHintTone: 'n' }), 'recordHintTone'],
		['a last-minute tone alone', 'create', options({ lastMinVoice: 'l.wav' }), 'lastMinVoice'],
		[
			'a tone with a long name',
			'create',
			options({ lastMinVoice: 'l'.repeat(129) }),
			'lastMinVoice',
		],
		['a life of a second', 'create', options({ duration: 1 }), 'duration'],
		['a life of 91 days', 'create', options({ duration: 7_862_400 }), 'duration'],
		['half a second', 'create', options({ duration: '={{ 60.5 }}' }), 'duration'],
		['a call of two days', 'create', options({ maxDuration: 2880 }), 'maxDuration'],
		['user data that is too long', 'create', options({ userData: '长'.repeat(100) }), 'userData'],
		['an unknown direction', 'create', options({ callDirection: '={{ 3 }}' }), 'callDirection'],
		['an update of nothing named', 'update', { subscriptionId: '={{ "" }}' }, 'subscriptionId'],
		['a new B that is none', 'update', updateFields({ calleeNum: '0755' }), 'calleeNum'],
		['a new life of 91 days', 'update', updateFields({ duration: 7_862_400 }), 'duration'],
		['a negative life', 'update', updateFields({ duration: -1 }), 'duration'],
		[
			'a last-minute tone beside an endless call',
			'update',
			updateFields({ lastMinVoice: 'l.wav', maxDuration: 0 }),
			'lastMinVoice',
		],
		[
			'a notice beside no recording',
			'update',
			updateFields({ recordHintTone: 'n.wav', recordFlag: false }),
			'recordHintTone',
		],
		['a question without an ID', 'get', { subscriptionId: '={{ "" }}' }, 'subscriptionId'],
		['a list of no number', 'getAll', { relationNum: '={{ "" }}', returnAll: true }, 'relationNum'],
		[
			'a list filtered by a number that is none',
			'getAll',
			{ relationNum: X1, returnAll: true, filters: { callerNum: '1' } },
			'callerNum',
		],
		[
			'a deletion without an ID',
			'delete',
			{ identifyBy: 'subscriptionId', subscriptionId: '={{ "" }}' },
			'subscriptionId',
		],
		[
			'a deletion of no number',
			'delete',
			{ identifyBy: 'privateNumber', relationNum: '={{ "" }}', deleteAll: true },
			'relationNum',
		],
	])('%s', async (_, operation, parameters, field) => {
		const attempt = { resource: 'binding', operation, parameters: { ...WANTED, ...parameters } };
		await expectLocalRefusal(PrivateNumberAxb, platform, attempt, field);
	});
});

describe('a refusal of the platform is told with its code, its status and a remedy', () => {
	const usual = { resource: 'binding', operation: 'create', parameters: WANTED };
	const create = (parameters: Parameters) => ({ parameters: { ...WANTED, ...parameters } });
	const update = (updateFields: object, which: object = nowhere) => ({
		operation: 'update',
		parameters: { ...which, updateFields },
	});
	const list = (relationNum: string) => ({
		operation: 'getAll',
		parameters: { relationNum, returnAll: true },
	});
	const remove = {
		operation: 'delete',
		parameters: { identifyBy: 'subscriptionId', ...nowhere, ...strictly },
	};
	const removeAll = (relationNum: string) => ({
		operation: 'delete',
		parameters: { identifyBy: 'privateNumber', relationNum, deleteAll: true, ...strictly },
	});
	const pair = { callerNum: A, calleeNum: B, relationNum: X1 };
	const recorded = { recordFlag: true, recordHintTone: 'n.wav' };
	const blacklist = ({ simulator }: Fixture): void => {
		simulator.setNumberStatus({ number: X1, status: '10' });
	};
	/** Another application of the same enterprise, which has X3. */
	const beside = {
		applications: [
			{
				appKey: 'anotherKey',
				appSecret: 'anotherSecret',
				mode: 'AXB' as const,
				numbers: [{ number: X3, areaCode: '0755' }],
			},
		],
	};

	test.each(everyRefusal)('%s', async (_, refusal) => {
		await expectRefusal(PrivateNumberAxb, 'AXB', { ...usual, ...list(X1) }, refusal);
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
			'a number for a landline A by its area',
			{
				code: '1010002',
				...create({ chooseNumberBy: 'auto', callerNum: '0755-28000001' }),
				says: 'relationNum is required.',
			},
		],
		[
			'a binding on a number of another application',
			{ code: '1012001', options: beside, ...create({ relationNum: X3 }), says: /application/ },
		],
		[
			'an unbinding of a number of another application',
			{ code: '1012001', options: beside, ...removeAll(X3), says: /application/ },
		],
		[
			'a binding on a number of somebody else',
			{ code: '1012007', ...create({ relationNum: X3 }), says: 'no such privacy number' },
		],
		[
			'a question about an unknown ID',
			{ code: '1012007', operation: 'get', parameters: nowhere, says: 'no such binding' },
		],
		[
			'a change of an unknown ID',
			{ code: '1012007', ...update({ maxDuration: 5 }), says: 'no such binding' },
		],
		['an unbinding of an unknown ID', { code: '1012007', ...remove, says: 'no such binding' }],
		[
			'an unbinding of a number without bindings',
			{ code: '1012007', ...removeAll(X1), says: 'no such binding' },
		],
		[
			'the same, in the words of the binding tables',
			{
				code: '1016001',
				...remove,
				...byFault(403, '1016001', 'The record does not exist.'),
				says: 'no such binding',
			},
		],
		[
			'an area without a free number',
			{
				code: '1012008',
				...create({ chooseNumberBy: 'area', areaCode: '021', areaMatchMode: '0' }),
				says: 'no privacy number',
			},
		],
		[
			'a privacy number that is full',
			{
				code: '1012009',
				options: { limits: { pairsPerX: 1 } },
				bound: [{ ...pair, callerNum: C, calleeNum: '+8613900000004' }],
				says: 'as many bindings as it can',
			},
		],
		['the same binding again', { code: '1012010', bound: [pair], says: 'already' }],
		[
			'a binding of a person who has one there',
			{ code: '1012010', bound: [{ ...pair, calleeNum: C }], says: 'already' },
		],
		[
			'recording in an application without it',
			{
				code: '1012012',
				application: { recording: false },
				...create({ options: recorded }),
				says: 'Recording is switched off',
			},
		],
		[
			'a binding on a blacklisted number',
			{ code: '1012102', before: blacklist, says: 'cannot be used' },
		],
	])('%s', async (_, refusal) => {
		await expectRefusal(PrivateNumberAxb, 'AXB', usual, refusal);
	});
});

describe('a change that the platform refuses', () => {
	const { axb, idOf } = axbOn(() => platform);

	const platform = sharedPlatform(() => startPlatform('AXB'));
	test.each<[what: string, code: string, change: object, before: () => unknown]>([
		[
			'to somebody who is bound on that number already',
			'1012010',
			{ calleeNum: C },
			async () => await idOf({ callerNum: C, calleeNum: '13900000004' }),
		],
		[
			'of a binding on a blacklisted number',
			'1012102',
			{ maxDuration: 5 },
			() => {
				platform.simulator.setNumberStatus({ number: X1, status: '10' });
			},
		],
	])('%s', async (_, code, updateFields, before) => {
		platform.simulator.reset();
		const subscriptionId = await idOf();
		await before();
		const { error } = await axb('binding', 'update', { subscriptionId, updateFields });
		expect(error?.message).toContain(code);
	});
});
