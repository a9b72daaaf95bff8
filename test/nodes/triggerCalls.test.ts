import { KEYS, X1, X2 } from './fixture';
import { A, ALL, B, triggerDesk } from './triggerDesk';

const { platform, trigger } = triggerDesk();

describe('a call through the simulator', () => {
	async function answeredCall() {
		platform.simulator.setPushUrls({ all: trigger.url });
		platform.simulator.bind(KEYS.appKey, {
			callerNum: A,
			calleeNum: B,
			relationNum: X1,
			recordFlag: 'true',
			recordHintTone: 'n.wav',
			userData: 'order-17',
		});
		const call = { caller: A, called: X1, ringSeconds: 5, talkSeconds: 30 };
		const { sessionId } = platform.simulator.startCall(call);
		await platform.simulator.waitForCall(sessionId);
		await platform.idle();
		return sessionId;
	}

	test('arrives as its events and its call record, all of one session', async () => {
		trigger.set({ events: ALL });
		const sessionId = await answeredCall();
		const items = trigger.items();
		expect(new Set(items.map(({ eventType }) => eventType))).toEqual(
			new Set(['callin', 'callout', 'alerting', 'answer', 'disconnect', 'fee']),
		);
		expect(items.every((item) => item.sessionId === sessionId)).toBe(true);
		expect(items.every(({ needsReply }) => needsReply === false)).toBe(true);
		expect(new Set(items.map(({ eventId }) => eventId)).size).toBe(items.length);
	});

	test('ends in a call record with the real people, the times, the reason and the recording', async () => {
		trigger.set({ events: ['fee'] });
		await answeredCall();
		expect(trigger.items()).toEqual([
			expect.objectContaining({
				eventType: 'fee',
				mode: 'AXB',
				callerNumber: A,
				calledNumber: B,
				privateNumber: X1,
				userData: 'order-17',
				answered: true,
				ringSeconds: 5,
				talkSeconds: 30,
				outcome: 'answered',
				billedMinutes: 1,
				endReason: {
					code: 0,
					en: expect.any(String) as string,
					zh: '接通后主动挂机',
					by: 'normal',
				},
				recording: {
					fileName: expect.stringMatching(/\.wav$/) as string,
					recordDomain: 'ostor.huawei.com',
				},
				time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+08:00$/) as string,
			}),
		]);
	});

	test('brings only the events that are chosen; the others are acknowledged and forgotten', async () => {
		trigger.set({ events: ['answer'] });
		await answeredCall();
		expect(trigger.items().map(({ eventType }) => eventType)).toEqual(['answer']);
		expect(platform.simulator.pushes.every(({ state }) => state === 'delivered')).toBe(true);
	});

	test('brings nothing of another privacy number, the events included that do not tell it', async () => {
		trigger.set({ events: ALL, options: { privateNumbers: '170 0000 0002, 17000000009' } });
		await answeredCall();
		expect(trigger.items()).toEqual([]);
	});

	test('brings all of a chosen privacy number, its first event chosen or not', async () => {
		const events = ['answer', 'disconnect', 'fee'];
		trigger.set({ events, options: { privateNumbers: '170 0000 0001' } });
		await answeredCall();
		expect(trigger.items().map(({ eventType }) => eventType)).toEqual(events);
	});

	test.each([
		['a comma', ', '],
		['a Chinese comma', '\uff0c'],
		['an enumeration comma', '\u3001'],
		['a Chinese semicolon', '\uff1b'],
		['a new line', '\n'],
	])('takes a list of privacy numbers that are separated by %s', async (_name, separator) => {
		const privateNumbers = ['170 0000 0002', '170 0000 0001'].join(separator);
		trigger.set({ events: ['fee'], options: { privateNumbers } });
		await answeredCall();
		expect(trigger.items()).toHaveLength(1);
	});

	test('that nobody answers has a record with X and the reason', async () => {
		trigger.set({ events: ['fee', 'disconnect'] });
		platform.simulator.setPushUrls({ all: trigger.url });
		platform.simulator.startCall({ caller: A, called: X2 });
		await platform.idle();
		const record = trigger.items().find(({ eventType }) => eventType === 'fee');
		expect(record).toMatchObject({
			answered: false,
			outcome: 'notConnected',
			callerNumber: A,
			calledNumber: X2,
			endReason: { code: 8014, by: 'binding' },
		});
		expect(record).not.toHaveProperty('subscriptionId');
		expect(record).not.toHaveProperty('talkSeconds');
		expect(record).not.toHaveProperty('billedMinutes');
	});
});
