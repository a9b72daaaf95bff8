import { expectNoSecret, expectSavedOnce, expectWhole, sharedExamples } from './examplesInUse';
import { complaints } from './log';
import { countExecutions, examples, nextExecution, placeRecordedCall, sendOrder } from './user';

/** The call and its record need the binding that the order has made: run them together. */
describe('an n8n in queue mode: main process, worker and webhook processor', () => {
	const inUse = sharedExamples({ isQueue: true });
	const { playground } = inUse;

	it('loads the package in every process without a warning', () => {
		const { processes } = playground.n8n;
		expect(processes.map(({ command }) => command).sort()).toEqual(['start', 'webhook', 'worker']);
		expect(complaints(inUse.logOfStart())).toEqual([]);
	});

	it('turns an order into a binding', async () => {
		const known = await countExecutions(playground, examples.orders);
		const response = await sendOrder(playground, {
			orderId: 'Q-1',
			customerPhone: '139 0000 0001',
			driverPhone: '139 0000 0002',
			areaCode: '0755',
		});

		expect(response.status).toBe(200);
		const answer = (await response.json()) as { messages: object[] };
		expect(answer).toMatchObject({ privateNumber: '+8613800006666' });
		expect(answer.messages).toHaveLength(2);
		expect(playground.simulator.bindings()).toHaveLength(1);
		const execution = await nextExecution(playground, examples.orders, known);
		expect(execution.status).toBe('success');
		const worker = playground.n8n.processes.find(({ command }) => command === 'worker');
		expect(worker?.log()).toContain(`finished execution ${execution.id}`);
	});

	it('tells the order system why an order cannot be bound', async () => {
		const order = { orderId: 'Q-2', customerPhone: '12', areaCode: '0755' };
		const response = await sendOrder(playground, order);
		expect(response.status).toBe(422);
		expect(await response.json()).toMatchObject({
			error: expect.stringContaining('"12"') as string,
		});
	});

	it('brings the call record and the recording of a call that was placed', async () => {
		const call = { caller: '13900000001', called: '13800006666', talkSeconds: 7 };
		const placed = await placeRecordedCall(playground, call);

		expect(placed.execution.status).toBe('success');
		expect(placed.item?.json).toMatchObject({
			sessionId: placed.sessionId,
			calledNumber: '+8613900000002',
			userData: { orderId: 'Q-1' },
		});
		await expectWhole(playground, placed);
	});

	it('saves a recording once when the platform pushes its call record again', async () => {
		await expectSavedOnce(playground);
	});

	it('never writes the secret or a signature into a log or an execution', async () => {
		await expectNoSecret(inUse);
	});
});
