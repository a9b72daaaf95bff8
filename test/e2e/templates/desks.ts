import { ask } from '../../../playground/n8n/ask';
import { openDataTable } from '../../../playground/examples/dataTables';
import { itemsOf } from '../../../playground/n8n/types';
import { waitFor } from '../waiting';
import { ax, axe, phoneA, phoneB, tables, x } from './world';
import type { World } from './world';

/** Fills in the form of the extension desk, and reads its last page. */
export async function askForExtension(webhookBase: string, phone: string): Promise<string> {
	const form = `${webhookBase}/form/private-number-extension`;
	await waitFor('the form', async () => ((await ask(form)).ok ? true : undefined));
	const body = new FormData();
	['王小明', phone, '7'].forEach((value, index) => {
		body.append(`field-${index}`, value);
	});
	const answer = (await (await ask(form, { method: 'POST', body })).json()) as {
		formWaitingUrl: string;
	};
	const status = new URL(answer.formWaitingUrl);
	status.pathname += '/n8n-execution-status';
	await waitFor('the last page of the form', async () =>
		(await (await ask(status)).text()) === 'form-waiting' ? true : undefined,
	);
	return await (await ask(answer.formWaitingUrl)).text();
}

/** The examples of the modes AX, AXE and X. */
export function desks(world: World): void {
	const { playground, use, call, rows, empty } = world;

	describe('AX, AXE and X', () => {
		it('a text of AX goes to the last customer, a forbidden one to nobody', async () => {
			const { simulator } = playground;
			const [url = ''] = await (await use('ax-sms-moderation', { mode: 'AX' })).publish();
			simulator.setPushUrls({ all: url }, 'playgroundAxKey');
			simulator.bind('playgroundAxKey', { origNum: phoneA, privateNum: ax });
			expect(await simulator.sendSms({ from: phoneA, to: ax, text: '您好' })).toMatchObject({
				sendResult: 6,
			});
			await simulator.sendSms({ from: phoneB, to: ax, text: '房子还在吗？' });
			await waitFor('a customer', async () =>
				(await rows('AX Conversations')).find(({ customer }) => customer === `+86${phoneB}`),
			);
			const text = '在的，明天下午三点看房方便吗？';
			expect(await simulator.sendSms({ from: phoneA, to: ax, text })).toMatchObject({
				to: `+86${phoneB}`,
				deliveredText: text,
				sendResult: 0,
			});
			const forbidden = [
				'加 微信聊',
				'打我１３９００００００02',
				'看 https://example.com',
				'转账给我',
			];
			for (const word of forbidden) {
				const stopped = await simulator.sendSms({ from: phoneA, to: ax, text: word });
				expect(stopped).toMatchObject({ sendResult: 6 });
				expect(stopped.deliveredText).toBeUndefined();
			}
			await empty('AX Conversations');
		});

		it('a call of X goes where the table says, unless its caller is on the blacklist', async () => {
			const { simulator, api } = playground;
			const routing = await use('x-call-routing', { mode: 'X' });
			const [url = ''] = await routing.publish();
			simulator.setPushUrls({ all: url }, 'playgroundXKey');
			await (
				await openDataTable(api, 'X Call Routes')
			).insert([{ privateNumber: x, destination: phoneB, note: 'sales' }]);
			await (await openDataTable(api, 'X Blacklist')).insert([{ callerNumber: '138 0000 0025' }]);
			const connected = await call({ caller: phoneA, called: x });
			expect(connected).toMatchObject({ callee: `+86${phoneB}` });
			expect((await routing.next()).status).toBe('success');
			const blocked = await call({ caller: '13800000025', called: x });
			expect(blocked.callee).toBeUndefined();
			expect(itemsOf(await routing.next(), 'Reject')).toHaveLength(1);
			const unknown = await call({ caller: phoneA, called: '13800006642' });
			expect(unknown.callee).toBeUndefined();
			expect(itemsOf(await routing.next(), 'Reject')).toHaveLength(1);
		});

		it('a form of AXE gives a phone an extension on which it is reached, and a row of the ledger', async () => {
			const { n8n, simulator } = playground;
			await empty(tables.bindings);
			const desk = await use('axe-extension-desk', {
				mode: 'AXE',
				settings: { privateNumber: axe },
			});
			await desk.publish();
			const askFor = (phone: string) => askForExtension(n8n.webhookBase, phone);
			const page = await askFor('138 0000 0021');
			const [binding] = simulator.bindings('playgroundAxeKey');
			const extension = binding?.extension ?? '';
			expect(page).toContain(`请拨打 ${axe} 转 ${extension}。`);
			expect(page).not.toContain('未能写入台账');
			expect(await askFor('138 0000 0021')).toContain(`转 ${extension}。`);
			expect(await rows(tables.bindings)).toMatchObject([
				{ orderId: '王小明', mode: 'AXE', extension, state: 'bound', sample: false },
			]);
			expect(await call({ caller: phoneB, called: `${axe},${extension}` })).toMatchObject({
				callee: `+86${phoneA}`,
			});
			expect(await askFor('12')).toContain('未能分配分机');
			await empty(tables.bindings);
		});
	});
}
