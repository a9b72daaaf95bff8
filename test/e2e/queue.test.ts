import { itemsOf } from '../../playground/n8nTypes';
import { filesBelow } from './files';
import { complaints } from './log';
import { sharedPlayground } from './shared';
import {
	allExecutions,
	allLogs,
	countExecutions,
	examples,
	newApplication,
	nextExecution,
	placeRecordedCall,
	sendOrder,
} from './user';
import { readWav } from './wav';

const application = newApplication();

/** The call and its record need the binding that the order has made: run them together. */
describe('an n8n in queue mode: main process, worker and webhook processor', () => {
	const playground = sharedPlayground({
		isQueue: true,
		simulator: { applications: [application], speed: 20 },
		environment: { N8N_LOG_FORMAT: 'json' },
	});
	let logOfStart: string;

	beforeAll(() => {
		logOfStart = allLogs(playground);
	});

	it('loads the package in every process without a warning', () => {
		const { processes } = playground.n8n;
		expect(processes.map(({ command }) => command).sort()).toEqual(['start', 'webhook', 'worker']);
		expect(complaints(logOfStart)).toEqual([]);
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
		expect(await response.json()).toMatchObject({ privateNumber: '+8613800006666' });
		expect(playground.simulator.bindings()).toHaveLength(1);
		const execution = await nextExecution(playground, examples.orders, known);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Send Message')).toHaveLength(2);
		const worker = playground.n8n.processes.find(({ command }) => command === 'worker');
		expect(worker?.log()).toContain(`finished execution ${execution.id}`);
	});

	it('tells the order system why an order cannot be bound', async () => {
		const order = { orderId: 'Q-2', customerPhone: '12', areaCode: '0755' };
		const response = await sendOrder(playground, order);
		expect(response.status).toBe(422);
		expect(await response.json()).toMatchObject({ details: { field: 'callerNum' } });
	});

	it('brings the call record and the recording of a call that was placed', async () => {
		const call = { caller: '13900000001', called: '13800006666', talkSeconds: 7 };
		const placed = await placeRecordedCall(playground, call);

		expect(placed.execution.status).toBe('success');
		expect(placed.item?.json).toMatchObject({
			sessionId: placed.sessionId,
			called: '+8613900000002',
			userData: { orderId: 'Q-1' },
		});
		expect(placed.saved.equals(placed.original)).toBe(true);
		expect(readWav(placed.saved)).toMatchObject({ seconds: 7, isAudible: true });
		const carried = await playground.api.binary(placed.item?.binary?.data?.id ?? '');
		expect(carried.equals(placed.original)).toBe(true);
	});

	it('saves a recording once when the platform pushes its call record again', async () => {
		const { simulator } = playground;
		const known = await countExecutions(playground, examples.recordings);
		const files = filesBelow(playground.n8n.filesFolder);
		const { url, headers, body } = await simulator.waitForPush(({ event }) => event === 'fee');
		const answer = await fetch(url, { method: 'POST', headers, body });

		expect(answer.status).toBe(200);
		const execution = await nextExecution(playground, examples.recordings, known);
		expect(itemsOf(execution, 'Call Record with File')).toHaveLength(1);
		expect(files).toHaveLength(1);
		expect(filesBelow(playground.n8n.filesFolder)).toEqual(files);
	});

	it('never writes the secret or a signature into a log or an execution', async () => {
		const shown = [allLogs(playground), ...(await allExecutions(playground))];
		for (const text of shown) {
			expect(text).not.toContain(application.appSecret);
			expect(text).not.toContain('PasswordDigest');
		}
	});
});
