import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { openDataTable } from '../../playground/examples/dataTables';
import { itemsOf } from '../../playground/n8n/types';
import type { WorkflowDocument } from '../../playground/n8n/types';
import { n8nNode } from '../../playground/n8n/nodeTypes';
import type { Call } from '../../simulator';
import { playgroundApplications } from '../../simulator/defaults';
import {
	foreignParameters,
	templateDocument,
	templateNames,
	type NodeDescription,
} from '../templates/documents';
import { importTemplate, importWorkflow } from '../templates/user';
import { sharedPlayground } from './shared';
import { post, sendOrder } from './user';
import { waitFor } from './waiting';

const phoneA = '13800000021';
const phoneB = '13800000023';
const setUp = 'Click Once to Make the Table';

/** First number of each application of the simulator. */
const [axb = '', ax = '', axe = '', , x = ''] = playgroundApplications.map(({ numbers: [first] }) =>
	first?.number.replace('+86', ''),
);

describe('the example workflows in a real n8n', () => {
	const playground = sharedPlayground({
		examples: [{ id: 'order-to-bind', mode: 'AXB' }],
		simulator: { applications: playgroundApplications, speed: 50 },
	});
	let types: NodeDescription[];

	const call = async (order: object): Promise<Call> => {
		const { simulator } = playground;
		const request = { ringSeconds: 1, talkSeconds: 5, ...order } as Parameters<
			typeof simulator.startCall
		>[0];
		return await simulator.waitForCall(simulator.startCall(request).sessionId);
	};
	const bindPair = (more: object = {}): string => {
		const pair = { callerNum: phoneA, calleeNum: phoneB, relationNum: axb, ...more };
		return String(playground.simulator.bind('playgroundAxbKey', pair).subscriptionId);
	};

	beforeAll(async () => {
		const file = await playground.api.file('/types/nodes.json');
		types = (await file.json()) as NodeDescription[];
	});

	afterEach(() => {
		playground.simulator.reset();
	});

	it.each(templateNames)('%s uses parameters that its nodes have in this n8n', (name) => {
		for (const node of templateDocument(name).nodes) {
			const description = types.find(
				(type) => type.name === node.type && [type.version].flat().includes(node.typeVersion),
			);
			if (!description) throw new Error(`${node.type} ${node.typeVersion} does not exist.`);
			expect({ [node.name]: foreignParameters(node, description) }).toEqual({ [node.name]: [] });
		}
	});

	it('order-closed-to-unbind removes the binding that the order made, however often it is told', async () => {
		const closing = await importTemplate(playground, {
			template: 'order-closed-to-unbind',
			mode: 'AXB',
		});
		const [url = ''] = await closing.publish();
		const order = { orderId: 'T-1', customerPhone: phoneA, driverPhone: phoneB, areaCode: '0755' };
		const bound = (await (await sendOrder(playground, order)).json()) as object;
		expect(playground.simulator.bindings()).toHaveLength(1);

		const first = await post(url, { ...bound, orderId: 'T-1' });
		expect(await first.json()).toEqual({ orderId: 'T-1', unbound: true, alreadyUnbound: false });
		expect(playground.simulator.bindings()).toEqual([]);

		const again = await post(url, { ...bound, orderId: 'T-1' });
		expect(again.status).toBe(200);
		expect(await again.json()).toEqual({ orderId: 'T-1', unbound: true, alreadyUnbound: true });

		const wrong = await post(url, { orderId: 'T-1' });
		expect(wrong.status).toBe(422);
		expect(await wrong.json()).toMatchObject({ details: { field: 'subscriptionId' } });

		playground.simulator.setFault({ kind: 'ipNotAllowed' });
		const later = await post(url, { orderId: 'T-2', subscriptionId: bindPair() });
		expect(later.status).toBe(502);
		expect(await later.json()).toMatchObject({ details: { code: '1020166' } });
	});

	it('call-records-to-table keeps one row a call, though every record is pushed twice', async () => {
		const { simulator, api } = playground;
		const records = await importTemplate(playground, {
			template: 'call-records-to-table',
			mode: 'AXB',
		});
		await records.run(setUp);
		const [url = ''] = await records.publish();
		simulator.setPushUrls({ all: url }, 'playgroundAxbKey');
		simulator.setFault({ kind: 'pushTwice' });
		bindPair();

		const answered = await call({ caller: phoneA, called: axb, talkSeconds: 61 });
		const busy = await call({ caller: phoneB, called: axb, scenario: 'busy' });
		await waitFor('four executions', async () =>
			(await records.count()) === 4 ? true : undefined,
		);
		for (let each = 0; each < 4; each += 1) {
			expect(await records.next()).toMatchObject({ status: 'success' });
		}
		const rows = await (await openDataTable(api, 'Private Number Calls')).rows();
		expect(rows).toHaveLength(2);
		expect(rows).toEqual(
			expect.arrayContaining([
				expect.objectContaining({
					eventId: `fee:${answered.icid}`,
					callerNumber: `+86${phoneA}`,
					called: `+86${phoneB}`,
					privateNumber: `+86${axb}`,
					answered: true,
					talkSeconds: 61,
				}),
				expect.objectContaining({ eventId: `fee:${busy.icid}`, answered: false }),
			]),
		);
		for (const row of rows) {
			expect(row.callTime).toMatch(/^\d{4}-\d\d-\d\dT/);
			expect(row.endReason).toMatch(/\p{Script=Han}/u);
		}
	});

	it('call-record-recording-to-file saves one file of a record that comes twice, and the others when one is missing', async () => {
		const { n8n, simulator } = playground;
		const saving = await importTemplate(playground, {
			template: 'call-record-recording-to-file',
			mode: 'AXB',
			fill: { 'Download Recording': { options: {} } },
		});
		const [url = ''] = await saving.publish();
		simulator.setPushUrls({ all: url }, 'playgroundAxbKey');
		simulator.setFault({ kind: 'pushTwice' });
		bindPair({ recordFlag: 'true', recordHintTone: 'recordHintTone.wav' });

		const { recordObjectName } = await call({ caller: phoneA, called: axb });
		for (let each = 0; each < 2; each += 1) {
			const execution = await saving.next();
			expect(execution.status).toBe('success');
			expect(itemsOf(execution, 'Call Record with File')).toHaveLength(1);
		}
		expect(readdirSync(n8n.filesFolder)).toEqual([recordObjectName]);

		simulator.clearFaults();
		const push = await simulator.waitForPush(({ event }) => event === 'fee');
		const { feeLst } = JSON.parse(push.body) as { feeLst: [object] };
		rmSync(join(n8n.filesFolder, recordObjectName));
		const lost = { ...feeLst[0], icid: 'lost', recordObjectName: 'lost.wav' };
		const body = { eventType: 'fee', feeLst: [lost, ...feeLst] };
		await simulator.sendSample({ kind: 'fee', mode: 'AXB', url, body });
		const execution = await saving.next();
		expect(itemsOf(execution, 'Call Record with File')).toHaveLength(1);
		expect(readdirSync(n8n.filesFolder)).toEqual([recordObjectName]);
		expect(execution.status).toBe('error');
		expect(execution.data.resultData.error?.message).toMatch(/^Not saved: lost\.wav \(.*1012007/);
	});

	it('missed-call-to-task opens one task for a person who called in vain twice, and tells of a call once', async () => {
		const { simulator, api } = playground;
		const missed = await importTemplate(playground, {
			template: 'missed-call-to-task',
			mode: 'AXB',
		});
		await missed.run(setUp);
		const [url = ''] = await missed.publish();
		simulator.setPushUrls({ all: url }, 'playgroundAxbKey');
		bindPair();

		await call({ caller: phoneA, called: axb });
		expect(itemsOf(await missed.next(), 'Was Missed')).toEqual([]);
		const sessions: string[] = [];
		for (const scenario of ['noAnswer', 'calleeRejects']) {
			sessions.push((await call({ caller: phoneA, called: axb, scenario })).sessionId);
			expect(itemsOf(await missed.next(), 'Tell Your Team')).toHaveLength(1);
		}
		const last = await simulator.waitForPush(
			({ event, sessionId }) => event === 'fee' && sessionId === sessions.at(-1),
		);
		const { headers, body } = last;
		expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
		const repeated = await missed.next();
		expect(repeated.status).toBe('success');
		expect(itemsOf(repeated, 'Was Missed')).toHaveLength(1);
		expect(itemsOf(repeated, 'Tell Your Team')).toEqual([]);
		const rows = await (await openDataTable(api, 'Private Number Callbacks')).rows();
		expect(rows).toEqual([
			expect.objectContaining({
				callBack: `+86${phoneA}`,
				over: `+86${axb}`,
				who: `+86${phoneB}`,
				status: 'open',
			}),
		]);
	});

	it('x-call-routing connects a number of the table, and rejects another', async () => {
		const { simulator, api } = playground;
		const routing = await importTemplate(playground, { template: 'x-call-routing', mode: 'X' });
		await routing.run(setUp);
		const table = await openDataTable(api, 'X Call Routes');
		await table.insert([{ privateNumber: x, destination: phoneB, note: 'sales' }]);
		const [url = ''] = await routing.publish();
		simulator.setPushUrls({ all: url }, 'playgroundXKey');

		const connected = await call({ caller: phoneA, called: x });
		expect(connected).toMatchObject({ callee: `+86${phoneB}`, releasedBy: 'caller' });
		expect(await routing.next()).toMatchObject({ status: 'success' });

		const rejected = await call({ caller: phoneA, called: '13800006642' });
		expect(rejected.callee).toBeUndefined();
		expect(rejected.cause).toMatchObject({ stateCode: 8017 });
		const execution = await routing.next();
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Reject')).toHaveLength(1);
	});

	it('ax-sms-moderation sends a text to the last customer, and discards a forbidden one', async () => {
		const { simulator, api } = playground;
		const moderation = await importTemplate(playground, {
			template: 'ax-sms-moderation',
			mode: 'AX',
		});
		await moderation.run(setUp);
		const [url = ''] = await moderation.publish();
		simulator.setPushUrls({ all: url }, 'playgroundAxKey');
		simulator.bind('playgroundAxKey', { origNum: phoneA, privateNum: ax });

		const tooEarly = await simulator.sendSms({ from: phoneA, to: ax, text: '您好' });
		expect(tooEarly).toMatchObject({ sendResult: 6 });

		await simulator.sendSms({ from: phoneB, to: ax, text: '房子还在吗？' });
		const table = await openDataTable(api, 'AX Conversations');
		const rows = await waitFor('a customer', async () => {
			const found = await table.rows();
			return found.length > 0 ? found : undefined;
		});
		expect(rows).toEqual([
			expect.objectContaining({ privateNumber: `+86${ax}`, customer: `+86${phoneB}` }),
		]);

		const text = '在的，明天下午三点看房方便吗？';
		const sent = await simulator.sendSms({ from: phoneA, to: ax, text });
		expect(sent).toMatchObject({ to: `+86${phoneB}`, deliveredText: text, sendResult: 0 });

		for (const forbidden of ['加微信聊', '打我13900000002', '看 https://example.com']) {
			const stopped = await simulator.sendSms({ from: phoneA, to: ax, text: forbidden });
			expect(stopped).toMatchObject({ sendResult: 6 });
			expect(stopped.deliveredText).toBeUndefined();
		}
	});

	it('axe-extension-desk gives a phone an extension on which it is reached', async () => {
		const { n8n, simulator } = playground;
		const desk = await importTemplate(playground, {
			template: 'axe-extension-desk',
			mode: 'AXE',
			fill: { 'Give Extension': { virtualNum: axe } },
		});
		await desk.publish();
		const form = `${n8n.webhookBase}/form/private-number-extension`;
		const ask = async (phone: string): Promise<string> => {
			const body = new FormData();
			['王小明', phone, '7'].forEach((value, index) => {
				body.append(`field-${index}`, value);
			});
			const answer = (await (await fetch(form, { method: 'POST', body })).json()) as {
				formWaitingUrl: string;
			};
			const status = new URL(answer.formWaitingUrl);
			status.pathname += '/n8n-execution-status';
			await waitFor('the last page of the form', async () =>
				(await (await fetch(status)).text()) === 'form-waiting' ? true : undefined,
			);
			return await (await fetch(answer.formWaitingUrl)).text();
		};
		await waitFor('the form', async () => ((await fetch(form)).ok ? true : undefined));

		const page = await ask('138 0000 0021');
		const [binding] = simulator.bindings('playgroundAxeKey');
		const extension = binding?.extension ?? '';
		expect(page).toContain(`请拨打 ${axe} 转 ${extension}。`);
		expect(await ask('138 0000 0021')).toContain(`转 ${extension}。`);
		expect(simulator.bindings('playgroundAxeKey')).toHaveLength(1);
		expect(await call({ caller: phoneB, called: `${axe},${extension}` })).toMatchObject({
			callee: `+86${phoneA}`,
			extension,
		});
		expect(await ask('12')).toContain('未能分配分机');
	});

	it('nightly-clean-up removes what is older than it may be, and leaves what ends by itself', async () => {
		const { simulator, api } = playground;
		const oldestToKeep = (keepDays: number): Record<string, unknown> => {
			const node = templateDocument('nightly-clean-up').nodes.find(
				({ name }) => name === 'Oldest to Keep',
			);
			const text = JSON.stringify(node?.parameters);
			const set = text.replace('"value":30', `"value":${keepDays}`);
			return JSON.parse(set) as Record<string, unknown>;
		};
		const cleanUp = async (keepDays: number) =>
			await importTemplate(playground, {
				template: 'nightly-clean-up',
				mode: 'AXB',
				fill: { 'Oldest to Keep': oldestToKeep(keepDays) },
			});
		const patient = await cleanUp(30);
		await patient.run(setUp);
		const table = await openDataTable(api, 'My Privacy Numbers');
		await table.insert([
			{ privateNumber: axb, note: 'Shenzhen' },
			{ privateNumber: '13800006667', note: 'no binding' },
		]);
		const leftOver = bindPair();
		const limited = { callerNum: '13800000025', calleeNum: '13800000026', relationNum: axb };
		simulator.bind('playgroundAxbKey', { ...limited, duration: 86_400 });

		await patient.run('Every Night');
		expect(simulator.bindings()).toHaveLength(2);
		const removed = await (await cleanUp(0)).run('Every Night');
		expect(removed.status).toBe('success');
		expect(itemsOf(removed, 'Is Left Over')).toHaveLength(1);
		expect(itemsOf(removed, 'Unbind')).toEqual([
			expect.objectContaining({ json: expect.objectContaining({ deleted: true }) as object }),
		]);
		const rest = simulator.bindings().map(({ subscriptionId }) => subscriptionId);
		expect(rest).toHaveLength(1);
		expect(rest).not.toContain(leftOver);

		await table.insert([{ privateNumber: '12', note: 'no number' }]);
		bindPair({ callerNum: '13800000027' });
		const partly = await (await cleanUp(0)).run('Every Night');
		expect(itemsOf(partly, 'Unbind')).toHaveLength(1);
		expect(simulator.bindings()).toHaveLength(1);
		expect(partly.status).toBe('error');
		expect(partly.data.resultData.error?.message).toMatch(/^Not all done: .*12/);
		await expect(patient.publish()).resolves.toEqual([]);
	});

	it('fan-out starts the workflow of each kind of event with its items', async () => {
		const { simulator, api } = playground;
		const kinds = ['Calls', 'Call Records', 'Texts', 'Number Status'];
		const takers = await Promise.all(kinds.map((kind) => importWorkflow(api, taker(kind))));
		for (const one of takers) await one.publish();
		const fill: Record<string, Record<string, unknown>> = Object.fromEntries(
			takers.map(({ id }, index) => [
				kinds[index] ?? '',
				{ workflowId: { __rl: true, mode: 'list', value: id, cachedResultName: kinds[index] } },
			]),
		);
		const fanOut = await importTemplate(playground, { template: 'fan-out', mode: 'AXB', fill });
		const [url = ''] = await fanOut.publish();
		simulator.setPushUrls({ all: url }, 'playgroundAxbKey');
		bindPair();

		await call({ caller: phoneA, called: axb });
		await simulator.sendSms({ from: phoneA, to: axb, text: '我到楼下了' });
		simulator.setNumberStatus([
			{ number: '13800006668', status: '10', cause: '2' },
			{ number: '13800006669', status: '10', cause: '2' },
		]);
		const received = await Promise.all(
			takers.map(async (one) => {
				const items = itemsOf(await one.next(), 'When Executed by Another Workflow');
				return items.map(({ json }) => json.eventType);
			}),
		);
		expect(received).toEqual([['callin'], ['fee'], ['sms'], ['numStatus', 'numStatus']]);
	});
});

/** A workflow that takes what another one gives it. */
function taker(kind: string): WorkflowDocument {
	return {
		name: `Takes ${kind}`,
		nodes: [
			{
				id: '1',
				name: 'When Executed by Another Workflow',
				type: n8nNode('executeWorkflowTrigger'),
				typeVersion: 1.1,
				position: [0, 0],
				parameters: { inputSource: 'passthrough' },
			},
		],
		connections: {},
		settings: { executionOrder: 'v1' },
	};
}
