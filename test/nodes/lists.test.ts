import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { INodeType } from 'n8n-workflow';

import { PrivateNumberAx } from '../../nodes/PrivateNumberAx/PrivateNumberAx.node';
import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { PrivateNumberAxe } from '../../nodes/PrivateNumberAxe/PrivateNumberAxe.node';
import { closeStores } from '../../platform/state/store';
import { KEYS, sharedPlatform, startPlatform, X1, type Fixture } from './fixture';
import { operationsOf, type Parameters } from './operate';
import { expectLocalRefusal } from './refusals';

type List = [
	mode: 'AXB' | 'AX' | 'AXE',
	Node: new () => INodeType,
	resource: string,
	parameters: Parameters,
];

describe.each<List>([
	['AXB', PrivateNumberAxb, 'binding', { relationNum: X1 }],
	['AX', PrivateNumberAx, 'binding', { origNum: '13800000021' }],
	['AXE', PrivateNumberAxe, 'binding', { virtualNum: X1 }],
	['AXE', PrivateNumberAxe, 'number', {}],
])('%s: a list', (mode, Node, resource, parameters) => {
	const platform = sharedPlatform(() => startPlatform(mode));

	test.each([0, -1])('of %d results is refused before anything is sent', async (limit) => {
		const attempt = { ...parameters, returnAll: false, limit };
		await expectLocalRefusal(
			Node,
			platform,
			{ resource, operation: 'getAll', parameters: attempt },
			'limit',
		);
	});
});

describe('AXB: a platform that tells less than its documents say', () => {
	const pairs = Array.from({ length: 12 }, (_, index) => ({
		relationNum: X1,
		callerNum: `+86138000000${index + 10}`,
		calleeNum: `+86139000000${index + 10}`,
	}));
	let server: Server;
	let credential: Fixture['credential'];
	beforeAll(async () => {
		server = createServer((request, response) => {
			const { searchParams } = new URL(request.url ?? '', 'http://platform');
			const [page, size] = ['pageIndex', 'pageSize'].map((name) => Number(searchParams.get(name)));
			const relationNumList = pairs.slice(((page ?? 1) - 1) * (size ?? 0)).slice(0, size);
			response.end(JSON.stringify({ resultcode: '0', relationNumList }));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		credential = { ...KEYS, baseUrl, authentication: 'aksk' };
	});
	afterAll(async () => {
		await closeStores();
		server.close();
	});
	const axb = operationsOf(PrivateNumberAxb, () => ({ credential }) as Fixture);

	test('lists every binding, though none has an ID', async () => {
		const { json } = await axb('binding', 'getAll', { relationNum: X1, returnAll: true });
		expect(json.map(({ numberA }) => numberA)).toEqual(pairs.map(({ callerNum }) => callerNum));
	});

	test('counts every binding before all of them are removed', async () => {
		const { error } = await axb('binding', 'delete', {
			identifyBy: 'privateNumber',
			relationNum: X1,
		});
		expect(error?.message).toContain(`all 12 bindings of ${X1}`);
	});
});
