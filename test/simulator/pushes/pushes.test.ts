import type { FaultRequest, Simulator } from '../../../simulator';
import { openApplications } from '../../../simulator/applications/application';
import type { Clock } from '../../../simulator/wire/clock';
import { openFaults } from '../../../simulator/faults/faults';
import { openJournal } from '../../../simulator/wire/journal';
import { resolveOptions } from '../../../simulator/config/options';
import { retryMinutes } from '../../../simulator/pushes/push';
import type { PushRequest } from '../../../simulator/pushes/push';
import { openPushes } from '../../../simulator/pushes/pushes';
import type { Pushes } from '../../../simulator/pushes/pushes';
import { waitUntil } from '../../waitUntil';
import {
	axbApplication,
	bodies,
	closeAll,
	fee,
	open,
	openReceiver,
	part,
	startReceiver,
} from '../helpers';
import type { Receiver } from '../helpers';

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

describe('the time of a push', () => {
	/** A clock that stands still; each step goes to the next moment at which something is to happen. */
	function openSteps(): { clock: Clock; step: () => Promise<void> } {
		const jobs: { due: number; run: () => void }[] = [];
		let now = Date.now();
		const afterReal = (ms: number, run: () => void): (() => void) => {
			const job = { due: now + ms, run };
			jobs.push(job);
			return () => jobs.splice(jobs.indexOf(job), 1);
		};
		const clock: Clock = {
			speed: 1,
			now: () => now,
			after: afterReal,
			afterReal,
			pause: (ms) => new Promise((resolve) => afterReal(ms, resolve)),
			closed: false,
			close: () => undefined,
		};
		return {
			clock,
			async step() {
				await waitUntil(() => jobs.length > 0);
				const [next] = jobs.sort((one, other) => one.due - other.due).splice(0, 1);
				if (!next) return;
				now = next.due;
				next.run();
			},
		};
	}

	/** Pushes to a customer who takes none; `arrivals` tells after how many milliseconds each try came. */
	async function openTimed(...switchedOn: FaultRequest[]) {
		const { clock, step } = openSteps();
		const receiver = await openReceiver();
		const arrivals: number[] = [];
		const begin = clock.now();
		receiver.answerWith(() => {
			arrivals.push(clock.now() - begin);
			return { status: 500 };
		});
		const pushUrls = { all: receiver.url };
		const options = resolveOptions({ applications: [{ ...axbApplication, pushUrls }] });
		const faults = openFaults(() => undefined);
		for (const fault of switchedOn) faults.add(fault);
		const pushes: Pushes = openPushes(options, clock, faults, openJournal());
		const [application] = openApplications(options, clock.now).all;
		const push = { application, kind: 'callEvent', event: 'callin', body: {} } as PushRequest;
		return { pushes, push, step, arrivals };
	}

	it('is 0, 1, 4, 9, 106, 203 and 300 minutes after the first try', async () => {
		const { pushes, push, step, arrivals } = await openTimed();
		const record = pushes.notify({ ...push, retries: retryMinutes });
		for (let repeats = 0; repeats < 6; repeats += 1) await step();
		await waitUntil(() => record?.state === 'failed');
		expect(arrivals.map((ms) => ms / 60_000)).toEqual([0, 1, 4, 9, 106, 203, 300]);
		await pushes.close();
	});

	it('is as late as a fault says', async () => {
		const { pushes, push, step, arrivals } = await openTimed({ kind: 'pushLate', delayMs: 100 });
		const record = pushes.notify(push);
		await step();
		await waitUntil(() => record?.state === 'failed');
		expect(arrivals).toEqual([100]);
		await pushes.close();
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
