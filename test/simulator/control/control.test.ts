import { waitUntil } from '../../waitUntil';
import { axbApplication, closeAll, open, openReceiver } from '../helpers';
import type { Simulator } from '../../../simulator';

afterEach(closeAll);

/** Calls the control API as curl would. */
async function sim(
	simulator: Simulator,
	method: string,
	path: string,
	body?: unknown,
): Promise<{ status: number; json: unknown }> {
	const answer = await fetch(`${simulator.url}/sim${path}`, {
		method,
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	return { status: answer.status, json: await answer.json() };
}

describe('the control API', () => {
	it('binds, calls, texts and shows what happened, with numbers as people write them', async () => {
		const receiver = await openReceiver();
		const simulator = await open();
		await sim(simulator, 'PUT', '/push-urls', { all: receiver.url });
		const binding = await sim(simulator, 'POST', '/bindings', {
			appKey: 'axbKey',
			callerNum: '138 0000 0021',
			calleeNum: '0086-13800000023',
			relationNum: '13800006666',
		});
		expect(binding).toMatchObject({ status: 201, json: { relationNum: '+8613800006666' } });
		const { status, json } = await sim(simulator, 'POST', '/calls', {
			caller: '138 0000 0021',
			called: '13800006666',
			talkSeconds: 5,
		});
		expect(status).toBe(201);
		const { sessionId } = json as { sessionId: string };
		await simulator.waitForCall(sessionId);
		const shown = await sim(simulator, 'GET', `/calls/${encodeURIComponent(sessionId)}`);
		expect(shown.json).toMatchObject({ state: 'ended', callee: '+8613800000023' });
		const sms = { from: '13800000023', to: '13800006666', text: 'Hi' };
		expect(await sim(simulator, 'POST', '/sms', sms)).toMatchObject({
			status: 201,
			json: { to: '+8613800000021', sendResult: 0 },
		});
		await sim(simulator, 'POST', '/number-status', { number: '13800006667', status: '9' });
		await simulator.waitForIdle();
		const pushes = (await sim(simulator, 'GET', '/pushes')).json as { event: string }[];
		expect(pushes.map(({ event }) => event).sort()).toEqual(
			['alerting', 'answer', 'callin', 'callout', 'disconnect', 'fee', 'numStatus', 'sms'].sort(),
		);
		const state = (await sim(simulator, 'GET', '/state')).json;
		expect(state).toMatchObject({
			url: simulator.url,
			applications: [{ appKey: 'axbKey', pushUrls: { callEvent: receiver.url } }],
			bindings: [{ a: '+8613800000021', b: '+8613800000023', x: '+8613800006666' }],
		});
		const { subscriptionId } = binding.json as { subscriptionId: string };
		const released = await sim(simulator, 'DELETE', `/bindings/${subscriptionId}`);
		expect(released.json).toEqual({ released: true });
		expect((await sim(simulator, 'DELETE', `/bindings/${subscriptionId}`)).status).toBe(404);
	});

	it('acts on an interactive call', async () => {
		const simulator = await open({ speed: 1 });
		simulator.bind('axbKey', {
			callerNum: '+8613800000021',
			calleeNum: '+8613800000023',
			relationNum: '+8613800006666',
		});
		const order = { caller: '13800000021', called: '13800006666', interactive: true };
		const { json } = await sim(simulator, 'POST', '/calls', order);
		const { sessionId } = json as { sessionId: string };
		const path = `/calls/${encodeURIComponent(sessionId)}`;
		await waitUntil(() => simulator.call(sessionId)?.state === 'ringing');
		expect((await sim(simulator, 'POST', `${path}/answer`)).status).toBe(200);
		expect((await sim(simulator, 'POST', `${path}/hangUp`, { by: 'callee' })).status).toBe(200);
		const ended = await simulator.waitForCall(sessionId);
		expect(ended).toMatchObject({ releasedBy: 'callee', cause: { stateCode: 0 } });
		expect((await sim(simulator, 'POST', `${path}/answer`)).status).toBe(404);
		expect((await sim(simulator, 'POST', `${path}/dance`)).status).toBe(404);
	});

	it('starts many calls at once', async () => {
		const simulator = await open();
		const order = { caller: '13800000021', called: '13800006666', count: 3 };
		const { json } = await sim(simulator, 'POST', '/calls', order);
		expect(json).toHaveLength(3);
		await simulator.waitForIdle();
	});

	it('switches faults on and off', async () => {
		const simulator = await open();
		const { json } = await sim(simulator, 'POST', '/faults', { kind: 'hang', times: 1 });
		expect(json).toMatchObject({ kind: 'hang', times: 1, met: 0 });
		await sim(simulator, 'PUT', '/faults', [{ kind: 'reset' }, { kind: 'pushTwice' }]);
		const list = (await sim(simulator, 'GET', '/faults')).json as { kind: string; id: number }[];
		expect(list.map(({ kind }) => kind)).toEqual(['reset', 'pushTwice']);
		await sim(simulator, 'DELETE', `/faults/${list[0]?.id ?? 0}`);
		expect(simulator.faults).toMatchObject([{ kind: 'pushTwice' }]);
		await sim(simulator, 'DELETE', '/faults');
		expect(simulator.faults).toEqual([]);
	});

	it('sends sample pushes', async () => {
		const receiver = await openReceiver();
		const simulator = await open();
		const sample = { kind: 'disconnect', mode: 'AXB', url: receiver.url };
		const { json } = await sim(simulator, 'POST', '/samples', sample);
		expect(json).toMatchObject({ status: 200, url: receiver.url });
		expect(receiver.received).toHaveLength(1);
	});

	it.each([
		['/calls', { caller: '13800000021' }, 'called'],
		['/calls', { caller: '13800000021', called: '13911112222' }, 'no number of any application'],
		['/calls', { caller: 'nobody', called: '13800006666' }, 'nobody'],
		['/calls', { caller: '13800000021', called: '13800006666', ring: 3 }, 'ring'],
		['/sms', { from: '0755-28000001', to: '13800006666', text: 'Hi' }, 'mobile'],
		['/samples', { kind: 'fee', mode: 'AXB', url: 'nowhere' }, 'url'],
		['/faults', { kind: 'unheard-of' }, 'kind'],
	])('POST %s refuses %j and says why', async (path, body, words) => {
		const simulator = await open();
		const { status, json } = await sim(simulator, 'POST', path, body);
		expect(status).toBe(400);
		expect((json as { message: string }).message).toContain(words);
	});

	it('tells news as they happen', async () => {
		const simulator = await open();
		const answer = await fetch(`${simulator.url}/sim/events`);
		const reader = answer.body?.getReader();
		if (!reader) throw new Error('There is no stream.');
		simulator.startCall({ caller: '13800000021', called: '13800006666' });
		let text = '';
		while (!text.includes('"state":"ended"')) {
			const { done, value } = await reader.read();
			if (done) throw new Error(`The stream ended after "${text}".`);
			text += Buffer.from(value).toString();
		}
		expect(text).toContain('event: call\ndata: {');
		await reader.cancel();
	});

	it('goes back to the start', async () => {
		const simulator = await open({ speed: 1 });
		simulator.bind('axbKey', {
			callerNum: '+8613800000021',
			calleeNum: '+8613800000023',
			relationNum: '+8613800006666',
		});
		simulator.startCall({ caller: '13800000021', called: '13800006666' });
		simulator.setFault({ kind: 'hang' });
		simulator.setPushUrls({ callEvent: 'http://127.0.0.1:1/' });
		const { json } = await sim(simulator, 'POST', '/reset');
		expect(json).toMatchObject({ bindings: [], faults: [], calls: [], pushes: [] });
		expect(simulator.state().applications[0]?.pushUrls).toEqual({
			callEvent: 'http://127.0.0.1:1/',
		});
		await simulator.waitForIdle();
	});
});

describe('https', () => {
	it('is spoken by both listeners when a certificate is given', async () => {
		const { key, cert } = await import('../certificate');
		const simulator = await open({ tls: { key, cert }, applications: [axbApplication] });
		expect(simulator.url).toMatch(/^https:/);
		expect(simulator.storageUrl).toMatch(/^https:/);
		const { Agent, request } = await import('undici');
		const dispatcher = new Agent({ connect: { ca: cert, servername: 'localhost' } });
		const answer = await request(`${simulator.url}/sim/state`, { dispatcher });
		expect(answer.statusCode).toBe(200);
		await answer.body.dump();
		await dispatcher.close();
	});
});
