import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { PrivateNumberAxe } from '../../nodes/PrivateNumberAxe/PrivateNumberAxe.node';
import { closeStores } from '../../platform/state/store';
import type { SimulatorOptions } from '../../simulator';
import { runNode } from './engine';
import { KEYS, sharedPlatform, startPlatform, X1, X2, type Fixture } from './fixture';
import { GO_ON, operationsOf } from './operate';

const LIST_PATH = '/rest/caas/extendnumber/v2.0';
const COUNT_PATH = '/rest/caas/virtualnumber/v1.0';
const A = '+8613800000021';

/** What these tests do on a platform, which may start later. */
function listsOn(platform: Fixture) {
	const axe = operationsOf(PrivateNumberAxe, () => platform);
	return {
		axe,
		list: async (parameters: object = { returnAll: true }) =>
			await axe('binding', 'getAll', { virtualNum: '170 0000 0001', ...parameters }),
		count: async () => await axe('binding', 'count', { virtualNum: '170 0000 0001' }),
		/** Binds people to extensions 0001, 0002, … of X1. */
		bindMany: (howMany: number): void => {
			for (let person = 1; person <= howMany; person += 1) {
				const tail = String(person).padStart(4, '0');
				const body = { virtualNum: X1, bindNum: `+861390000${tail}`, extendNum: tail };
				platform.simulator.bind(KEYS.appKey, body);
			}
		},
	};
}

const platform = sharedPlatform(() => startPlatform('AXE'));
const { axe, list, count, bindMany } = listsOn(platform);

describe('count', () => {
	test('tells how many extensions of a number are in use', async () => {
		const { simulator } = platform;
		bindMany(2);
		simulator.bind(KEYS.appKey, { virtualNum: X2, bindNum: A });
		const { json } = await count();
		expect(platform.sent()).toEqual([
			{ method: 'GET', rawUrl: `${COUNT_PATH}?number=%2B8617000000001`, body: undefined },
		]);
		expect(json).toEqual([{ privateNumber: X1, timesBound: 2 }]);
	});

	test('is 0 for a number without bindings, also where the platform calls that a refusal', async () => {
		const { simulator } = platform;
		const none = [{ privateNumber: X1, timesBound: 0 }];
		expect((await count()).json).toEqual(none);
		const text = 'The record does not exist.';
		simulator.setFault({ kind: 'code', http: 403, code: '1016001', text });
		expect((await count()).json).toEqual(none);
	});
});

describe('getAll', () => {
	test('follows the cursor to the last of all bindings', async () => {
		bindMany(130);
		const { json } = await list();
		expect(new Set(json.map(({ extension }) => extension)).size).toBe(130);
		const urls = platform.sent().map(({ rawUrl }) => rawUrl);
		expect(urls).toHaveLength(3);
		expect(urls[0]).toBe(`${LIST_PATH}?virtualNum=%2B8617000000001&cursor=0000000000000_0`);
		for (const url of urls) expect(url).toMatch(/&cursor=\d{13}_\d{1,20}$/);
	});

	test('stops at the limit', async () => {
		bindMany(70);
		const { json } = await list({ returnAll: false, limit: 3 });
		expect(json.map(({ extension }) => extension)).toEqual(['0001', '0002', '0003']);
		expect(platform.sent()).toHaveLength(1);
	});

	test('gives each binding with the fields of get', async () => {
		const { simulator } = platform;
		const { subscriptionId } = simulator.bind(KEYS.appKey, {
			virtualNum: X1,
			bindNum: A,
			extendNum: '0012',
			recordFlag: 'true',
			recordHintTone: 'n.wav',
			userData: 'order-17',
		});
		const { json } = await list();
		const get = await axe('binding', 'get', { identifyBy: 'subscriptionId', subscriptionId });
		expect(json).toEqual(get.json);
		expect(json).toEqual([
			{
				subscriptionId,
				privateNumber: X1,
				extension: '0012',
				numberA: A,
				numberShownToA: 'privateNumber',
				recordFlag: true,
				recordHintTone: 'n.wav',
				timeUnit: 'hours',
				bindExpiredTime: 168,
				userData: 'order-17',
			},
		]);
	});

	test('is empty for a number without bindings', async () => {
		const { json, error } = await list();
		expect(error).toBeUndefined();
		expect(json).toEqual([]);
	});
});

describe.each<[string, SimulatorOptions['uncertain']]>([
	['another name of the list', { axeListName: 'extendNumList' }],
	['the cursor in its other spelling', { axeCursorName: 'nextCusor' }],
	['a last page that repeats its cursor', { axeLastCursor: 'repeat' }],
	['another name of the counters', { axeCountListName: 'bindInfos' }],
])('a form that the documents do not tell: %s', (_, uncertain) => {
	const other = listsOn(sharedPlatform(() => startPlatform('AXE', {}, { uncertain })));

	test('is understood', async () => {
		other.bindMany(60);
		expect((await other.list()).json).toHaveLength(60);
		expect((await other.count()).json).toEqual([{ privateNumber: X1, timesBound: 60 }]);
	});
});

describe('answers in forms that nobody has seen yet', () => {
	let server: Server;
	let answer: object = {};
	let credential: Fixture['credential'];

	beforeAll(async () => {
		server = createServer((_request, response) => {
			response.setHeader('Content-Type', 'application/json');
			response.end(JSON.stringify({ resultcode: '0', resultdesc: 'Success', ...answer }));
		}).listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		const { port } = server.address() as AddressInfo;
		credential = { ...KEYS, baseUrl: `http://127.0.0.1:${port}`, authentication: 'aksk' };
	});
	afterAll(async () => {
		await closeStores();
		await new Promise((resolve) => server.close(resolve));
	});

	const ask = async (operation: 'getAll' | 'count') => {
		const parameters = { resource: 'binding', operation, virtualNum: X1, returnAll: true };
		const run = { credential, ...GO_ON };
		return (await runNode(new PrivateNumberAxe(), parameters, run)).json;
	};
	const entry = { subscriptionId: 's1', extendNum: '0012', bindNum: A };
	const flat = { virtualNum: X1, ...entry };
	const binding = { privateNumber: X1, extension: '0012', numberA: A, subscriptionId: 's1' };

	test.each<[string, object, object[]]>([
		['a list within an object', { data: { records: [entry] } }, [binding]],
		['entries that do not repeat X', { list: [entry] }, [binding]],
		['one binding with flat fields', flat, [binding]],
		['the same binding twice', { list: [entry, entry] }, [binding]],
		[
			'numbers where texts are told',
			{ list: [{ ...entry, bindExpiredTime: '24', timeUnit: 0, recordFlag: 'false' }] },
			[{ ...binding, bindExpiredTime: 24, timeUnit: 'hours', recordFlag: false }],
		],
		['an empty list', { list: [] }, []],
		['no list', {}, []],
	])('a list: %s', async (_, given, expected) => {
		answer = given;
		expect(await ask('getAll')).toEqual(expected);
	});

	test.each<[string, object, number]>([
		['one counter', { bindCount: 7 }, 7],
		['a counter as a text', { data: { bindNumCount: '7' } }, 7],
		['counters of several numbers', { list: [of(X2, 3), of(X1, 7), of('+8617000000009', 5)] }, 7],
		['a counter beside what is left', { list: [{ ...of(X1, 7), freeCount: 992 }] }, 7],
		['a counter among page numbers', { total: 1, limit: 50, list: [of(X1, 7)] }, 7],
		['one entry without a number', { list: [{ count: 7 }] }, 7],
		['a counter of many years', { list: [of(X1, 1_234_567)] }, 1_234_567],
		['a counter beside a day', { list: [{ ...of(X1, 7), firstDay: 20_260_123 }] }, 7],
		['an empty list', { list: [] }, 0],
	])('a count: %s', async (_, given, expected) => {
		answer = given;
		expect(await ask('count')).toEqual([{ privateNumber: X1, timesBound: expected }]);
	});

	test.each<[string, 'getAll' | 'count', object]>([
		['a list of something else', 'getAll', { list: [{ name: 'x' }] }],
		['no counter', 'count', { text: 'none' }],
		['counters of which none is told apart', 'count', { inUse: 7, kept: 8 }],
		['counters that may both be meant', 'count', { usedNum: 7, bindNum: 8 }],
		['a counter of another number', 'count', { list: [of(X2, 7)] }],
		['counters of other numbers', 'count', { list: [of(X2, 7), of('+8617000000009', 8)] }],
		['several counters without a number', 'count', { list: [{ count: 7 }, { count: 8 }] }],
	])('are no guess: %s', async (_, operation, given) => {
		answer = given;
		const [item] = await ask(operation);
		expect(item?.error).toMatch(/cannot be read/);
		expect(item?.details).toMatchObject({ code: 'invalidAnswer' });
	});
});

/** A counter as the simulator writes it. */
function of(number: string, bindCount: number): object {
	return { virtualNum: number, bindCount };
}
