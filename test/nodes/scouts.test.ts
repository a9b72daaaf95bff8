import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { runNode } from './engine';
import { startPlatform, X1, type Fixture } from './fixture';

const items = Array.from({ length: 60 }, (_, index) => ({
	a: `${13_800_000_000 + index}`,
	b: `${13_700_000_000 + index}`,
}));

let platform: Fixture;

afterEach(async () => {
	await platform.close();
});

/** Binds all items, fifty side by side. */
const bindAll = async (appSecret = platform.credential.appSecret) =>
	await runNode(
		new PrivateNumberAxb(),
		{
			resource: 'binding',
			operation: 'create',
			callerNum: '={{ $json.a }}',
			calleeNum: '={{ $json.b }}',
			chooseNumberBy: 'number',
			relationNum: X1,
			requestOptions: { concurrency: 50, flowControlWait: 1 },
		} as never,
		{
			items,
			credential: { ...platform.credential, appSecret },
			settings: { onError: 'continueRegularOutput' },
		},
	);

describe('fifty items side by side', () => {
	test('cost three refusals with a wrong secret, so that the address is not locked', async () => {
		platform = await startPlatform('AXB', {}, { limits: { authenticationFailures: 4 } });
		const { json } = await bindAll('wrong');
		expect(platform.simulator.requests).toHaveLength(3);
		expect(json).toHaveLength(items.length);
		expect(new Set(json.map(({ details }) => (details as { code: string }).code)).size).toBe(1);
		expect((await bindAll()).json.filter(({ error }) => error)).toEqual([]);
	});

	test('all leave once the platform has taken one, or has refused one for its own sake', async () => {
		platform = await startPlatform('AXB');
		platform.simulator.setFault({ kind: 'code', http: 403, code: '1012010', text: 'no', times: 1 });
		platform.simulator.setFault({ kind: 'slow', delayMs: 1000 });
		await bindAll();
		const connections = new Set(platform.simulator.requests.map(({ remotePort }) => remotePort));
		expect(connections.size).toBeGreaterThan(40);
	});
});
