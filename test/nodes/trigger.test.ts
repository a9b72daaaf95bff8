import type { ModeName, SampleKind } from '../../simulator';
import { A, ALL, triggerDesk } from './triggerDesk';

const { push, sample, trigger } = triggerDesk();

describe('every kind of push becomes items', () => {
	test.each<[SampleKind, ModeName, object]>([
		[
			'callin',
			'AXB',
			{ eventType: 'callin', privateNumber: '+8613800006666', calledNumber: '+8613800006666' },
		],
		['collectInfo', 'AXE', { eventType: 'collectInfo', mode: 'AXE', digits: '0012' }],
		[
			'disconnect',
			'AX',
			{
				eventType: 'disconnect',
				endReason: {
					code: 0,
					by: 'normal',
					en: expect.any(String) as string,
					zh: expect.any(String) as string,
				},
			},
		],
		['fee', 'AXE', { eventType: 'fee', mode: 'AXE', extension: '0012' }],
		['fee', 'AXYB', { eventType: 'fee', mode: 'AXYB' }],
		['fee', 'AX', { eventType: 'fee', mode: 'AX' }],
		['fee', 'X', { eventType: 'fee', mode: 'X' }],
		[
			'sms',
			'AXB',
			{
				eventType: 'sms',
				from: A,
				privateNumber: '+8613800006666',
				text: 'Hello',
				parts: 1,
				sendResult: { code: 0, en: 'Sent', zh: '成功' },
			},
		],
		[
			'numStatus',
			'AXB',
			{
				eventType: 'numStatus',
				privateNumber: '+8613800006666',
				status: {
					code: expect.any(Number) as number,
					en: expect.any(String) as string,
					zh: expect.any(String) as string,
				},
			},
		],
	])('%s of %s', async (kind, mode, expected) => {
		trigger.set({ events: ALL });
		const { status } = await sample(kind, mode);
		expect(status).toBe(200);
		expect(trigger.items()).toEqual([expect.objectContaining(expected)]);
	});

	test('fifty call records are fifty items, a hundred numbers a hundred', async () => {
		await sample('fee', 'AXB', { count: 50 });
		expect(trigger.items()).toHaveLength(50);
		await sample('numStatus', 'AXB', { count: 100 });
		expect(trigger.items()).toHaveLength(150);
		expect(new Set(trigger.items().map(({ eventId }) => eventId)).size).toBe(150);
	});

	test("without Simplify the platform's body comes as it is, one item a push", async () => {
		trigger.set({ simplify: false });
		const { body } = await sample('fee', 'AXB', { count: 3 });
		expect(trigger.items()).toEqual([JSON.parse(body)]);
	});

	test('each kind has an output of its own where the user wants it', async () => {
		trigger.set({ options: { separateOutputs: true }, events: ALL });
		for (const kind of ['callin', 'fee', 'sms', 'numStatus'] as const) await sample(kind);
		expect(trigger.executions.map((outputs) => outputs.map((items) => items.length))).toEqual([
			[1, 0, 0, 0],
			[0, 1, 0, 0],
			[0, 0, 1, 0],
			[0, 0, 0, 1],
		]);
	});

	test('an event keeps its ID when the platform sends it again', async () => {
		for (const kind of ['callin', 'disconnect', 'fee', 'sms', 'numStatus'] as const) {
			trigger.executions.length = 0;
			const { body } = await sample(kind);
			await push(body);
			const [first, second] = trigger.items();
			expect(second?.eventId).toBe(first?.eventId);
		}
	});

	test('middle digits are hidden where the user wants it', async () => {
		trigger.set({ options: { maskNumbers: true } });
		await sample('fee');
		expect(trigger.items()[0]).toMatchObject({
			callerNumber: '+86138****0021',
			calledNumber: '+86138****0023',
		});
		expect(JSON.stringify(trigger.items())).not.toContain(A);
	});
});

describe('bodies that are none', () => {
	test.each([['[]'], ['[{}]'], ['"text"'], ['null'], ['17'], ['']])(
		'%s is refused with 400',
		async (body) => {
			trigger.set({ events: ALL });
			expect((await push(body)).status).toBe(400);
			expect(trigger.executions).toEqual([]);
		},
	);

	test('an object without a field is of an unknown kind, as the platform would send it again otherwise', async () => {
		expect(await push('{}')).toEqual({ status: 200, text: '' });
		expect(trigger.executions).toEqual([]);
		expect(trigger.log).toHaveLength(1);
		trigger.set({ events: ALL });
		await push('{}');
		expect(trigger.items()).toEqual([
			expect.objectContaining({ eventType: 'unknown', needsReply: false, body: {} }),
		]);
	});

	test('a kind that no document describes is acknowledged and dropped with a line in the log', async () => {
		expect((await push({ eventType: 'hologram', x: 1 })).status).toBe(200);
		expect(trigger.executions).toEqual([]);
		expect(trigger.log).toHaveLength(1);
	});

	test('and is passed on whole where anything else is chosen', async () => {
		trigger.set({ events: ALL });
		await push({ eventType: 'hologram', x: 1 });
		expect(trigger.items()).toEqual([
			expect.objectContaining({ eventType: 'unknown', body: { eventType: 'hologram', x: 1 } }),
		]);
	});
});
