import { PrivateNumberAx } from '../../nodes/PrivateNumberAx/PrivateNumberAx.node';
import type { FaultRequest, SimulatorApplication, SimulatorOptions } from '../../simulator';
import { KEYS, startPlatform, X1, X2, type Fixture } from './fixture';
import { GO_ON, operationsOf, type OperateOptions, type Parameters } from './operate';

const A = '+8613800000021';
const OTHER = '+8613900000002';
const X3 = '+8617000000003';

let platform: Fixture | undefined;

/** A platform whose application is as the test needs it. */
async function start(
	application: Partial<SimulatorApplication> = {},
	options: Partial<SimulatorOptions> = {},
): Promise<Fixture> {
	platform = await startPlatform('AX', application, options);
	return platform;
}

function running(): Fixture {
	if (!platform) throw new Error('The platform is not started.');
	return platform;
}

afterEach(async () => {
	await platform?.close();
	platform = undefined;
});

const ax = operationsOf(PrivateNumberAx, running);

const create = async (parameters: Parameters = {}, run: OperateOptions = {}) =>
	await ax(
		'binding',
		'create',
		{ origNum: A, chooseNumberBy: 'number', privateNum: X1, ...parameters },
		run,
	);

const byX = { identifyBy: 'privateNumber', privateNum: X1 };
const byNoId = { identifyBy: 'subscriptionId', subscriptionId: 'nowhere' };
const update = async (updateFields: object) =>
	await ax('binding', 'update', { ...byX, updateFields });

const bound = (origNum: string, privateNum: string): void => {
	running().simulator.bind(KEYS.appKey, { origNum, privateNum });
};

/** Numbers X in one area. */
const numbers = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		number: `+861700000000${index + 1}`,
		areaCode: '0755',
	}));

describe('what cannot be right is refused before anything is sent', () => {
	type Attempt = [what: string, operation: string, parameters: Parameters, field: string];
	const options = (given: object): Parameters => ({ options: given });
	const updateFields = (given: object): Parameters => ({ ...byX, updateFields: given });

	test.each<Attempt>([
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
		await start();
		const base = { origNum: A, chooseNumberBy: 'number', privateNum: X1 };
		const { json, error } = await ax('binding', operation, { ...base, ...parameters }, GO_ON);
		expect(error).toBeUndefined();
		expect(json).toEqual([
			{
				error: expect.stringContaining(field) as string,
				details: {
					field,
					value: expect.anything() as string,
					expected: expect.any(String) as string,
				},
			},
		]);
		expect(running().sent()).toEqual([]);
	});

	test('an update may add a tone to what was set before', async () => {
		await start();
		await create({ options: { maxDuration: 60 } });
		expect((await update({ lastMinVoice: 'l.wav' })).json).toEqual([
			{ updated: true, privateNum: X1 },
		]);
	});
});

describe('a refusal of the platform is told with its code, its status and a remedy', () => {
	interface Refusal {
		code: string;
		httpStatus: number;
		/** How the platform comes to refuse. */
		application?: Partial<SimulatorApplication>;
		options?: Partial<SimulatorOptions>;
		fault?: FaultRequest;
		credential?: object;
		before?: () => unknown;
		operation?: string;
		parameters?: Parameters;
		/** A part of the message: what happened, in plain English. */
		says: string | RegExp;
	}
	const list = { operation: 'getAll', parameters: { origNum: A, returnAll: true } };
	const change = { operation: 'update', parameters: { ...byX, updateFields: { maxDuration: 5 } } };
	const strictly = { options: { ignoreNotFound: false } };
	const remove = { operation: 'delete', parameters: { ...byX, ...strictly } };
	const callee = { operation: 'setTemporaryCallee', parameters: { ...byX, calleeNum: OTHER } };
	const byFault = (http: number, code: string, text: string): FaultRequest => ({
		kind: 'code',
		http,
		code,
		text,
	});
	const six = { numbers: numbers(6) };
	const abnormal = () => {
		running().simulator.setNumberStatus({ number: X1, status: '10' });
	};

	const refusals: Array<[string, Refusal]> = [
		[
			'a signature made with another secret',
			{
				code: '1010010',
				httpStatus: 401,
				credential: { appSecret: 'another' },
				says: 'app secret',
			},
		],
		[
			'a clock that is off',
			{
				code: '1010013',
				httpStatus: 401,
				options: { limits: { clockSkewSeconds: -1 } },
				says: 'clock',
			},
		],
		[
			'a tone that was not approved',
			{
				code: '1010002',
				httpStatus: 403,
				application: { voiceFiles: ['known.wav'] },
				parameters: { options: { callerHintTone: 'unknown.wav' } },
				says: 'unknown.wav does not exist.',
			},
		],
		[
			'an unknown app key',
			{ code: '1010003', httpStatus: 403, credential: { appKey: 'nobody' }, says: 'app key' },
		],
		[
			'an application that is not in order',
			{
				code: '1010008',
				httpStatus: 403,
				application: { status: 'unavailable' },
				says: 'application',
			},
		],
		[
			'an account in arrears',
			{ code: '1010029', httpStatus: 403, application: { status: 'frozen' }, says: 'frozen' },
		],
		[
			'a change to a person who has five privacy numbers',
			{
				code: '1011003',
				httpStatus: 403,
				application: six,
				before: () => {
					for (const { number } of numbers(6).slice(1)) bound(A, number);
					bound(OTHER, X1);
				},
				operation: 'update',
				parameters: { ...byX, updateFields: { origNum: A } },
				says: 'five privacy numbers',
			},
		],
		[
			'an application of another mode',
			{ code: '1010040', httpStatus: 403, application: { mode: 'AXB' }, says: 'another mode' },
		],
		[
			'a privacy number of somebody else',
			{ code: '1011001', httpStatus: 403, parameters: { privateNum: X3 }, says: 'does not belong' },
		],
		[
			'an area without a free number',
			{
				code: '1011002',
				httpStatus: 403,
				parameters: { chooseNumberBy: 'area', areaCode: '021', areaMatchMode: '0' },
				says: 'no free privacy number',
			},
		],
		[
			'a sixth privacy number of one person',
			{
				code: '1011003',
				httpStatus: 403,
				application: six,
				before: () => {
					for (const { number } of numbers(6).slice(1)) bound(A, number);
				},
				says: 'five privacy numbers',
			},
		],
		[
			'a change of a number without a binding',
			{ code: '1011004', httpStatus: 403, ...change, says: 'no binding' },
		],
		[
			'an unbinding of a number without a binding',
			{ code: '1011004', httpStatus: 403, ...remove, says: 'no binding' },
		],
		[
			'a callee for a number without a binding',
			{ code: '1011004', httpStatus: 403, ...callee, says: 'no binding' },
		],
		[
			'a privacy number that another person has',
			{
				code: '1011005',
				httpStatus: 403,
				before: () => {
					bound(OTHER, X1);
				},
				says: 'another Number A',
			},
		],
		[
			'a binding to a blacklisted number',
			{ code: '1012102', httpStatus: 403, before: abnormal, says: 'cannot be used' },
		],
		[
			'a change on a blacklisted number',
			{
				code: '1012102',
				httpStatus: 403,
				before: () => {
					bound(A, X1);
					abnormal();
				},
				...change,
				says: 'cannot be used',
			},
		],
		[
			'a change of an unknown ID',
			{
				code: '1016001',
				httpStatus: 403,
				operation: 'update',
				parameters: { ...byNoId, updateFields: { maxDuration: 5 } },
				says: 'no such binding',
			},
		],
		[
			'an unbinding of an unknown ID',
			{
				code: '1016001',
				httpStatus: 403,
				operation: 'delete',
				parameters: { ...byNoId, ...strictly },
				says: 'no such binding',
			},
		],
		[
			'a question about an unknown ID',
			{
				code: '1016001',
				httpStatus: 403,
				operation: 'get',
				parameters: { findBy: 'subscriptionId', subscriptionId: 'nowhere' },
				says: 'no such binding',
			},
		],
		[
			'the same binding again',
			{
				code: '1016002',
				httpStatus: 403,
				before: () => {
					bound(A, X1);
				},
				says: 'bound to each other',
			},
		],
		[
			'an address that is not on the white list',
			{
				code: '1020166',
				httpStatus: 403,
				application: { ipWhiteList: ['10.9.9.9'] },
				says: 'white list',
			},
		],
		[
			'an address that is locked',
			{
				code: '1020176',
				httpStatus: 403,
				options: { speed: 1, limits: { authenticationFailures: 1 } },
				before: async () => {
					const credential = { ...running().credential, appSecret: 'another' };
					await create({}, { ...GO_ON, credential });
				},
				says: /locked|30 minutes/,
			},
		],
		[
			'the number of the caller shown without permission',
			{
				code: '1020178',
				httpStatus: 403,
				parameters: { options: { calleeNumDisplay: '1' } },
				says: /caller/,
			},
		],
		[
			'the same in a change',
			{
				code: '1020178',
				httpStatus: 403,
				before: () => {
					bound(A, X1);
				},
				operation: 'update',
				parameters: { ...byX, updateFields: { calleeNumDisplay: '1' } },
				says: /caller/,
			},
		],
		[
			'recording in an application without it',
			{
				code: '1012012',
				httpStatus: 403,
				application: { recording: false },
				parameters: { options: { recordFlag: true, recordHintTone: 'n.wav' } },
				says: 'Recording is switched off',
			},
		],
		[
			'an internal fault',
			{
				code: '1010001',
				httpStatus: 500,
				fault: { kind: 'internalError' },
				...list,
				says: 'internal fault',
			},
		],
		[
			'an internal fault of the gateway',
			{
				code: '1023001',
				httpStatus: 500,
				fault: byFault(500, '1023001', 'Internal error.'),
				...list,
				says: /fault/,
			},
		],
	];

	/** Codes of a header that this package always sends: only a proxy in between could provoke them. */
	const headerCodes: Array<[string, Refusal]> = [
		['1023006', 'Authorization not contained in the HTTP header.'],
		['1023007', 'realm not contained in Authorization.'],
		['1023008', 'profile not contained in Authorization.'],
		['1023009', 'The value of realm in Authorization must be SDP.'],
		['1023010', 'The value of profile in Authorization must be UsernameToken.'],
		['1023011', 'The value of type in Authorization must be app_key.'],
		['1023012', 'type not contained in Authorization.'],
		['1023033', 'HTTP header not found X-AKSK field.'],
		['1023034', 'UserName not contained in X-AKSK.'],
		['1023035', 'Nonce not contained in X-AKSK.'],
		['1023036', 'Created not contained in X-AKSK.'],
		['1023037', 'PasswordDigest not contained in X-AKSK.'],
	].map(([code = '', text = '']) => [
		`a header lost on the way (${text})`,
		{ code, httpStatus: 400, fault: byFault(400, code, text), ...list, says: text },
	]);

	test.each([...refusals, ...headerCodes])('%s', async (_, refusal) => {
		const { simulator, credential } = await start(refusal.application, refusal.options);
		await refusal.before?.();
		if (refusal.fault) simulator.setFault(refusal.fault);
		const { json, error } = await ax(
			'binding',
			refusal.operation ?? 'create',
			{ origNum: A, chooseNumberBy: 'number', privateNum: X1, ...refusal.parameters },
			{ ...GO_ON, credential: { ...credential, ...refusal.credential } },
		);
		expect(error).toBeUndefined();
		const { code, httpStatus, says } = refusal;
		expect(json).toEqual([
			{
				error: expect.stringContaining(code) as string,
				details: { code, httpStatus, remedy: expect.stringMatching(/\w{3}.*\.$/) as string },
			},
		]);
		expect(json[0]?.error).toEqual(
			typeof says === 'string' ? expect.stringContaining(says) : expect.stringMatching(says),
		);
	});

	test('flow control is waited for, and then a hint', async () => {
		await start({ requestsPerSecond: 1 });
		bound(A, X1);
		const { hints, error, outputs } = await ax(
			'binding',
			'getAll',
			{ origNum: A, returnAll: true, requestOptions: { flowControlWait: 1, concurrency: 2 } },
			{ items: [{}, {}] },
		);
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(2);
		expect(hints).toContainEqual(expect.stringContaining('waited 1 seconds'));
	});
});

test('one item that is refused leaves the others alone', async () => {
	const { simulator } = await start({ numbers: numbers(3) });
	const items = [{ x: X1 }, { x: 'none' }, { x: X2 }, { x: X1 }, { x: X3 }];
	const { json, outputs } = await create(
		{ privateNum: '={{ $json.x }}', requestOptions: { concurrency: 1 } },
		{ ...GO_ON, items },
	);
	expect(json.map(({ privateNum, details }) => privateNum ?? details)).toEqual([
		X1,
		expect.objectContaining({ field: 'privateNum', value: 'none' }),
		X2,
		expect.objectContaining({ code: '1016002' }),
		X3,
	]);
	expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
		items.map((_, item) => ({ item })),
	);
	expect(simulator.bindings()).toHaveLength(3);
});
