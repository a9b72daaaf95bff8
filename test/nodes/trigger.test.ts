import type { ModeName, SampleKind } from '../../simulator';
import { A, ALL, signed, triggerDesk } from './triggerDesk';

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

	test.each([
		['each kind has an output of its own where the user wants it', true, [[0], [1], [2], [3]]],
		[
			'every kind comes out of the one output where nobody wants more',
			undefined,
			[[0], [0], [0], [0]],
		],
	])('%s', async (_, separateOutputs, expected) => {
		trigger.set({ options: { separateOutputs }, events: ALL });
		for (const kind of ['callin', 'fee', 'sms', 'numStatus'] as const) await sample(kind);
		const filled = trigger.executions.map((outputs) =>
			outputs.flatMap((items, output) => (items.length > 0 ? [output] : [])),
		);
		expect(filled).toEqual(expected);
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

describe('IDs that come as numbers', () => {
	test('keep every digit, in the item and in the body of the platform', async () => {
		const text =
			'{"eventType":"fee","feeLst":[{"icid":12345678901234567890,"sessionId":98765432109876543210,"subscriptionId":1234567890123456789}]}';
		await push(text);
		expect(trigger.items()).toEqual([
			expect.objectContaining({
				recordId: '12345678901234567890',
				eventId: 'fee:12345678901234567890',
				sessionId: '98765432109876543210',
				subscriptionId: '1234567890123456789',
			}),
		]);
		trigger.executions.length = 0;
		trigger.set({ simplify: false });
		await push(text);
		expect(JSON.stringify(trigger.items()[0])).toContain('"98765432109876543210"');
	});
});

describe('more records than the platform sends', () => {
	const many = (count: number) => ({
		eventType: 'fee',
		feeLst: Array.from({ length: count }, (_, icid) => ({ icid })),
	});
	const numbers = { numInfo: Array.from({ length: 1001 }, () => ({})) };

	test.each(['immediately', 'afterSuccess', 'workflow'])(
		'are refused under %s, chosen or not, with one line in the log',
		async (respond) => {
			for (const events of [ALL, ['callin']]) {
				for (const simplify of [true, false]) {
					trigger.set({ respond, events, simplify });
					for (const body of [many(1001), numbers]) {
						trigger.log.length = 0;
						expect((await push(body)).status).toBe(400);
						expect(trigger.log).toEqual([expect.stringContaining('1001 records')]);
					}
				}
			}
			expect(trigger.executions).toEqual([]);
		},
	);

	test('begin at a thousand and one', async () => {
		expect((await push(many(1000))).status).toBe(200);
		expect(trigger.items()).toHaveLength(1000);
	});
});

describe('the status of a number', () => {
	const status = async (code: string, cause = '2') => {
		const numInfo = [{ number: '+8617000000001', status: code, ...(code === '10' && { cause }) }];
		await push({ eventType: 'numStatus', numInfo });
		return trigger.items().at(-1)?.eventId;
	};
	afterEach(() => {
		jest.useRealTimers();
	});

	test('is one event as long as it is the same, after midnight too', async () => {
		jest.useFakeTimers({
			now: new Date('2026-01-23T23:59:50Z'),
			doNotFake: [
				'nextTick',
				'setImmediate',
				'setTimeout',
				'setInterval',
				'clearTimeout',
				'clearInterval',
				'queueMicrotask',
				'performance',
			],
		});
		const first = await status('10');
		jest.setSystemTime(new Date('2026-01-24T00:00:10Z'));
		expect(await status('10')).toBe(first);
	});

	test('is several where it goes back and forth', async () => {
		const ids = [];
		for (const code of ['10', '5', '10', '5']) ids.push(await status(code));
		expect(new Set(ids).size).toBe(4);
	});

	test('is several where its cause goes back and forth', async () => {
		const ids = [];
		for (const cause of ['1', '2', '1']) ids.push(await status('10', cause));
		expect(new Set(ids).size).toBe(3);
	});

	test('is one event where an older push of it comes again after another status', async () => {
		const numInfo = [{ number: '+8617000000001', status: '10', cause: '2' }];
		const older = [{ eventType: 'numStatus', numInfo }, signed()] as const;
		await trigger.post(...older);
		await status('5');
		await trigger.post(...older);
		const [first, , again] = trigger.items();
		expect(again).toMatchObject({ eventId: first?.eventId, status: { code: 10 } });
	});
});
