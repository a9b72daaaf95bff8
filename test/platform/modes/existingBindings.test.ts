import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { closeStores } from '../../../platform/state/store';
import * as axBind from '../../../platform/modes/axBind';
import * as axbBind from '../../../platform/modes/axbBind';
import * as axeBind from '../../../platform/modes/axeBind';
import { openRun, type Platform } from '../../../platform/client/run';
import type { E164 } from '../../../platform/wire/phoneNumber';

const A = '+8613800000021' as E164;
const B = '+8613800000023' as E164;
const X = '+8617000000001' as E164;

/** What a query tells of a binding: no more than the documents promise. */
let told: object;
/** Whether creates are refused as bound already, or their answers lost. */
let createsAre: 'refused' | 'lost';
let baseUrl: string;
const server = createServer((request, response) => {
	request.resume().on('end', () => {
		if (request.method === 'GET') {
			response.end(JSON.stringify({ resultcode: '0', ...told }));
		} else if (createsAre === 'refused') {
			response.writeHead(403).end(JSON.stringify({ resultcode: '1012010' }));
		} else {
			request.socket.destroy();
		}
	});
});

beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
	await closeStores();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

const open = (): Platform =>
	openRun(
		{
			appKey: 'testAppKey0001',
			appSecret: 'testAppSecret0001',
			baseUrl,
			authentication: 'aksk',
			allowUnauthorizedCerts: false,
		},
		{ timeoutMs: 5000 },
	);

/** Each mode: what its query must tell, how it is bound, plain and with settings of one's own. */
const MODES = {
	AXB: {
		told: {
			relationNumList: [{ subscriptionId: 's', callerNum: A, calleeNum: B, relationNum: X }],
		},
		bind: async (own: boolean) =>
			await axbBind.bind(
				open(),
				{
					callerNum: A,
					calleeNum: B,
					choose: { by: 'number', relationNum: X },
					...(own && { callDirection: 'onlyA', duration: 3600, maxDuration: 30 }),
				},
				true,
			),
		before: { callDirection: 'both' },
		defaults: { callDirection: 'both' },
		own: {
			callDirection: 'onlyA',
			duration: 3600,
			maxDuration: 30,
			expiresAt: expect.stringMatching(/Z$/) as string,
		},
	},
	AX: {
		told: { privateNumList: [{ subscriptionId: 's', origNum: A, privateNum: X }] },
		bind: async (own: boolean) =>
			await axBind.bind(
				open(),
				{
					origNum: A,
					choose: { by: 'number', privateNum: X },
					...(own && { callDirection: 'onlyA', maxDuration: 30 }),
				},
				true,
			),
		before: { callDirection: 'both' },
		defaults: { callDirection: 'both' },
		own: { callDirection: 'onlyA', maxDuration: 30 },
	},
	AXE: {
		told: { subscriptionId: 's', virtualNum: X, extendNum: '0012', bindNum: A },
		bind: async (own: boolean) =>
			await axeBind.bind(
				open(),
				{
					bindNum: A,
					choose: { by: 'number', virtualNum: X, extendNum: '0012' },
					...(own && { timeUnit: 'minutes', bindExpiredTime: 90 }),
				},
				true,
			),
		before: {},
		defaults: { timeUnit: 'hours', bindExpiredTime: 168 },
		own: { timeUnit: 'minutes', bindExpiredTime: 90 },
	},
} as const;

describe.each(Object.entries(MODES))('%s: a query that leaves out what it may', (_, mode) => {
	beforeEach(() => {
		({ told } = mode);
	});

	test('says nothing of its own of a binding that existed before', async () => {
		createsAre = 'refused';
		const { binding, alreadyBound } = await mode.bind(true);
		expect(alreadyBound).toBe(true);
		expect(binding).toMatchObject({ subscriptionId: 's', ...mode.before });
		// Nobody knows when it will end.
		expect(binding).not.toHaveProperty('expiresAt');
	});

	test('leaves what was sent to a binding whose answer was lost', async () => {
		createsAre = 'lost';
		const { binding, alreadyBound } = await mode.bind(true);
		expect(alreadyBound).toBe(false);
		expect(binding).toMatchObject({ subscriptionId: 's', ...mode.own });
	});

	test('leaves the defaults where nothing was sent either', async () => {
		createsAre = 'lost';
		expect((await mode.bind(false)).binding).toMatchObject(mode.defaults);
	});
});

describe('AXB: a query that tells how a binding is', () => {
	test.each(['refused', 'lost'] as const)('is believed where the create was %s', async (way) => {
		createsAre = way;
		const [entry] = MODES.AXB.told.relationNumList;
		const settings = { callDirection: 2, duration: '7200', maxDuration: 5 };
		const subscribeTime = '2026-2-24 15:15:15';
		told = { relationNumList: [{ ...entry, ...settings, subscribeTime }] };
		expect((await MODES.AXB.bind(true)).binding).toMatchObject({
			callDirection: 'onlyB',
			duration: 7200,
			maxDuration: 5,
			expiresAt: '2026-02-24T17:15:15.000Z',
		});
	});
});
