import type { INodeType } from 'n8n-workflow';

import type {
	FaultRequest,
	ModeName,
	SimulatorApplication,
	SimulatorOptions,
} from '../../simulator';
import type { RunResult } from './engine';
import { KEYS, numbers, startPlatform, type Fixture } from './fixture';
import { GO_ON, operationsOf, type Parameters } from './operate';

/** What is tried when a refusal is to come. */
export interface Attempt {
	resource: string;
	operation: string;
	parameters: Parameters;
}

/** How the platform comes to refuse, and how it says so. */
export interface Refusal extends Partial<Attempt> {
	code: string;
	/** Default 403, as for most codes. */
	httpStatus?: number;
	application?: Partial<SimulatorApplication>;
	options?: Partial<SimulatorOptions>;
	/** Bindings that are there before, as their bind requests. */
	bound?: object[];
	/** A fault for codes that no real condition can bring about. */
	fault?: FaultRequest;
	credential?: Partial<Fixture['credential']>;
	/** What else happened before. */
	before?: (platform: Fixture, attempt: () => Promise<unknown>) => unknown;
	/** A part of the message: what happened, in plain English. */
	says: string | RegExp;
}

/** Cases of a table: what is refused, and how. */
export type Refusals = Array<[what: string, refusal: Refusal]>;

/** How a code comes that no real condition can bring about. */
export const byFault = (http: number, code: string, text: string): Partial<Refusal> => ({
	httpStatus: http,
	fault: { kind: 'code', http, code, text },
});

/** The code that answers an attempt, and the words for the user. */
export const when = (
	code: string,
	says: string,
	attempted: Attempt,
	how: Partial<Refusal> = {},
): Refusal => ({ ...attempted, code, says, ...how });

/** Refusals that have nothing to do with the operation. */
export const everyRefusal: Refusals = [
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
	['an unknown app key', { code: '1010003', credential: { appKey: 'nobody' }, says: 'app key' }],
	[
		'an application that is not in order',
		{ code: '1010008', application: { status: 'unavailable' }, says: 'application' },
	],
	['an account in arrears', { code: '1010029', application: { status: 'frozen' }, says: 'frozen' }],
	[
		'an application of another mode',
		{ code: '1010040', application: { mode: 'X' }, says: 'another mode' },
	],
	[
		'an address that is not on the white list',
		{ code: '1020166', application: { ipWhiteList: ['10.9.9.9'] }, says: 'white list' },
	],
	[
		'an address that is locked',
		{
			code: '1020176',
			options: { speed: 1, limits: { authenticationFailures: 1 } },
			before: async (platform, attempt) => {
				platform.credential.appSecret = 'another';
				await attempt();
				platform.credential.appSecret = KEYS.appSecret;
			},
			says: /locked/,
		},
	],
	[
		'an internal fault',
		{
			code: '1010001',
			httpStatus: 500,
			fault: { kind: 'internalError' },
			says: 'internal fault',
		},
	],
	[
		'an internal fault of the gateway',
		{ code: '1023001', ...byFault(500, '1023001', 'Internal error.'), says: 'Internal error.' },
	],
	// Headers that this package always sends: only a proxy in between can lose them.
	...(
		[
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
		] as const
	).map(([code, text]): [string, Refusal] => [
		`a header lost on the way: ${text}`,
		{ code, ...byFault(400, code, text), says: text },
	]),
];

/** Brings a refusal about on a platform of its own, and checks what the user is told. */
export async function expectRefusal(
	Node: new () => INodeType,
	mode: ModeName,
	usual: Attempt,
	refusal: Refusal,
): Promise<void> {
	// No midnight comes between the binds of one day.
	const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now());
	const platform = await startPlatform(mode, refusal.application, refusal.options);
	const { resource, operation, parameters } = { ...usual, ...refusal };
	const attempt = async () =>
		await operationsOf(Node, () => platform)(resource, operation, parameters, GO_ON);
	try {
		for (const body of refusal.bound ?? []) platform.simulator.bind(KEYS.appKey, { ...body });
		await refusal.before?.(platform, attempt);
		if (refusal.fault) platform.simulator.setFault(refusal.fault);
		Object.assign(platform.credential, refusal.credential);
		const { json, error } = await attempt();
		expect(error).toBeUndefined();
		const { code, httpStatus = 403, says } = refusal;
		const remedy = expect.stringMatching(/\w{3}.*\.$/) as string;
		expect(json).toEqual([
			{ error: expect.stringContaining(code) as string, details: { code, httpStatus, remedy } },
		]);
		expect(json[0]?.error).toMatch(says);
	} finally {
		now.mockRestore();
		await platform.close();
	}
}

/** Checks that two items wait where flow control refuses the first, and that this is only a hint. */
export async function expectPause(
	Node: new () => INodeType,
	mode: ModeName,
	{ resource, operation, parameters }: Attempt,
): Promise<RunResult> {
	const platform = await startPlatform(mode, { numbers: numbers(2) });
	try {
		platform.simulator.setFault({ kind: 'flowControl', times: 1 });
		const requestOptions = { flowControlWait: 1, concurrency: 2 };
		const run = operationsOf(Node, () => platform);
		const result = await run(
			resource,
			operation,
			{ ...parameters, requestOptions },
			{ items: [{}, {}] },
		);
		expect(result.error).toBeUndefined();
		expect(result.hints).toEqual([expect.stringContaining('this took 1 seconds more')]);
		expect(platform.sent()).toHaveLength(3);
		return result;
	} finally {
		await platform.close();
	}
}

/** Checks that an item is refused before anything is sent, naming the field. */
export async function expectLocalRefusal(
	Node: new () => INodeType,
	platform: Fixture,
	{ resource, operation, parameters }: Attempt,
	field: string,
): Promise<void> {
	const sentBefore = platform.sent().length;
	const run = operationsOf(Node, () => platform);
	const { json, error } = await run(resource, operation, parameters, GO_ON);
	expect(error).toBeUndefined();
	expect(json).toEqual([
		{
			error: expect.stringContaining(field) as string,
			details: {
				field,
				value: expect.anything() as string,
				expected: expect.stringMatching(/\w/) as string,
			},
		},
	]);
	expect(platform.sent()).toHaveLength(sentBefore);
}
