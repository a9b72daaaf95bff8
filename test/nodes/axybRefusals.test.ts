import { PrivateNumberAxyb } from '../../nodes/PrivateNumberAxyb/PrivateNumberAxyb.node';
import { numbers, sharedPlatform, startPlatform, X1 } from './fixture';
import { GO_ON, operationsOf, type Parameters } from './operate';
import {
	byFault,
	everyRefusal,
	expectPause,
	expectRefusal,
	when,
	type Attempt,
	type Refusal,
	type Refusals,
} from './refusals';

const A = '+8613800000021';
const B = '+8613900000002';
const STRICTLY = { options: { ignoreNotFound: false } };
const nowhere = { subscriptionId: 'nowhere' };

const attempt = (resource: string, operation: string, parameters: Parameters): Attempt => ({
	resource,
	operation,
	parameters,
});
const create = (parameters: Parameters = {}): Attempt =>
	attempt('binding', 'create', { origNum: A, areaCode: '0755', ...parameters });
const addTo = (parameters: Parameters): Attempt =>
	attempt('peer', 'add', { origNum: B, ...parameters });
const read = attempt('binding', 'get', { identifyBy: 'privateNumber', relationNum: X1 });

const ofBind: Refusals = [
	[
		'a tone that was not approved',
		when(
			'1010002',
			'unknown.wav does not exist.',
			create({ options: { preVoiceX: 'unknown.wav' } }),
			{ application: { voiceFiles: ['known.wav'] } },
		),
	],
	['an area without a number', when('1012008', 'no privacy number', create({ areaCode: '021' }))],
	[
		'an area whose numbers are all taken',
		when('1012008', 'no privacy number', create(), { bound: [{ origNum: B, areaCode: '0755' }] }),
	],
	[
		'a sixth number of one person',
		when('1012008', 'no privacy number', create(), {
			application: { numbers: numbers(7) },
			bound: Array.from({ length: 5 }, () => ({ origNum: A, areaCode: '0755' })),
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
	[
		'a number that was blocked after complaints',
		when(
			'1012102',
			'cannot be used',
			create(),
			byFault(403, '1012102', 'The number is contained in the blacklist.'),
		),
	],
	[
		'a number that was bound too often today',
		when('1020182', 'in one day', create(), {
			application: { numbers: numbers(3) },
			options: { limits: { bindsPerNumberPerDay: 1 } },
			bound: [{ origNum: A, areaCode: '0755' }],
		}),
	],
];

const ofTheOthers: Refusals = [
	['a peer of a binding that is not there', when('1016001', 'no such binding', addTo(nowhere))],
	[
		'an unbinding of an unknown ID',
		when('1016001', 'no such binding', attempt('binding', 'delete', { ...nowhere, ...STRICTLY })),
	],
	[
		'an unbinding for which the platform has nothing bound',
		when(
			'1012001',
			'no such binding',
			attempt('binding', 'delete', { ...nowhere, ...STRICTLY }),
			byFault(403, '1012001', 'Resource of number is not to be applied.'),
		),
	],
	[
		'the removal of an unknown peer',
		when(
			'1016001',
			'no such binding',
			attempt('peer', 'remove', { ...nowhere, removeBy: 'peerNumber', yNum: X1, ...STRICTLY }),
		),
	],
	['a question about a number without a binding', when('1016001', 'no such binding', read)],
	[
		'a question about an unknown ID',
		when(
			'1016001',
			'no such binding',
			attempt('binding', 'get', { identifyBy: 'subscriptionId', ...nowhere }),
		),
	],
];

const ofAll: Refusals = [
	// AXYB has a number of its own for this one.
	...everyRefusal.map(([what, refusal]): [string, Refusal] => [
		what,
		refusal.code === '1010008' ? { ...refusal, code: '1010004' } : refusal,
	]),
	[
		'a header lost on the way: UsernameToken not contained in X-AKSK.',
		when(
			'1023038',
			'UsernameToken not contained in X-AKSK.',
			read,
			byFault(400, '1023038', 'UsernameToken not contained in X-AKSK.'),
		),
	],
	[
		'a platform that did not answer itself',
		when('1023002', 'in time', read, byFault(500, '1023002', 'Response timeout.')),
	],
];

describe('a refusal of the platform is told with its code, its status and a remedy', () => {
	test.each([...ofBind, ...ofTheOthers, ...ofAll])('%s', async (_, refusal) => {
		await expectRefusal(PrivateNumberAxyb, 'AXYB', read, refusal);
	});
});

test('flow control is waited for, and then a hint', async () => {
	const { json } = await expectPause(PrivateNumberAxyb, 'AXYB', create());
	expect(new Set(json.map(({ privateNumber }) => privateNumber)).size).toBe(2);
});

describe('with a binding that is there', () => {
	const platform = sharedPlatform(() => startPlatform('AXYB', { numbers: numbers(4) }));
	const axyb = operationsOf(PrivateNumberAxyb, () => platform);
	const idOf = async () => {
		const { json } = await axyb('binding', 'create', create().parameters);
		return json[0]?.subscriptionId;
	};

	test('the same peer again is refused, with the reason that a resend has', async () => {
		const subscriptionId = await idOf();
		const { parameters } = addTo({ subscriptionId });
		await axyb('peer', 'add', parameters);
		const { json } = await axyb('peer', 'add', parameters, GO_ON);
		expect(json[0]?.error).toContain('1012008');
		expect(json[0]?.details).toMatchObject({
			code: '1012008',
			remedy: expect.stringContaining('sent twice') as string,
		});
	});

	test('a peer of an area without a free number is refused', async () => {
		const subscriptionId = await idOf();
		const { parameters } = addTo({ subscriptionId, areaCode: '021' });
		const { json } = await axyb('peer', 'add', parameters, GO_ON);
		expect(json[0]?.details).toMatchObject({ code: '1012008', httpStatus: 403 });
	});

	test('one item that is refused leaves the others alone', async () => {
		const items = [{ area: '0755' }, { area: '' }, { area: '021' }, { area: '0755' }];
		const { outputs } = await axyb(
			'binding',
			'create',
			{ origNum: A, areaCode: '={{ $json.area }}', requestOptions: { concurrency: 1 } },
			{ ...GO_ON, items },
		);
		expect(outputs[0]?.map(({ json }) => json.privateNumber ?? json.details)).toEqual([
			'+8617000000001',
			{ field: 'areaCode', value: '', expected: expect.any(String) as string },
			expect.objectContaining({ code: '1012008' }),
			'+8617000000002',
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => ({ item })),
		);
	});
});
