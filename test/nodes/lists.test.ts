import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { INodeType } from 'n8n-workflow';

import { PrivateNumberAx } from '../../nodes/PrivateNumberAx/PrivateNumberAx.node';
import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { PrivateNumberAxe } from '../../nodes/PrivateNumberAxe/PrivateNumberAxe.node';
import { closeStores } from '../../platform/state/store';
import { sharedPlatform, startPlatform, X1, type Fixture } from './fixture';
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

test('bindings of which the platform tells no ID are all there', async () => {
	const pairs = ['1', '2', '3'].map((last) => ({
		relationNum: X1,
		callerNum: `+861380000000${last}`,
		calleeNum: `+861390000000${last}`,
	}));
	const server = createServer((request, response) => {
		request.resume();
		response.end(JSON.stringify({ resultcode: '0', totalCount: 3, relationNumList: pairs }));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const credential = { appKey: 'k', appSecret: 's', baseUrl, authentication: 'aksk' };
	const axb = operationsOf(PrivateNumberAxb, () => ({ credential }) as Fixture);
	const { json } = await axb('binding', 'getAll', { relationNum: X1, returnAll: true });
	await closeStores();
	server.close();
	expect(json.map(({ numberA }) => numberA)).toEqual(pairs.map(({ callerNum }) => callerNum));
});
