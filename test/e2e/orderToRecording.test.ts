import { credentialType } from '../../playground/examples/credentials';
import { atTheNextStart } from './atTheNextStart';
import {
	expectNoSecret,
	expectSavedOnce,
	expectWhole,
	secretsOf,
	sharedExamples,
} from './examplesInUse';
import { filesBelow, filesWith } from './files';
import { listedNodes } from './listedNodes';
import { complaints } from './log';
import { countExecutions, examples, nextExecution, placeRecordedCall, sendOrder } from './user';

/** The call and its record need the binding that the order has made: run them together. */
describe('a new n8n with the packed package and the example workflows', () => {
	const inUse = sharedExamples();
	const { application, playground } = inUse;

	it('loads without a warning', () => {
		expect(inUse.logOfStart()).toContain('Editor is now accessible');
		expect(complaints(inUse.logOfStart())).toEqual([]);
	});

	it('offers every node of the package, each with an icon for light and for dark', async () => {
		const types = (await (await playground.api.file('/types/nodes.json')).json()) as Described[];
		for (const name of listedNodes()) {
			const type = types.find((candidate) => candidate.name === name);
			expect(type).toBeDefined();
			await expectIcons(type);
		}
	});

	it('offers the credential, with an icon for light and for dark', async () => {
		const file = await playground.api.file('/types/credentials.json');
		const types = (await file.json()) as Described[];
		await expectIcons(types.find(({ name }) => name === credentialType));
	});

	it('has both example workflows active', async () => {
		const workflows = await playground.api.workflows();
		const active = workflows.filter((workflow) => workflow.active).map(({ id }) => id);
		expect(active.sort()).toEqual(Object.values(examples).sort());
	});

	it('turns an order into a binding and writes to both people', async () => {
		const known = await countExecutions(playground, examples.orders);
		const response = await sendOrder(playground, {
			orderId: 'A-1',
			customerPhone: '139 0000 0001',
			driverPhone: '0086-139-0000-0002',
			areaCode: '0755',
		});
		const answer = (await response.json()) as { subscriptionId: string; messages: object[] };

		expect(response.status).toBe(200);
		expect(answer).toMatchObject({ orderId: 'A-1', privateNumber: '+8613800006666' });
		expect(playground.simulator.bindings()).toEqual([
			expect.objectContaining({ subscriptionId: answer.subscriptionId }),
		]);
		const execution = await nextExecution(playground, examples.orders, known);
		expect(execution.status).toBe('success');
		expect(answer.messages).toEqual([
			{ to: '+8613900000001', text: expect.stringContaining('13800006666') as string },
			{ to: '+8613900000002', text: expect.stringContaining('13800006666') as string },
		]);
	});

	it('tells the order system in one sentence why an order cannot be bound', async () => {
		const order = { orderId: 'A-2', customerPhone: '12', areaCode: '0755' };
		const response = await sendOrder(playground, order);
		const answer = (await response.json()) as { error: string };

		expect(response.status).toBe(422);
		expect(answer.error).toContain('customerPhone is no phone number: "12"');
	});

	it('brings the call record and the recording of a call that was placed', async () => {
		const call = { caller: '13900000001', called: '13800006666', talkSeconds: 7 };
		const placed = await placeRecordedCall(playground, call);

		expect(placed.execution.status).toBe('success');
		expect(placed.item?.json).toMatchObject({
			eventType: 'fee',
			sessionId: placed.sessionId,
			callerNumber: '+8613900000001',
			calledNumber: '+8613900000002',
			privateNumber: '+8613800006666',
			talkSeconds: 7,
			userData: { orderId: 'A-1' },
		});
		await expectWhole(playground, placed);
	});

	it('saves a recording once when the platform pushes its call record again', async () => {
		await expectSavedOnce(playground);
	});

	atTheNextStart(playground);

	describe('the test button of the credential', () => {
		const test = async (data: object) =>
			await playground.api.testCredential({
				name: 'test',
				type: credentialType,
				data: {
					appKey: application.appKey,
					appSecret: application.appSecret,
					baseUrl: playground.simulator.url,
					authentication: 'aksk',
					allowUnauthorizedCerts: false,
					...data,
				},
			});

		it('is green for the right key and secret, with both ways of signing', async () => {
			expect(await test({})).toMatchObject({ status: 'OK' });
			expect(await test({ authentication: 'wsse' })).toMatchObject({ status: 'OK' });
		});

		it.each([
			['a wrong secret', { appSecret: 'wrong' }, /secret/i],
			['an unknown key', { appKey: 'nobody' }, /key/i],
			['a host that nobody reaches', { baseUrl: 'http://127.0.0.1:9' }, /reach|connect/i],
		])('names the cause for %s', async (_case, data, cause) => {
			const { status, message } = await test(data);
			expect(status).toBe('Error');
			expect(message).toMatch(cause);
			expect(message).not.toContain(application.appSecret);
		});
	});

	it('never writes the secret or a signature into a log, an execution or a file', async () => {
		await expectNoSecret(inUse);
		const data = filesBelow(playground.userFolder).filter((file) => !file.includes('node_modules'));
		expect(data.some((file) => file.endsWith('database.sqlite'))).toBe(true);
		expect(filesWith(data, secretsOf(application))).toEqual([]);
	});

	/** A node or credential type as the editor gets it. */
	interface Described {
		name: string;
		iconUrl?: string | { light: string; dark: string };
	}

	async function expectIcons(type: Described | undefined): Promise<void> {
		const icons = type?.iconUrl;
		if (typeof icons !== 'object') throw new Error(`${type?.name ?? ''} has no two icons.`);
		expect(icons.light).not.toBe(icons.dark);
		for (const url of Object.values(icons)) {
			const icon = await playground.api.file(`/${url}`);
			expect(icon.headers.get('content-type')).toContain('image/svg+xml');
			expect(await icon.text()).toContain('<svg');
		}
	}
});
