import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { PrivateNumberAxe } from '../../nodes/PrivateNumberAxe/PrivateNumberAxe.node';
import { closeStores } from '../../platform/state/store';
import { runNode } from './engine';
import { KEYS, numbers, sharedPlatform, startPlatform, X1, X2, type Fixture } from './fixture';
import { GO_ON, operationsOf } from './operate';

const COUNT_PATH = '/rest/caas/virtualnumber/v1.0';
const platform = sharedPlatform(() => startPlatform('AXE', { numbers: numbers(7) }));
const axe = operationsOf(PrivateNumberAxe, () => platform);

describe('the privacy numbers of an application', () => {
	test('are listed with how often each was bound', async () => {
		const { simulator } = platform;
		simulator.bind(KEYS.appKey, { virtualNum: X1, bindNum: '+8613900000001' });
		simulator.bind(KEYS.appKey, { virtualNum: X1, bindNum: '+8613900000002' });
		const { json } = await axe('number', 'getAll', { returnAll: true });
		expect(json).toHaveLength(7);
		expect(json.slice(0, 2)).toEqual([
			{ privateNumber: X1, timesBound: 2 },
			{ privateNumber: X2, timesBound: 0 },
		]);
		expect(platform.sent()[0]?.rawUrl).toBe(`${COUNT_PATH}?cursor=0&limit=100`);
	});

	test('are listed up to the limit', async () => {
		const { json } = await axe('number', 'getAll', { returnAll: false, limit: 3 });
		expect(json).toHaveLength(3);
		expect(platform.sent()[0]?.rawUrl).toBe(`${COUNT_PATH}?cursor=0&limit=3`);
	});

	test('are chosen from a list, typed, or given as a plain text', async () => {
		const chosen = { __rl: true, mode: 'list', value: X1 };
		const typed = { __rl: true, mode: 'number', value: '170 0000 0001' };
		for (const virtualNum of [chosen, typed, '170-0000-0001', '={{ $json.x }}']) {
			const run = { items: [{ x: X1 }] };
			const { json } = await axe('binding', 'count', { virtualNum }, run);
			expect(json).toEqual([{ privateNumber: X1, timesBound: 0 }]);
		}
	});
});

/** What the editor gets for its list. */
async function search(credential: Fixture['credential'], filter?: string) {
	const editor = {
		getCredentials: () => Promise.resolve(credential),
		getNode: () => ({ name: 'AXE', type: 'privateNumberAxe' }),
	} as unknown as ILoadOptionsFunctions;
	return await new PrivateNumberAxe().methods.listSearch.searchNumbers.call(editor, filter);
}

describe('From List', () => {
	test('offers the numbers of the application, or those that hold some digits', async () => {
		const { results } = await search(platform.credential);
		expect(results).toHaveLength(7);
		expect(results[0]).toEqual({ name: X1, value: X1 });
		expect((await search(platform.credential, '0002')).results).toEqual([{ name: X2, value: X2 }]);
	});

	test('says in plain words why there is none', async () => {
		const wrong = { ...platform.credential, appSecret: 'another' };
		const error: unknown = await search(wrong).catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({ message: expect.stringContaining('app secret') as string });
	});
});

describe('a platform of another mind', () => {
	let answer: (cursor: string) => object;
	const server = createServer((request, response) => {
		const cursor = new URL(request.url ?? '', 'http://x').searchParams.get('cursor') ?? '';
		const body = { resultcode: '0', ...answer(cursor) };
		response.end(JSON.stringify(body));
	});
	let credential: Fixture['credential'];
	beforeAll(async () => {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		credential = { ...KEYS, baseUrl: `http://127.0.0.1:${port}`, authentication: 'aksk' };
	});
	afterAll(async () => {
		await closeStores();
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	const listAll = async () =>
		await runNode(
			new PrivateNumberAxe(),
			{ resource: 'number', operation: 'getAll', returnAll: true },
			{ credential, ...GO_ON },
		);

	test('a list that repeats its page ends', async () => {
		answer = () => ({ list: [{ virtualNum: X1, bindCount: 1 }], nextCursor: '1' });
		expect((await listAll()).json).toEqual([{ privateNumber: X1, timesBound: 1 }]);
	});

	test('a list that never ends is ended, and that is said', async () => {
		let asked = 0;
		answer = (cursor) => {
			asked += 1;
			const virtualNum = `+8617${String(asked).padStart(9, '0')}`;
			return { list: [{ virtualNum, bindCount: 1 }], nextCursor: String(Number(cursor) + 1) };
		};
		const { json } = await listAll();
		expect(json[0]?.details).toMatchObject({ code: 'invalidAnswer' });
		expect(asked).toBe(1000);
	});

	test('a list that cannot be read says so, and that typing is possible', async () => {
		answer = () => ({ list: [{ name: 'x' }] });
		expect((await listAll()).json[0]?.error).toMatch(/cannot be read/);
		const error: unknown = await search(credential).catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({
			description: expect.stringContaining('By Number') as string,
		});
	});
});
