import type { Locator } from 'playwright-core';

import { ask } from '../../playground/n8n/ask';
import { signInPage } from '../../playground/n8n/browser';
import { signIn } from '../../playground/n8n/api';
import type { N8nApi } from '../../playground/n8n/api';
import { packageNode } from '../../playground/n8n/nodeTypes';
import type { WorkflowNode } from '../../playground/n8n/types';
import { playgroundOwner } from '../../playground/playground';
import { startSimulator } from '../../simulator';
import { shared } from '../shared';
import { sharedWindow } from './browser';
import { englishWithin } from './englishTexts';
import { sharedN8n } from './shared';
import { newApplication } from './user';
import { waitFor } from './waiting';

const application = newApplication();
const x = application.numbers[0]?.number ?? '';

/** Each test goes on where the one before it has stopped, as a person does. */
describe('somebody whose n8n speaks Chinese', () => {
	const window = sharedWindow();
	const simulator = shared({
		start: () => startSimulator({ applications: [application], speed: 5 }),
		end: (running) => running.close(),
	});
	const n8n = sharedN8n({ N8N_DEFAULT_LOCALE: 'zh-CN' });

	/** What a part of the page shows, examples in empty fields included, holds no English of ours. */
	async function expectChinese(part: Locator): Promise<void> {
		const examples = await part
			.locator('input, textarea')
			.evaluateAll((fields) => fields.map((field) => field.getAttribute('placeholder') ?? ''));
		expect(englishWithin([await part.innerText(), ...examples].join('\n'))).toEqual([]);
	}

	/** The credential that was made in the editor, for a node that the test makes. */
	async function credentialsOf(api: N8nApi): Promise<WorkflowNode['credentials']> {
		const [credential] = await api.credentials('huaweiPrivateNumberApi');
		if (!credential) throw new Error('There is no credential.');
		const { id, name } = credential;
		return { huaweiPrivateNumberApi: { id, name } };
	}

	it('makes a credential with the names of the console', async () => {
		const { page } = window;
		await signIn(n8n.main.url, playgroundOwner);
		await signInPage(page, n8n.main.url, playgroundOwner);
		await page.goto(`${n8n.main.url}/home/credentials`);
		await page.getByRole('button', { name: 'Create credential' }).first().click();
		await page.getByPlaceholder('Search for app...').fill('华为');
		await page.getByText('华为隐私号 API').click();
		await page.getByRole('button', { name: 'Continue' }).click();

		const dialog = page.getByTestId('editCredential-modal');
		const fields = dialog.getByTestId('parameter-input-field');
		const save = dialog.getByRole('button', { name: 'Save', exact: true });
		await dialog.getByText('APP接入地址').first().waitFor();
		await fields.nth(0).fill(application.appKey);
		await fields.nth(1).fill('not the secret');
		await fields.nth(2).fill(simulator.url);
		await save.click();
		await dialog.getByText('More details').click();
		await dialog.getByText('“App Secret”应为控制台“应用管理”中显示的字母和数字').waitFor();
		await expectChinese(dialog);
		await window.picture('chinese-credential');

		await fields.nth(1).fill(application.appSecret);
		await save.click();
		await dialog.getByText('Connection tested successfully').waitFor();
		await page.keyboard.press('Escape');
	});

	it('finds the node, and is told in Chinese which number is wrong', async () => {
		const { page } = window;
		await page.goto(`${n8n.main.url}/workflow/new`);
		await page.getByTestId('canvas-plus-button').click();
		await page.getByTestId('node-creator-search-bar').fill('隐私号');
		await page.getByText('华为隐私号 AXB', { exact: true }).first().click();
		await expectChinese(page.getByTestId('node-creator'));
		await page.getByText('新建 AXB 绑定', { exact: true }).click();

		const panel = page.getByTestId('ndv');
		const numbers = panel.getByPlaceholder(/^例如 1/);
		await numbers.nth(0).fill('12345');
		await numbers.nth(1).fill('139 0000 0002');
		await numbers.nth(2).fill(x);
		await panel.getByTestId('node-execute-button').first().click();
		await panel.getByText('“A 号码”的值“12345”不可用').first().waitFor();
		await panel.getByText('请更正“A 号码”。这条数据没有发送任何请求。').first().waitFor();
		await expectChinese(panel);
		await window.picture('chinese-refused');

		await numbers.nth(0).fill('138 0000 0001');
		await panel.getByTestId('node-execute-button').first().click();
		await panel.getByText('alreadyBound').first().waitFor();
		expect(simulator.bindings()).toHaveLength(1);
		await panel.getByTestId('ndv-close-button').click();
		const node = page.getByTestId('canvas-node').filter({ hasText: '绑定关系：绑定' });
		await node.waitFor();
		await expectChinese(node);
	});

	it('is told after an empty delete that nothing was there', async () => {
		const { page } = window;
		const api = await signIn(n8n.main.url, playgroundOwner);
		const { id } = await api.createWorkflow({
			name: '解绑',
			nodes: [
				{
					id: crypto.randomUUID(),
					name: '解绑订单',
					type: packageNode('privateNumberAxb'),
					typeVersion: 1,
					position: [0, 0],
					parameters: {
						resource: 'binding',
						operation: 'delete',
						identifyBy: 'subscriptionId',
						subscriptionId: crypto.randomUUID(),
					},
					credentials: await credentialsOf(api),
				},
			],
			connections: {},
		});
		await page.goto(`${n8n.main.url}/workflow/${id}`);
		await page.getByTestId('canvas-node').filter({ hasText: '解绑订单' }).dblclick();
		const panel = page.getByTestId('ndv');
		await panel.getByTestId('node-execute-button').first().click();
		const output = panel.getByTestId('output-panel');
		await output.getByText('没有找到可解绑的绑定：可能早已解绑、已到期，或从未存在').waitFor();
		await output.getByText('alreadyDeleted').first().waitFor();
		await expectChinese(output);
		await window.picture('chinese-nothing-to-unbind');
		expect(simulator.bindings()).toHaveLength(1);
		await panel.getByTestId('ndv-close-button').click();
	});

	it('sees the record of a call in the execution', async () => {
		const { page } = window;
		const api = await signIn(n8n.main.url, playgroundOwner);
		const workflow = await api.createWorkflow({
			name: '话单',
			nodes: [
				{
					id: crypto.randomUUID(),
					name: '通话结束',
					type: packageNode('privateNumberTrigger'),
					typeVersion: 1,
					position: [0, 0],
					webhookId: 'call-records',
					parameters: { events: ['fee'] },
					credentials: await credentialsOf(api),
				},
			],
			connections: {},
			settings: { executionOrder: 'v1' },
		});
		await api.activate(workflow.id, workflow.versionId);
		const address = `${n8n.webhookBase}/webhook/call-records/private-number`;
		await waitFor('the address', async () => {
			const { status } = await ask(address, { method: 'POST' });
			return status === 404 ? undefined : status;
		});
		simulator.setPushUrls({ all: address });
		simulator.startCall({ caller: '13800000001', called: x });
		const execution = await waitFor('an execution', async () =>
			(await api.executions(workflow.id)).find(({ status }) => status === 'success'),
		);

		await page.goto(`${n8n.main.url}/workflow/${workflow.id}/executions/${execution.id}`);
		const preview = page.getByTestId('execution-preview-host');
		const node = preview.getByTestId('canvas-node').filter({ hasText: '话单' });
		await expectChinese(node);
		await node.dblclick();
		const panel = page.getByTestId('ndv');
		await panel.getByTestId('output-panel').hover();
		await panel.getByTestId('output-panel').getByText('JSON', { exact: true }).click();
		await panel.getByText('接通后主动挂机').first().waitFor();
		await panel.getByText('请把 Production URL 粘贴到控制台').first().waitFor();
		await expectChinese(panel);
		await window.picture('chinese-call-record');
	});
});
