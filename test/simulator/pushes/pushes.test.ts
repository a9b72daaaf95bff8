import { bodies, closeAll, openReceiver, startReceiver, type Receiver } from '../helpers';
import { a, bound, x } from './bound';

afterEach(closeAll);

const kinds = ({ received }: Receiver): unknown[] => received.map(({ json }) => json.eventType);

describe('pushes', () => {
	it('reach the customer in the order of the call, each delivered and on record', async () => {
		const [simulator, receiver] = await bound();
		simulator.startCall({ caller: a, called: x });
		await simulator.waitForIdle();
		expect(kinds(receiver)).toEqual([
			'callin',
			'callout',
			'alerting',
			'answer',
			'disconnect',
			'fee',
		]);
		for (const push of simulator.pushes) {
			expect(push).toMatchObject({ state: 'delivered', url: receiver.url, appKey: 'axbKey' });
			expect(push.attempts).toMatchObject([{ status: 200, answerBody: '' }]);
		}
	});

	it('are the very same each time they are repeated, and given up after the seventh try', async () => {
		const [simulator, receiver] = await bound({ speed: 20_000 });
		receiver.answerWith(() => ({ status: 500, body: 'no' }));
		simulator.startCall({ caller: a, called: x });
		await simulator.waitForIdle({ repeats: true });
		const [callin] = simulator.pushes;
		expect(callin?.state).toBe('failed');
		expect(callin?.attempts).toHaveLength(7);
		const [first, second] = receiver.received.filter(({ json }) => json.eventType === 'callin');
		expect(second?.body).toBe(first?.body);
		expect(second?.headers['x-aksk']).toBe(first?.headers['x-aksk']);
	});

	it('stop being repeated once they are answered with 200, and only with 200', async () => {
		const [simulator, receiver] = await bound({ speed: 60_000 });
		let count = 0;
		receiver.answerWith(() => ({ status: [204, 302, 200][count++] ?? 200 }));
		simulator.setPushUrls({ callRecord: receiver.url });
		simulator.startCall({ caller: a, called: x });
		await simulator.waitForIdle({ repeats: true });
		expect(simulator.pushes).toHaveLength(1);
		const statuses = simulator.pushes[0]?.attempts.map(({ status }) => status);
		expect(statuses).toEqual([204, 302, 200]);
		expect(simulator.pushes[0]?.state).toBe('delivered');
	});

	it('count as failed without an answer in time', async () => {
		const [simulator, receiver] = await bound({ timings: { answerTimeoutMs: 50 } });
		receiver.answerWith(() => 'hang');
		simulator.startCall({ caller: a, called: x });
		await simulator.waitForIdle();
		expect(simulator.pushes[0]?.attempts[0]?.error).toContain('timeout');
	});

	it('count as failed without a server', async () => {
		const gone = await startReceiver();
		await gone.close();
		const [simulator] = await bound();
		simulator.setPushUrls({ callRecord: gone.url });
		simulator.startCall({ caller: a, called: x });
		await simulator.waitForIdle();
		expect(simulator.pushes[0]?.attempts[0]?.error).toContain('ECONNREFUSED');
	});

	it('go to the address of their kind; without an address there is no push', async () => {
		const [simulator] = await bound();
		const [events, records, sms, callin] = await Promise.all([1, 2, 3, 4].map(openReceiver));
		simulator.setPushUrls(
			{ callEvent: events?.url, callRecord: records?.url, sms: sms?.url, callin: callin?.url },
			'axbKey',
		);
		simulator.startCall({ caller: a, called: x });
		await simulator.sendSms({ from: a, to: x, text: 'Hello' });
		simulator.setNumberStatus({ number: x, status: '9' });
		await simulator.waitForIdle();
		expect(events && kinds(events)).toEqual(
			expect.arrayContaining(['callout', 'alerting', 'answer', 'disconnect', 'numStatus']),
		);
		expect(callin && kinds(callin)).toEqual(['callin']);
		expect(records && kinds(records)).toEqual(['fee']);
		expect(sms?.received).toHaveLength(1);
		simulator.setPushUrls({});
		const before = simulator.pushes.length;
		simulator.startCall({ caller: a, called: x });
		await simulator.waitForIdle();
		expect(simulator.pushes).toHaveLength(before);
	});

	it('can be sent twice, out of order, unsigned and with a wrong signature', async () => {
		const [simulator, receiver] = await bound();
		simulator.setFault({ kind: 'pushTwice', operation: 'callin', times: 1 });
		simulator.setFault({ kind: 'pushOutOfOrder', operation: 'callout', times: 1 });
		simulator.setFault({ kind: 'pushUnsigned', operation: 'alerting', times: 1 });
		simulator.setFault({ kind: 'pushWrongSignature', operation: 'answer', times: 1 });
		simulator.startCall({ caller: a, called: x });
		await simulator.waitForIdle();
		expect(kinds(receiver).filter((kind) => kind === 'callin')).toHaveLength(2);
		expect(kinds(receiver).indexOf('callout')).toBeGreaterThan(kinds(receiver).indexOf('alerting'));
		const find = (event: string) => receiver.received.find(({ json }) => json.eventType === event);
		expect(find('alerting')?.headers).not.toHaveProperty('x-aksk');
		expect(find('answer')?.headers).toHaveProperty('x-aksk');
		expect(simulator.faults).toEqual([]);
	});
});

describe('a number status', () => {
	it('is pushed with up to 100 numbers, and takes effect', async () => {
		const [simulator] = await bound();
		simulator.setNumberStatus([
			{ number: '13800006666', status: '10', cause: '2' },
			{ number: '13800006667', status: '5' },
		]);
		await simulator.waitForIdle();
		expect(bodies(simulator)).toEqual([
			{
				eventType: 'numStatus',
				numInfo: [
					{ number: x, status: '10', cause: '2' },
					{ number: '+8613800006667', status: '5' },
				],
			},
		]);
		expect(simulator.state().applications[0]?.numbers[0]).toMatchObject({ status: '10' });
	});
});
