import type { INodeTypeDescription } from 'n8n-workflow';

import { ask } from '../../playground/n8n/ask';
import { openDataTable } from '../../playground/examples/dataTables';
import { everyExample } from '../../playground/examples/sets';
import { bindPhones, phones } from '../../playground/examples/phones';
import type { BindingView, Call, CallRequest, ModeName } from '../../simulator';
import { playgroundApplications } from '../../simulator/defaults';
import { templateNames } from '../templates/documents';
import { redNodes } from './redNodes';
import { sharedPlayground } from './shared';
import { waitFor } from './waiting';

const one = `+86${phones[0]}`;
const two = `+86${phones[1]}`;

describe('the examples of npm start', () => {
	const playground = sharedPlayground({
		examples: everyExample,
		simulator: { applications: playgroundApplications, speed: 50 },
	});
	let nodeTypes: INodeTypeDescription[];

	beforeAll(async () => {
		bindPhones(playground.simulator, playgroundApplications);
		const file = await playground.api.file('/types/nodes.json');
		nodeTypes = (await file.json()) as INodeTypeDescription[];
	});

	const bindingOf = (mode: ModeName): BindingView => {
		const found = playground.simulator.bindings().find((binding) => binding.mode === mode);
		if (!found) throw new Error(`${mode} has no binding.`);
		return found;
	};
	const call = async (called: string, more: Partial<CallRequest> = {}): Promise<Call> => {
		const { simulator } = playground;
		const order = { caller: two, called, ringSeconds: 1, talkSeconds: 5, ...more };
		return await simulator.waitForCall(simulator.startCall(order).sessionId);
	};
	const rowsOf = async (name: string) => {
		const table = await openDataTable(playground.api, name);
		return await waitFor(`a row in ${name}`, async () => {
			const rows = await table.rows();
			return rows.length > 0 ? rows : undefined;
		});
	};
	const succeeded = async (workflow: string) =>
		await waitFor(`an execution of ${workflow}`, async () =>
			(await playground.api.executions(workflow)).find(({ status }) => status === 'success'),
		);

	it('are all templates; every application has its credential', () => {
		expect(everyExample.map(({ id }) => id).sort()).toEqual([...templateNames].sort());
		expect(playground.credentials.map(({ name }) => name)).toEqual(
			playgroundApplications.map(({ name = '', mode }) => `${name} ${mode}`),
		);
	});

	it.each(templateNames)('%s is published and leaves nothing to fill in', async (id) => {
		const workflow = playground.workflows.find((candidate) => candidate.id === id);
		expect(workflow?.active).toBe(true);
		expect(workflow && (await redNodes(playground.api, nodeTypes, workflow))).toEqual([]);
	});

	it('send no kind of push of an application to two of them', () => {
		const taken = everyExample.flatMap(({ mode, pushes = [] }) =>
			pushes.map((kind) => `${mode} ${kind}`),
		);
		expect(taken).toEqual([...new Set(taken)]);
	});

	it('connect the phones in AXB, and one call starts all that use call records', async () => {
		const { x } = bindingOf('AXB');
		expect(await call(x)).toMatchObject({ callee: one });
		await succeeded('fan-out');
		await succeeded('call-record-recording-to-file');
		await succeeded('missed-call-to-robot');
		expect(await rowsOf('Private Number Calls')).toMatchObject([
			{ callerNumber: two, calledNumber: one, outcome: 'answered' },
		]);
		const known = (await rowsOf('Private Number Stock')).map((row) => row.privateNumber);
		expect(known).toContain(x.replace('+86', ''));
	});

	it('make a missed call of AXB a task, and show it in the report', async () => {
		await call(bindingOf('AXB').x, { scenario: 'busy' });
		expect(await rowsOf('Private Number Callbacks')).toMatchObject([
			{ callBack: two, who: one, status: 'open' },
		]);
		const told = await waitFor('the group', () =>
			Promise.resolve(
				playground.simulator.robotMessages.find(({ text }) => text.includes('未接来电')),
			),
		);
		expect(told).toMatchObject({ robot: 'wecom' });
		expect(told.text).not.toContain(phones[0]);
		const [report = ''] = playground.webhooks['call-report'] ?? [];
		expect(await (await ask(`${report}?lang=zh`)).text()).toContain('通待回电');
	});

	it('read the texts of AX', async () => {
		const { simulator } = playground;
		const { x } = bindingOf('AX');
		await simulator.sendSms({ from: two, to: x, text: '房子还在吗？' });
		await rowsOf('AX Conversations');
		const answer = await simulator.sendSms({ from: one, to: x, text: '在的' });
		expect(answer).toMatchObject({ to: two, sendResult: 0 });
		const forbidden = await simulator.sendSms({ from: one, to: x, text: '加微信聊' });
		expect(forbidden).toMatchObject({ sendResult: 6 });
	});

	it('have a form of AXE that is open', async () => {
		const form = `${playground.n8n.webhookBase}/form/private-number-extension`;
		expect((await ask(form)).status).toBe(200);
	});

	it('let a table connect a call of X', async () => {
		const [called] = playgroundApplications.find(({ mode }) => mode === 'X')?.numbers ?? [];
		expect(await call(called?.number ?? '', { caller: one })).toMatchObject({ callee: two });
	});
});
