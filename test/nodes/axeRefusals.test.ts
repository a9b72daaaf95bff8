import { PrivateNumberAxe } from '../../nodes/PrivateNumberAxe/PrivateNumberAxe.node';
import { sharedPlatform, startPlatform, X1, X2, type Fixture } from './fixture';
import { GO_ON, operationsOf, type Parameters } from './operate';
import {
	byFault,
	everyRefusal,
	expectPause,
	expectRefusal,
	when,
	type Attempt,
	type Refusals,
} from './refusals';

const A = '+8613800000021';
const OTHER = '+8613900000002';
const X3 = '+8617000000003';
const STRICTLY = { options: { ignoreNotFound: false } };

const attempt = (operation: string, parameters: Parameters): Attempt => ({
	resource: 'binding',
	operation,
	parameters,
});
const create = (parameters: Parameters = {}): Attempt =>
	attempt('create', { bindNum: A, chooseNumberBy: 'number', virtualNum: X1, ...parameters });
const list = attempt('getAll', { virtualNum: X1, returnAll: true });
const key = { identifyBy: 'extension', virtualNum: X1, extendNum: '0012' };
const elsewhere = { ...key, virtualNum: X3 };
const updateFields = { callbackTone: 'tone.wav' };

const bound = (bindNum: string, extendNum: string) => ({ virtualNum: X1, bindNum, extendNum });
const abnormal = ({ simulator }: Fixture): void => {
	simulator.setNumberStatus({ number: X1, status: '10' });
};

const ofBind: Refusals = [
	[
		'a tone that was not approved',
		when(
			'1010002',
			'unknown.wav does not exist.',
			create({ options: { callbackTone: 'unknown.wav' } }),
			{ application: { voiceFiles: ['known.wav'] } },
		),
	],
	[
		'an extension of another length than that of the application',
		when('1010002', 'extendNum', create({ extendNum: '12' })),
	],
	[
		'a privacy number of somebody else',
		when('1012001', 'no such privacy number', create({ virtualNum: X3 })),
	],
	[
		'an area without a number',
		when(
			'1012008',
			'no privacy number',
			create({ chooseNumberBy: 'area', areaCode: '021', areaMatchMode: '0' }),
		),
	],
	[
		'a privacy number whose extensions are used up',
		when('1012008', 'no privacy number', create(), {
			application: { extensionLength: 1 },
			bound: Array.from({ length: 9 }, (_, index) => ({
				virtualNum: X1,
				bindNum: `+861390000000${index}`,
			})),
		}),
	],
	[
		'a second extension for the same person',
		when('1012010', 'bound on this privacy number', create(), { bound: [bound(A, '0012')] }),
	],
	[
		'the same under its older number',
		when(
			'1013102',
			'The extension is bound already',
			create(),
			byFault(403, '1013102', 'The extend number has been bound.'),
		),
	],
	[
		'an extension that another person has',
		when('1020167', 'The extension is taken', create({ extendNum: '0012' }), {
			bound: [bound(OTHER, '0012')],
		}),
	],
	[
		'recording in an application without it',
		when(
			'1012012',
			'Recording is switched off',
			create({ options: { recordFlag: true, recordHintTone: 'n.wav' } }),
			{ application: { recording: false } },
		),
	],
	['a blacklisted number', when('1012102', 'cannot be used', create(), { before: abnormal })],
	[
		'a number that was bound too often today',
		when('1020182', 'in one day', create({ virtualNum: X2 }), {
			options: { limits: { bindsPerNumberPerDay: 1 } },
			bound: [bound(A, '0012')],
		}),
	],
];

const ofModify: Refusals = [
	[
		'a change of an extension that nobody has',
		when('1016001', 'no such binding', attempt('update', { ...key, updateFields })),
	],
	[
		'a change on a privacy number of somebody else',
		when('1012001', 'no such privacy number', attempt('update', { ...elsewhere, updateFields })),
	],
	[
		'a change to a tone that was not approved',
		when('1010002', 'tone.wav does not exist.', attempt('update', { ...key, updateFields }), {
			application: { voiceFiles: ['known.wav'] },
		}),
	],
	[
		'a change to recording in an application without it',
		when(
			'1012012',
			'Recording is switched off',
			attempt('update', { ...key, updateFields: { recordFlag: true } }),
			{ application: { recording: false } },
		),
	],
	[
		'a change on a blacklisted number',
		when('1012102', 'cannot be used', attempt('update', { ...key, updateFields }), {
			bound: [bound(A, '0012')],
			before: abnormal,
		}),
	],
];

const ofTheOthers: Refusals = [
	[
		'an unbinding of an extension that nobody has',
		when('1016001', 'no such binding', attempt('delete', { ...key, ...STRICTLY })),
	],
	[
		'an unbinding on a privacy number of somebody else',
		when('1012001', 'no such privacy number', attempt('delete', { ...elsewhere, ...STRICTLY })),
	],
	[
		'a question about an extension that nobody has',
		when('1016001', 'no such binding', attempt('get', key)),
	],
	[
		'a question about a privacy number of somebody else',
		when('1012001', 'no such privacy number', attempt('get', elsewhere)),
	],
	[
		'a count of a privacy number of somebody else',
		when('1012001', 'no such privacy number', attempt('count', { virtualNum: X3 })),
	],
];

const ofAll: Refusals = [
	...everyRefusal,
	[
		'an interface that the platform does not know',
		when('1010006', 'interface', list, byFault(403, '1010006', 'Invalid Rest API.')),
	],
	[
		'a platform that did not answer itself',
		when('1023002', 'in time', list, byFault(500, '1023002', 'Response timeout.')),
	],
];

describe('a refusal of the platform is told with its code, its status and a remedy', () => {
	test.each([...ofBind, ...ofModify, ...ofTheOthers, ...ofAll])('%s', async (_, refusal) => {
		await expectRefusal(PrivateNumberAxe, 'AXE', list, refusal);
	});
});

test('flow control is waited for, and then a hint', async () => {
	const count = attempt('count', { virtualNum: X1 });
	expect((await expectPause(PrivateNumberAxe, 'AXE', count)).json).toHaveLength(2);
});

describe('with several items', () => {
	const platform = sharedPlatform(() => startPlatform('AXE'));
	const axe = operationsOf(PrivateNumberAxe, () => platform);

	test('one that is refused leaves the others alone', async () => {
		const items = [{ e: '0001' }, { e: 'desk' }, { e: '0001' }, { e: '0002' }].map(
			(item, index) => ({ ...item, a: `1390000000${index}` }),
		);
		const { parameters } = create({ bindNum: '={{ $json.a }}', extendNum: '={{ $json.e }}' });
		const run = { ...GO_ON, items };
		const oneByOne = { requestOptions: { concurrency: 1 } };
		const { outputs } = await axe('binding', 'create', { ...parameters, ...oneByOne }, run);
		expect(outputs[0]?.map(({ json }) => json.extension ?? json.details)).toEqual([
			'0001',
			{ field: 'extendNum', value: 'desk', expected: expect.any(String) as string },
			expect.objectContaining({ code: '1020167' }),
			'0002',
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => ({ item })),
		);
	});
});
