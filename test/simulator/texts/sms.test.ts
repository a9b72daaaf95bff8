import { bodies, closeAll, part } from '../helpers';
import { a, b, bound, x } from '../pushes/bound';

afterEach(closeAll);

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
