import { closeAll, fee, open, openReceiver } from '../helpers';

afterEach(closeAll);

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
