import type { Locator } from 'playwright-core';

import { signInPage } from '../../playground/n8n/browser';
import { signIn } from '../../playground/n8n/api';
import type { N8nApi } from '../../playground/n8n/api';
import { playgroundOwner } from '../../playground/playground';
import { sharedWindow } from './browser';
import { sharedN8n } from './shared';
import { waitFor } from './waiting';

/** Each test goes on where the one before it has stopped, as a person does. */
describe('the options of the trigger in the editor', () => {
	const window = sharedWindow({ width: 1440, height: 1700 });
	const n8n = sharedN8n();
	let api: N8nApi;
	let panel: Locator;

	beforeAll(async () => {
		const { page } = window;
		api = await signIn(n8n.main.url, playgroundOwner);
		await signInPage(page, n8n.main.url, playgroundOwner);
		// Before somebody signs in, n8n's own page meets a 401.
		window.errors();
		await page.goto(`${n8n.main.url}/workflow/new`);
		await page.getByTestId('canvas-add-button').click();
		await page.getByTestId('node-creator-search-bar').fill('Huawei Private Number');
		await page.getByText('Huawei Private Number', { exact: true }).first().click();
		await page.getByText('On call record', { exact: true }).click();
		panel = page.getByTestId('node-parameters');
		await panel.waitFor();
	});

	/** The options, once the editor has saved them. */
	async function expectSaved(wanted: object): Promise<void> {
		const look = async (): Promise<true | undefined> => {
			const [first] = await api.workflows();
			const [node] = (first && (await api.workflow(first.id)))?.nodes ?? [];
			return JSON.stringify(node?.parameters.options) === JSON.stringify(wanted) || undefined;
		};
		// The editor saves by itself, some time after a change.
		await waitFor(`saved options ${JSON.stringify(wanted)}`, look, 20);
	}

	async function offered(): Promise<string[]> {
		await panel.getByTestId('collection-parameter-add').click();
		const list = window.page.getByTestId('collection-parameter-option');
		await list.first().waitFor();
		return await list.allInnerTexts();
	}

	it('are none that anybody sees, and leave the body to the trigger', async () => {
		await window.picture('trigger-options', '[data-test-id=ndv]');
		expect(await panel.innerText()).not.toContain('Body');
		await expectSaved({ binaryData: true });
	});

	it('are offered without the one that is for n8n', async () => {
		const names = await offered();
		await window.picture('trigger-options-offered');
		expect(names).toContain('Mask Numbers');
		expect(names.join()).not.toContain('Body');
		await window.page.getByTestId('collection-parameter-option').getByText('Mask Numbers').click();
		await panel.getByText('Mask Numbers').waitFor();
		await expectSaved({ binaryData: true, maskNumbers: false });
	});

	it('keep it when another is taken away', async () => {
		const option = panel.getByTestId('parameter-item').filter({ hasText: 'Mask Numbers' }).last();
		await option.hover();
		await option.getByTitle('Delete').click();
		await panel.getByText('Mask Numbers').waitFor({ state: 'detached' });
		await expectSaved({ binaryData: true });
		expect(window.errors().filter((line) => !line.includes('ERR_NAME_NOT_RESOLVED'))).toEqual([]);
	});
});
