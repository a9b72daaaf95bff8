import type { ModeName } from '../../simulator';
import { sharedPlatform } from './fixture';
import { startMode } from './modes';
import { GO_ON, operationsOf } from './operate';
import { operationsIn, packageNodes } from './packageNodes';

const nodes = packageNodes().filter((node) => operationsIn(node).length > 0);

describe.each(nodes.map((node) => [node.name, node] as const))('%s: end a call', (name, node) => {
	const platform = sharedPlatform(() =>
		startMode(name.replace('privateNumber', '').toUpperCase() as ModeName),
	);

	const run = operationsOf(node.Node, () => platform);
	const ringing = (): string =>
		platform.simulator.startCall({ ...platform.callable(), interactive: true }).sessionId;
	const end = async (sessionId: string) => await run('call', 'end', { sessionId }, GO_ON);

	test('ends a call that is going on, with the request of the documents', async () => {
		const sessionId = ringing();
		expect((await end(sessionId)).json).toEqual([{ ended: true }]);
		const requests = platform.sent();
		expect(requests).toEqual([
			{
				method: 'POST',
				rawUrl: '/rest/httpsessions/callStop/v2.0',
				body: { sessionid: sessionId, signal: 'call_stop' },
			},
		]);
		expect(JSON.parse(platform.last().answerBody ?? '')).toEqual({
			resultcode: '0',
			resultdesc: 'Success',
		});
		const call = await platform.simulator.waitForCall(sessionId);
		expect(call).toMatchObject({ state: 'ended', releasedBy: 'platform' });
	});

	test('a call that is over already is no trouble', async () => {
		const sessionId = ringing();
		await end(sessionId);
		// Whoever waits for a decision is told first.
		await platform.simulator.waitForCall(sessionId);
		expect((await end(sessionId)).json).toEqual([{ ended: true, alreadyEnded: true }]);
	});

	test.each([
		['after the platform has acted', { kind: 'reset' as const, acts: true }],
		['before the platform has acted', { kind: 'reset' as const }],
		['in the middle', { kind: 'cutAnswer' as const }],
	])('an answer lost %s is settled by asking again', async (_, fault) => {
		const sessionId = ringing();
		platform.simulator.setFault({ ...fault, times: 1 });
		expect((await end(sessionId)).json).toEqual([{ ended: true }]);
		expect((await platform.simulator.waitForCall(sessionId)).state).toBe('ended');
	});

	test.each([
		['a missing session', '={{ "" }}'],
		['a phone number in its place', '+86 138 0000 0001'],
	])('%s is refused before anything is sent', async (_, sessionId) => {
		const { json } = await end(sessionId);
		expect(json[0]?.details).toMatchObject({ field: 'sessionId' });
		expect(platform.sent()).toEqual([]);
	});

	test.each([
		[500, '1020001', 'Parameter error.'],
		[500, '1020002', 'Internal error.'],
		[500, '1020150', 'The app_key is invalid.'],
	])('HTTP %d %s is told with its code and a remedy', async (http, code, text) => {
		platform.simulator.setFault({ kind: 'code', http, code, text });
		const { json } = await end('s1');
		expect(json).toEqual([
			{
				error: expect.stringContaining(`${code}: ${text}`) as string,
				details: {
					code,
					httpStatus: http,
					remedy: expect.stringMatching(/\w{3}.*\.$/) as string,
				},
			},
		]);
	});
});

describe('the official example', () => {
	test('of a request to end a call is reproduced', async () => {
		const node = nodes.find(({ name }) => name === 'privateNumberAxb');
		if (!node) throw new Error('The package has no AXB node.');
		const platform = await startMode('AXB');
		const sessionId = '1200_366_0_20161228102743@callenabler.home1.com';
		const run = operationsOf(node.Node, () => platform);
		const { json } = await run('call', 'end', { sessionId });
		const [request] = platform.sent();
		await platform.close();
		expect(request?.body).toEqual({ sessionid: sessionId, signal: 'call_stop' });
		expect(json).toEqual([{ ended: true, alreadyEnded: true }]);
	});
});
