import type { Simulator } from '../../simulator';
import { bodies, closeAll, fee, open, openReceiver, part } from './helpers';
import type { Receiver } from './helpers';

const a = '+8613800000021';
const b = '+8613800000023';
const x = '+8613800006666';

afterEach(closeAll);

async function bound(options: Parameters<typeof open>[0] = {}): Promise<[Simulator, Receiver]> {
	const receiver = await openReceiver();
	const simulator = await open(options);
	simulator.setPushUrls({ all: receiver.url });
	simulator.bind('axbKey', { callerNum: a, calleeNum: b, relationNum: x, userData: 'order-1' });
	return [simulator, receiver];
}

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

	it('are repeated at 1, 4, 9, 106, 203 and 300 minutes after the first try, then given up', async () => {
		const [simulator, receiver] = await bound({ speed: 20_000 });
		receiver.answerWith(() => ({ status: 500, body: 'no' }));
		simulator.startCall({ caller: a, called: x });
		await simulator.waitForIdle({ repeats: true });
		const [callin] = simulator.pushes;
		expect(callin?.state).toBe('failed');
		expect(callin?.attempts).toHaveLength(7);
		const begin = Date.parse(callin?.attempts[0]?.at ?? '');
		const waited = callin?.attempts.map(({ at }) => Date.parse(at) - begin) ?? [];
		// A minute takes 3 ms here; a busy machine may be late, but never early.
		[0, 1, 4, 9, 106, 203, 300].forEach((minutes, index) => {
			expect(waited[index]).toBeGreaterThanOrEqual(minutes * 3 - 2);
			expect(waited[index]).toBeLessThan(minutes * 3 + 280);
		});
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

	it('count as failed without an answer in time, and without a server', async () => {
		const [simulator, receiver] = await bound({ timings: { answerTimeoutMs: 50 } });
		receiver.answerWith(() => 'hang');
		simulator.setPushUrls({ callEvent: receiver.url, callRecord: 'http://127.0.0.1:1/' });
		simulator.startCall({ caller: a, called: x });
		await simulator.waitForIdle();
		expect(simulator.pushes[0]?.attempts[0]?.error).toContain('timeout');
		expect(simulator.pushes.at(-1)?.attempts[0]?.error).toContain('ECONNREFUSED');
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

	it('can be sent twice, late, out of order, unsigned and with a wrong signature', async () => {
		const [simulator, receiver] = await bound();
		simulator.setFault({ kind: 'pushTwice', operation: 'callin', times: 1 });
		simulator.setFault({ kind: 'pushOutOfOrder', operation: 'callout', times: 1 });
		simulator.setFault({ kind: 'pushUnsigned', operation: 'alerting', times: 1 });
		simulator.setFault({ kind: 'pushWrongSignature', operation: 'answer', times: 1 });
		simulator.setFault({ kind: 'pushLate', operation: 'fee', times: 1, delayMs: 100 });
		simulator.startCall({ caller: a, called: x });
		await simulator.waitForIdle();
		expect(kinds(receiver).filter((kind) => kind === 'callin')).toHaveLength(2);
		expect(kinds(receiver).indexOf('callout')).toBeGreaterThan(kinds(receiver).indexOf('alerting'));
		const find = (event: string) => receiver.received.find(({ json }) => json.eventType === event);
		expect(find('alerting')?.headers).not.toHaveProperty('x-aksk');
		expect(find('answer')?.headers).toHaveProperty('x-aksk');
		const delay = (find('fee')?.at ?? 0) - (find('disconnect')?.at ?? 0);
		expect(delay).toBeGreaterThanOrEqual(95);
		expect(simulator.faults).toEqual([]);
	});
});

describe('an AXB SMS', () => {
	it('is forwarded, and its notification has the documented fields and odd spellings', async () => {
		const [simulator, receiver] = await bound();
		const sms = await simulator.sendSms({ from: b, to: x, text: '您好' });
		await simulator.waitForIdle();
		expect(sms).toMatchObject({ to: a, deliveredText: '您好', sendResult: 0 });
		expect(receiver.received[0]?.json).toEqual({
			appKey: 'axbKey',
			smsEvent: {
				smsIdentifier: sms.smsIdentifier,
				notificationMode: 'Notify',
				calling: b,
				called: a,
				virtualNumber: x,
				event: 'Text SMS ',
				timeStamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
				subscriptionId: simulator.bindings()[0]?.subscriptionId,
				smsContent: '您好',
				extInfo: {
					extParas: [
						{ key: 'splitNum', value: '1' },
						{ key: 'direction', value: '0' },
					],
				},
				sendResult: 0,
				userData: 'order-1',
			},
		});
	});

	it.each([
		['好'.repeat(70), '1'],
		['好'.repeat(71), '2'],
		['好'.repeat(135), '3'],
		['a'.repeat(160), '1'],
		['a'.repeat(161), '2'],
	])('is split as documented (%#)', async (text, splitNum) => {
		const [simulator] = await bound();
		await simulator.sendSms({ from: a, to: x, text });
		const extInfo = part(part(bodies(simulator)[0], 'smsEvent'), 'extInfo');
		expect(extInfo.extParas).toContainEqual({ key: 'splitNum', value: splitNum });
	});

	it('reports why it was not forwarded', async () => {
		const [simulator] = await bound();
		const result = async (from: string, forced?: number): Promise<unknown> =>
			(await simulator.sendSms({ from, to: x, text: 'Hi', sendResult: forced })).sendResult;
		expect(await result('+8613911112222')).toBe(2);
		expect(await result(a, 13)).toBe(13);
		simulator.setNumberStatus({ number: x, status: '9' });
		expect(await result(a)).toBe(3);
		const event = part(bodies(simulator, 'sms')[0], 'smsEvent');
		for (const body of bodies(simulator, 'sms')) {
			expect(part(body, 'smsEvent')).not.toHaveProperty('called');
		}
		expect(event).toMatchObject({
			sendResult: 2,
			extInfo: {
				extParas: [
					{ key: 'splitNum', value: '0' },
					{ key: 'direction', value: '2' },
				],
			},
		});
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

describe('a sample push', () => {
	it.each([
		'callin',
		'callout',
		'alerting',
		'answer',
		'disconnect',
		'fee',
		'sms',
		'numStatus',
	] as const)(
		'of the kind %s is signed, sent to any address, and its answer returned',
		async (kind) => {
			const receiver = await openReceiver();
			receiver.answerWith(() => ({ status: 202, body: 'thanks' }));
			const simulator = await open();
			const result = await simulator.sendSample({ kind, mode: 'AXB', url: receiver.url });
			expect(result).toMatchObject({ status: 202, answerBody: 'thanks' });
			const [push] = receiver.received;
			expect(push?.headers['x-aksk']).toContain('Username="axbKey"');
			expect(push?.body).toBe(result.body);
			expect(push?.json.eventType ?? 'sms').toBe(kind);
			expect(simulator.pushes).toEqual([]);
		},
	);

	it('holds as many records as asked, and can come from a key of one’s own', async () => {
		const receiver = await openReceiver();
		const simulator = await open();
		await simulator.sendSample({
			kind: 'fee',
			mode: 'AXB',
			url: receiver.url,
			count: 50,
			appKey: 'mine',
			appSecret: 'secret',
			scheme: 'wsse',
		});
		const [push] = receiver.received;
		expect(push?.json.feeLst).toHaveLength(50);
		expect(fee(push?.json)).toMatchObject({ appKey: 'mine', recordFlag: 1 });
		expect(push?.headers['x-wsse']).toContain('Username="mine"');
	});

	it.each([
		['AX', 'smsBlock', { smsEvent: { notificationMode: 'Block', sendResult: 0 } }],
		['AXE', 'collectInfo', { statusInfo: { digitInfo: '0012' } }],
		['AXE', 'fee', { feeLst: [{ serviceType: '005', extendNumber: '0012' }] }],
		['AXYB', 'fee', { feeLst: [{ serviceType: '007', fwdDisplayNum: '+8613800006667' }] }],
		['X', 'callin', { eventType: 'callin', statusInfo: { notifyMode: 'Block' } }],
		['X', 'fee', { feeLst: [{ notifyMode: 'Block', direction: 1 }] }],
		['X', 'sms', { smsEvent: { notificationMode: 'Notify', called: '+8613800000023' } }],
	] as const)('of %s, kind %s, looks like the mode’s own', async (mode, kind, expected) => {
		const receiver = await openReceiver();
		const simulator = await open();
		await simulator.sendSample({ kind, mode, url: receiver.url, userData: 'order-1' });
		expect(receiver.received[0]?.json).toMatchObject(expected);
	});

	it('is refused for a push that the mode does not have', async () => {
		const simulator = await open();
		const sample = { kind: 'collectInfo', mode: 'AXB', url: 'http://127.0.0.1:1/' } as const;
		await expect(simulator.sendSample(sample)).rejects.toThrow('no push of the kind');
	});
});
